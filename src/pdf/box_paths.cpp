#include "pdf/box_paths.h"

namespace handout::pdf {

using figures::Segment;
using figures::Verb;

std::optional<Corners> as_box(std::span<const Segment> s) {
  if (s.size() != box_segments || s[0].verb != Verb::move || s[4].verb != Verb::close) return std::nullopt;
  for (std::size_t i = 1; i < 4; ++i)
    if (s[i].verb != Verb::line) return std::nullopt;
  const Point a = s[0].end, b = s[1].end, c = s[2].end, d = s[3].end;
  if (a.y == b.y && b.x == c.x && c.y == d.y && d.x == a.x) return Corners{a, c};
  if (a.x == b.x && b.y == c.y && c.x == d.x && d.y == a.y) return Corners{b, d};
  return std::nullopt;
}

}  // namespace handout::pdf
