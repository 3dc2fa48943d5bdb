#include "pages/tables.h"

#include <algorithm>

#include "pages/blocks.h"
#include "pages/rows.h"
#include "pages/table_cells.h"

namespace handout::pages {

namespace {

using design::Edges;
using design::Style;

/// A cell as it stands in its row.
struct CellLook {
  Length x, width;
  Edges padding;
  std::optional<Color> fill;
};
/// How a row is put together; kept for rows that have to be divided.
struct RowLook {
  std::vector<CellLook> cells;
  Length x, width;
  std::optional<Color> fill;
  Length least_height;
  Length rule_below;  ///< a line below the row, across
  Color rule_ink;
  Length grid;  ///< width of the lines around every cell; 0: none
  Color grid_ink;
};

struct Columns {
  std::vector<Length> x, width;
  Length gap;
};

Columns place_columns(Composer& composer, const design::Table& table, const Room& room) {
  Columns columns;
  columns.gap = column_gap(composer, table);
  const Length gaps = columns.gap * (table.columns - 1);
  columns.width = share_columns(natural_columns(composer, table), table, room.width - gaps);
  Length x = room.x;
  for (const Length width : columns.width) {
    columns.x.push_back(x);
    x += width + columns.gap;
  }
  return columns;
}

std::optional<Length> first_baseline(const Pieces& pieces) {
  std::optional<Length> top;
  for (const Piece& piece : pieces) {
    const auto* line = std::get_if<LinePiece>(&piece);
    if (!line || !line->line) continue;
    const Length baseline = line->at.y + line->line->baseline;
    if (!top || baseline < *top) top = baseline;
  }
  return top;
}

void add_box(Pieces& pieces, const Rect& rect, const std::optional<Color>& fill) {
  if (!fill) return;
  PathPiece box;
  box.path = figures::rectangle(rect);
  box.fill = fill;
  pieces.emplace_back(box);
}

void add_grid(Pieces& pieces, const RowLook& look, Length height) {
  const Length half = look.grid / 2;
  const auto across = [&](Length y) {
    pieces.emplace_back(RulePiece{Rect{look.x - half, y - half, look.width + look.grid, look.grid}, look.grid_ink});
  };
  const auto down = [&](Length x) {
    pieces.emplace_back(RulePiece{Rect{x - half, -half, look.grid, height + look.grid}, look.grid_ink});
  };
  across(Length{});
  across(height);
  down(look.x);
  for (const CellLook& cell : look.cells)
    down(cell.x + cell.width);
}

struct PutCell {
  Stacked stacked;
  std::optional<Length> baseline;
  Length drop;  ///< from the cell's content top to its words', so that first baselines stand level
};

std::vector<PutCell> level_cells(const std::vector<Strips>& cells) {
  std::vector<PutCell> put;
  std::optional<Length> lowest;
  for (const Strips& cell : cells) {
    PutCell one;
    one.stacked = stack_up(list_of(cell));
    one.baseline = first_baseline(one.stacked.pieces);
    if (one.baseline && (!lowest || *one.baseline > *lowest)) lowest = one.baseline;
    put.push_back(std::move(one));
  }
  for (PutCell& one : put) {
    if (one.baseline) one.drop = *lowest - *one.baseline;
  }
  return put;
}

Strip put_together(const std::vector<Strips>& cells, const RowLook& look) {
  std::vector<PutCell> put = level_cells(cells);
  Length height = look.least_height;
  for (std::size_t i = 0; i < put.size(); ++i) {
    const Edges& padding = look.cells[i].padding;
    height = std::max(height, padding.top + put[i].drop + put[i].stacked.height + padding.bottom);
  }
  Strip row;
  add_box(row.pieces, Rect{look.x, Length{}, look.width, height}, look.fill);
  for (const CellLook& cell : look.cells) {
    add_box(row.pieces, Rect{cell.x, Length{}, cell.width, height}, cell.fill);
  }
  for (std::size_t i = 0; i < put.size(); ++i) {
    const Edges& padding = look.cells[i].padding;
    const Length taken = put[i].drop + put[i].stacked.height;
    // In a row with a least height, to be written in, the words stand in the middle.
    const Length spare = look.least_height > Length{} ? height - padding.top - padding.bottom - taken : Length{};
    const Point by{Length{}, padding.top + put[i].drop + spare / 2};
    for (Piece& piece : put[i].stacked.pieces) {
      move_by(piece, by);
      row.pieces.push_back(std::move(piece));
    }
    row.lines = std::max(row.lines, put[i].stacked.lines);
  }
  if (look.grid > Length{}) add_grid(row.pieces, look, height);
  if (look.rule_below > Length{}) {
    row.pieces.emplace_back(RulePiece{Rect{look.x, height, look.width, look.rule_below}, look.rule_ink});
    height += look.rule_below;
  }
  row.height = height;
  return row;
}

RowLook look_of(const Composer& composer, const design::Table& table, const Style& style, const design::TableRow& row) {
  const Style& own = composer.style(row.style);
  RowLook look;
  look.least_height = own.row_height > Length{} ? own.row_height : style.row_height;
  if (!composer.manuscript.black_only) look.fill = own.fill;
  if (table.grid) {
    look.grid = style.rule.top > Length{} ? style.rule.top : style.row_rule;
    look.grid_ink = style.rule_ink.value_or(Color{});
  } else {
    const bool has_own = own.row_rule > Length{};
    look.rule_below = has_own ? own.row_rule : style.row_rule;
    look.rule_ink = (has_own ? own.rule_ink : style.rule_ink).value_or(Color{});
  }
  return look;
}

void rule_below_head(const Composer& composer, const design::Table& table, RowLook& look) {
  const Style& head = composer.style(table.head_style);
  if (!composer.manuscript.black_only && head.fill) look.fill = head.fill;
  if (table.grid || head.rule.bottom <= Length{}) return;
  look.rule_below = head.rule.bottom;
  look.rule_ink = head.rule_ink.value_or(Color{});
}

void place_cells(const Composer& composer, const design::Table& table, const design::TableRow& row,
                 const Columns& columns, RowLook& look) {
  look.x = columns.x.front();
  look.width = columns.x.back() + columns.width.back() - look.x;
  for (const design::TableCell& cell : row.cells) {
    const auto first = static_cast<std::size_t>(cell.column);
    const std::size_t last = std::min(columns.x.size(), first + static_cast<std::size_t>(std::max(1, cell.span))) - 1;
    CellLook one;
    one.x = columns.x.at(first);
    one.width = columns.x.at(last) + columns.width.at(last) - one.x;
    const Style& style = composer.style(cell.style);
    one.padding = cell_padding(table, style);
    if (!composer.manuscript.black_only) one.fill = style.fill;
    look.cells.push_back(one);
  }
}

Strip lay_out_table_row(Composer& composer, const design::TableRow& row, const RowLook& look) {
  const LeafOfItsOwn leaf(composer);
  std::vector<Strips> cells;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    Room room;
    room.x = look.cells[i].x + look.cells[i].padding.start;
    room.width = look.cells[i].width - look.cells[i].padding.start - look.cells[i].padding.end;
    cells.push_back(lay_out_cell(composer, row.cells[i], room));
  }
  Strip strip = put_together(cells, look);
  const auto compose = [look](const std::vector<Strips>& parts) { return put_together(parts, look); };
  strip.composite = std::make_shared<const Composite>(Composite{std::move(cells), compose});
  strip.leaf = leaf.number();
  return strip;
}

struct ReadNoMore {
  void operator()(LinePiece& piece) const { piece.printing.kind = Printing::Kind::artifact; }
  void operator()(FieldPiece& piece) const { piece.printing.kind = Printing::Kind::artifact; }
  void operator()(DrawingPiece& piece) const { piece.printing.kind = Printing::Kind::artifact; }
  void operator()(DotsPiece& piece) const { piece.printing.kind = Printing::Kind::artifact; }
  template <typename Other>
  void operator()(Other&) const {}
};

/// The words that say it goes on. They are no leaf of the table.
Strips lay_out_continued(Composer& composer, const design::Table& table, const Room& room) {
  const std::uint32_t leaf = composer.leaf;
  const Resume resume = composer.resume;
  composer.resume = Resume{};
  Strips strips = lay_out_stack(composer, table.continued, room);
  composer.leaf = leaf;
  composer.resume = resume;
  return strips;
}

/// What stands at the top of the next column: the words that say the table goes on, and its head.
std::shared_ptr<const Strip> repeated(Composer& composer, const design::Table& table, const Room& room,
                                      const Strip& head) {
  Strip copy = head;
  const Strips words = lay_out_continued(composer, table, room);
  if (!words.empty()) {
    Stacked above = stack_up(list_of(words));
    // Captions are styled as standing below: the space before them is the one on the table's side.
    above.height += composer.style(table.continued.front().style).space_before;
    for (Piece& piece : copy.pieces) {
      move_by(piece, Point{Length{}, above.height});
      above.pieces.push_back(std::move(piece));
    }
    copy.pieces = std::move(above.pieces);
    copy.height += above.height;
  }
  for (Piece& piece : copy.pieces)
    std::visit(ReadNoMore{}, piece);
  copy.composite = nullptr;
  copy.lines = 0;
  return std::make_shared<const Strip>(std::move(copy));
}

/// A small table is seen at a glance and stays whole; a longer one leaves no row alone.
void keep_rows(Strips& strips, std::size_t rows) {
  constexpr std::size_t most_rows_kept = 6;
  const bool stays_whole = rows <= most_rows_kept;
  const std::size_t head = strips.size() - std::min(strips.size(), rows);
  for (std::size_t i = head; i + 1 < strips.size(); ++i) {
    if (stays_whole || i == head || i + 2 == strips.size()) keep(strips[i], stays_whole ? Keep::block : Keep::lines);
  }
}

}  // namespace

