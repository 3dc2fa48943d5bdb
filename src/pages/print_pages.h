#pragma once

#include "pages/composer.h"
#include "pages/document_layout.h"
#include "pages/paged_document.h"

namespace handout::pages {

/// Turns logical pages into physical ones: mirrors them where the language asks, puts page numbers in, decides what of
/// the furniture is read and what repeats, and notes links, figures and where every element first stands.
/// Reports `text.overfull-line` for what is printed, once each.
PagedDocument print_pages(Composer&, const DocumentLayout&, Diagnostics&);

}  // namespace handout::pages
