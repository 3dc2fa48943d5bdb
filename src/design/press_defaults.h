#pragma once

#include "design/design_sheet.h"

namespace handout::design {

/// What holds where no layout says otherwise: the first file of every chain.
LayoutFile press_defaults();

}  // namespace handout::design
