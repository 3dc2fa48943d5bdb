#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace handout::pdf {

/// A ToUnicode CMap (ISO 32000-1, 9.10.3) for two-byte codes, ascending, each with its UTF-8 text. A code without text
/// gets an empty string: the marks of a cluster whose text another glyph has.
std::string to_unicode_map(const std::vector<std::pair<std::uint16_t, std::string_view>>& texts);

}  // namespace handout::pdf
