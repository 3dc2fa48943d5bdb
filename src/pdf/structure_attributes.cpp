#include "pdf/structure_attributes.h"

#include "pdf/numbers.h"

namespace handout::pdf {
namespace {

using design::HeaderScope;
using design::ListNumbering;
using design::StructureType;

bool has_labels(const design::StructureTree& tree, const design::StructureNode& list) {
  for (const std::uint32_t item : list.children)
    for (const std::uint32_t part : tree.nodes[item].children)
      if (tree.nodes[part].type == StructureType::label) return true;
  return false;
}

/// ISO 14289-2, 8.2.5.25, forbids None where items have labels; PDF 1.7 has no other name for labels that are words.
std::string_view numbering_name(const design::StructureTree& tree, const design::StructureNode& list,
                                const Profile& profile) {
  switch (list.numbering) {
    case ListNumbering::none:
      return has_labels(tree, list) ? profile.words_for_labels : "None";
    case ListNumbering::disc:
      return "Disc";
    case ListNumbering::square:
      return "Square";
    case ListNumbering::decimal:
      return "Decimal";
  }
  return "None";
}

std::string list_attributes(std::string_view numbering) {
  return "/A<</O/List/ListNumbering/" + std::string(numbering) + ">>";
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

std::string attribute_entry(const design::StructureTree& tree, design::StructureId id, const FigureBoxes& boxes,
                            const Profile& profile) {
  const design::StructureNode& node = tree[id];
  switch (node.type) {
    case StructureType::list:
      return list_attributes(numbering_name(tree, node, profile));
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
