#include "pages/blocks.h"

#include <algorithm>

#include "pages/pictures.h"
#include "pages/rows.h"
#include "pages/tables.h"

namespace handout::pages {

namespace {

using design::Style;

struct ContentSetter {
  Composer& composer;
  const design::FlowBlock& block;
  const Style& style;
  const Room& room;

  Strips operator()(const design::StyledParagraph& words) const {
    return lay_out_paragraph(
        composer, words, room,
        ParagraphLook{room.align, design::is_title(block.role) ? text::Rag::balanced : text::Rag::running});
  }
  Strips operator()(const design::Stack& stack) const { return lay_out_stack(composer, stack.children, room); }
  Strips operator()(const design::Row& row) const { return lay_out_row(composer, row, room); }
  Strips operator()(const design::Table& table) const { return lay_out_table(composer, table, style, room); }
  Strips operator()(const design::Picture& picture) const { return lay_out_picture(composer, picture, style, room); }
  Strips operator()(const design::Dots& dots) const { return lay_out_dots(composer, dots, style, room); }
  Strips operator()(const design::NoteLines& notes) const { return lay_out_notes(composer, notes, style, room); }
  Strips operator()(const design::RuleLine&) const { return lay_out_rule(composer, style, room); }
};

/// Where the style's rules and fill are a frame around the content, and not part of it.
bool has_box(const design::FlowBlock& block) {
  const auto& content = block.content;
  if (const auto* table = std::get_if<design::Table>(&content)) return !table->grid;
  return std::holds_alternative<design::StyledParagraph>(content) || std::holds_alternative<design::Stack>(content) ||
         std::holds_alternative<design::Row>(content);
}

bool first_child_bleeds(const Composer& composer, const design::FlowBlock& block) {
  const auto* stack = std::get_if<design::Stack>(&block.content);
  if (!stack || stack->children.empty()) return false;
  return composer.style(stack->children.front().style).bleed == design::Bleed::box;
}

void apply_keeps(Strips& strips, const design::FlowBlock& block, const Style& style) {
  const bool is_title = design::is_title(block.role);
  if (is_title || style.keep_together) {
    for (std::size_t i = 0; i + 1 < strips.size(); ++i)
      keep(strips[i], is_title ? Keep::lines : Keep::block);
  }
  if (is_title || style.keep_with_next) keep(strips.back(), Keep::heading);
  if (style.break_before != design::BreakBefore::no) strips.front().break_before = style.break_before;
}

/// Whether a hyphen of ours divides the line's last word.
bool ends_in_word(const text::Line& line) {
  const auto last = std::max_element(
      line.runs.begin(), line.runs.end(),
      [](const text::GlyphRun& a, const text::GlyphRun& b) { return a.logical_order < b.logical_order; });
  return last != line.runs.end() && !line.ends_paragraph && last->text.ends_with("\u00AD");
}

bool ends_in_long_blank(const design::StyledParagraph& words) {
  return !words.spans.empty() && words.spans.back().blank_runs_on;
}

/// The words from `begin` on, for a paragraph that goes on in another measure than it began.
design::StyledParagraph tail_of(const design::StyledParagraph& words, std::uint32_t begin) {
  design::StyledParagraph tail = words;
  tail.text = words.text.substr(begin);
  tail.spans.clear();
  for (design::StyledSpan span : words.spans) {
    if (span.end <= begin) continue;
    span.begin = std::max(span.begin, begin) - begin;
    span.end -= begin;
    tail.spans.push_back(std::move(span));
  }
  return tail;
}

Strip field_strip(Composer& composer, const design::StyledParagraph& words, const Room& room,
                  const text::LineShape& shape) {
  Strip strip;
  for (const text::Line& line : composer.text.lines(composer.text.shaped().measurable(words), shape)) {
    strip.height += line.height;
    ++strip.lines;
  }
  FieldPiece piece;
  piece.paragraph = &words;
  piece.at = Point{room.x, Length{}};
  piece.shape = shape;
  piece.printing = composer.printing;
  strip.pieces.emplace_back(piece);
  return strip;
}

}  // namespace

std::optional<design::Align> settled_align(const Composer& composer, const design::StyledParagraph& words,
                                           std::optional<design::Align> asked) {
  using design::Align;
  const Align own = composer.style(words.style).align;
  Align align = asked ? *asked : own;
  const bool is_front = composer.side == Side::front;
  if (align == Align::inside) align = is_front ? Align::start : Align::end;
  if (align == Align::outside) align = is_front ? Align::end : Align::start;
  if (words.locale.direction == composer.manuscript.locale.direction)
    return align == own ? std::nullopt : std::optional(align);
  // A line to write on takes what is left of the measure, from the words' own start.
  if (align == Align::start) return ends_in_long_blank(words) ? Align::start : Align::end;
  if (align == Align::end) return Align::start;
  return align;
}

Strips lay_out_paragraph(Composer& composer, const design::StyledParagraph& words, const Room& room,
                         const ParagraphLook& look) {
  const std::uint32_t leaf = composer.leaf++;
  if (leaf < composer.resume.leaf) return {};
  const std::uint32_t skipped = leaf == composer.resume.leaf ? composer.resume.text_begin : 0;
  const text::LineShape shape{room.width, settled_align(composer, words, look.align), look.rag};
  if (has_page_field(words)) {
    Strip strip = field_strip(composer, words, room, shape);
    strip.leaf = leaf;
    return {strip};
  }
  const design::StyledParagraph& rest = skipped > 0 ? composer.text.shaped().keep(tail_of(words, skipped)) : words;
  const std::vector<text::Line>& lines = composer.text.lines(rest, shape);
  const Style& style = composer.style(words.style);
  const int count = static_cast<int>(lines.size());
  Strips strips;
  strips.reserve(lines.size());
  for (int i = 0; i < count; ++i) {
    const text::Line& line = lines[static_cast<std::size_t>(i)];
    Strip& strip = strips.emplace_back();
    strip.height = line.height;
    strip.lines = 1;
    strip.leaf = leaf;
    strip.text_begin = line.text_begin + skipped;
    const bool orphan = i + 1 < style.orphans;
    const bool widow = i >= count - style.widows;
    // Nor does a column or a page end within a word.
    if (i + 1 < count && (orphan || widow || ends_in_word(line))) keep(strip, Keep::lines);
    LinePiece piece;
    piece.paragraph = &rest;
    piece.line = &line;
    piece.at = Point{room.x, Length{}};
    piece.width = room.width;
    piece.printing = composer.printing;
    strip.pieces.emplace_back(piece);
  }
  return strips;
}

Room room_of_child(const Room& inside, ChildPlace place) {
  Room room;
  room.x = inside.x;
  room.width = inside.width;
  room.around = inside.around;
  room.corner_around = inside.corner_around;
  room.align = inside.align;
  if (place == ChildPlace::first) {
    room.opens_box = inside.opens_box;
    room.least_height = inside.first_child_height;
    room.follows_in_row = inside.follows_in_row;
  }
  return room;
}

Strips lay_out_stack(Composer& composer, const design::FlowBlocks& blocks, const Room& room) {
  Strips strips;
  ChildPlace place = ChildPlace::first;
  for (const design::FlowBlock& block : blocks) {
    Strips part = lay_out_block(composer, block, room_of_child(room, place));
    const bool is_key = block.key.has_value();
    if (is_key && !part.empty() && !strips.empty()) keep(strips.back(), Keep::heading);
    std::move(part.begin(), part.end(), std::back_inserter(strips));
    place = ChildPlace::later;
  }
  return strips;
}

BoxContent box_of(const Composer& composer, const design::FlowBlock& block) {
  const Style& style = composer.style(block.style);
  BoxContent content;
  content.block = &block;
  content.has_box = has_box(block);
  content.centred_in_height = style.min_height > Length{} || style.shape == design::BoxShape::chevron;
  content.first_child_bleeds = first_child_bleeds(composer, block);
  return content;
}

Strips lay_out_block(Composer& composer, const design::FlowBlock& block, const Room& room) {
  if (block.key && !composer.keys.contains(*block.key)) return {};
  const Style& style = composer.style(block.style);
  BoxContent content = box_of(composer, block);
  content.lay_out = [&](const Room& inside) {
    return std::visit(ContentSetter{composer, block, style, inside}, block.content);
  };
  Strips strips = lay_out_box(composer, style, room, content);
  if (!strips.empty()) apply_keeps(strips, block, style);
  return strips;
}

}  // namespace handout::pages
