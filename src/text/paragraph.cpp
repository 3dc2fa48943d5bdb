#include "text/paragraph.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/print_length.h"
#include "base/unicode.h"
#include "text/break_lines.h"
#include "text/break_points.h"
#include "text/font_faces.h"
#include "text/itemize.h"
#include "text/measure.h"
#include "text/place_line.h"
#include "text/scripts.h"
#include "text/shape.h"

namespace handout::text {
namespace {

void choose_main_font(const ItemizeInput& input, ShapedParagraph& shaped) {
  const design::StyledParagraph& paragraph = input.paragraph;
  const design::Style& style = input.styles.at(paragraph.style.value);
  const auto matches =
      input.fonts.candidates({style.family, paragraph.locale.script, paragraph.locale, style.bold, style.italic});
  ENSURE(!matches.empty());  // load_design lets no style name a family without fonts
  shaped.main_font = matches.front().font;
  shaped.main_size = matches.front().size;
  shaped.main_leading = matches.front().leading;
}

void shape_items(const design::StyledParagraph& paragraph, const FontSet& fonts, ShapedParagraph& shaped) {
  shaped.glyphs.reserve(paragraph.text.size());
  for (Item& item : shaped.items) {
    item.first_glyph = static_cast<std::uint32_t>(shaped.glyphs.size());
    if (item.kind == ItemKind::text) {
      const Locale& locale = paragraph.spans[item.span].locale;
      shape({paragraph.text, item, item.begin, item.end, locale}, fonts, shaped.glyphs);
    }
    item.glyph_count = static_cast<std::uint32_t>(shaped.glyphs.size()) - item.first_glyph;
  }
}

/// By byte of the text: whether a cluster begins there, so that a line can; not so inside a ligature.
std::vector<bool> cluster_starts(const design::StyledParagraph& paragraph, const ShapedParagraph& shaped) {
  std::vector<bool> starts(paragraph.text.size() + 1);
  for (const Item& item : shaped.items) {
    starts[item.begin] = true;
    if (item.kind != ItemKind::text) std::fill_n(starts.begin() + item.begin, item.end - item.begin, true);
  }
  for (const ShapedGlyph& glyph : shaped.glyphs)
    starts[glyph.cluster] = true;
  return starts;
}

/// Where the word that ends at `byte` begins in its item, or so many characters of it that no more can matter.
std::uint32_t word_start(std::string_view text, const Item& item, std::uint32_t byte) {
  // No dictionary divides a longer word (hyphenate.cpp); soft hyphens may.
  constexpr std::uint32_t longest_word = 100;
  std::uint32_t start = byte;
  for (std::uint32_t count = 0; start > item.begin && text[start - 1] != ' ' && count < longest_word; ++count) {
    do
      --start;
    while (start > item.begin && is_trail_byte(text[start]));
  }
  return start;
}

/// The widths of the item's glyphs for bytes [begin, end). Clusters ascend in logical order, as HarfBuzz promises.
std::int32_t advance_between(const ShapedParagraph& shaped, const Item& item, std::uint32_t begin, std::uint32_t end) {
  const auto sum = [&](auto first, auto last) {
    std::int32_t advance = 0;
    auto glyph = std::partition_point(first, last, [&](const ShapedGlyph& g) { return g.cluster < begin; });
    for (; glyph != last && glyph->cluster < end; ++glyph)
      advance += glyph->advance;
    return advance;
  };
  const auto first = shaped.glyphs.begin() + item.first_glyph;
  const auto last = first + item.glyph_count;
  return item.right_to_left() ? sum(std::reverse_iterator(last), std::reverse_iterator(first)) : sum(first, last);
}

/// What a hyphen after `byte` adds to the widths of the glyphs before it, kerning included. Of the word alone: shaping
/// all that stands before it each time would cost the square of the paragraph's length.
void measure_hyphen(const design::StyledParagraph& paragraph, const FontSet& fonts, const ShapedParagraph& shaped,
                    BreakPoint& point) {
  const Item& item = shaped.items[point.hyphen_item];
  const std::uint32_t start = word_start(paragraph.text, item, point.at);
  const Locale& locale = paragraph.spans[item.span].locale;
  std::int32_t with = 0;
  for (const ShapedGlyph& glyph : shape_with_hyphen({paragraph.text, item, start, point.at, locale}, fonts))
    with += glyph.advance;
  point.hyphen_advance = with - advance_between(shaped, item, start, point.at);
}
/// Drops breaks inside ligatures, and weighs the hyphens.
void settle_breaks(const design::StyledParagraph& paragraph, const FontSet& fonts, ShapedParagraph& shaped) {
  const std::vector<bool> starts = cluster_starts(paragraph, shaped);
  std::size_t item = 0;
  std::vector<BreakPoint> kept;
  kept.reserve(shaped.breaks.size());
  for (BreakPoint point : shaped.breaks) {
    while (item + 1 < shaped.items.size() && shaped.items[item].end <= point.at)
      ++item;
    if (point.at < paragraph.text.size() && !starts[point.at]) continue;
    if (point.kind == BreakKind::added_hyphen) {
      const std::size_t holder = shaped.items[item].begin < point.at ? item : item - 1;
      point.hyphen_item = static_cast<std::uint32_t>(holder);
      measure_hyphen(paragraph, fonts, shaped, point);
    }
    kept.push_back(point);
  }
  shaped.breaks = std::move(kept);
}

LineFit fit_of(design::Align align, Rag rag) {
  if (rag == Rag::balanced) return LineFit::balanced;
  return align == design::Align::justify ? LineFit::justified : LineFit::ragged;
}

struct VerticalPlace {
  Length height, baseline;
};

VerticalPlace vertical_place(const ShapedParagraph& shaped, const design::Style& style, const FontSet& fonts) {
  const FontMetrics& metrics = fonts.program(shaped.main_font).metrics;
  const Length size = style.size * shaped.main_size;
  const Length ascent = at_size(metrics.ascender, size, metrics.units_per_em);
  const Length descent = at_size(-metrics.descender, size, metrics.units_per_em);
  const Length height = style.leading * shaped.main_leading;
  return {height, (height - ascent - descent) / 2 + ascent};
}

}  // namespace

ShapedParagraphPtr shape_paragraph(const design::StyledParagraph& paragraph, const design::StyleTable& styles,
                                   const FontSet& fonts, Diagnostics& diagnostics) {
  auto shaped = std::make_shared<ShapedParagraph>();
  shaped->right_to_left = paragraph.locale.direction == Direction::right_to_left;
  const Characters characters = read_characters(paragraph.text);
  const ItemizeInput input{paragraph, characters, styles, fonts};
  choose_main_font(input, *shaped);
  if (paragraph.text.empty()) return shaped;
  ENSURE(!paragraph.spans.empty() && paragraph.spans.back().end == paragraph.text.size());

  shaped->items = itemize(input, diagnostics);
  shape_items(paragraph, fonts, *shaped);
  shaped->breaks = find_breaks({paragraph, characters, styles, hyphenation(fonts)});
  settle_breaks(paragraph, fonts, *shaped);
  return shaped;
}

std::vector<Line> set_paragraph(const ShapedParagraph& shaped, const design::StyledParagraph& paragraph,
                                const design::StyleTable& styles, const FontSet& fonts, const LineShape& shape) {
  const design::Style& style = styles.at(paragraph.style.value);
  const design::Align align = shape.align.value_or(style.align);
  const VerticalPlace place = vertical_place(shaped, style, fonts);
  const SetInput input{shaped, paragraph, styles, shape.width};
  const std::vector<Segment> segments = measure_segments(input);
  const std::vector<std::size_t> ends =
      break_lines(segments, {shape.width, style.first_indent, fit_of(align, shape.rag), style.size});

  std::vector<Line> lines;
  lines.reserve(ends.size());
  std::size_t first = 0;
  for (const std::size_t last : ends) {
    const std::uint32_t begin = first == 0 ? 0 : shaped.breaks[first - 1].at;
    const Length indent = first == 0 ? style.first_indent : Length{};
    const Length width = line_width(segments, {first, last});
    lines.push_back(
        place_line(input, fonts, {begin, shaped.breaks[last], indent, align, place.height, place.baseline}));
    if (first == last && width > shape.width - indent) lines.back().room = shape.width - indent;
    first = last + 1;
  }
  return lines;
}

void report_overfull(const Line& line, const design::StyledParagraph& paragraph, Diagnostics& diagnostics) {
  if (!line.room) return;
  std::string_view words(paragraph.text);
  words = words.substr(line.text_begin, line.text_end - line.text_begin);
  constexpr std::string_view line_break = "\xE2\x80\xA8";  // of a <br/>
  while (words.ends_with(' ') || words.ends_with(line_break))
    words.remove_suffix(words.ends_with(' ') ? 1 : line_break.size());
  // More would hide the message; so much is found by searching.
  constexpr std::size_t most_shown = 60;
  std::size_t shown = std::min(words.size(), most_shown);
  while (shown < words.size() && is_trail_byte(words[shown]))
    ++shown;
  const std::string unit = paragraph.unit.empty() ? "" : fmt::format("in unit {}, ", paragraph.unit);
  diagnostics.error("text.overfull-line",
                    fmt::format("{}“{}{}” is wider than its line: {} of {}", unit, words.substr(0, shown),
                                shown < words.size() ? "…" : "", in_points(line.width), in_points(*line.room)),
                    paragraph.where, "use a shorter word, or give it more room in the layout");
}

ContentWidths content_widths(const ShapedParagraph& shaped, const design::StyledParagraph& paragraph,
                             const design::StyleTable& styles) {
  const SetInput input{shaped, paragraph, styles, Length{}};
  const std::vector<Segment> segments = measure_segments(input);
  const Length indent = styles.at(paragraph.style.value).first_indent;
  ContentWidths widths;
  Length line = indent;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const Segment& segment = segments[i];
    const Length least = segment.content + segment.hyphen + (i == 0 ? indent : Length{});
    widths.least = std::max(widths.least, least);
    widths.most = std::max(widths.most, line + segment.content);
    line += segment.content + segment.space;
    if (segment.kind == BreakKind::forced) line = Length{};
  }
  return widths;
}

}  // namespace handout::text
