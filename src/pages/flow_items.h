#pragma once

#include "pages/flow.h"

namespace handout::pages {

/// Sections side by side.
bool is_chain(const design::FlowBlock&);

struct ItemRoom {
  Length x, width;
  Length column_gap;     ///< between the sections of a chain
  bool stacked = false;  ///< the sections of a chain stand below one another
  Length tallest;        ///< what should stay whole and is taller than this may be divided: no page can hold it
};
/// What is left of an item, set in this room; kept until the room changes.
const Strips& strips_of(Composer&, FlowItem&, const ItemRoom&);

}  // namespace handout::pages
