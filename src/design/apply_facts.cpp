#include <utility>

#include "design/apply_blocks.h"
#include "design/dots.h"
#include "design/link_targets.h"
#include "design/styled_words.h"

namespace handout::design {
namespace {

using namespace literals;

/// Gutters of 6 mm, tiles of three columns, a tile with dots of six.
constexpr Length gutter = 6_mm;
constexpr Length least_tile = 36_mm;
constexpr Length least_tile_with_dots = 2 * least_tile + gutter;

FlowBlock apply_fact(Applying& applying, const content::Fact& fact, const Surroundings& facts) {
  const Surroundings holder = inside(applying, facts, {"fact", ""});
  FlowBlock title = apply_title(applying, fact.title, holder, StructureType::paragraph);
  if (!fact.id.empty()) {
    set_target(applying, element_key(fact.id), title.element);
    applying.structure[title.element].content_id = fact.id;
  }
  FlowBlocks children;
  FlowBlocks words = apply_body(applying, fact.words, holder, StructureType::paragraph);
  if (fact.of > 0) {
    // On the page the dots stand beside the number; they are read after the sentence they illustrate.
    FlowBlock dots = apply_dots(applying, DotCounts{fact.counts, fact.of}, holder);
    Row row;
    row.gap = gutter;
    RowCell title_cell;
    title_cell.block = std::move(title);
    RowCell dots_cell;
    dots_cell.block = std::move(dots);
    dots_cell.width.kind = FurnitureWidth::Kind::fit;
    row.cells.push_back(std::move(title_cell));
    row.cells.push_back(std::move(dots_cell));
    FlowBlock line;
    line.style = applying.styles.intern(
        [] {
          StyleProperties properties;
          properties.keep_with_next = true;
          return properties;
        }(),
        holder.style);
    line.role = BlockRole::title;
    line.content = std::move(row);
    children.push_back(std::move(line));
  } else {
    children.push_back(std::move(title));
  }
  for (FlowBlock& block : words)
    children.push_back(std::move(block));
  FlowBlock block = stack_block(holder.style, std::move(children));
  block.where = fact.where;
  return block;
}

}  // namespace

FlowBlocks apply_block(Applying& applying, const content::Facts& facts, const Surroundings& around) {
  const Surroundings holder = inside(applying, around, {"facts", ""});
  const bool across = applying.styles[holder.style].properties.arrange.value_or(Arrange::down) == Arrange::across;
  Row row;
  row.gap = gutter;
  row.rules_between = true;
  FlowBlocks below;
  for (const content::Fact& fact : facts.facts) {
    FlowBlock block = apply_fact(applying, fact, holder);
    if (!across) {
      below.push_back(std::move(block));
      continue;
    }
    RowCell cell;
    cell.block = std::move(block);
    cell.shares = fact.of > 0 ? 2 : 1;
    cell.least = fact.of > 0 ? least_tile_with_dots : least_tile;
    row.cells.push_back(std::move(cell));
  }
  FlowBlock block = stack_block(holder.style, std::move(below));
  if (across) block.content = std::move(row);
  return {std::move(block)};
}

}  // namespace handout::design
