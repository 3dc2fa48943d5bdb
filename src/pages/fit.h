#pragma once

#include "base/diagnostic.h"
#include "design/manuscript.h"
#include "pages/paged_document.h"
#include "text/fonts.h"

namespace handout::pages {

/// Lays the manuscript out at the most comfortable setting that keeps to its page limit: bisects the ladder of 16
/// settings in at most four layout passes. With no limit, or where everything fits at once, setting 0.
/// Where nothing fits, the pages it takes at the tightest setting, `overflows` set, and the error `pages.overflow` with
/// the number of lines too many.
PagedDocument paginate(const design::Manuscript&, const text::FontSet&, Diagnostics&);

}  // namespace handout::pages
