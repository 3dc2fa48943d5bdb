#pragma once

#include <vector>

#include "design/manuscript.h"
#include "pages/mirror.h"
#include "pages/paged_document.h"
#include "pages/strips.h"

namespace handout::pages {

/// How far a chevron's point stands out, and its notch in.
inline constexpr Length chevron_point = literals::operator""_pt(7ULL);

/// Whether there is a rule at any side.
bool has_rules(const design::Edges&);

/// A box's fill, backdrop and rules, as artifacts.
std::vector<PageItem> draw_box(const BoxPiece&, const design::Manuscript&, const Mirror&);

/// A rectangle with its own radius at each end; `rect` in the caller's coordinates.
figures::Path box_outline(const Rect&, Length corner_top, Length corner_bottom);

}  // namespace handout::pages
