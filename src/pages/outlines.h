#pragma once

#include <optional>

#include "base/units.h"
#include "figures/drawing.h"

namespace handout::pages {

/// Does the outline run through the rectangle or end in it? Curves are followed by straight lines, closely enough for
/// the room that letters need. A rectangle inside a large outline is not crossed: it lies on a ground of one colour.
bool crosses(const figures::Path&, const Rect&);

/// What is seen of a shape: the edge of its fill, the whole width of its line, and of both what its clip shows.
struct Ink {
  figures::Path path;
  Length reach;  ///< so far the line's ink lies on either side of the path
  bool is_filled = false;
  std::optional<figures::Path> clip;
};
/// A rectangle outside which there is none of the ink: that around its path's points, of the curves' controls too.
Rect hull_of(const Ink&);
/// Does an edge of the ink run through the rectangle?
bool touches(const Ink&, const Rect&);

}  // namespace handout::pages
