#pragma once

#include <optional>

#include "base/diagnostic.h"
#include "figures/drawing.h"

namespace handout::figures {

/// Reads the part of SVG that FORMATS.md lists ("Figures"); anything else is an error `figures.unsupported` naming the
/// element and its line. `text` without an id becomes a step number if it is digits alone, else `content.figure-label-id`.
/// nullopt iff this call added an error.
std::optional<Drawing> load_svg(const SourceFilePtr&, Diagnostics&);

}  // namespace handout::figures
