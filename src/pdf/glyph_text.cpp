#include "pdf/glyph_text.h"

#include <algorithm>

#include "base/unicode.h"

namespace handout::pdf {
namespace {

std::vector<std::string_view> code_points(std::string_view text) {
  std::vector<std::string_view> points;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t begin = offset;
    next_code_point(text, offset);
    points.push_back(text.substr(begin, offset - begin));
  }
  return points;
}

using Iterator = std::vector<ShownGlyph>::iterator;

/// The first glyph takes what the others leave; each other takes one, while there are any.
void share_out(std::string_view text, Iterator begin, Iterator end) {
  const auto glyphs = static_cast<std::size_t>(end - begin);
  if (glyphs == 1) {
    begin->text = text;
    return;
  }
  const std::vector<std::string_view> points = code_points(text);
  const std::size_t first =
      points.size() > glyphs ? points.size() - glyphs + 1 : std::min<std::size_t>(1, points.size());
  std::size_t offset = 0;
  for (std::size_t i = 0; i < first; ++i)
    offset += points[i].size();
  begin->text = text.substr(0, offset);
  for (std::size_t i = 1; i < glyphs; ++i) {
    const std::size_t point = first + i - 1;
    (begin + static_cast<std::ptrdiff_t>(i))->text = point < points.size() ? points[point] : std::string_view();
  }
}

}  // namespace

std::vector<ShownGlyph> shown_glyphs(const text::GlyphRun& run) {
  std::vector<ShownGlyph> shown;
  shown.reserve(run.glyphs.size());
  Length pen;
  for (const text::Glyph& glyph : run.glyphs) {
    const std::string_view text =
        std::string_view(run.text).substr(glyph.text_begin, glyph.text_end - glyph.text_begin);
    shown.push_back({glyph.id, text, pen + glyph.dx, glyph.dy, glyph.text_begin});
    pen += glyph.advance;
  }
  if (run.right_to_left) std::reverse(shown.begin(), shown.end());
  for (auto begin = shown.begin(); begin != shown.end();) {
    const auto end =
        std::find_if(begin, shown.end(), [&](const ShownGlyph& glyph) { return glyph.cluster != begin->cluster; });
    share_out(begin->text, begin, end);
    begin = end;
  }
  return shown;
}

bool needs_actual_text(std::string_view utf8) {
  for (std::size_t offset = 0; offset < utf8.size();) {
    if (static_cast<unsigned char>(utf8[offset]) < 0xE0) {  // below U+0800
      ++offset;
      continue;
    }
    const char32_t c = next_code_point(utf8, offset);
    // Devanagari to Burmese (Unicode 15, chapters 12 to 16), then Khmer.
    if ((c >= 0x0900 && c <= 0x109F) || (c >= 0x1780 && c <= 0x17FF)) return true;
  }
  return false;
}

}  // namespace handout::pdf
