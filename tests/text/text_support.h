#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/locale.h"
#include "text/paragraph.h"

namespace handout::tests {

inline Locale locale(std::string_view tag) {
  return parse_locale(tag).value();
}

/// The rows of fonts.xml that tests need, of Debian's fonts-noto-core and fonts-noto-cjk.
inline std::shared_ptr<const design::FontsList> fonts_list() {
  const auto row = [](std::vector<std::string> scripts, std::string name) {
    design::FontRow made;
    made.scripts = std::move(scripts);
    made.regular = name + "-Regular.ttf";
    made.bold = name + "-Bold.ttf";
    return made;
  };
  const auto cjk = [](std::string script, unsigned index) {
    design::FontRow made;
    made.scripts = {std::move(script)};
    made.regular = "NotoSansCJK-Regular.ttc";
    made.bold = "NotoSansCJK-Bold.ttc";
    made.index = index;
    made.leading = Factor::thousandths(1190);
    return made;
  };
  design::FontFamily sans;
  sans.name = "sans";
  sans.rows.push_back(row({"Latn"}, "NotoSans"));
  sans.rows.back().languages = {locale("vi")};
  sans.rows.back().leading = Factor::thousandths(1080);
  sans.rows.push_back(row({"Latn", "Grek", "Cyrl"}, "NotoSans"));
  sans.rows.push_back(row({"Arab"}, "NotoSansArabic"));
  sans.rows.back().size = Factor::thousandths(1043);
  sans.rows.back().leading = Factor::thousandths(1080);
  sans.rows.push_back(row({"Hebr"}, "NotoSansHebrew"));
  sans.rows.push_back(row({"Deva"}, "NotoSansDevanagari"));
  sans.rows.push_back(row({"Thai"}, "NotoSansThai"));
  sans.rows.push_back(cjk("Jpan", 0));
  sans.rows.push_back(cjk("Kore", 1));
  sans.rows.push_back(cjk("Hans", 2));
  sans.rows.push_back(cjk("Hant", 4));
  sans.rows.back().languages = {locale("zh-HK")};
  sans.rows.push_back(cjk("Hant", 3));
  sans.rows.push_back(row({"any"}, "NotoSansSymbols2"));
  sans.rows.back().bold.clear();

  design::FontFamily serif;
  serif.name = "serif";
  serif.fallback = "sans";
  serif.rows.push_back(row({"Latn", "Grek", "Cyrl"}, "NotoSerif"));
  serif.rows.back().italic = "NotoSerif-Italic.ttf";

  auto list = std::make_shared<design::FontsList>();
  list->families = {sans, serif};
  return list;
}

/// One set for all tests of the program: faces are opened once.
inline const text::FontSet& fonts() {
  static const text::FontSet set(fonts_list(), {});
  return set;
}

/// Style 0: 12/16.8 regular sans. Style 1: the same in bold.
inline design::StyleTable styles() {
  design::Style regular;
  regular.family = "sans";
  regular.size = Length{12 * Length::per_point};
  regular.leading = scaled(regular.size, 14, 10);
  design::Style bold = regular;
  bold.bold = true;
  return {regular, bold};
}

inline design::StyledParagraph paragraph(std::string text, std::string_view tag = "en") {
  design::StyledParagraph made;
  made.locale = locale(tag);
  design::StyledSpan span;
  span.end = static_cast<std::uint32_t>(text.size());
  span.locale = made.locale;
  if (!text.empty()) made.spans.push_back(span);
  made.text = std::move(text);
  made.unit = "test.unit";
  return made;
}

/// Cuts the span that holds `words` in three and returns the one that is exactly `words`.
inline design::StyledSpan& span_of(design::StyledParagraph& made, std::string_view words) {
  const auto begin = static_cast<std::uint32_t>(made.text.find(words));
  const auto end = begin + static_cast<std::uint32_t>(words.size());
  std::size_t at = 0;
  while (made.spans[at].end <= begin)
    ++at;
  const design::StyledSpan whole = made.spans[at];
  std::vector<design::StyledSpan> pieces;
  const auto add = [&](std::uint32_t from, std::uint32_t to) {
    if (from == to) return;
    pieces.push_back(whole);
    pieces.back().begin = from;
    pieces.back().end = to;
  };
  add(whole.begin, begin);
  const std::size_t found = at + pieces.size();
  add(begin, end);
  add(end, whole.end);
  made.spans.erase(made.spans.begin() + static_cast<std::ptrdiff_t>(at));
  made.spans.insert(made.spans.begin() + static_cast<std::ptrdiff_t>(at), pieces.begin(), pieces.end());
  return made.spans[found];
}

inline Length points(std::int64_t n) {
  return Length{n * Length::per_point};
}

struct SetText {
  std::vector<text::Line> lines;
  Diagnostics diagnostics;
};

inline SetText set_text(const design::StyledParagraph& made, Length width, const design::StyleTable& table = styles(),
                        text::Rag rag = text::Rag::running) {
  SetText result;
  const auto shaped = text::shape_paragraph(made, table, fonts(), result.diagnostics);
  result.lines = text::set_paragraph(*shaped, made, table, fonts(), {width, std::nullopt, rag});
  for (const text::Line& line : result.lines)
    text::report_overfull(line, made, result.diagnostics);
  return result;
}

/// A line's text in reading order, as its runs hold it.
inline std::string text_of(const text::Line& line) {
  std::vector<const text::GlyphRun*> runs;
  for (const text::GlyphRun& run : line.runs)
    runs.push_back(&run);
  std::sort(runs.begin(), runs.end(), [](const auto* a, const auto* b) { return a->logical_order < b->logical_order; });
  std::string text;
  for (const text::GlyphRun* run : runs)
    text += run->text;
  return text;
}

/// Lines as people read them: without the spaces at their ends.
inline std::vector<std::string> lines_of(const std::vector<text::Line>& lines) {
  std::vector<std::string> texts;
  for (const text::Line& line : lines) {
    std::string text = text_of(line);
    while (text.ends_with(' '))
      text.pop_back();
    texts.push_back(text);
  }
  return texts;
}

}  // namespace handout::tests
