#include "pages/flow.h"

#include <algorithm>

#include "pages/flow_items.h"

namespace handout::pages {

namespace {

using design::BreakBefore;

/// Columns are balanced to a quarter of a point: finer is not seen.
constexpr Length balance_step{Length::per_point / 4};

enum class GroupKind : std::uint8_t { spanning, columns };

GroupKind kind_of(const Composer& composer, const FlowItem& item, const FlowArea& area) {
  if (area.columns < 2) return GroupKind::columns;
  const bool spans = composer.style(item.block->style).span == design::Span::all || is_chain(*item.block);
  return spans ? GroupKind::spanning : GroupKind::columns;
}

Length column_width(const FlowArea& area) {
  return (area.box.width - area.column_gap * (area.columns - 1)) / area.columns;
}

/// Blocks that are set together: one that spans the columns, or a run of ordinary ones.
struct Group {
  GroupKind kind = GroupKind::columns;
  std::size_t end_item = 0;  ///< the item after the group, if it is complete
  bool complete = true;      ///< false: more than can fit anyway was left out
  StripList strips;
  struct Ref {
    std::size_t item, strip;
  };
  std::vector<Ref> refs;
  int columns = 1;
  Length width;
};

ItemRoom room_of(const FlowArea& area, GroupKind kind) {
  return {area.x_inside, kind == GroupKind::spanning ? area.box.width : column_width(area), area.column_gap,
          area.columns < 2};
}

void add_item(Composer& composer, ThreadFlow& thread, std::size_t i, const FlowArea& area, Group& group) {
  FlowItem& item = thread.items[i];
  const Strips& strips = strips_of(composer, item, room_of(area, group.kind));
  for (std::size_t k = item.next; k < strips.size(); ++k) {
    group.strips.push_back(&strips[k]);
    group.refs.push_back({i, k});
  }
  group.end_item = i + 1;
}

Group next_group(Composer& composer, ThreadFlow& thread, const FlowArea& area) {
  Group group;
  group.kind = kind_of(composer, thread.items[thread.item], area);
  group.width = room_of(area, group.kind).width;
  if (group.kind == GroupKind::spanning) {
    add_item(composer, thread, thread.item, area, group);
    return group;
  }
  group.columns = area.columns;
  const Length enough = area.box.height * (area.columns + 1);
  Length height;
  for (std::size_t i = thread.item; i < thread.items.size(); ++i) {
    if (kind_of(composer, thread.items[i], area) != GroupKind::columns) break;
    // Even without any room one block is tried, so that it is forced in and the text goes on.
    if (i > thread.item && height > enough) {
      group.complete = false;
      break;
    }
    const std::size_t before = group.strips.size();
    add_item(composer, thread, i, area, group);
    for (std::size_t k = before; k < group.strips.size(); ++k)
      height += group.strips[k]->height;
  }
  return group;
}

struct Filled {
  std::vector<ColumnFill> columns;
  std::size_t end = 0;
  Length height;
};

Filled fill_columns(const Group& group, Length room) {
  Filled filled;
  for (int i = 0; i < group.columns && filled.end < group.strips.size(); ++i) {
    if (filled.end > 0 && group.strips[filled.end]->break_before == BreakBefore::page) break;
    ColumnFill column = fill_column(group.strips, filled.end, room);
    if (column.end == filled.end) break;
    filled.end = column.end;
    filled.height = std::max(filled.height, column.height);
    filled.columns.push_back(std::move(column));
  }
  return filled;
}

/// The least height that takes everything, found by halving.
Filled balance_columns(const Group& group, Filled full) {
  Length too_low;
  for (const Strip* strip : group.strips)
    too_low = std::max(too_low, strip->height);
  too_low -= balance_step;
  Filled best = std::move(full);
  while (best.height - too_low > balance_step) {
    const Length middle = too_low + (best.height - too_low) / 2;
    Filled tried = fill_columns(group, middle);
    if (tried.end == group.strips.size()) {
      best = std::move(tried);
    } else {
      too_low = middle;
    }
  }
  return best;
}

/// Where a page has only this and it still does not fit: what does fit in spite of the keeps; else a row is divided;
/// else it runs out at the foot.
Filled force_columns(const Group& group, Length room, std::optional<SplitStrip>& split) {
  Filled filled;
  ColumnFill column = force_column(group.strips, 0, room);
  if (column.end == 0) {
    const Strip& tall = *group.strips.front();
    split = split_strip(tall, column.head ? room - column.head->height : room);
    column.end = 1;
    column.height = room;
  }
  filled.end = column.end;
  filled.height = column.height;
  filled.columns.push_back(std::move(column));
  return filled;
}

bool is_everything(const Group& group, const Filled& filled) {
  return group.complete && filled.end == group.strips.size();
}

/// Must columns come out even? In a region that asks for it, and above a block that starts below the longest column.
bool must_balance(const ThreadFlow& thread, const Group& group, const FlowArea& area) {
  return group.columns > 1 && (area.balance || group.end_item < thread.items.size());
}

/// A title at the end of a group does not stay behind when what it stands over goes to the next page.
void leave_trailing_title(Composer& composer, ThreadFlow& thread, const FlowArea& area, Group& group,
                          Length room_left) {
  if (group.end_item >= thread.items.size() || !group.strips.back()->keep_with_next) return;
  FlowItem& next = thread.items[group.end_item];
  const Strips& strips = strips_of(composer, next, room_of(area, kind_of(composer, next, area)));
  const StripList list = list_of(strips);
  if (list.empty() || list.front()->break_before != BreakBefore::no) return;
  const Length gap = std::max(group.strips.back()->space_after, list.front()->space_before);
  if (gap + lead_height(list) <= room_left) return;
  while (!group.strips.empty() && group.strips.back()->keep_with_next) {
    group.strips.pop_back();
    group.refs.pop_back();
    group.complete = false;
  }
}

void draw_columns(const Group& group, const Filled& filled, const FlowArea& area, FlowResult& result) {
  std::size_t from = 0;
  Length x = area.box.x;
  for (const ColumnFill& column : filled.columns) {
    Stacked stacked = draw_column(group.strips, from, column);
    for (Piece& piece : stacked.pieces) {
      move_by(piece, Point{x, area.box.y + result.height});
      result.pieces.push_back(std::move(piece));
    }
    result.lines += stacked.lines;
    result.space_after = std::max(result.space_after, group.strips[column.end - 1]->space_after);
    from = column.end;
    x += group.width + area.column_gap;
  }
}

void advance(ThreadFlow& thread, const Group& group, std::size_t end) {
  for (std::size_t k = 0; k < end; ++k) {
    FlowItem& item = thread.items[group.refs[k].item];
    item.next = group.refs[k].strip + 1;
    item.begun = true;
  }
  if (end == group.refs.size() && group.complete) {
    thread.item = group.end_item;
  } else if (end < group.refs.size()) {
    thread.item = group.refs[end].item;
  } else {
    thread.item = end > 0 ? group.refs[end - 1].item : thread.item;
  }
  while (!thread.done() && thread.items[thread.item].begun &&
         thread.items[thread.item].next >= thread.items[thread.item].strips->size()) {
    ++thread.item;
  }
}

/// The first strip of an item is replaced by the part of it that is still to be printed.
void keep_remainder(ThreadFlow& thread, const Group& group, const Strip& rest) {
  FlowItem& item = thread.items[group.refs.front().item];
  Strips strips{rest};
  const auto from = static_cast<std::ptrdiff_t>(group.refs.front().strip) + 1;
  strips.insert(strips.end(), item.strips->begin() + from, item.strips->end());
  item.strips = std::make_shared<const Strips>(std::move(strips));
  item.next = 0;
  item.begun = true;
  thread.item = group.refs.front().item;
}

}  // namespace

FlowResult flow_thread(Composer& composer, ThreadFlow& thread, const FlowArea& area) {
  FlowResult result;
  std::optional<Length> space_above = area.space_above;
  bool placed = false;
  while (!thread.done()) {
    Group group = next_group(composer, thread, area);
    if (group.strips.empty()) {
      thread.item = group.end_item;
      continue;
    }
    const Strip& first = *group.strips.front();
    if (placed && first.break_before == BreakBefore::page) break;
    const Length gap = space_above ? std::max(*space_above, first.space_before) : Length{};
    const Length room = area.box.height - result.height - gap;
    Filled filled = fill_columns(group, room);
    if (is_everything(group, filled)) {
      if (must_balance(thread, group, area)) filled = balance_columns(group, std::move(filled));
      leave_trailing_title(composer, thread, area, group, room - filled.height);
      if (!group.complete) {
        filled = fill_columns(group, room);
        if (filled.end > 0 && filled.end == group.strips.size() && group.columns > 1) {
          filled = balance_columns(group, std::move(filled));
        }
      }
    }
    std::optional<SplitStrip> split;
    StripList divided;
    if (filled.end == 0) {
      if (placed) break;
      if (area.next_page_differs && !thread.waited) {
        thread.waited = true;
        break;
      }
      if (group.strips.empty()) group = next_group(composer, thread, area);
      filled = force_columns(group, room, split);
      result.forced = true;
      if (split) group.strips.front() = &split->first;
    }
    result.height += gap;
    result.space_after = Length{};
    draw_columns(group, filled, area, result);
    result.height += filled.height;
    space_above = result.space_after;
    placed = true;
    thread.waited = false;
    if (split) {
      keep_remainder(thread, group, split->rest);
      break;
    }
    const bool everything = is_everything(group, filled);
    advance(thread, group, filled.end);
    if (!everything) break;
  }
  return result;
}

Strips take_strips(Composer& composer, ThreadFlow& thread, const Room& room, Length height) {
  FlowArea area;
  area.box = Rect{Length{}, Length{}, room.width, height};
  area.x_inside = room.x;
  Strips taken;
  while (!thread.done()) {
    Group group = next_group(composer, thread, area);
    if (group.strips.empty()) {
      thread.item = group.end_item;
      continue;
    }
    Filled filled = fill_columns(group, height);
    if (filled.end == 0) break;
    for (std::size_t k = 0; k < filled.end; ++k) {
      taken.push_back(*group.strips[k]);
    }
    const bool everything = is_everything(group, filled);
    advance(thread, group, filled.end);
    if (!everything) break;
    height -= filled.height;
  }
  return taken;
}

}  // namespace handout::pages
