#pragma once

#include "design/manuscript.h"
#include "pages/typeset.h"

namespace handout::pages {

/// The step of the ladder whose sizes the handout's title takes at this one: before it takes a third line it takes a
/// smaller size of its range, in whatever room the text is; where no size spares it the third line, the smallest makes
/// that line cost least. It is `step` itself where the title has no width of its own to count its lines in.
int title_step(const design::Manuscript&, int step, ShapedText&);
/// The styles at this setting, but for the title and all that is in it, which have the sizes of `title_step`.
design::StyleTable styles_with_title(const design::Manuscript&, design::FitSetting, int title_step);

}  // namespace handout::pages
