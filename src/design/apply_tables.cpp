#include <algorithm>
#include <utility>
#include <variant>

#include "design/apply_blocks.h"
#include "design/captions.h"
#include "design/dots.h"
#include "design/link_targets.h"
#include "design/named_texts.h"
#include "design/styled_words.h"

namespace handout::design {
namespace {

/// A table while its rows are added.
struct OpenTable {
  Surroundings holder;  ///< read in the Table
  FlowBlock block;
  std::optional<FlowBlock> caption;
  Table table;
};

OpenTable open_table(Applying& applying, const ElementName& name, const std::optional<content::Words>& caption,
                     const Surroundings& around) {
  OpenTable open;
  open.holder = inside(applying, around, name);
  open.holder.element = add_element(applying, around, StructureType::table);
  open.block = block_of(open.holder.style, open.holder.element);
  open.table.head_style = applying.style_of({"head", ""}, open.holder);
  if (caption) open.caption = apply_words(applying, *caption, open.holder, {"caption", ""}, StructureType::caption);
  return open;
}

int columns_of(const TableRow& row) {
  int columns = 0;
  for (const TableCell& cell : row.cells)
    columns += cell.span;
  return columns;
}

/// As many as the longest row has.
int columns_of(const Table& table) {
  int columns = 1;
  for (const auto* rows : {&table.head, &table.rows}) {
    for (const TableRow& row : *rows)
      columns = std::max(columns, columns_of(row));
  }
  return columns;
}

/// Said where the table goes on, in the look of its caption.
FlowBlock apply_continued(Applying& applying, const Surroundings& table) {
  const Surroundings holder = inside(applying, table, {"caption", ""});
  const content::Words words = named_text(applying, "table.continued");
  return paragraph_block(styled_paragraph(applying, words, holder, Artifact::layout));
}

FlowBlocks close_table(Applying& applying, OpenTable open) {
  const CaptionSide side = applying.styles[open.holder.style].properties.caption_side.value_or(CaptionSide::top);
  open.table.columns = columns_of(open.table);
  if (!open.table.head.empty()) open.table.continued.push_back(apply_continued(applying, open.holder));
  open.block.content = std::move(open.table);
  if (open.caption) return apply_caption(applying, {std::move(open.block), std::move(*open.caption), side});
  FlowBlocks result;
  result.push_back(std::move(open.block));
  return result;
}

/// What a table says of its rows holds for each row that does not say otherwise.
StyleId row_style(Applying& applying, const ElementName& row, const Surroundings& table) {
  const StyleProperties of_table = applying.styles[table.style].properties;
  return applying.styles.changed(applying.style_of(row, table), [&](StyleProperties& properties) {
    if (!properties.row_rule) properties.row_rule = of_table.row_rule;
    if (!properties.row_height) properties.row_height = of_table.row_height;
    if (!properties.rule_ink) properties.rule_ink = of_table.rule_ink;
  });
}

struct OpenRow {
  Surroundings holder;  ///< read in the TR
  TableRow row;
  int column = 0;
};

OpenRow open_row(Applying& applying, const Surroundings& table, const ElementName& name) {
  OpenRow open;
  open.holder = table;
  open.holder.name = name;
  open.holder.style = row_style(applying, name, table);
  open.holder.element = add_element(applying, table, StructureType::table_row);
  open.row.style = open.holder.style;
  open.row.element = open.holder.element;
  return open;
}

struct CellStart {
  ElementName name;
  HeaderScope scope = HeaderScope::none;
  int span = 1;
};

/// A cell with nothing in it yet.
struct OpenCell {
  Surroundings holder;  ///< read in the TH or TD
  TableCell cell;
};

OpenCell open_cell(Applying& applying, OpenRow& row, const CellStart& start) {
  OpenCell open;
  open.holder = inside(applying, row.holder, start.name);
  const bool header = start.scope != HeaderScope::none;
  open.holder.element =
      add_element(applying, row.holder, header ? StructureType::table_header_cell : StructureType::table_cell);
  StructureNode& node = applying.structure[open.holder.element];
  node.scope = start.scope;
  node.column_span = static_cast<std::uint16_t>(start.span);
  open.cell.style = open.holder.style;
  open.cell.element = open.holder.element;
  open.cell.column = row.column;
  open.cell.span = start.span;
  row.column += start.span;
  return open;
}

/// Words stand in the TH or TD itself, styled by the cell, whose box is drawn by the table. `named` is what their
/// inline elements see around them.
FlowBlock cell_words(Applying& applying, const content::Words& words, const Surroundings& holder,
                     const ElementName& named) {
  if (words.lang && *words.lang != holder.locale) applying.structure[holder.element].lang = *words.lang;
  Surroundings plain = holder;
  plain.style = applying.plain_inside(holder.style);
  plain.name = named;
  return paragraph_block(styled_paragraph(applying, words, plain, holder.element));
}

void add_cell(Applying& applying, OpenRow& row, const content::Cell& cell, HeaderScope scope_of_header) {
  const bool header = cell.header || scope_of_header == HeaderScope::column;
  CellStart start;
  start.name = {"cell", header ? "header" : ""};
  start.scope = header ? scope_of_header : HeaderScope::none;
  start.span = cell.span;
  auto [holder, made] = open_cell(applying, row, start);
  if (const auto* blocks = std::get_if<content::Blocks>(&cell.body)) {
    made.blocks = apply_blocks(applying, *blocks, holder);
  } else if (const auto& words = std::get<content::Words>(cell.body); !words.empty()) {
    made.blocks.push_back(cell_words(applying, words, holder, start.name));
  }
  if (!cell.id.empty()) {
    set_target(applying, element_key(cell.id), made.element);
    applying.structure[made.element].content_id = cell.id;
  }
  row.row.cells.push_back(std::move(made));
}

TableRow apply_row(Applying& applying, const content::Row& cells, const Surroundings& table, const ElementName& name) {
  OpenRow row = open_row(applying, table, name);
  const HeaderScope scope = name.name == "head" ? HeaderScope::column : HeaderScope::row;
  for (const content::Cell& cell : cells)
    add_cell(applying, row, cell, scope);
  return std::move(row.row);
}

TableRow apply_blank_row(Applying& applying, int columns, const Surroundings& table) {
  OpenRow row = open_row(applying, table, {"row", ""});
  while (row.column < columns)
    row.row.cells.push_back(open_cell(applying, row, {{"cell", ""}, HeaderScope::none, 1}).cell);
  return std::move(row.row);
}

/// "4 in 100", and the dots where their style gives them a size.
void add_count(Applying& applying, OpenRow& row, int count, int of) {
  auto [holder, cell] = open_cell(applying, row, {{"cell", ""}, HeaderScope::none, 1});
  const TextValues values{{"risk.count", applying.number(count, holder.locale)},
                          {"risk.of", applying.number(of, holder.locale)}};
  cell.blocks.push_back(cell_words(applying, named_text(applying, "risk", values), holder, row.holder.name));
  const std::optional<Measure>& size = applying.styles.properties({"dots", ""}, row.holder.name).marker_size;
  if (size && size->units > 0) {
    Surroundings dots = holder;
    dots.name = row.holder.name;
    cell.blocks.push_back(apply_dots(applying, {{count}, of}, dots));
  }
  row.row.cells.push_back(std::move(cell));
}

TableRow apply_risk(Applying& applying, const content::Risk& risk, int of, const Surroundings& table) {
  OpenRow row = open_row(applying, table, {"risk", ""});
  auto [holder, name] = open_cell(applying, row, {{"cell", ""}, HeaderScope::row, 1});
  name.blocks.push_back(cell_words(applying, risk.words, holder, row.holder.name));
  if (!risk.id.empty()) {
    set_target(applying, element_key(risk.id), name.element);
    applying.structure[name.element].content_id = risk.id;
  }
  row.row.cells.push_back(std::move(name));
  for (const int count : risk.counts)
    add_count(applying, row, count, of);
  return std::move(row.row);
}

}  // namespace

FlowBlocks apply_block(Applying& applying, const content::Table& table, const Surroundings& around) {
  const bool fill_in = table.kind == content::TableKind::fill_in;
  OpenTable open = open_table(applying, {"table", fill_in ? "fill-in" : "data"}, table.caption, around);
  open.table.grid = fill_in;
  if (table.head) open.table.head.push_back(apply_row(applying, *table.head, open.holder, {"head", ""}));
  for (const content::Row& row : table.rows) {
    open.table.rows.push_back(apply_row(applying, row, open.holder, {"row", ""}));
  }
  const int columns = columns_of(open.table);
  for (int blank = 0; blank < table.blank_rows; ++blank)
    open.table.rows.push_back(apply_blank_row(applying, columns, open.holder));
  return close_table(applying, std::move(open));
}

FlowBlocks apply_block(Applying& applying, const content::RiskTable& table, const Surroundings& around) {
  OpenTable open = open_table(applying, {"risk-table", ""}, table.caption, around);
  open.table.head.push_back(apply_row(applying, table.head, open.holder, {"head", ""}));
  for (const content::Risk& risk : table.risks) {
    open.table.rows.push_back(apply_risk(applying, risk, table.of, open.holder));
  }
  return close_table(applying, std::move(open));
}

}  // namespace handout::design
