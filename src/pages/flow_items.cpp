#include "pages/flow_items.h"

#include <algorithm>

#include "pages/blocks.h"

namespace handout::pages {

namespace {

using design::FlowBlock;

bool is_plain(const design::Style& style) {
  const Length nothing;
  const design::Edges& padding = style.padding;
  const design::Edges& rule = style.rule;
  const bool has_edges = padding.top > nothing || padding.bottom > nothing || padding.start > nothing ||
                         padding.end > nothing || rule.top > nothing || rule.bottom > nothing || rule.start > nothing ||
                         rule.end > nothing;
  return !style.fill && !has_edges && !style.width && style.indent == nothing && style.min_height == nothing &&
         style.backdrop.empty();
}

bool spans(const design::StyleTable& styles, const FlowBlock& block) {
  return styles.at(block.style.value).span == design::Span::all || is_chain(block);
}

bool holds_spanning(const design::StyleTable& styles, const FlowBlock& block) {
  const auto* stack = std::get_if<design::Stack>(&block.content);
  if (!stack || block.marker || !is_plain(styles.at(block.style.value))) return false;
  return std::any_of(stack->children.begin(), stack->children.end(),
                     [&](const FlowBlock& child) { return spans(styles, child) || holds_spanning(styles, child); });
}

void add_items(const design::StyleTable& styles, const FlowBlock& block, std::vector<FlowItem>& items) {
  if (spans(styles, block) || !holds_spanning(styles, block)) {
    FlowItem& item = items.emplace_back();
    item.block = &block;
    return;
  }
  const std::size_t first = items.size();
  for (const FlowBlock& child : std::get<design::Stack>(block.content).children)
    add_items(styles, child, items);
  if (items.size() == first) return;
  const design::Style& style = styles.at(block.style.value);
  items[first].space_before = std::max(items[first].space_before, style.space_before);
  items.back().space_after = std::max(items.back().space_after, style.space_after);
  if (style.break_before != design::BreakBefore::no) items[first].break_before = style.break_before;
  if (style.keep_together) items[first].kept = items.size() - first;
}

Strips lay_out_item(Composer& composer, const FlowItem& item, const ItemRoom& room) {
  Room own;
  own.x = room.x;
  own.width = room.width;
  if (!is_chain(*item.block)) return lay_out_block(composer, *item.block, own);
  own.row_gap = room.column_gap;
  if (!room.stacked) return lay_out_block(composer, *item.block, own);
  Strips strips;
  for (const design::RowCell& cell : std::get<design::Row>(item.block->content).cells) {
    Strips part = lay_out_block(composer, cell.block, own);
    std::move(part.begin(), part.end(), std::back_inserter(strips));
  }
  return strips;
}

/// Lays out what is left of an item, from where its last strips were placed.
Strips lay_out_rest(Composer& composer, const FlowItem& item, const ItemRoom& room) {
  composer.leaf = 0;
  composer.resume = Resume{};
  Strips strips;
  if (item.begun) {
    if (item.next >= item.strips->size()) return strips;
    const Strip& next = item.strips->at(item.next);
    composer.resume = Resume{next.leaf, next.text_begin};
    if (next.is_remainder) {
      // The rest of a divided row stays as it is: its cells were divided at different places.
      strips.push_back(next);
      composer.resume = Resume{next.leaf + 1, 0};
    }
  }
  Strips laid = lay_out_item(composer, item, room);
  composer.resume = Resume{};
  release_keeps(laid, room.tallest);
  std::move(laid.begin(), laid.end(), std::back_inserter(strips));
  if (strips.empty()) return strips;
  strips.front().space_before = std::max(strips.front().space_before, item.space_before);
  strips.back().space_after = std::max(strips.back().space_after, item.space_after);
  if (item.begun) {
    strips.front().break_before = design::BreakBefore::no;
  } else if (item.break_before != design::BreakBefore::no) {
    strips.front().break_before = item.break_before;
  }
  return strips;
}

}  // namespace

bool is_chain(const FlowBlock& block) {
  const auto* row = std::get_if<design::Row>(&block.content);
  return row && row->beside_chain;
}

const Strips& strips_of(Composer& composer, FlowItem& item, const ItemRoom& room) {
  const bool same = item.strips && item.x == room.x && item.width == room.width && item.stacked == room.stacked &&
                    (item.side == composer.side || item.begun);
  if (same) return *item.strips;
  const Printing printing = composer.printing;
  composer.printing = Printing{};
  item.strips = std::make_shared<const Strips>(lay_out_rest(composer, item, room));
  composer.printing = printing;
  item.next = 0;
  item.x = room.x;
  item.width = room.width;
  item.side = composer.side;
  item.stacked = room.stacked;
  return *item.strips;
}

ThreadFlow start_thread(const Composer& composer, const design::Thread& thread) {
  ThreadFlow flow;
  const std::size_t text = thread.blocks.size() - thread.appended;
  for (std::size_t i = 0; i < thread.blocks.size(); ++i) {
    const std::size_t first = flow.items.size();
    add_items(composer.styles, thread.blocks[i], flow.items);
    for (std::size_t k = first; k < flow.items.size(); ++k)
      flow.items[k].is_appended = i >= text;
  }
  return flow;
}

void forget_strips(ThreadFlow& flow) {
  for (FlowItem& item : flow.items) {
    item.width = Length{-1};
    // Where a block that has been begun goes on is told by its next strip.
    if (!item.begun) item.strips = nullptr;
  }
}

bool goes_on_alike(const ThreadFlow& a, const ThreadFlow& b) {
  if (a.item != b.item || a.items.size() != b.items.size() || a.waited != b.waited) return false;
  for (std::size_t i = a.item; i < a.items.size(); ++i) {
    const FlowItem& one = a.items[i];
    const FlowItem& other = b.items[i];
    if (one.block != other.block || one.begun != other.begun) return false;
    if (!one.begun) continue;
    const Strip& next = one.strips->at(one.next);
    const Strip& same = other.strips->at(other.next);
    if (next.is_remainder || same.is_remainder) return false;
    if (next.leaf != same.leaf || next.text_begin != same.text_begin) return false;
  }
  return true;
}

void append_to(ThreadFlow& rest, ThreadFlow& overflow) {
  // What has been begun on this page is finished first.
  std::size_t at = rest.item;
  if (!rest.done() && rest.items[at].begun) ++at;
  rest.items.insert(rest.items.begin() + static_cast<std::ptrdiff_t>(at),
                    overflow.items.begin() + static_cast<std::ptrdiff_t>(overflow.item), overflow.items.end());
  overflow.item = overflow.items.size();
}

void add_leftover(Composer& composer, ThreadFlow& flow, Leftover& leftover) {
  for (std::size_t i = flow.item; i < flow.items.size(); ++i) {
    FlowItem& item = flow.items[i];
    const Size page = composer.manuscript.page_size;
    const ItemRoom room{item.x, item.strips ? item.width : page.width / 2, Length{}, true, page.height};
    const Strips& strips = strips_of(composer, item, room);
    for (std::size_t k = item.next; k < strips.size(); ++k) {
      leftover.lines += std::max(1, strips[k].lines);
      if (!leftover.where.file) leftover.where = start_of_words(strips[k].pieces);
    }
  }
}

}  // namespace handout::pages
