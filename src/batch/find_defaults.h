#pragma once

#include <string>

#include "base/diagnostic.h"
#include "base/files.h"
#include "batch/jobs.h"
#include "batch/project.h"

namespace handout::batch {

/// What the brand that prints says where nobody asks: `brand`, or the project's default brand where that is empty.
/// A brand that names no layout there is prints every one; one that names no paper, on A4. A broken brand is asked the
/// same, and its jobs tell what is wrong.
/// Errors: `usage.unknown-brand`, `design.default-brand`.
Defaults find_defaults(const Files&, const Project&, const std::string& brand, Diagnostics&);

}  // namespace handout::batch
