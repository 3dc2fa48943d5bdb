#pragma once

#include <string>

#include "base/diagnostic.h"
#include "base/files.h"
#include "batch/jobs.h"
#include "batch/project.h"

namespace handout::batch {

/// What the brand that prints says where nobody asks: `brand`, or the project's default brand where that is empty.
/// A brand that says nothing prints every layout, on A4; so does a broken one, whose jobs then tell what is wrong.
/// Errors: `usage.unknown-brand`, `design.default-brand`.
Defaults find_defaults(const Files&, const Project&, const std::string& brand, Diagnostics&);

}  // namespace handout::batch
