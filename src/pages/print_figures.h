#pragma once

#include <vector>

#include "pages/composer.h"
#include "pages/mirror.h"
#include "pages/paged_document.h"
#include "pages/strips.h"

namespace handout::pages {

/// A drawing with its panel: shapes and pixels, cut off at the panel.
std::vector<PageItem> print_drawing(const DrawingPiece&, const design::Tag&, const design::Manuscript&, const Mirror&);
/// Its labels, set upright at their physical places on the page.
std::vector<LinePiece> label_lines(const DrawingPiece&, Composer&, const Mirror&);
/// Discs: counted, uncertain, outlined; one path each.
std::vector<PageItem> print_dots(const DotsPiece&, const design::Tag&, const Mirror&);

}  // namespace handout::pages
