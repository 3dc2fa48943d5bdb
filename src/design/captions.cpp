#include "design/captions.h"

#include <utility>

namespace handout::design {

FlowBlocks apply_caption(Applying& applying, Captioned pair) {
  StyleInterner& styles = applying.styles;
  const StyleProperties block = styles[pair.block.style].properties;
  const StyleProperties caption = styles[pair.caption.style].properties;
  FlowBlocks result;
  if (pair.side == CaptionSide::bottom) {
    pair.block.style = styles.changed(pair.block.style, [](StyleProperties& p) {
      p.space_after.reset();
      p.keep_with_next = true;
    });
    if (!caption.space_after) {
      pair.caption.style =
          styles.changed(pair.caption.style, [&](StyleProperties& p) { p.space_after = block.space_after; });
    }
    result.push_back(std::move(pair.block));
    result.push_back(std::move(pair.caption));
    return result;
  }
  // Styles state captions as standing below: above, their two spaces change places.
  pair.block.style = styles.changed(pair.block.style, [](StyleProperties& p) {
    p.space_before.reset();
    p.break_before.reset();
  });
  pair.caption.style = styles.changed(pair.caption.style, [&](StyleProperties& p) {
    p.space_before = block.space_before;
    p.space_after = caption.space_before;
    p.break_before = block.break_before;
    p.span = block.span;
    p.keep_with_next = true;
  });
  result.push_back(std::move(pair.caption));
  result.push_back(std::move(pair.block));
  return result;
}

}  // namespace handout::design
