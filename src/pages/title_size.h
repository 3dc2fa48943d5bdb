#pragma once

#include "design/manuscript.h"
#include "pages/typeset.h"

namespace handout::pages {

/// Styles in which the handout's title, and all that is in it, have the sizes of a step of their own.
struct TitledStyles {
  design::StyleTable styles;
  int title_step = 0;
};
/// The styles at this step of the ladder. Before the title takes a third line it takes a smaller size of its range, in
/// whatever room the text is; where no size spares it the third line, the smallest makes that line cost least. So it is
/// where it has a width of its own to count its lines in.
TitledStyles find_title_size(const design::Manuscript&, int step, ShapedText&);
/// The styles at another setting of the same step, the title in the size that was found.
design::StyleTable styles_with_title(const design::Manuscript&, design::FitSetting, int title_step);

}  // namespace handout::pages
