#pragma once

#include <vector>

#include "base/units.h"

namespace handout::pages {

/// The middle of a disc with a number on it.
struct Disc {
  Point middle;
  bool stays = false;  ///< the drawing has it where it is: others give way
};
struct DiscField {
  Length diameter;  ///< of every disc
  Rect panel;       ///< discs that give way stay in it
};
/// Moves discs that touch or cover one another apart, hardly further than that needs; the others stay as they are.
/// Where the panel has no room for that, they come as near to it as they can.
std::vector<Disc> spread_discs(std::vector<Disc>, const DiscField&);

}  // namespace handout::pages
