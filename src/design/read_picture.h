#pragma once

#include <string>

#include "design/load_design.h"
#include "design/read_values.h"

namespace handout::design {

/// The picture that an attribute names, relative to `folder` ("layouts/"). Null where it cannot be had, or where no
/// pictures are loaded. Errors: `design.outside-folder`, `.bad-value`, `.missing-file`, `.bad-image`, `figures.*`.
figures::DrawingPtr read_picture(const Value&, const std::string& folder, const DesignContext&, Diagnostics&);

}  // namespace handout::design
