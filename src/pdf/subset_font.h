#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text/fonts.h"

namespace handout::pdf {

/// A face cut down to the glyphs that a document uses.
struct FontSubset {
  std::string program;  ///< a TrueType file, or a bare CFF table
  /// What `glyphs`[i] of subset_font is called in it: for a TrueType file `first` + i.
  std::vector<std::uint16_t> numbers;
};

/// `first` is the number that the first glyph gets; a CFF program's glyphs keep HarfBuzz's numbers. Throws
/// Failure(`pdf.library`) when HarfBuzz refuses, Failure(`pdf.font`) when the face's tables are broken.
FontSubset subset_font(const text::FontProgram&, const std::vector<std::uint16_t>& glyphs, std::uint16_t first);

}  // namespace handout::pdf
