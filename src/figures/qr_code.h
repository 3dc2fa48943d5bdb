#pragma once

#include <optional>
#include <string>

#include "figures/drawing.h"

namespace handout::figures {

/// The modules as one path of black (swatch `text`) rectangles, with the four modules of white around them that
/// ISO/IEC 18004 asks for. Error correction level M. nullopt where `text` is empty or longer than a code holds (2,331
/// bytes). Throws Failure(`figures.qr`) where the library fails.
std::optional<Drawing> qr_code(const std::string& text);

}  // namespace handout::figures
