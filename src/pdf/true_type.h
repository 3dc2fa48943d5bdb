#pragma once

#include <cstdint>
#include <string>

namespace handout::pdf {

/// The tables of a TrueType program that number its glyphs (OpenType 1.9: head, hhea, hmtx, loca, maxp, glyf).
struct TrueTypeTables {
  std::string head, hhea, hmtx, maxp, loca, glyf;
};

/// Moves every glyph but .notdef up by `by`, and leaves the numbers between them empty, so that each face of a document
/// has its own. Throws Failure(`pdf.font`) when a table is cut short, or when there are not so many numbers.
void move_glyphs(TrueTypeTables&, std::uint16_t by);

}  // namespace handout::pdf
