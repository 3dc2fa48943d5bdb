#pragma once

#include <vector>

#include "text/break_lines.h"
#include "text/shaped_paragraph.h"

namespace handout::text {

/// A paragraph at one setting of its styles.
struct SetInput {
  const ShapedParagraph& shaped;
  const design::StyledParagraph& paragraph;
  const design::StyleTable& styles;
  Length width;  ///< of the measure: blanks get no wider, and shares are of it; 0: not known yet
};

/// Font units of an item at its size, rounded once.
Length at_size(std::int32_t units, Length size, int units_per_em);
Length size_of(const SetInput&, const Item&);
/// What follows each cluster; none where letters join.
Length tracking_of(const SetInput&, const Item&);
Length blank_width(const SetInput&, const Item&);

/// The widths between break points, as the placed glyphs will have them.
std::vector<Segment> measure_segments(const SetInput&);

}  // namespace handout::text
