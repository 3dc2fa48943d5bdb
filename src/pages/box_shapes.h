#pragma once

#include <vector>

#include "design/manuscript.h"
#include "pages/mirror.h"
#include "pages/paged_document.h"
#include "pages/strips.h"

namespace handout::pages {

/// A box's fill, backdrop and rules, as artifacts.
std::vector<PageItem> draw_box(const BoxPiece&, const design::Manuscript&, const Mirror&);

/// A rectangle with its own radius at each end; `rect` in the caller's coordinates.
figures::Path box_outline(const Rect&, Length corner_top, Length corner_bottom);

}  // namespace handout::pages
