#include <utility>
#include <variant>

#include "design/apply_blocks.h"
#include "design/link_targets.h"
#include "design/markers.h"
#include "design/styled_words.h"

namespace handout::design {
namespace {

const char* name_of(content::ListKind kind) {
  switch (kind) {
    case content::ListKind::bullet:
      return "bullet";
    case content::ListKind::number:
      return "number";
    case content::ListKind::check:
      return "check";
  }
  return "bullet";
}

ListNumbering numbering_of(MarkerKind kind) {
  switch (kind) {
    case MarkerKind::disc:
      return ListNumbering::disc;
    case MarkerKind::box:
      return ListNumbering::square;
    case MarkerKind::number:
    case MarkerKind::number_with_point:
      return ListNumbering::decimal;
    case MarkerKind::none:
      break;
  }
  return ListNumbering::none;
}

/// A list or steps while its items are added.
struct OpenList {
  Surroundings holder;
  Marking marking;
};

OpenList open_list(Applying& applying, const ElementName& name, const Surroundings& around, std::size_t items) {
  OpenList list;
  list.holder = inside(applying, around, name);
  list.holder.element = add_element(applying, around, StructureType::list);
  list.marking.look = applying.styles[list.holder.style].properties;
  list.marking.kind = list.marking.look.marker.value_or(MarkerKind::none);
  list.marking.items = items;
  applying.structure[list.holder.element].numbering = numbering_of(list.marking.kind);
  return list;
}

/// LI, with its number in a Lbl where it has one, and a LBody for what it holds.
struct OpenItem {
  Surroundings body;  ///< read in the LBody
  FlowBlock block;
};

OpenItem open_item(Applying& applying, const OpenList& list, const ElementName& name, int number) {
  OpenItem item;
  item.body = inside(applying, list.holder, name);
  item.body.style = marked_style(applying, item.body.style, list.marking);
  item.body.element = add_element(applying, list.holder, StructureType::list_item);
  item.block = block_of(item.body.style, item.body.element);
  item.block.marker = item_marker(applying, list.marking, number, item.body);
  return item;
}

/// Words stand in the LBody itself; blocks bring elements of their own.
void put_words(Applying& applying, OpenItem& item, const content::Words& words) {
  const StructureId body = add_element(applying, item.body, StructureType::list_body, words);
  item.block.content = styled_paragraph(applying, words, item.body, body);
}

void put_blocks(Applying& applying, OpenItem& item, const content::Blocks& blocks) {
  item.body.element = add_element(applying, item.body, StructureType::list_body);
  item.block.content = Stack{apply_blocks(applying, blocks, item.body)};
}

void put_titled(Applying& applying, OpenItem& item, const content::Step& step) {
  item.body.element = add_element(applying, item.body, StructureType::list_body);
  FlowBlocks children;
  children.push_back(apply_title(applying, *step.title, item.body, StructureType::paragraph));
  for (FlowBlock& block : apply_body(applying, step.body, item.body, StructureType::paragraph)) {
    children.push_back(std::move(block));
  }
  item.block.content = Stack{std::move(children)};
}

void put_body(Applying& applying, OpenItem& item, const content::WordsOrBlocks& body) {
  if (const auto* words = std::get_if<content::Words>(&body)) {
    put_words(applying, item, *words);
  } else {
    put_blocks(applying, item, std::get<content::Blocks>(body));
  }
}

void note_id(Applying& applying, const std::string& id, const FlowBlock& block) {
  if (id.empty()) return;
  set_target(applying, element_key(id), block.element);
  applying.structure[block.element].content_id = id;
}

/// A row-rule of the steps stands between them.
void rule_between(Applying& applying, FlowBlocks& steps, const StyleProperties& list) {
  if (!list.row_rule) return;
  for (std::size_t index = 0; index + 1 < steps.size(); ++index) {
    steps[index].style = applying.styles.changed(steps[index].style, [&](StyleProperties& properties) {
      properties.rule_bottom = list.row_rule;
      if (!properties.rule_ink) properties.rule_ink = list.rule_ink;
    });
  }
}

Row side_by_side(FlowBlocks blocks) {
  using namespace literals;
  Row row;
  row.gap = 6_mm;  // the gutter
  for (FlowBlock& block : blocks) {
    RowCell cell;
    cell.block = std::move(block);
    cell.least = 36_mm;
    row.cells.push_back(std::move(cell));
  }
  return row;
}

}  // namespace

FlowBlocks apply_block(Applying& applying, const content::List& list, const Surroundings& around) {
  const OpenList open = open_list(applying, {"list", name_of(list.kind)}, around, list.items.size());
  FlowBlocks items;
  int number = 0;
  for (const content::Item& item : list.items) {
    OpenItem made = open_item(applying, open, {"item", ""}, ++number);
    put_body(applying, made, item.body);
    note_id(applying, item.id, made.block);
    made.block.where = item.where;
    items.push_back(std::move(made.block));
  }
  FlowBlock block = block_of(open.holder.style, open.holder.element);
  block.content = Stack{std::move(items)};
  return {std::move(block)};
}

FlowBlocks apply_block(Applying& applying, const content::Steps& steps, const Surroundings& around) {
  const OpenList open = open_list(applying, {"steps", ""}, around, steps.steps.size());
  FlowBlocks items;
  int number = 0;
  for (const content::Step& step : steps.steps) {
    OpenItem made = open_item(applying, open, {"step", ""}, ++number);
    if (step.title) {
      put_titled(applying, made, step);
    } else {
      put_body(applying, made, step.body);
    }
    note_id(applying, step.id, made.block);
    made.block.where = step.where;
    items.push_back(std::move(made.block));
  }
  const bool across = open.marking.look.arrange.value_or(Arrange::down) == Arrange::across;
  if (!across) rule_between(applying, items, open.marking.look);
  FlowBlock block = block_of(open.holder.style, open.holder.element);
  if (across) {
    block.content = side_by_side(std::move(items));
  } else {
    block.content = Stack{std::move(items)};
  }
  return {std::move(block)};
}

}  // namespace handout::design
