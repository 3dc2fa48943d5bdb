#include "pdf/true_type.h"

#include <cstddef>

#include "base/diagnostic.h"

namespace handout::pdf {
namespace {

// Offsets within the tables.
constexpr std::size_t loca_format = 50, metric_count = 34, glyph_count = 4;
constexpr std::size_t metric_size = 4;  // advance and left side bearing
constexpr std::size_t glyph_header = 10;

// Flags of a composite glyph's component (OpenType, glyf).
constexpr unsigned words = 0x0001, one_scale = 0x0008, more_components = 0x0020, two_scales = 0x0040, matrix = 0x0080;

unsigned number(const std::string& table, std::size_t offset, std::size_t size) {
  if (offset + size > table.size()) throw Failure("pdf.font", "a table of the font is cut short");
  unsigned value = 0;
  for (std::size_t i = 0; i < size; ++i)
    value = value << 8 | static_cast<unsigned char>(table[offset + i]);
  return value;
}

void add_to(std::string& table, std::size_t offset, unsigned by) {
  const unsigned sum = number(table, offset, 2) + by;
  if (sum > 0xFFFF) throw Failure("pdf.font", "the font has no room for so many glyphs");
  table[offset] = static_cast<char>(sum >> 8);
  table[offset + 1] = static_cast<char>(sum & 0xFF);
}

std::string repeated(const std::string& bytes, unsigned times) {
  std::string out;
  for (unsigned i = 0; i < times; ++i)
    out += bytes;
  return out;
}

std::size_t size_of_component(unsigned flags) {
  std::size_t size = 4 + ((flags & words) != 0 ? 4 : 2);
  if ((flags & one_scale) != 0) size += 2;
  if ((flags & two_scales) != 0) size += 4;
  if ((flags & matrix) != 0) size += 8;
  return size;
}

/// A composite glyph names its parts by number.
void move_components(std::string& glyf, std::size_t begin, unsigned by) {
  const bool composite = (number(glyf, begin, 2) & 0x8000) != 0;  // less than no contours
  if (!composite) return;
  std::size_t component = begin + glyph_header;
  for (unsigned flags = more_components; (flags & more_components) != 0;) {
    flags = number(glyf, component, 2);
    if (number(glyf, component + 2, 2) != 0) add_to(glyf, component + 2, by);
    component += size_of_component(flags);
  }
}

}  // namespace

void move_glyphs(TrueTypeTables& tables, std::uint16_t by) {
  const std::size_t offset_size = number(tables.head, loca_format, 2) == 0 ? 2 : 4;
  const unsigned unit = offset_size == 2 ? 2 : 1;  // short offsets count in words
  const unsigned glyphs = number(tables.maxp, glyph_count, 2);
  for (unsigned glyph = 0; glyph < glyphs; ++glyph) {
    const unsigned begin = number(tables.loca, glyph * offset_size, offset_size) * unit;
    const unsigned end = number(tables.loca, (glyph + 1) * offset_size, offset_size) * unit;
    if (begin != end) move_components(tables.glyf, begin, by);
  }
  add_to(tables.maxp, glyph_count, by);
  tables.loca.insert(offset_size, repeated(tables.loca.substr(offset_size, offset_size), by));
  // The last advance that is stated goes on for all glyphs after it: copies of .notdef's cannot change what it is.
  add_to(tables.hhea, metric_count, by);
  if (tables.hmtx.size() < metric_size) throw Failure("pdf.font", "a table of the font is cut short");
  tables.hmtx.insert(metric_size, repeated(tables.hmtx.substr(0, metric_size), by));
}

}  // namespace handout::pdf
