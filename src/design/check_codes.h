#pragma once

#include "design/design.h"

namespace handout {
class Diagnostics;
}

namespace handout::design {

/// Reports `design.below-min-size` for every style that makes a QR code smaller than telephones read. A share is taken
/// of the narrowest column that text may stand in.
void check_codes(const Design&, Diagnostics&);

}  // namespace handout::design
