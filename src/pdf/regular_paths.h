#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/units.h"
#include "figures/drawing.h"

namespace handout::pdf {

// Paths that are one thing again and again deflate to almost nothing when they are written as whole numbers or as equal
// steps, where their places on the page would not.

/// A box on a grid, in squares from the grid's lower left corner, upwards.
struct GridBox {
  std::int64_t x = 0, y = 0, width = 0, height = 0;
};
/// Boxes whose edges all lie on a grid of equal squares, such as a QR code's modules.
struct Grid {
  Point corner;  ///< lower left
  Length square;
  std::vector<GridBox> boxes;
};
/// Nothing where the path is anything else, or has too few boxes to be worth it.
std::optional<Grid> as_grid(const figures::Path&);

/// Straight lines, each the one before it moved by `step`, such as hatch.
struct LineSeries {
  Point begin, end;  ///< of the first
  Point step;
  std::size_t count = 0;
};
/// Nothing where the path is anything else, or has too few lines to be worth it.
std::optional<LineSeries> as_line_series(const figures::Path&);

}  // namespace handout::pdf
