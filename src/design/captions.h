#pragma once

#include "content/words.h"
#include "design/applying.h"

namespace handout::design {

/// A table's or figure's caption and the block itself, in the order of the page, kept together. The space between them
/// is the caption's; what the block asks for on the outside, the pair asks for.
struct Captioned {
  FlowBlock block;
  FlowBlock caption;
  CaptionSide side = CaptionSide::bottom;
};
FlowBlocks apply_caption(Applying&, Captioned);

}  // namespace handout::design
