#include "design/structure_tree.h"

#include "base/diagnostic.h"

namespace handout::design {

std::string_view type_name(StructureType type) {
  switch (type) {
    case StructureType::document:
      return "Document";
    case StructureType::section:
      return "Sect";
    case StructureType::div:
      return "Div";
    case StructureType::h1:
      return "H1";
    case StructureType::h2:
      return "H2";
    case StructureType::h3:
      return "H3";
    case StructureType::paragraph:
      return "P";
    case StructureType::list:
      return "L";
    case StructureType::list_item:
      return "LI";
    case StructureType::label:
      return "Lbl";
    case StructureType::list_body:
      return "LBody";
    case StructureType::table:
      return "Table";
    case StructureType::table_row:
      return "TR";
    case StructureType::table_header_cell:
      return "TH";
    case StructureType::table_cell:
      return "TD";
    case StructureType::figure:
      return "Figure";
    case StructureType::caption:
      return "Caption";
    case StructureType::link:
      return "Link";
    case StructureType::reference:
      return "Reference";
    case StructureType::span:
      return "Span";
  }
  ENSURE(false);
  return {};
}

StructureId StructureTree::add(StructureId parent, StructureType type) {
  const StructureId id{static_cast<std::uint32_t>(nodes.size())};
  StructureNode node;
  node.type = type;
  node.parent = parent.value;
  if (!nodes.empty()) nodes.at(parent.value).children.push_back(id.value);
  nodes.push_back(std::move(node));
  return id;
}

}  // namespace handout::design
