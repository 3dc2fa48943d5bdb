#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "text/fonts.h"

namespace handout::pdf {

/// A face cut down to the glyphs that a document uses.
struct FontSubset {
  std::string program;                                       ///< a TrueType file, or a bare CFF table
  std::unordered_map<std::uint16_t, std::uint16_t> numbers;  ///< of each glyph asked for; never iterated
};

/// `first` is the number of the first glyph after .notdef; a CFF program's glyphs keep counting from 1. Throws
/// Failure(`pdf.library`) when HarfBuzz refuses.
FontSubset subset_font(const text::FontProgram&, const std::vector<std::uint16_t>& glyphs, std::uint16_t first);

}  // namespace handout::pdf
