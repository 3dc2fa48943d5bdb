#include "pdf/regular_paths.h"

#include <doctest/doctest.h>

#include "figures/qr_code.h"

using namespace handout;
using namespace handout::literals;
using figures::Segment;
using figures::Verb;

namespace {

/// A QR code's modules as they stand on a page: every point scaled and rounded by itself.
figures::Path placed_modules(Length side) {
  const auto code = figures::qr_code("https://northgate.example/miss");
  REQUIRE(code);
  figures::Path path = std::get<figures::Shape>(code->items.back()).path;
  const std::int64_t width = code->view_box.width.units;
  for (Segment& segment : path.segments) {
    segment.end = {37_pt + scaled(segment.end.x, side.units, width), 500_pt + scaled(segment.end.y, side.units, width)};
  }
  return path;
}

figures::Path hatch(std::size_t lines) {
  figures::Path path;
  for (std::size_t i = 0; i < lines; ++i) {
    const Length x = 10_pt + 8.819_pt * static_cast<std::int64_t>(i);
    path.segments.push_back({Verb::move, {}, {}, {x, 60_pt}});
    path.segments.push_back({Verb::line, {}, {}, {x + 7_pt, 53_pt}});
  }
  return path;
}

}  // namespace

TEST_CASE("a QR code's modules are found on their grid, each where it stood") {
  for (const Length side : {22_mm, 62.36_pt, 25.4_mm}) {
    const figures::Path path = placed_modules(side);
    const auto grid = pdf::as_grid(path);
    REQUIRE(grid);
    REQUIRE(grid->boxes.size() * 5 == path.segments.size());
    for (std::size_t i = 0; i < grid->boxes.size(); ++i) {
      const pdf::GridBox& box = grid->boxes[i];
      const Point first = path.segments[i * 5].end, across = path.segments[i * 5 + 2].end;
      const auto near = [](Length a, Length b) { return std::max(a - b, b - a) <= 0.002_pt; };
      CHECK(near(grid->corner.x + grid->square * box.x, std::min(first.x, across.x)));
      CHECK(near(grid->corner.x + grid->square * (box.x + box.width), std::max(first.x, across.x)));
      CHECK(near(grid->corner.y - grid->square * box.y, first.y));
      CHECK(near(grid->corner.y - grid->square * (box.y + box.height), across.y));
    }
  }
}

TEST_CASE("boxes that run the other way lie on the grid too") {
  figures::Path path = placed_modules(62_pt);
  for (Segment& segment : path.segments)
    segment.end.x = 200_pt - segment.end.x;
  const auto grid = pdf::as_grid(path);
  REQUIRE(grid);
  CHECK(grid->boxes.size() * 5 == path.segments.size());
}

TEST_CASE("boxes off the grid are none, nor are few boxes, nor a path with a curve") {
  figures::Path path = placed_modules(62_pt);
  figures::Path moved = path;
  for (std::size_t i = 50; i < 55; ++i)
    moved.segments[i].end.x += 0.1_pt;
  CHECK_FALSE(pdf::as_grid(moved));
  figures::Path curved = path;
  const figures::Path dot = figures::circle({40_pt, 510_pt}, 2_pt);
  curved.segments.insert(curved.segments.end(), dot.segments.begin(), dot.segments.end());
  CHECK_FALSE(pdf::as_grid(curved));
  path.segments.resize(5 * 5);
  CHECK_FALSE(pdf::as_grid(path));
  CHECK_FALSE(pdf::as_grid({}));
}

TEST_CASE("hatch is one line again and again; a line out of step is not") {
  figures::Path lines = hatch(20);
  const auto series = pdf::as_line_series(lines);
  REQUIRE(series);
  CHECK(series->count == 20);
  CHECK(series->begin == Point{10_pt, 60_pt});
  CHECK(series->end == Point{17_pt, 53_pt});
  CHECK(series->step == Point{8.819_pt, Length()});
  lines.segments[11].end.x += Length{1};
  CHECK_FALSE(pdf::as_line_series(lines));
  CHECK_FALSE(pdf::as_line_series(hatch(2)));
}
