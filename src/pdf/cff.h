#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace handout::pdf {

/// How a CFF font program numbers its glyphs (Adobe Technical Note 5176).
struct CffNumbering {
  bool cid_keyed = false;
  /// Of a CID-keyed font: the CID of each glyph. Empty where every CID is the glyph's own number.
  std::vector<std::uint16_t> cids;
};

/// Reads the Top DICT and, where needed, the charset of a `CFF ` table with `glyph_count` glyphs. Throws
/// Failure(`pdf.font`) when the table is cut short.
CffNumbering read_cff_numbering(std::string_view table, unsigned glyph_count);

}  // namespace handout::pdf
