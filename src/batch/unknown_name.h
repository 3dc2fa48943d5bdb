#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace handout::batch {

/// `usage.unknown-<kind>`: `name` is none of `known`; says the nearest, or all there are.
void report_unknown(const std::string& kind, const std::string& name, const std::vector<std::string>& known,
                    Diagnostics&);

}  // namespace handout::batch
