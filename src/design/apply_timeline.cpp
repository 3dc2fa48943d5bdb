#include <utility>

#include "design/apply_blocks.h"
#include "design/link_targets.h"

namespace handout::design {
namespace {

using namespace literals;

/// Four chevrons on a line; five or more stages make two rows.
constexpr int most_on_a_line = 4;
// So that four stages across the usual measure of 175 mm are 40.5 mm wide.
constexpr Length gutter = 4.33_mm;
constexpr Length least_stage = 30_mm;

FlowBlock apply_stage(Applying& applying, const content::Stage& stage, const Surroundings& timeline) {
  const bool surgery = stage.kind == content::StageKind::surgery;
  Surroundings holder = inside(applying, timeline, {"stage", surgery ? "surgery" : "later"});
  const StructureId item = add_element(applying, timeline, StructureType::list_item);
  holder.element = item;
  holder.element = add_element(applying, holder, StructureType::list_body);
  FlowBlock block = block_of(holder.style, item);
  FlowBlocks children;
  children.push_back(apply_title(applying, stage.title, holder, StructureType::paragraph));
  for (FlowBlock& child : apply_body(applying, stage.body, holder, StructureType::paragraph)) {
    children.push_back(std::move(child));
  }
  block.content = Stack{std::move(children)};
  block.where = stage.where;
  if (!stage.id.empty()) {
    set_target(applying, element_key(stage.id), item);
    applying.structure[item].content_id = stage.id;
  }
  return block;
}

}  // namespace

FlowBlocks apply_block(Applying& applying, const content::Timeline& timeline, const Surroundings& around) {
  Surroundings holder = inside(applying, around, {"timeline", ""});
  holder.element = add_element(applying, around, StructureType::list);
  FlowBlock block = block_of(holder.style, holder.element);
  const bool across = applying.styles[holder.style].properties.arrange.value_or(Arrange::down) == Arrange::across;
  Row row;
  row.most_across = most_on_a_line;
  row.level_first_children = true;
  row.gap = gutter;
  FlowBlocks below;
  for (const content::Stage& stage : timeline.stages) {
    FlowBlock made = apply_stage(applying, stage, holder);
    if (!across) {
      below.push_back(std::move(made));
      continue;
    }
    RowCell cell;
    cell.block = std::move(made);
    cell.least = least_stage;
    row.cells.push_back(std::move(cell));
  }
  if (across) {
    block.content = std::move(row);
  } else {
    block.content = Stack{std::move(below)};
  }
  return {std::move(block)};
}

}  // namespace handout::design
