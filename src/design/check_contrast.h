#pragma once

#include "design/design.h"

namespace handout::design {

/// Checks every text that can occur: enough contrast with the ground it stands on (`design.low-contrast`; WCAG 2.1
/// 1.4.3: 4.5:1, and 3:1 for 18 pt or more, or bold of 14 pt or more), and no text smaller than its min-size
/// (`design.below-min-size`; ref, sup and sub aside). Nothing has too little contrast in black only.
void check_contrast(const Design&, Diagnostics&);

}  // namespace handout::design
