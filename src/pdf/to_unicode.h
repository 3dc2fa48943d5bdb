#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace handout::pdf {

/// UTF-8 texts of two-byte codes. A code without text has an empty one: the marks of a cluster whose text another glyph
/// has.
using CodeTexts = std::map<std::uint16_t, std::string_view>;

/// A ToUnicode CMap (ISO 32000-1, 9.10.3).
std::string to_unicode_map(const CodeTexts&);

/// Adds texts to the first of `maps` that has no other text for any of the codes, or as a new one; returns which. Fonts
/// that share a map spare the file a stream each.
std::size_t share_map(std::vector<CodeTexts>& maps, const CodeTexts& texts);

}  // namespace handout::pdf
