#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "base/units.h"
#include "figures/drawing.h"

namespace handout::pdf {

/// Of a box as a subpath: a move, three lines and a close.
constexpr std::size_t box_segments = 5;

/// The corner that a box starts from, and the one across. `re` goes round from the one as the subpath does.
struct Corners {
  Point first, across;
};

/// Nothing where the subpath is not four sides along the axes, closed.
std::optional<Corners> as_box(std::span<const figures::Segment> subpath);

}  // namespace handout::pdf
