#include "design/dots.h"

#include "design/apply_blocks.h"
#include "design/named_texts.h"

namespace handout::design {

FlowBlock apply_dots(Applying& applying, const DotCounts& dots, const Surroundings& around) {
  ENSURE(!dots.counts.empty());
  const int low = dots.counts.front();
  const int high = dots.counts.back();
  const auto digits = [&](int number) { return applying.number(number, around.locale); };
  const StructureId figure = add_element(applying, around, StructureType::figure);
  applying.structure[figure].alt =
      dots.counts.size() > 1
          ? named_alternative(applying, "dots.range",
                              {{"risk.low", digits(low)}, {"risk.high", digits(high)}, {"risk.of", digits(dots.of)}})
          : named_alternative(applying, "dots", {{"risk.count", digits(low)}, {"risk.of", digits(dots.of)}});
  FlowBlock block = block_of(applying.style_of({"dots", ""}, around), figure);
  block.content = Dots{low, high, dots.of, figure};
  return block;
}

}  // namespace handout::design
