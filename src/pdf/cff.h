#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace handout::pdf {

/// How a CFF font program numbers its glyphs (Adobe Technical Note 5176).
struct CffNumbering {
  /// From `glyph` on, CIDs count from `cid`, until the next run begins.
  struct Run {
    std::uint16_t glyph = 0, cid = 0;
  };
  bool cid_keyed = false;
  /// Of a CID-keyed font: in the order of glyphs, the first at glyph 0. Empty where every CID is the glyph's own
  /// number.
  std::vector<Run> runs;

  std::uint16_t cid_of(std::uint16_t glyph) const;
};

/// Reads the Top DICT and, where needed, the charset of a `CFF ` table with `glyph_count` glyphs. Throws
/// Failure(`pdf.font`) when the table is cut short.
CffNumbering read_cff_numbering(std::string_view table, unsigned glyph_count);

}  // namespace handout::pdf
