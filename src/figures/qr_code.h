#pragma once

#include <string>

#include "figures/drawing.h"

namespace handout::figures {

/// The modules as one path of black (swatch `text`) rectangles, with the four modules of white around them that
/// ISO/IEC 18004 asks for. Error correction level M. Throws Failure(`figures.qr`) when `text` is too long.
Drawing qr_code(const std::string& text);

}  // namespace handout::figures
