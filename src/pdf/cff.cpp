#include "pdf/cff.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>

#include "base/diagnostic.h"

namespace handout::pdf {
namespace {

// Operators of the Top DICT (table 9); two-byte ones are 12 and the second byte.
constexpr int charset_operator = 15;
constexpr int ros_operator = 1200 + 30;

class Reader {
 public:
  Reader(std::string_view bytes, std::size_t offset) : bytes_(bytes), offset_(offset) {}

  unsigned byte() {
    if (offset_ >= bytes_.size()) throw Failure("pdf.font", "the font's CFF table is cut short");
    return static_cast<unsigned char>(bytes_[offset_++]);
  }
  unsigned number(unsigned size) {
    unsigned value = 0;
    for (unsigned i = 0; i < size; ++i)
      value = value << 8 | byte();
    return value;
  }
  std::size_t offset() const { return offset_; }
  void skip_to(std::size_t offset) { offset_ = offset; }

 private:
  std::string_view bytes_;
  std::size_t offset_;
};

struct Span {
  std::size_t begin = 0, end = 0;
};

/// The first object of the INDEX at the reader, which moves past the INDEX (section 5).
Span first_of_index(Reader& reader) {
  const unsigned count = reader.number(2);
  if (count == 0) return {};
  const unsigned offset_size = reader.byte();
  const std::size_t offsets = reader.offset();
  const std::size_t data = offsets + std::size_t{count + 1} * offset_size - 1;  // offsets count from 1
  const Span first{data + reader.number(offset_size), data + reader.number(offset_size)};
  reader.skip_to(offsets + std::size_t{count} * offset_size);
  reader.skip_to(data + reader.number(offset_size));
  return first;
}

/// Each operator's first operand (section 4); a real number counts as 0.
std::map<int, int> first_operands(std::string_view table, Span dict) {
  std::map<int, int> found;
  Reader reader(table, dict.begin);
  int operand = 0;
  bool has_operand = false;
  const auto take = [&](int value) {
    if (!has_operand) operand = value;
    has_operand = true;
  };
  while (reader.offset() < dict.end) {
    const int b = static_cast<int>(reader.byte());
    if (b <= 21) {
      found[b == 12 ? 1200 + static_cast<int>(reader.byte()) : b] = operand;
      operand = 0;
      has_operand = false;
    } else if (b == 28) {
      take(static_cast<std::int16_t>(reader.number(2)));
    } else if (b == 29) {
      take(static_cast<std::int32_t>(reader.number(4)));
    } else if (b == 30) {
      while ((reader.byte() & 0x0f) != 0x0f) {  // a real number ends with the nibble f
      }
      take(0);
    } else if (b <= 246) {
      take(b - 139);
    } else if (b <= 250) {
      take((b - 247) * 256 + static_cast<int>(reader.byte()) + 108);
    } else {
      take(-(b - 251) * 256 - static_cast<int>(reader.byte()) - 108);
    }
  }
  return found;
}

/// Section 13: format 0 lists every CID, 1 and 2 list ranges.
std::vector<CffNumbering::Run> read_charset(std::string_view table, std::size_t offset, unsigned glyph_count) {
  Reader reader(table, offset);
  std::vector<CffNumbering::Run> runs{{0, 0}};
  const unsigned format = reader.byte();
  if (format > 2) throw Failure("pdf.font", "the font's CFF table has a charset of no known format");
  for (unsigned glyph = 1; glyph < glyph_count;) {
    const unsigned first = reader.number(2);
    const unsigned more = format == 0 ? 0 : reader.number(format);
    const CffNumbering::Run& last = runs.back();
    if (first - last.cid != glyph - last.glyph)
      runs.push_back({static_cast<std::uint16_t>(glyph), static_cast<std::uint16_t>(first)});
    glyph += more + 1;
  }
  return runs;
}

}  // namespace

std::uint16_t CffNumbering::cid_of(std::uint16_t glyph) const {
  const auto after = std::upper_bound(runs.begin(), runs.end(), glyph,
                                      [](std::uint16_t wanted, const Run& run) { return wanted < run.glyph; });
  if (after == runs.begin()) return glyph;
  const Run& run = *std::prev(after);
  return static_cast<std::uint16_t>(run.cid + (glyph - run.glyph));
}

CffNumbering read_cff_numbering(std::string_view table, unsigned glyph_count) {
  Reader reader(table, 2);
  reader.skip_to(reader.byte());  // the header's size
  first_of_index(reader);         // names
  const std::map<int, int> top = first_operands(table, first_of_index(reader));
  CffNumbering numbering;
  numbering.cid_keyed = top.contains(ros_operator);
  if (!numbering.cid_keyed) return numbering;
  const auto charset = top.find(charset_operator);
  // Offsets 0 to 2 are the predefined charsets, which CID-keyed fonts do not use.
  if (charset == top.end() || charset->second <= 2) return numbering;
  numbering.runs = read_charset(table, static_cast<std::size_t>(charset->second), glyph_count);
  if (numbering.runs.size() == 1) numbering.runs.clear();  // all counts on from glyph 0
  return numbering;
}

}  // namespace handout::pdf
