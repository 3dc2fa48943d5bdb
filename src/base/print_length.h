#pragma once

#include <string>

#include "base/units.h"

namespace handout {

/// In points as people write them, for messages: "14pt", "11.5pt", "0.25pt". To hundredths.
std::string in_points(Length);

}  // namespace handout
