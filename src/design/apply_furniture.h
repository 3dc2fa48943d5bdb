#pragma once

#include <map>
#include <string>
#include <vector>

#include "design/applying.h"
#include "design/place_threads.h"
#include "design/reading_slots.h"

namespace handout::design {

/// What the furniture of all pages is made from.
struct FurnitureSource {
  const std::vector<PlacedThread>& threads;
  const ReadingSlots& slots;
  const std::vector<std::string>& pieces;  ///< names of the pieces, in reading order
};

/// Every page of the design, styled. The same text, notice, picture or code is one element wherever it is printed.
std::map<std::string, StyledPage, std::less<>> apply_pages(Applying&, const FurnitureSource&);

/// The press's own line under the band of every page.
StyledFurniture apply_draft_line(Applying&, const ReadingSlots&);

/// Notices that follow the text on their own page (`append`).
FlowBlocks apply_appended(Applying&, const ReadingSlots&, StyleId box);

}  // namespace handout::design
