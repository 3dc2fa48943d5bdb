#pragma once

#include <vector>

#include "design/applying.h"

namespace handout::design {

/// One count, or two for a range; of how many.
struct DotCounts {
  std::vector<int> counts;
  int of = 100;
};

/// The picture of a count: one Figure, its alternative the text `dots` or `dots.range`.
FlowBlock apply_dots(Applying&, const DotCounts&, const Surroundings& around);

}  // namespace handout::design
