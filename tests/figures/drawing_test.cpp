#include "figures/drawing.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace handout;
using namespace handout::figures;
using namespace handout::literals;

namespace {

/// The greatest distance of the path's end points and curves' middles from the box's sides, outwards.
Rect bounds(const Path& path) {
  Point least = path.segments.front().end, greatest = least;
  for (const Segment& segment : path.segments) {
    if (segment.verb == Verb::close) continue;
    least = {std::min(least.x, segment.end.x), std::min(least.y, segment.end.y)};
    greatest = {std::max(greatest.x, segment.end.x), std::max(greatest.y, segment.end.y)};
  }
  return {least.x, least.y, greatest.x - least.x, greatest.y - least.y};
}

double distance(Point a, Point b) {
  return std::hypot(static_cast<double>((a.x - b.x).units), static_cast<double>((a.y - b.y).units)) / Length::per_point;
}

Point middle_of_curve(Point start, const Segment& curve) {
  const auto mean = [](Length a, Length b, Length c, Length d) { return (a + 3 * b + 3 * c + d) / 8; };
  return {mean(start.x, curve.control_1.x, curve.control_2.x, curve.end.x),
          mean(start.y, curve.control_1.y, curve.control_2.y, curve.end.y)};
}

int count(const Path& path, Verb verb) {
  return static_cast<int>(std::count_if(path.segments.begin(), path.segments.end(),
                                        [&](const Segment& segment) { return segment.verb == verb; }));
}

}  // namespace

TEST_CASE("A rectangle is four sides of its box") {
  const Rect box{1_pt, 2_pt, 30_pt, 40_pt};
  const Path path = rectangle(box);
  CHECK(bounds(path) == box);
  CHECK(count(path, Verb::line) == 3);
  CHECK(path.segments.back().verb == Verb::close);
}

TEST_CASE("A rounded rectangle stays in its box, whatever its corner") {
  const Rect box{1_pt, 2_pt, 30_pt, 40_pt};
  for (const Length corner : {1_pt, 5_pt, 15_pt, 100_pt}) {
    const Path path = rounded_rectangle(box, corner);
    CHECK(bounds(path) == box);
    CHECK(count(path, Verb::curve) == 4);
  }
  CHECK(count(rounded_rectangle(box, 0_pt), Verb::curve) == 0);
  CHECK(count(rounded_rectangle(box, -3_pt), Verb::curve) == 0);
}

TEST_CASE("A corner is a quarter of a circle") {
  const Path path = rounded_rectangle({0_pt, 0_pt, 30_pt, 40_pt}, 5_pt);
  const Segment& before = path.segments.at(1);
  CHECK(distance(middle_of_curve(before.end, path.segments.at(2)), {25_pt, 5_pt}) == doctest::Approx(5).epsilon(0.001));
}

TEST_CASE("A circle is round") {
  const Point centre{100_pt, 50_pt};
  const Path path = circle(centre, 40_pt);
  CHECK(bounds(path) == Rect{60_pt, 10_pt, 80_pt, 80_pt});
  Point from = path.segments.front().end;
  for (const Segment& segment : path.segments) {
    if (segment.verb != Verb::curve) continue;
    CHECK(distance(segment.end, centre) == doctest::Approx(40));
    CHECK(distance(middle_of_curve(from, segment), centre) == doctest::Approx(40).epsilon(0.001));
    from = segment.end;
  }
  CHECK(from == path.segments.front().end);
}
