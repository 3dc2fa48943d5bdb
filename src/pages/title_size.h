#pragma once

#include "design/manuscript.h"
#include "pages/typeset.h"

namespace handout::pages {

/// The styles at this setting, but for the handout's title: before it takes a third line it takes a smaller size of its
/// range, in whatever room the text is; where no size spares it the third line, the smallest makes that line cost
/// least.
design::StyleTable styles_with_title(const design::Manuscript&, design::FitSetting, ShapedText&);

}  // namespace handout::pages
