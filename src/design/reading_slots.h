#pragma once

#include <map>
#include <string>
#include <vector>

#include "design/applying.h"
#include "design/place_threads.h"

namespace handout::design {

/// Where furniture is read (docs/formats.md, Read once): places in the tree that are kept for it while the text's
/// elements are made. What stays empty is pruned when the PDF is written.
struct ReadingSlots {
  StructureId before_text;                                      ///< bands, the cover, the draft line
  std::map<std::string, StructureId, std::less<>> after_piece;  ///< regions that a piece is placed in
  StructureId after_text;                                       ///< regions with the rest, or with nothing
  StructureId at_end;                                           ///< headers and footers
};

/// The slot of the furniture in `box`. In a region it is that of the last piece placed there, in reading order.
StructureId slot_for(const ReadingSlots&, const PageTemplate&, const PageBox&, const std::vector<std::string>& pieces);

/// The pieces that a region's `place` names; empty where it has none.
std::vector<std::string> placed_in(const FurnitureList&);

}  // namespace handout::design
