#pragma once

#include <optional>

#include "base/source.h"
#include "design/design_sheet.h"

namespace handout::design {

/// Reads one layout file: every mistake that it shows by itself. `id` is what the file's name says.
/// What cannot be read is left unset, so that the rest, and what it extends, can still be checked: who asks counts the
/// errors. nullopt where the file is no layout at all.
std::optional<LayoutFile> read_layout(const SourceFilePtr&, const std::string& id, const DesignContext&, Diagnostics&);

}  // namespace handout::design
