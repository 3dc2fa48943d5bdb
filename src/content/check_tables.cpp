#include "content/content_checks.h"

#include <fmt/format.h>

#include <algorithm>

#include "content/attribute_values.h"
#include "content/xml_text.h"

namespace handout::content {
namespace {

int columns_of(const XmlElement& row) {
  int columns = 0;
  for (const XmlElement* cell : row.elements()) {
    columns += cell->attribute("span") == nullptr ? 1 : std::max(1, read_number(value_of(*cell, "span")));
  }
  return columns;
}

bool is_empty(const XmlElement& cell) {
  return cell.elements().empty() && is_blank(text_of(cell));
}

void check_empty_cells(const XmlElement& row, bool (*may_be_empty)(const XmlElement&), Diagnostics& diagnostics) {
  for (const XmlElement* cell : row.elements()) {
    if (!is_empty(*cell) || may_be_empty(*cell)) continue;
    diagnostics.error("content.empty-text", "<cell> has no words", cell->where,
                      "write its words; only in a table kind=\"fill-in\" is an empty cell a space to write in");
  }
}

bool never(const XmlElement&) {
  return false;
}
bool is_space_to_write_in(const XmlElement& cell) {
  return value_of(cell, "header") != "yes";
}

void check_table(const XmlElement& table, Diagnostics& diagnostics) {
  const bool to_fill_in = value_of(table, "kind") == "fill-in";
  const XmlElement* first = nullptr;
  bool has_header = false;
  for (const XmlElement* row : table.elements()) {
    if (row->name != "head" && row->name != "row") continue;
    const bool is_head = row->name == "head";
    check_empty_cells(*row, is_head || !to_fill_in ? never : is_space_to_write_in, diagnostics);
    const std::vector<const XmlElement*> cells = row->elements();
    has_header = has_header || is_head || std::any_of(cells.begin(), cells.end(), [](const XmlElement* cell) {
                   return value_of(*cell, "header") == "yes";
                 });
    if (first == nullptr) first = row;
    const int wanted = columns_of(*first), columns = columns_of(*row);
    if (columns == wanted) continue;
    diagnostics.error("content.table-shape",
                      fmt::format("this <row> has {} columns, the {} has {}", columns,
                                  first->name == "head" ? "<head>" : "first <row>", wanted),
                      row->where, fmt::format("give it cells for {} columns, or let one span more", wanted));
  }
  if (has_header || first == nullptr) return;
  diagnostics.error("content.table-no-header", "this <table> has neither a <head> nor a heading cell", table.where,
                    "write a <head>, or header=\"yes\" on the cell that names each row");
}

void check_risk_table(const XmlElement& table, Diagnostics& diagnostics) {
  const XmlElement* head = child_named(table, "head");
  if (head == nullptr) return;
  check_empty_cells(*head, never, diagnostics);
  const std::size_t groups = head->elements().empty() ? 0 : head->elements().size() - 1;
  const int of = read_number(value_of(table, "of"));
  for (const XmlElement* risk : table.elements()) {
    const std::optional<std::vector<int>> counts = read_counts(value_of(*risk, "counts"));
    if (risk->name != "risk" || !counts) continue;
    if (counts->size() != groups) {
      diagnostics.error(
          "content.risk-count",
          fmt::format("<risk> has {} counts, but the <head> has {} cells after the first", counts->size(), groups),
          place_of(*risk, "counts"), "write one number for each of these cells");
    }
    for (const int count : *counts) {
      if (of == 0 || count <= of) continue;
      diagnostics.error("content.risk-count", fmt::format("{} is more than the {} people of the table", count, of),
                        place_of(*risk, "counts"), "correct the number, or of in <risk-table>");
    }
  }
}

}  // namespace

void check_tables(const XmlElement& root, Diagnostics& diagnostics) {
  each_element(root, [&](const XmlElement& element) {
    if (!is_from(element, root)) return;
    if (element.name == "table") check_table(element, diagnostics);
    if (element.name == "risk-table") check_risk_table(element, diagnostics);
  });
}

}  // namespace handout::content
