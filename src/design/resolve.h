#pragma once

#include <optional>

#include "base/diagnostic.h"
#include "design/design.h"
#include "design/load_design.h"

namespace handout::design {

/// Collect, apply every `when` that holds for locale, paper and brand, merge by key (docs/formats.md, Resolution order
/// 1 to 3), look up swatches, families, icons, images and texts, and check what only the flat sheet shows: unknown
/// names, missing pages and texts, rest-not-placed, placed-twice, contrast of every text on its ground
/// (WCAG 2.1 1.4.3: 4.5:1, large text 3:1), sizes below min-size. Errors `design.*`; nullopt iff this call added an
/// error.
std::optional<Design> resolve(const DesignSheet&, const Locale&, PaperSize, Diagnostics&);

}  // namespace handout::design
