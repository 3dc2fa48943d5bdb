#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace handout::pdf {

/// The tables of a TrueType program that number its glyphs (OpenType 1.9: head, hhea, hmtx, loca, maxp, glyf).
struct TrueTypeTables {
  std::string head, hhea, hmtx, maxp, loca, glyf;
};

/// The same program with other numbers: .notdef stays 0, glyph `first` + i is what `glyphs`[i] was. A glyph may stand
/// there twice; those that only composite glyphs need come after them. `first` is 1 or more; the numbers between are
/// empty. Throws Failure(`pdf.font`) when a table is cut short, when it has no such glyph, or when there are not so
/// many numbers.
TrueTypeTables renumbered(const TrueTypeTables&, const std::vector<std::uint16_t>& glyphs, std::uint16_t first);

}  // namespace handout::pdf