Strips lay_out_table(Composer& composer, const design::Table& table, const Style& style, const Room& room) {
  const Columns columns = place_columns(composer, table, room);
  const std::uint32_t printed_before = composer.resume.leaf;
  Strips strips;
  const auto add = [&](Strip strip) {
    if (strip.leaf >= printed_before) strips.push_back(std::move(strip));
  };
  std::shared_ptr<const Strip> head;
  for (const design::TableRow& row : table.head) {
    RowLook look = look_of(composer, table, style, row);
    place_cells(composer, table, row, columns, look);
    rule_below_head(composer, table, look);
    Strip strip = lay_out_table_row(composer, row, look);
    if (style.repeat_head) head = repeated(composer, table, room, strip);
    strip.keep_with_next = Keep::heading;
    add(std::move(strip));
  }
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    RowLook look = look_of(composer, table, style, table.rows[i]);
    place_cells(composer, table, table.rows[i], columns, look);
    if (i % 2 == 1 && !look.fill && !composer.manuscript.black_only) look.fill = style.stripe;
    const bool is_last = i + 1 == table.rows.size();
    if (is_last) look.rule_below = Length{};
    Strip strip = lay_out_table_row(composer, table.rows[i], look);
    strip.repeat_head = head;
    add(std::move(strip));
  }
  keep_rows(strips, table.rows.size());
  return strips;
}

}  // namespace handout::pages
