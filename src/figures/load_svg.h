#pragma once

#include <optional>

#include "base/diagnostic.h"
#include "figures/drawing.h"

namespace handout::figures {

/// Reads the part of SVG that docs/formats.md lists ("Figures"). Errors: `figures.unsupported` for anything else,
/// naming the element; `figures.bad-value`, `figures.missing-attribute`, `figures.duplicate-id`, `figures.empty-text`;
/// those of parse_xml; and `content.figure-label-id` for a `text` without an id that is no step number, digits alone.
/// nullopt iff this call added an error.
std::optional<Drawing> load_svg(const SourceFilePtr&, Diagnostics&);

}  // namespace handout::figures
