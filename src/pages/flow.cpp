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

/// Whether anything of a thread stands on the page.
enum class PageSoFar : std::uint8_t { empty, begun };

Length column_width(const FlowArea& area) {
  return (area.box.width - area.column_gap * (area.columns - 1)) / area.columns;
}

/// A thread on its way into an area.
struct Flowing {
  Composer& composer;
  ThreadFlow& thread;
  const FlowArea& area;
};

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
          area.columns < 2, std::max(area.box.height, area.tallest)};
}

void add_item(const Flowing& flow, std::size_t i, Group& group) {
  FlowItem& item = flow.thread.items[i];
  const Strips& strips = strips_of(flow.composer, item, room_of(flow.area, group.kind));
  for (std::size_t k = item.next; k < strips.size(); ++k) {
    group.strips.push_back(&strips[k]);
    group.refs.push_back({i, k});
  }
  group.end_item = i + 1;
}

Group next_group(const Flowing& flow) {
  const auto& [composer, thread, area] = flow;
  Group group;
  group.kind = kind_of(composer, thread.items[thread.item], area);
  group.width = room_of(area, group.kind).width;
  if (group.kind == GroupKind::spanning) {
    add_item(flow, thread.item, group);
    return group;
  }
  group.columns = area.columns;
  const Length enough = area.box.height * (area.columns + 1);
  Length height;
  for (std::size_t i = thread.item; i < thread.items.size(); ++i) {
    if (kind_of(composer, thread.items[i], area) != GroupKind::columns) break;
    if (i > thread.item && thread.items[i].kept > 0) break;
    // Even without any room one block is tried, so that it is forced in and the text goes on.
    if (i > thread.item && height > enough) {
      group.complete = false;
      break;
    }
    const std::size_t before = group.strips.size();
    add_item(flow, i, group);
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

/// What stands in the columns next: a group, as much of it as fits.
struct Placed {
  Group group;
  Filled filled;
  std::optional<DividedColumn> divided;
  bool forced = false;
};

/// Where a page has only this and it still does not fit: blocks that should be whole are parted; else a row is divided;
/// else titles, and in the end lines, are parted from what they belong to; else it runs out at the foot.
void force_columns(Placed& placed, Length room) {
  placed.forced = true;
  Group& group = placed.group;
  ColumnFill column = force_column(group.strips, 0, room, Keep::heading);
  if (column.end == 0) placed.divided = divide_column(group.strips, room);
  if (placed.divided) {
    column.head = placed.divided->head;
    column.end = placed.divided->at + 1;
    column.height = room;
  }
  for (const std::optional<Keep> least : {std::optional(Keep::lines), {}})
    if (column.end == 0) column = force_column(group.strips, 0, room, least);
  if (column.end == 0) {
    column.end = 1;
    column.height = room;
  }
  placed.filled = Filled{{}, column.end, column.height};
  placed.filled.columns.push_back(std::move(column));
}

bool is_everything(const Group& group, const Filled& filled) {
  return group.complete && filled.end == group.strips.size();
}

/// Must columns come out even? In a region that asks for it, and above a block that starts below the longest column.
bool must_balance(const ThreadFlow& thread, const Group& group, const FlowArea& area) {
  return group.columns > 1 && (area.balance || group.end_item < thread.items.size());
}

/// What comes next in the thread, from an item on: enough to see whether a title may stand over it here.
StripList first_strips(const Flowing& flow, std::size_t from) {
  constexpr std::size_t enough = 2;
  StripList list;
  auto& items = flow.thread.items;
  const GroupKind kind = kind_of(flow.composer, items[from], flow.area);
  for (std::size_t i = from; i < items.size() && list.size() < enough; ++i) {
    if (kind_of(flow.composer, items[i], flow.area) != kind) break;
    for (const Strip& strip : strips_of(flow.composer, items[i], room_of(flow.area, kind)))
      list.push_back(&strip);
  }
  return list;
}

/// A title at the end of a group does not stay behind when what it stands over goes to the next page.
void leave_trailing_title(const Flowing& flow, Group& group, Length room_left) {
  const ThreadFlow& thread = flow.thread;
  if (group.end_item >= thread.items.size() || group.strips.back()->keep_with_next == Keep::no) return;
  const StripList list = first_strips(flow, group.end_item);
  if (list.empty() || list.front()->break_before != BreakBefore::no) return;
  const Length gap = std::max(group.strips.back()->space_after, list.front()->space_before);
  if (gap + lead_height(list) <= room_left) return;
  while (!group.strips.empty() && group.strips.back()->keep_with_next != Keep::no) {
    group.strips.pop_back();
    group.refs.pop_back();
    group.complete = false;
  }
}

void draw_columns(const Placed& placed, const FlowArea& area, FlowResult& result) {
  StripList strips = placed.group.strips;
  if (placed.divided) strips[placed.divided->at] = &placed.divided->first;
  std::size_t from = 0;
  Length x = area.box.x;
  for (const ColumnFill& column : placed.filled.columns) {
    Stacked stacked = draw_column(strips, from, column);
    for (Piece& piece : stacked.pieces) {
      move_by(piece, Point{x, area.box.y + result.height});
      result.pieces.push_back(std::move(piece));
    }
    result.lines += stacked.lines;
    result.space_after = std::max(result.space_after, strips[column.end - 1]->space_after);
    from = column.end;
    x += placed.group.width + area.column_gap;
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

/// A row is replaced by the part of it that is still to be printed.
void keep_remainder(ThreadFlow& thread, const Group& group, const DividedColumn& divided) {
  const Group::Ref& row = group.refs[divided.at];
  FlowItem& item = thread.items[row.item];
  Strips strips{divided.rest};
  const auto from = static_cast<std::ptrdiff_t>(row.strip) + 1;
  strips.insert(strips.end(), item.strips->begin() + from, item.strips->end());
  item.strips = std::make_shared<const Strips>(std::move(strips));
  item.next = 0;
  item.begun = true;
  thread.item = row.item;
}

/// Moves the thread on behind what was placed. Is there room for more?
bool go_on(ThreadFlow& thread, const Placed& placed) {
  thread.waited = false;
  if (placed.divided) {
    keep_remainder(thread, placed.group, *placed.divided);
    return false;
  }
  advance(thread, placed.group, placed.filled.end);
  return is_everything(placed.group, placed.filled);
}

/// The next group that has anything in it; nullopt at the thread's end.
std::optional<Group> next_filled_group(const Flowing& flow) {
  while (!flow.thread.done()) {
    Group group = next_group(flow);
    if (!group.strips.empty()) return group;
    flow.thread.item = group.end_item;
  }
  return std::nullopt;
}

/// A group that fits as a whole: balanced, and without a title at its end that belongs to what does not fit.
void settle_columns(const Flowing& flow, Length room, Placed& placed) {
  Group& group = placed.group;
  if (must_balance(flow.thread, group, flow.area)) placed.filled = balance_columns(group, std::move(placed.filled));
  leave_trailing_title(flow, group, room - placed.filled.height);
  if (group.complete) return;
  placed.filled = fill_columns(group, room);
  const bool all = placed.filled.end > 0 && placed.filled.end == group.strips.size();
  if (all && group.columns > 1) placed.filled = balance_columns(group, std::move(placed.filled));
}

/// As much of the group as fits in `room`; nullopt where that is nothing and the next page may do better. What a page
/// has no more room for although it is empty is forced in.
std::optional<Placed> place(const Flowing& flow, Group group, Length room, PageSoFar so_far) {
  Placed placed{std::move(group), {}, {}, false};
  placed.filled = fill_columns(placed.group, room);
  if (is_everything(placed.group, placed.filled)) settle_columns(flow, room, placed);
  if (placed.filled.end > 0) return placed;
  if (so_far == PageSoFar::begun) return std::nullopt;
  if (flow.area.next_page_differs && !flow.thread.waited) {
    flow.thread.waited = true;
    return std::nullopt;
  }
  if (placed.group.strips.empty()) placed.group = next_group(flow);
  force_columns(placed, room);
  return placed;
}

/// Do the items of a section that was taken apart all stand in an area of this height?
bool stands_whole(const Flowing& flow, const std::vector<FlowItem>& section, Length height) {
  ThreadFlow alone;
  alone.items = section;
  FlowArea area = flow.area;
  area.box.height = height;
  area.space_above.reset();
  return !flow_thread(flow.composer, alone, area).forced && alone.done();
}

/// A section that should stay whole, and was taken apart because something in it spans the columns, waits for the next
/// page if that can hold it and this room cannot.
bool must_wait(const Flowing& flow, Length room, PageSoFar so_far) {
  const FlowItem& first = flow.thread.items[flow.thread.item];
  if (first.kept == 0 || first.begun) return false;
  const bool next_is_no_better = so_far == PageSoFar::empty && (!flow.area.next_page_differs || flow.thread.waited);
  if (next_is_no_better) return false;
  const auto begin = flow.thread.items.begin() + static_cast<std::ptrdiff_t>(flow.thread.item);
  std::vector<FlowItem> section(begin, begin + static_cast<std::ptrdiff_t>(first.kept));
  section.front().kept = 0;
  return !stands_whole(flow, section, room) &&
         stands_whole(flow, section, std::max(flow.area.box.height, flow.area.tallest));
}

}  // namespace

FlowResult flow_thread(Composer& composer, ThreadFlow& thread, const FlowArea& area) {
  const Flowing flow{composer, thread, area};
  FlowResult result;
  std::optional<Length> space_above = area.space_above;
  PageSoFar so_far = PageSoFar::empty;
  while (std::optional<Group> group = next_filled_group(flow)) {
    const Strip& first = *group->strips.front();
    if (so_far == PageSoFar::begun && first.break_before == BreakBefore::page) break;
    const Length gap = space_above ? std::max(*space_above, first.space_before) : Length{};
    const Length room = area.box.height - result.height - gap;
    if (must_wait(flow, room, so_far)) {
      thread.waited = so_far == PageSoFar::empty;
      break;
    }
    const std::optional<Placed> placed = place(flow, std::move(*group), room, so_far);
    if (!placed) break;
    result.forced = result.forced || placed->forced;
    result.height += gap;
    result.space_after = Length{};
    draw_columns(*placed, area, result);
    result.height += placed->filled.height;
    space_above = result.space_after;
    so_far = PageSoFar::begun;
    if (!go_on(thread, *placed)) break;
  }
  return result;
}

TakenStrips take_strips(Composer& composer, ThreadFlow& thread, const FlowArea& area) {
  const Flowing flow{composer, thread, area};
  TakenStrips taken;
  PageSoFar so_far = PageSoFar::empty;
  while (std::optional<Group> group = next_filled_group(flow)) {
    const Strip& first = *group->strips.front();
    if (so_far == PageSoFar::begun && first.break_before == BreakBefore::page) break;
    Length room = area.box.height;
    if (!taken.strips.empty())
      room -= stacked_height(taken.strips) + std::max(taken.strips.back().space_after, first.space_before);
    if (must_wait(flow, room, so_far)) {
      thread.waited = so_far == PageSoFar::empty;
      break;
    }
    const std::optional<Placed> placed = place(flow, std::move(*group), room, so_far);
    if (!placed) break;
    taken.forced = taken.forced || placed->forced;
    const ColumnFill& column = placed->filled.columns.front();
    if (column.head) taken.strips.push_back(*column.head);
    for (std::size_t k = 0; k < column.end; ++k) {
      const bool is_divided = placed->divided && placed->divided->at == k;
      taken.strips.push_back(is_divided ? placed->divided->first : *placed->group.strips[k]);
    }
    so_far = PageSoFar::begun;
    if (!go_on(thread, *placed)) break;
  }
  return taken;
}

}  // namespace handout::pages
