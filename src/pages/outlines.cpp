#include "pages/outlines.h"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace handout::pages {

namespace {

using namespace literals;
using figures::Segment;
using figures::Verb;

/// A curve of a drawing is some millimetres long: so many straight lines leave it by less than a hair's width.
constexpr int chords = 8;
/// Where a line that is clipped is seen is tried at points so far apart: less than the room that letters keep from it.
constexpr Length tried_every = 0.5_pt;

/// On which side of the line from `a` to `b` a point lies: negative, on it, or positive. In 1/1024 pt, so that products
/// keep within 64 bits on the largest drawing.
std::int64_t side(Point a, Point b, Point p) {
  constexpr std::int64_t fine = Length::per_point / 1024;
  const auto less = [](Length from, Length to) { return (to - from).units / fine; };
  return less(a.x, b.x) * less(a.y, p.y) - less(a.y, b.y) * less(a.x, p.x);
}

/// Do all the points lie to one and the same side of the rectangle? What runs between them does too.
bool lie_beside(std::initializer_list<Point> points, const Rect& rect) {
  const auto all = [&](auto beside) { return std::all_of(points.begin(), points.end(), beside); };
  return all([&](Point p) { return p.x < rect.x; }) || all([&](Point p) { return p.x > rect.right(); }) ||
         all([&](Point p) { return p.y < rect.y; }) || all([&](Point p) { return p.y > rect.bottom(); });
}

bool line_crosses(Point a, Point b, const Rect& rect) {
  if (lie_beside({a, b}, rect)) return false;
  const std::array corners{Point{rect.x, rect.y}, Point{rect.right(), rect.y}, Point{rect.x, rect.bottom()},
                           Point{rect.right(), rect.bottom()}};
  const auto on_left = [&](Point corner) { return side(a, b, corner) > 0; };
  const auto on_right = [&](Point corner) { return side(a, b, corner) < 0; };
  return !std::all_of(corners.begin(), corners.end(), on_left) &&
         !std::all_of(corners.begin(), corners.end(), on_right);
}

bool contains(const Rect& rect, Point point) {
  return point.x >= rect.x && point.x <= rect.right() && point.y >= rect.y && point.y <= rect.bottom();
}

Point towards(Point a, Point b, int step) {
  return {a.x + scaled(b.x - a.x, step, chords), a.y + scaled(b.y - a.y, step, chords)};
}

/// De Casteljau.
Point on_curve(Point start, const Segment& curve, int step) {
  const Point a = towards(start, curve.control_1, step), b = towards(curve.control_1, curve.control_2, step),
              c = towards(curve.control_2, curve.end, step);
  return towards(towards(a, b, step), towards(b, c, step), step);
}

/// Is it true of any of the straight lines that the outline is followed by? Curves that pass `near` by are followed by
/// one line, which passes it by on the same side.
template <typename IsTrue>
bool any_chord(const figures::Path& path, const Rect& near, IsTrue is_true) {
  Point start, at;
  const auto line_to = [&](Point next) {
    const Point from = at;
    at = next;
    return is_true(from, next);
  };
  for (const Segment& segment : path.segments) {
    switch (segment.verb) {
      case Verb::move:
        start = at = segment.end;
        break;
      case Verb::line:
        if (line_to(segment.end)) return true;
        break;
      case Verb::curve: {
        const Point from = at;
        // A curve stays within the hull of its control points.
        const bool passes = lie_beside({from, segment.control_1, segment.control_2, segment.end}, near);
        for (int step = passes ? chords : 1; step <= chords; ++step)
          if (line_to(on_curve(from, segment, step))) return true;
        break;
      }
      case Verb::close:
        if (line_to(start)) return true;
        break;
    }
  }
  return false;
}

/// By the non-zero rule, as fills and clips are; an open outline is closed.
bool is_inside(const figures::Path& path, Point point) {
  int winding = 0;
  const auto wind = [&](Point a, Point b) {
    if (a.y <= point.y && b.y > point.y && side(a, b, point) > 0) ++winding;
    if (a.y > point.y && b.y <= point.y && side(a, b, point) < 0) --winding;
    return false;
  };
  std::optional<Point> first;
  Point last;
  const auto close = [&] {
    if (first) wind(last, *first);
  };
  any_chord(path, {point.x, point.y, {}, {}}, [&](Point a, Point b) {
    if (!first || a != last) {
      close();
      first = a;
    }
    last = b;
    return wind(a, b);
  });
  close();
  return winding != 0;
}

/// Does the outline run through the rectangle where `shown` has it?
bool crosses_inside(const figures::Path& path, const Rect& rect, const figures::Path& shown) {
  return any_chord(path, rect, [&](Point a, Point b) {
    if (!line_crosses(a, b, rect)) return false;
    const Length longest = std::max(std::max(a.x, b.x) - std::min(a.x, b.x), std::max(a.y, b.y) - std::min(a.y, b.y));
    const std::int64_t steps = longest.units / tried_every.units + 1;
    for (std::int64_t step = 0; step <= steps; ++step) {
      const Point point{a.x + scaled(b.x - a.x, step, steps), a.y + scaled(b.y - a.y, step, steps)};
      if (contains(rect, point) && is_inside(shown, point)) return true;
    }
    return false;
  });
}

}  // namespace

bool crosses(const figures::Path& path, const Rect& rect) {
  return any_chord(path, rect, [&](Point a, Point b) { return line_crosses(a, b, rect); });
}

Rect hull_of(const Ink& ink) {
  if (ink.path.segments.empty()) return {};
  // A path begins with a move.
  Point least = ink.path.segments.front().end, most = least;
  const auto take_in = [&](Point point) {
    least = {std::min(least.x, point.x), std::min(least.y, point.y)};
    most = {std::max(most.x, point.x), std::max(most.y, point.y)};
  };
  for (const Segment& segment : ink.path.segments) {
    if (segment.verb == Verb::close) continue;
    take_in(segment.end);
    if (segment.verb != Verb::curve) continue;
    take_in(segment.control_1);
    take_in(segment.control_2);
  }
  return {least.x - ink.reach, least.y - ink.reach, most.x - least.x + ink.reach * 2, most.y - least.y + ink.reach * 2};
}

bool touches(const Ink& ink, const Rect& rect) {
  const Rect reached{rect.x - ink.reach, rect.y - ink.reach, rect.width + ink.reach * 2, rect.height + ink.reach * 2};
  if (!ink.clip) return crosses(ink.path, reached);
  return crosses_inside(ink.path, reached, *ink.clip) || (ink.is_filled && crosses_inside(*ink.clip, rect, ink.path));
}

}  // namespace handout::pages
