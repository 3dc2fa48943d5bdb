#include "pages/rows.h"

#include <algorithm>

#include "pages/blocks.h"
#include "pages/natural_widths.h"

namespace handout::pages {

namespace {

using design::Align;

/// A rule between two cells.
struct BetweenRule {
  Length x, width;
  Color ink;
};

/// How a line of cells is put together; kept for rows that have to be divided.
struct LineLook {
  bool equal_heights = false;
  std::vector<BetweenRule> rules;
};

Strip put_together(const std::vector<Strips>& cells, const LineLook& look) {
  Strip line;
  for (const Strips& cell : cells)
    line.height = std::max(line.height, stacked_height(cell));
  for (const BetweenRule& rule : look.rules) {
    line.pieces.emplace_back(RulePiece{Rect{rule.x, Length{}, rule.width, line.height}, rule.ink});
  }
  for (const Strips& cell : cells) {
    if (cell.empty()) continue;
    Stacked stacked = stack_up(list_of(cell), look.equal_heights ? line.height : Length{});
    line.pieces.insert(line.pieces.end(), std::make_move_iterator(stacked.pieces.begin()),
                       std::make_move_iterator(stacked.pieces.end()));
    line.lines += stacked.lines;
    line.space_before = std::max(line.space_before, cell.front().space_before);
    line.space_after = std::max(line.space_after, cell.back().space_after);
    keep(line, cell.back().keep_with_next);
  }
  return line;
}

Room room_of_cell(const design::Row& row, const Room& room, const CellLine& line, std::size_t at) {
  const design::RowCell& cell = row.cells[line[at].index];
  Room own;
  own.x = room.x + line[at].x;
  own.width = line[at].width;
  own.width_is_settled = cell.width.kind == design::FurnitureWidth::Kind::measure;
  own.follows_in_row = at > 0;
  own.end_rule_is_drawn = row.rules_between;
  if (cell.align != Align::start) own.align = cell.align;
  return own;
}

/// The height of a cell's first child, its box included.
Length first_child_height(Composer& composer, const design::FlowBlock& block, const Room& room) {
  const auto* stack = std::get_if<design::Stack>(&block.content);
  if (!stack || stack->children.empty()) return Length{};
  Length height;
  BoxContent content = box_of(composer, block);
  content.lay_out = [&](const Room& inside) {
    Strips strips = lay_out_block(composer, stack->children.front(), room_of_child(inside, ChildPlace::first));
    height = stacked_height(strips);
    return strips;
  };
  lay_out_box(composer, composer.style(block.style), room, content);
  return height;
}

LineLook look_of(const Composer& composer, const design::Row& row, const Room& room, const CellLine& line) {
  LineLook look;
  look.equal_heights = row.equal_heights;
  if (!row.rules_between) return look;
  for (std::size_t at = 0; at + 1 < line.size(); ++at) {
    const design::Style& style = composer.style(row.cells[line[at].index].block.style);
    if (style.rule.end <= Length{}) continue;
    const Length middle = (line[at].x + line[at].width + line[at + 1].x) / 2;
    look.rules.push_back({room.x + middle - style.rule.end / 2, style.rule.end, style.rule_ink.value_or(Color{})});
  }
  return look;
}

Strip lay_out_line(Composer& composer, const design::Row& row, const Room& room, const CellLine& line) {
  Length level;
  if (row.level_first_children) {
    for (std::size_t at = 0; at < line.size(); ++at) {
      const design::FlowBlock& block = row.cells[line[at].index].block;
      level = std::max(level, first_child_height(composer, block, room_of_cell(row, room, line, at)));
    }
  }
  std::vector<Strips> cells;
  for (std::size_t at = 0; at < line.size(); ++at) {
    Room own = room_of_cell(row, room, line, at);
    own.first_child_height = level;
    const design::FlowBlock& block = row.cells[line[at].index].block;
    cells.push_back(lay_out_block(composer, block, own));
    // A title beside its text stands over nothing below.
    if (block.role == design::BlockRole::title && !cells.back().empty()) cells.back().back().keep_with_next = Keep::no;
  }
  const LineLook look = look_of(composer, row, room, line);
  Strip strip = put_together(cells, look);
  const auto compose = [look](const std::vector<Strips>& parts) { return put_together(parts, look); };
  strip.composite = std::make_shared<const Composite>(Composite{std::move(cells), compose});
  return strip;
}

}  // namespace

Strips lay_out_row(Composer& composer, const design::Row& row, const Room& room) {
  LeafOfItsOwn leaf(composer);
  if (leaf.is_printed()) return {};
  std::vector<CellWish> wishes;
  for (std::size_t i = leaf.printed(); i < row.cells.size(); ++i) {
    const design::RowCell& cell = row.cells[i];
    CellWish wish{cell.width, cell.shares, natural_widths(composer, cell.block)};
    wish.natural.least = std::max(wish.natural.least, cell.least);
    wishes.push_back(wish);
  }
  const Length gap = room.row_gap.value_or(row.gap);
  std::vector<CellLine> lines = arrange_cells(wishes, CellSpacing{room.width, gap, row.most_across});
  Strips strips;
  for (CellLine& line : lines) {
    for (PlacedCell& cell : line)
      cell.index += leaf.printed();
    Strip strip = lay_out_line(composer, row, room, line);
    strip.leaf = leaf.number();
    strip.text_begin = static_cast<std::uint32_t>(line.front().index);
    // Lines of cells that state no space of their own still stand apart.
    if (!strips.empty()) strip.space_before = std::max(strip.space_before, gap / 2);
    strips.push_back(std::move(strip));
  }
  return strips;
}

}  // namespace handout::pages
