#include "pdf/structure_attributes.h"

#include "pdf/numbers.h"

namespace handout::pdf {
namespace {

using design::HeaderScope;
using design::ListNumbering;
using design::StructureType;

const char* numbering_name(ListNumbering numbering) {
  switch (numbering) {
    case ListNumbering::none:
      return "None";
    case ListNumbering::disc:
      return "Disc";
    case ListNumbering::square:
      return "Square";
    case ListNumbering::decimal:
      return "Decimal";
  }
  return "None";
}

std::string table_attributes(const design::StructureNode& node) {
  std::string attributes;
  if (node.type == StructureType::table_header_cell && node.scope != HeaderScope::none)
    attributes += node.scope == HeaderScope::column ? "/Scope/Column" : "/Scope/Row";
  if (node.column_span > 1) {
    attributes += "/ColSpan ";
    append_integer(attributes, node.column_span);
  }
  return attributes.empty() ? attributes : "/A<</O/Table" + attributes + ">>";
}

}  // namespace

FigureBoxes figure_boxes(const pages::PagedDocument& document) {
  FigureBoxes boxes;
  for (const pages::Page& page : document.pages) {
    const std::int64_t height = hundredths(page.size.height);
    for (const pages::FigureArea& area : page.figures) {
      std::string box = "[";
      for (const std::int64_t edge : {hundredths(area.box.x), height - hundredths(area.box.bottom()),
                                      hundredths(area.box.right()), height - hundredths(area.box.y)}) {
        append_decimal(box, edge, 2);
        box += ' ';
      }
      box.back() = ']';
      boxes.try_emplace(area.element, std::move(box));
    }
  }
  return boxes;
}

std::string attribute_entry(const design::StructureTree& tree, design::StructureId id, const FigureBoxes& boxes) {
  const design::StructureNode& node = tree[id];
  switch (node.type) {
    case StructureType::list:
      return std::string("/A<</O/List/ListNumbering/") + numbering_name(node.numbering) + ">>";
    case StructureType::table_header_cell:
    case StructureType::table_cell:
      return table_attributes(node);
    case StructureType::figure: {
      const auto box = boxes.find(id);
      return box == boxes.end() ? std::string() : "/A<</O/Layout/Placement/Block/BBox" + box->second + ">>";
    }
    default:
      return {};
  }
}

}  // namespace handout::pdf
