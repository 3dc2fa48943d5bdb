#pragma once

#include <string>
#include <string_view>

namespace handout::figures {

/// Walks a PNG's chunks (PNG, second edition, ISO/IEC 15948, 5.3): each complete, with a right CRC, IHDR first, IEND
/// last. libpng's simplified reader stops at the last row and would not see what is missing or damaged after it.
/// Empty when all is well, else what is wrong, as the end of a sentence.
std::string damage_in_png(std::string_view bytes);

}  // namespace handout::figures
