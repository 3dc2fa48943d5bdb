#pragma once

#include <vector>

#include "design/design.h"

namespace handout::design {

/// What a page's boxes get of it, as far as the layout states it: bands, headers, footers and docked regions without a
/// height are as tall as what is in them, and count as nothing here.
struct BoxRoom {
  const PageBox* box = nullptr;
  Size own;   ///< of a region: its own; of other boxes as wide as the text, and as high as stated
  Size left;  ///< for the boxes that follow
  Length column() const;
};

/// What the margins leave.
Size text_area(const Design&, const PageTemplate&);
std::vector<BoxRoom> box_rooms(const Design&, const PageTemplate&);

}  // namespace handout::design
