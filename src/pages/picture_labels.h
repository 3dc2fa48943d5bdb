#pragma once

#include <compare>
#include <cstdint>
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
/// Whether the labels' words stand inside the panel, clear of one another and of the drawing's lines. The less, the
/// better they fit.
enum class LabelFit : std::uint8_t { clear, touching, outside };
struct LabelRoom {
  LabelFit fit = LabelFit::clear;
  Length outside;  ///< how far they reach out of the room that they may take
  auto operator<=>(const LabelRoom&) const = default;
};
LabelRoom fit_labels(const DrawingPiece&, Composer&);

}  // namespace handout::pages
