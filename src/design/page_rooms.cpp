#include "design/page_rooms.h"

#include <algorithm>

namespace handout::design {
namespace {

/// A stated length of what there is; nothing for em, which only boxes of text know.
Length taken(const std::optional<Measure>& measure, Length whole) {
  if (!measure) return {};
  if (measure->unit == Measure::Unit::share) return scaled(whole, measure->units, Factor::one);
  if (measure->unit == Measure::Unit::absolute) return Length{measure->units};
  return {};
}

}  // namespace

Length BoxRoom::column() const {
  return (own.width - box->column_gap * (box->columns - 1)) / box->columns;
}

Size text_area(const Design& design, const PageTemplate& page) {
  const Margins& margins = page.margins;
  return {design.page_size.width - margins.inside.value_or(margins.start) - margins.outside.value_or(margins.end),
          design.page_size.height - margins.top - margins.bottom};
}

std::vector<BoxRoom> box_rooms(const Design& design, const PageTemplate& page) {
  std::vector<BoxRoom> rooms;
  Size left = text_area(design, page);
  for (const PageBox& box : page.boxes) {
    BoxRoom room{&box, left, left};
    switch (box.at) {
      case Dock::start:
      case Dock::end:
        room.own.width = taken(box.width, left.width);
        room.left.width -= room.own.width + box.gap;
        break;
      case Dock::top:
      case Dock::bottom:
        room.own.height = box.height ? taken(box.height, left.height) : left.height;
        room.left.height -= taken(box.height, left.height) + box.gap;
        break;
      case Dock::none: {
        if (box.kind == BoxKind::region) break;
        room.own.height = taken(box.height, box.kind == BoxKind::band ? design.page_size.height : left.height);
        // A band starts at the paper's edge, so only what is more than the margin takes room.
        const Length margin = box.kind == BoxKind::band ? page.margins.top : Length{};
        room.left.height -= std::max(room.own.height - margin, Length{});
        break;
      }
    }
    left = room.left;
    rooms.push_back(room);
  }
  return rooms;
}

}  // namespace handout::design
