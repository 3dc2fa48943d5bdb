#include "pages/natural_widths.h"

#include <algorithm>

#include "pages/blocks.h"
#include "pages/pictures.h"
#include "pages/tables.h"

namespace handout::pages {

namespace {

using namespace literals;
using text::ContentWidths;

/// Lines to write on are of use from about a word's length.
constexpr Length least_note = 20_mm;
/// A drawing without a stated size may be this small before a row wraps.
constexpr Length least_drawing = 20_mm;
/// "As wide as there is": wider than any paper.
constexpr Length any_width = 2000_pt;

ContentWidths wider(ContentWidths a, ContentWidths b) {
  return {std::max(a.least, b.least), std::max(a.most, b.most)};
}

ContentWidths widths_of_row(Composer& composer, const design::Row& row) {
  ContentWidths sum;
  for (const design::RowCell& cell : row.cells) {
    ContentWidths own = natural_widths(composer, cell.block);
    own.least = std::max(own.least, cell.least);
    if (cell.width.kind == design::FurnitureWidth::Kind::measure &&
        cell.width.measure.unit == design::Measure::Unit::absolute) {
      own.least = own.most = Length{cell.width.measure.units};
    }
    sum.least = std::max(sum.least, own.least);  // a row may wrap
    sum.most += own.most + (sum.most > Length{} ? row.gap : Length{});
  }
  return sum;
}

ContentWidths widths_of_table(Composer& composer, const design::Table& table) {
  ContentWidths sum;
  for (const ColumnNeeds& column : natural_columns(composer, table)) {
    sum.least += column.least;
    sum.most += column.most;
  }
  const Length gaps = column_gap(composer, table) * (table.columns - 1);
  return {sum.least + gaps, sum.most + gaps};
}

struct ContentVisitor {
  Composer& composer;
  const design::Style& style;
  ContentWidths operator()(const design::StyledParagraph& words) const { return composer.text.widths(words); }
  ContentWidths operator()(const design::Stack& stack) const { return natural_widths(composer, stack.children); }
  ContentWidths operator()(const design::Row& row) const { return widths_of_row(composer, row); }
  ContentWidths operator()(const design::Table& table) const { return widths_of_table(composer, table); }
  ContentWidths operator()(const design::Picture& picture) const { return natural_widths(picture, style); }
  ContentWidths operator()(const design::Dots& dots) const {
    const Length width = dots_width(style, std::min(style.dots_across, dots.of));
    return {width, width};
  }
  ContentWidths operator()(const design::NoteLines&) const { return {least_note, any_width}; }
  ContentWidths operator()(const design::RuleLine&) const { return {Length{}, any_width}; }
};

ContentWidths limited(ContentWidths widths, const design::Style& style) {
  if (!style.width || style.width->unit != design::Measure::Unit::absolute) return widths;
  const Length width{style.width->units};
  return {std::min(widths.least, width), std::min(widths.most, width)};
}

struct FurnitureVisitor {
  Composer& composer;
  const design::StyledFurniture& item;
  ContentWidths operator()(const design::FurnitureWords& words) const { return composer.text.widths(words.words); }
  ContentWidths operator()(const design::FurnitureRow& row) const {
    ContentWidths sum;
    for (const design::StyledFurniture& child : row.items) {
      const ContentWidths own = natural_widths(composer, child);
      sum.least = std::max(sum.least, own.least);
      sum.most += own.most + (sum.most > Length{} ? row.gap : Length{});
    }
    return sum;
  }
  ContentWidths operator()(const design::FurnitureStack& stack) const {
    ContentWidths widest;
    for (const design::StyledFurniture& child : stack.items)
      widest = wider(widest, natural_widths(composer, child));
    return widest;
  }
  ContentWidths operator()(const design::ThreadSlot& slot) const {
    const ContentWidths blocks = natural_widths(composer, composer.manuscript.threads.at(slot.thread).blocks);
    return {blocks.least, any_width};
  }
  ContentWidths operator()(const design::Picture& picture) const {
    return natural_widths(picture, composer.style(item.style));
  }
  ContentWidths operator()(const design::NoteLines&) const { return {least_note, any_width}; }
  ContentWidths operator()(const design::RuleLine&) const { return {Length{}, any_width}; }
};

}  // namespace

ContentWidths natural_widths(Composer& composer, const design::FlowBlock& block) {
  if (block.key && !composer.keys.contains(*block.key)) return {};
  const design::Style& style = composer.style(block.style);
  ContentWidths widths = std::visit(ContentVisitor{composer, style}, block.content);
  BoxContent content;
  content.block = &block;
  content.has_box = !std::holds_alternative<design::Dots>(block.content) &&
                    !std::holds_alternative<design::Picture>(block.content) &&
                    !std::holds_alternative<design::Table>(block.content);
  const Length insets = side_insets(composer, style, content);
  return limited({widths.least + insets, widths.most + insets}, style);
}

ContentWidths natural_widths(Composer& composer, const design::FlowBlocks& blocks) {
  ContentWidths widest;
  for (const design::FlowBlock& block : blocks)
    widest = wider(widest, natural_widths(composer, block));
  return widest;
}

ContentWidths natural_widths(Composer& composer, const design::StyledFurniture& item) {
  ContentWidths widths = std::visit(FurnitureVisitor{composer, item}, item.item);
  if (!std::holds_alternative<design::ThreadSlot>(item.item)) {
    BoxContent content;
    content.has_box = !std::holds_alternative<design::Picture>(item.item);
    const design::Style& style = composer.style(item.style);
    const Length insets = side_insets(composer, style, content);
    widths = limited({widths.least + insets, widths.most + insets}, style);
  }
  return widths;
}

ContentWidths natural_widths(const design::Picture& picture, const design::Style& style) {
  const Rect& view = picture.drawing->view_box;
  if (picture.height) {
    const Length width = scaled(*picture.height, view.width.units, view.height.units);
    return {width, width};
  }
  const design::Measure* stated = picture.width ? &*picture.width : style.width ? &*style.width : nullptr;
  if (stated && stated->unit == design::Measure::Unit::absolute) {
    // The white beside a code hangs out of its measure.
    const Length width = Length{stated->units} - quiet_zone(*picture.drawing, Length{stated->units});
    return {width, width};
  }
  if (style.max_height) {
    return {least_drawing, scaled(*style.max_height, view.width.units, view.height.units)};
  }
  return {least_drawing, view.width};
}

}  // namespace handout::pages
