#pragma once

#include <vector>

#include "pages/composer.h"
#include "pages/drawing_shapes.h"
#include "pages/mirror.h"
#include "pages/paged_document.h"
#include "pages/strips.h"

namespace handout::pages {

/// Where on the page a drawing stands, untagged.
DrawingPlace place_of(const DrawingPiece&, const Mirror&);
/// A drawing with its panel: shapes and pixels, cut off at the panel.
std::vector<PageItem> print_drawing(const DrawingPiece&, const design::Tag&, const design::Manuscript&, const Mirror&);
/// Discs: counted, uncertain, outlined; one path each.
std::vector<PageItem> print_dots(const DotsPiece&, const design::Tag&, const Mirror&);

}  // namespace handout::pages
