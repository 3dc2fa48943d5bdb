#include <utility>

#include "design/apply_blocks.h"
#include "design/link_targets.h"
#include "design/markers.h"

namespace handout::design {
namespace {

using namespace literals;

const char* name_of(content::ZoneKind kind) {
  switch (kind) {
    case content::ZoneKind::emergency:
      return "emergency";
    case content::ZoneKind::call:
      return "call";
    case content::ZoneKind::expected:
      return "expected";
  }
  return "expected";
}

FlowBlock apply_zone(Applying& applying, const content::Zone& zone, const Surroundings& zones) {
  Surroundings holder = inside(applying, zones, {"zone", name_of(zone.kind)});
  holder.element = add_element(applying, zones, StructureType::section);
  FlowBlock block = block_of(holder.style, holder.element);
  block.marker = icon_marker(applying, holder.style);
  block.content = Stack{apply_titled_blocks(applying, {zone.title, StructureType::h3, zone.blocks}, holder)};
  block.where = zone.where;
  if (!zone.id.empty()) {
    set_target(applying, element_key(zone.id), holder.element);
    applying.structure[holder.element].content_id = zone.id;
  }
  return block;
}

}  // namespace

FlowBlocks apply_block(Applying& applying, const content::Zones& zones, const Surroundings& around) {
  const Surroundings holder = inside(applying, around, {"zones", ""});
  const bool across = applying.styles[holder.style].properties.arrange.value_or(Arrange::down) == Arrange::across;
  // Emergency and call face each other, headers equally tall; what is expected stands beneath.
  Row row;
  row.equal_heights = true;
  row.level_first_children = true;
  row.gap = 6_mm;  // the gutter
  FlowBlocks below;
  for (const content::Zone& zone : zones.zones) {
    FlowBlock block = apply_zone(applying, zone, holder);
    if (!across || zone.kind == content::ZoneKind::expected) {
      below.push_back(std::move(block));
      continue;
    }
    RowCell cell;
    cell.block = std::move(block);
    cell.least = 50_mm;  // a telephone number in a heading stays on one line
    row.cells.push_back(std::move(cell));
  }
  if (!row.cells.empty()) {
    FlowBlock facing;
    facing.style = applying.plain_inside(holder.style);
    facing.content = std::move(row);
    below.insert(below.begin(), std::move(facing));
  }
  return {stack_block(holder.style, std::move(below))};
}

}  // namespace handout::design
