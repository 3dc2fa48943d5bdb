#include "pages/table_cells.h"

#include <algorithm>

#include "pages/blocks.h"
#include "pages/natural_widths.h"

namespace handout::pages {

namespace {

using namespace literals;

/// Words stand 2 mm (6 pt) clear of the grid.
constexpr Length grid_clearance = 6_pt;

}  // namespace

design::Edges cell_padding(const design::Table& table, const design::Style& style) {
  design::Edges padding = style.padding;
  if (table.grid) {
    padding.start = std::max(padding.start, grid_clearance);
    padding.end = std::max(padding.end, grid_clearance);
  }
  return padding;
}

text::ContentWidths cell_widths(Composer& composer, const design::TableCell& cell) {
  text::ContentWidths widest = natural_widths(composer, cell.blocks);
  const bool is_bare = cell.blocks.size() == 1 && cell.blocks.front().style == cell.style;
  if (!is_bare) return widest;
  const design::Style& style = composer.style(cell.style);
  const Length sides = style.padding.start + style.padding.end + style.rule.start + style.rule.end;
  widest.least = std::max(Length{}, widest.least - sides);
  widest.most = std::max(Length{}, widest.most - sides);
  return widest;
}

Strips lay_out_cell(Composer& composer, const design::TableCell& cell, const Room& room) {
  Strips strips;
  for (const design::FlowBlock& block : cell.blocks) {
    Room own = room;
    own.box_is_drawn = block.style == cell.style;
    Strips part = lay_out_block(composer, block, own);
    std::move(part.begin(), part.end(), std::back_inserter(strips));
  }
  return strips;
}

}  // namespace handout::pages
