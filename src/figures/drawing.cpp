#include "figures/drawing.h"

#include <algorithm>

namespace handout::figures {
namespace {

/// How far the controls of a quarter circle stand from its ends, as a share of the radius. With 4/3 (sqrt 2 - 1) the
/// curve's middle lies on the circle and it strays by less than 0.03 % elsewhere.
Length control_distance(Length radius) {
  return scaled(radius, 5'522'847'498, 10'000'000'000);
}

Segment move_to(Point end) {
  return {Verb::move, {}, {}, end};
}
Segment line_to(Point end) {
  return {Verb::line, {}, {}, end};
}
Segment close() {
  return {Verb::close, {}, {}, {}};
}

}  // namespace

Path rectangle(Rect box) {
  return {{move_to({box.x, box.y}), line_to({box.right(), box.y}), line_to({box.right(), box.bottom()}),
           line_to({box.x, box.bottom()}), close()}};
}

Path rounded_rectangle(Rect box, Length corner) {
  const Length radius = std::min({corner, box.width / 2, box.height / 2});
  if (radius <= Length{}) return rectangle(box);
  const Length inset = radius - control_distance(radius);
  const Length left = box.x, right = box.right(), top = box.y, bottom = box.bottom();
  return {{move_to({left + radius, top}),
           line_to({right - radius, top}),
           {Verb::curve, {right - inset, top}, {right, top + inset}, {right, top + radius}},
           line_to({right, bottom - radius}),
           {Verb::curve, {right, bottom - inset}, {right - inset, bottom}, {right - radius, bottom}},
           line_to({left + radius, bottom}),
           {Verb::curve, {left + inset, bottom}, {left, bottom - inset}, {left, bottom - radius}},
           line_to({left, top + radius}),
           {Verb::curve, {left, top + inset}, {left + inset, top}, {left + radius, top}},
           close()}};
}

Path circle(Point centre, Length radius) {
  const Length control = control_distance(radius);
  const auto at = [&](Length dx, Length dy) { return centre + Point{dx, dy}; };
  return {{move_to(at(radius, {})),
           {Verb::curve, at(radius, control), at(control, radius), at({}, radius)},
           {Verb::curve, at(-control, radius), at(-radius, control), at(-radius, {})},
           {Verb::curve, at(-radius, -control), at(-control, -radius), at({}, -radius)},
           {Verb::curve, at(control, -radius), at(radius, -control), at(radius, {})},
           close()}};
}

}  // namespace handout::figures
