#include "design/structure_tree.h"

namespace handout::design {

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
