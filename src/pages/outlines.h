#pragma once

#include "base/units.h"
#include "figures/drawing.h"

namespace handout::pages {

/// Does the outline run through the rectangle or end in it? Curves are followed by straight lines, closely enough for
/// the room that letters need. A rectangle inside a large outline is not crossed: it lies on a ground of one colour.
bool crosses(const figures::Path&, const Rect&);

}  // namespace handout::pages
