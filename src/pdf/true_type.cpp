#include "pdf/true_type.h"

#include <cstddef>
#include <string_view>
#include <utility>

#include "base/diagnostic.h"

namespace handout::pdf {
namespace {

// Offsets within the tables.
constexpr std::size_t loca_format = 50, metric_count = 34, glyph_count = 4;
constexpr std::size_t metric_size = 4;  // advance and left side bearing
constexpr std::size_t glyph_header = 10;
constexpr unsigned most_glyphs = 0xFFFF;

// Flags of a composite glyph's component (OpenType, glyf).
constexpr unsigned words = 0x0001, one_scale = 0x0008, more_components = 0x0020, two_scales = 0x0040, matrix = 0x0080;

unsigned number(std::string_view table, std::size_t offset, std::size_t size) {
  if (offset + size > table.size()) throw Failure("pdf.font", "a table of the font is cut short");
  unsigned value = 0;
  for (std::size_t i = 0; i < size; ++i)
    value = value << 8 | static_cast<unsigned char>(table[offset + i]);
  return value;
}

void append(std::string& table, unsigned value, std::size_t size) {
  for (std::size_t i = size; i-- > 0;)
    table += static_cast<char>(value >> (8 * i) & 0xFF);
}

void put(std::string& table, std::size_t offset, unsigned value) {
  if (offset + 2 > table.size()) throw Failure("pdf.font", "a table of the font is cut short");
  table[offset] = static_cast<char>(value >> 8);
  table[offset + 1] = static_cast<char>(value & 0xFF);
}

std::size_t size_of_component(unsigned flags) {
  std::size_t size = 4 + ((flags & words) != 0 ? 4 : 2);
  if ((flags & one_scale) != 0) size += 2;
  if ((flags & two_scales) != 0) size += 4;
  if ((flags & matrix) != 0) size += 8;
  return size;
}

/// Reads glyphs by their numbers in the old program.
class OldProgram {
 public:
  explicit OldProgram(const TrueTypeTables& tables)
      : tables_(tables),
        count_(number(tables.maxp, glyph_count, 2)),
        metrics_(number(tables.hhea, metric_count, 2)),
        offset_size_(number(tables.head, loca_format, 2) == 0 ? 2 : 4) {
    if (metrics_ == 0) throw Failure("pdf.font", "the font has no widths");
  }

  unsigned count() const { return count_; }

  std::string outline(unsigned glyph) const {
    if (glyph >= count_) throw Failure("pdf.font", "the font has no such glyph");
    const std::size_t begin = offset(glyph), end = offset(glyph + 1);
    if (begin > end || end > tables_.glyf.size()) throw Failure("pdf.font", "a table of the font is cut short");
    return tables_.glyf.substr(begin, end - begin);
  }

  /// Glyphs past the last stated advance have that one, and a bearing each (OpenType, hmtx).
  std::string metric(unsigned glyph) const {
    const std::size_t stated = glyph < metrics_ ? glyph : metrics_ - 1;
    const std::size_t bearing =
        glyph < metrics_ ? glyph * metric_size + 2 : metrics_ * metric_size + (glyph - metrics_) * std::size_t{2};
    std::string metric;
    append(metric, number(tables_.hmtx, stated * metric_size, 2), 2);
    append(metric, number(tables_.hmtx, bearing, 2), 2);
    return metric;
  }

 private:
  std::size_t offset(unsigned glyph) const {
    const std::size_t value = number(tables_.loca, glyph * offset_size_, offset_size_);
    return offset_size_ == 2 ? value * 2 : value;  // short offsets count in words
  }

  const TrueTypeTables& tables_;
  unsigned count_, metrics_;
  std::size_t offset_size_;
};

/// Which old glyph each new number is, and the first new number of each old glyph.
struct Numbering {
  static constexpr unsigned none = 0xFFFFFFFF;
  std::vector<unsigned> old_of_new;  ///< `none`: an empty one
  std::vector<unsigned> new_of_old;

  void add(unsigned glyph) {
    if (glyph >= new_of_old.size()) throw Failure("pdf.font", "the font has no such glyph");
    if (new_of_old[glyph] == none) new_of_old[glyph] = static_cast<unsigned>(old_of_new.size());
    old_of_new.push_back(glyph);
  }
};

Numbering number_glyphs(unsigned count, const std::vector<std::uint16_t>& glyphs, std::uint16_t first) {
  Numbering numbering{{}, std::vector<unsigned>(count, Numbering::none)};
  numbering.add(0);
  numbering.old_of_new.resize(first, Numbering::none);
  for (const std::uint16_t glyph : glyphs)
    numbering.add(glyph);
  for (unsigned glyph = 0; glyph < count; ++glyph)
    if (numbering.new_of_old[glyph] == Numbering::none) numbering.add(glyph);
  if (numbering.old_of_new.size() > most_glyphs) throw Failure("pdf.font", "the font has no room for so many glyphs");
  return numbering;
}

/// A composite glyph names its parts by number.
void renumber_components(std::string& outline, const std::vector<unsigned>& new_of_old) {
  if (outline.empty() || (number(outline, 0, 2) & 0x8000) == 0) return;  // less than no contours: composite
  std::size_t component = glyph_header;
  for (unsigned flags = more_components; (flags & more_components) != 0;) {
    flags = number(outline, component, 2);
    const unsigned part = number(outline, component + 2, 2);
    if (part >= new_of_old.size()) throw Failure("pdf.font", "the font has no such glyph");
    put(outline, component + 2, new_of_old[part]);
    component += size_of_component(flags);
  }
}

/// Offsets in words where they fit.
void write_loca(const std::vector<std::size_t>& offsets, TrueTypeTables& tables) {
  bool fits = true;
  for (const std::size_t offset : offsets)
    fits = fits && offset % 2 == 0 && offset / 2 <= 0xFFFF;
  put(tables.head, loca_format, fits ? 0 : 1);
  for (const std::size_t offset : offsets)
    append(tables.loca, static_cast<unsigned>(fits ? offset / 2 : offset), fits ? 2 : 4);
}

}  // namespace

TrueTypeTables renumbered(const TrueTypeTables& tables, const std::vector<std::uint16_t>& glyphs, std::uint16_t first) {
  ENSURE(first > 0);
  const OldProgram old(tables);
  const Numbering numbering = number_glyphs(old.count(), glyphs, first);
  TrueTypeTables made{tables.head, tables.hhea, {}, tables.maxp, {}, {}};
  std::vector<std::size_t> offsets;
  for (const unsigned glyph : numbering.old_of_new) {
    offsets.push_back(made.glyf.size());
    made.hmtx += old.metric(glyph == Numbering::none ? 0 : glyph);
    if (glyph == Numbering::none) continue;
    std::string outline = old.outline(glyph);
    renumber_components(outline, numbering.new_of_old);
    made.glyf += outline;
  }
  offsets.push_back(made.glyf.size());
  // Readers take an empty table for a missing one, even where every glyph is empty: a lone space beside an empty
  // .notdef.
  if (made.glyf.empty()) made.glyf += '\0';
  write_loca(offsets, made);
  const auto count = static_cast<unsigned>(numbering.old_of_new.size());
  put(made.maxp, glyph_count, count);
  put(made.hhea, metric_count, count);
  return made;
}

}  // namespace handout::pdf
