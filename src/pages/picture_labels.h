#pragma once

#include <vector>

#include "pages/composer.h"
#include "pages/mirror.h"
#include "pages/paged_document.h"
#include "pages/strips.h"

namespace handout::pages {

/// A picture's labels, or the numbers in their place, set upright at their physical places on the page.
std::vector<LinePiece> label_lines(const DrawingPiece&, Composer&, const Mirror&);
/// The discs behind the numbers.
std::vector<PageItem> label_discs(const DrawingPiece&, Composer&, const Mirror&, const design::Tag&);
/// Do the labels' words stand inside the panel, clear of one another?
bool labels_fit(const DrawingPiece&, Composer&);

}  // namespace handout::pages
