#pragma once

#include "base/diagnostic.h"
#include "design/design.h"
#include "pages/paged_document.h"

namespace handout::checks {

/// What is looked at when the pages are made by a design. Warning: `checks.empty-page`, at the layout's <page>.
void check_pages(const pages::PagedDocument&, const design::Design&, Diagnostics&);

}  // namespace handout::checks
