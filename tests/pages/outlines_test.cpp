#include "pages/outlines.h"

#include <doctest/doctest.h>

namespace handout::tests {
namespace {

using namespace handout::literals;
using figures::Path;
using figures::Segment;
using figures::Verb;

constexpr Rect letters{40_pt, 40_pt, 20_pt, 10_pt};

Path line(Point from, Point to) {
  return Path{{Segment{Verb::move, {}, {}, from}, Segment{Verb::line, {}, {}, to}}};
}

TEST_CASE("an outline crosses a rectangle where it runs through it or ends in it") {
  struct Case {
    const char* what;
    Path path;
    bool crosses;
  };
  for (const Case& one : {
           Case{"through it", line({0_pt, 45_pt}, {100_pt, 45_pt}), true},
           Case{"ends in it", line({0_pt, 0_pt}, {50_pt, 45_pt}), true},
           Case{"lies in it", figures::rectangle({45_pt, 42_pt, 2_pt, 2_pt}), true},
           Case{"over a corner", line({35_pt, 45_pt}, {45_pt, 35_pt}), true},
           Case{"past a corner", line({30_pt, 45_pt}, {45_pt, 30_pt}), false},
           Case{"above it", line({0_pt, 30_pt}, {100_pt, 30_pt}), false},
           Case{"around it", figures::rectangle({0_pt, 0_pt, 100_pt, 100_pt}), false},
           Case{"a circle into its side", figures::circle({70_pt, 45_pt}, 12_pt), true},
           Case{"a circle beside it", figures::circle({70_pt, 45_pt}, 9_pt), false},
           // The square around the circle reaches the rectangle, the circle does not.
           Case{"a circle off its corner", figures::circle({68_pt, 58_pt}, 10_pt), false},
           Case{"the side that closes a path",
                Path{{Segment{Verb::move, {}, {}, {50_pt, 0_pt}}, Segment{Verb::line, {}, {}, {90_pt, 0_pt}},
                      Segment{Verb::line, {}, {}, {90_pt, 90_pt}}, Segment{Verb::line, {}, {}, {50_pt, 90_pt}},
                      Segment{Verb::close, {}, {}, {}}}},
                true},
           Case{"nothing", Path{}, false},
       }) {
    CAPTURE(std::string(one.what));
    CHECK(pages::crosses(one.path, letters) == one.crosses);
  }
}

TEST_CASE("a shape's ink is its line in its whole width and the edge of its fill, as far as its clip shows them") {
  const auto with = [](Path path, Length reach, bool is_filled, std::optional<Path> clip) {
    return pages::Ink{std::move(path), reach, is_filled, std::move(clip)};
  };
  const Path above = line({0_pt, 38_pt}, {100_pt, 38_pt}), through = line({0_pt, 45_pt}, {100_pt, 45_pt});
  const Path ground = figures::rectangle({0_pt, 0_pt, 100_pt, 100_pt}), far = figures::circle({10_pt, 45_pt}, 8_pt);
  const Path over = figures::circle({50_pt, 45_pt}, 30_pt), into = figures::circle({70_pt, 45_pt}, 12_pt);
  struct Case {
    const char* what;
    pages::Ink ink;
    bool touches;
  };
  for (const Case& one : {
           Case{"a hair above it", with(above, 0_pt, false, {}), false},
           Case{"a line above it", with(above, 1_pt, false, {}), false},
           Case{"a broad line above it", with(above, 3_pt, false, {}), true},
           Case{"a line through it, shown elsewhere", with(through, 1_pt, false, far), false},
           Case{"a line through it, shown there", with(through, 1_pt, false, over), true},
           Case{"a line that ends beside it where it is cut", with(through, 1_pt, false, far), false},
           Case{"a line whose cut end is in it", with(through, 1_pt, false, into), true},
           Case{"a ground whose cut edge is in it", with(ground, 0_pt, true, into), true},
           Case{"a ground, cut around it", with(ground, 0_pt, true, over), false},
           Case{"no ground where the clip is", with(line({0_pt, 0_pt}, {9_pt, 0_pt}), 0_pt, true, into), false},
           Case{"a frame, cut around it", with(ground, 2_pt, false, over), false},
           Case{"the clip of a frame that is elsewhere", with(ground, 2_pt, false, into), false},
       }) {
    CAPTURE(std::string(one.what));
    CHECK(pages::touches(one.ink, letters) == one.touches);
    // What touches reaches into the hull.
    const Rect hull = pages::hull_of(one.ink);
    const bool meet = hull.x <= letters.right() && letters.x <= hull.right() && hull.y <= letters.bottom() &&
                      letters.y <= hull.bottom();
    CHECK((meet || !one.touches));
  }
}

}  // namespace
}  // namespace handout::tests
