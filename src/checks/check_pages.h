#pragma once

#include <span>

#include "base/diagnostic.h"
#include "checks/check.h"
#include "pages/paged_document.h"

namespace handout::checks {

using PagesCheck = Check<pages::PagedDocument>;
/// What is looked at when the pages are made.
std::span<const PagesCheck> pages_checks();

/// All of pages_checks. Warning: `checks.empty-page`.
void check_pages(const pages::PagedDocument&, Diagnostics&);

}  // namespace handout::checks
