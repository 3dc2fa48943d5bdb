#include <algorithm>
#include <iterator>
#include <utility>

#include "design/pieces.h"

namespace handout::design {
namespace {

bool spans_all(const Applying& applying, const FlowBlock& block) {
  return applying.styles[block.style].properties.span == Span::all;
}

/// The first block that spans all columns, past the piece's title: beside another piece a title is as wide as its own.
/// As many as there are blocks where none does.
std::size_t first_spanning(const Applying& applying, const Piece& piece) {
  std::size_t at = !piece.blocks.empty() && piece.blocks.front().role == BlockRole::section_title ? 1 : 0;
  while (at < piece.blocks.size() && !spans_all(applying, piece.blocks[at]))
    ++at;
  return at;
}

/// The pieces that start on one line with the one at `first`: how many. One that spans the columns, or holds a block
/// that does, ends the chain; the latter as its last piece.
std::size_t chain_length(const Applying& applying, const std::vector<Piece>& pieces, std::size_t first) {
  std::size_t last = first;
  while (last + 1 < pieces.size() && pieces[last].beside == Beside::next && pieces[last].span == Span::column &&
         pieces[last + 1].span == Span::column &&
         first_spanning(applying, pieces[last]) == pieces[last].blocks.size() &&
         first_spanning(applying, pieces[last + 1]) > 0) {
    ++last;
  }
  return last - first + 1;
}

void add_all(FlowBlocks& to, FlowBlocks from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace

FlowBlocks flow_together(Applying& applying, std::vector<Piece> pieces, StyleId parent) {
  FlowBlocks flow;
  for (std::size_t first = 0; first < pieces.size();) {
    const std::size_t length = chain_length(applying, pieces, first);
    if (length == 1) {
      add_all(flow, std::move(pieces[first].blocks));
      ++first;
      continue;
    }
    Row row;
    row.beside_chain = true;
    row.level_first_children = true;
    FlowBlocks after;
    for (std::size_t index = first; index < first + length; ++index) {
      FlowBlocks& blocks = pieces[index].blocks;
      const auto spanning = blocks.begin() + static_cast<std::ptrdiff_t>(first_spanning(applying, pieces[index]));
      after.assign(std::make_move_iterator(spanning), std::make_move_iterator(blocks.end()));
      blocks.erase(spanning, blocks.end());
      RowCell cell;
      cell.block.style = applying.plain_inside(parent);
      cell.block.content = Stack{std::move(blocks)};
      row.cells.push_back(std::move(cell));
    }
    FlowBlock chain;
    chain.style = applying.plain_inside(parent);
    chain.content = std::move(row);
    flow.push_back(std::move(chain));
    add_all(flow, std::move(after));
    first += length;
  }
  return flow;
}

FlowBlocks unwrapped(Applying& applying, StyleId wrapper, FlowBlocks blocks) {
  if (blocks.empty()) return blocks;
  const StyleProperties style = applying.styles[wrapper].properties;
  const bool has_fill = style.fill && *style.fill != "none";
  const bool has_padding =
      style.padding || style.padding_top || style.padding_bottom || style.padding_start || style.padding_end;
  const bool has_rule = style.rule || style.rule_top || style.rule_bottom || style.rule_start || style.rule_end;
  if (has_fill || has_padding || has_rule || style.indent || style.min_height || style.max_height || style.backdrop ||
      style.keep_together.value_or(false)) {
    FlowBlock box;
    box.style = wrapper;
    box.element = blocks.front().element;
    box.has_element = blocks.front().has_element;
    box.where = blocks.front().where;
    box.content = Stack{std::move(blocks)};
    FlowBlocks result;
    result.push_back(std::move(box));
    return result;
  }
  blocks.front().style = applying.styles.changed(blocks.front().style, [&](StyleProperties& first) {
    if (style.space_before) first.space_before = style.space_before;
    if (style.break_before) first.break_before = style.break_before;
  });
  if (style.space_after) {
    blocks.back().style = applying.styles.changed(blocks.back().style,
                                                  [&](StyleProperties& last) { last.space_after = style.space_after; });
  }
  if (style.span == Span::all) {
    for (FlowBlock& block : blocks) {
      block.style = applying.styles.changed(block.style, [](StyleProperties& each) { each.span = Span::all; });
    }
  }
  return blocks;
}

}  // namespace handout::design
