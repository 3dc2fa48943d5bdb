#pragma once

#include <string>

#include "base/units.h"

namespace handout::design {

/// 1 to 21. Source: WCAG 2.1, relative luminance and contrast ratio.
double contrast_ratio(Color, Color);

/// The colour nearest to `ink` that has a contrast of `least` on `ground`: ink mixed with as little black or white as
/// will do. Black or white itself where nothing less does.
Color nearest_with_contrast(Color ink, Color ground, double least);

/// "#0B4A5B"
std::string hex_name(Color);

}  // namespace handout::design
