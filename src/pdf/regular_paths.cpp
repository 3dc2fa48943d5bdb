#include "pdf/regular_paths.h"

#include <algorithm>
#include <span>

#include "pdf/box_paths.h"

namespace handout::pdf {
namespace {

using figures::Segment;
using figures::Verb;

constexpr std::size_t least_boxes = 16;
constexpr std::size_t least_lines = 6;
constexpr Length least_square{Length::per_point / 10};
// Places on the page are rounded each by itself; this is a tenth of what a coordinate is rounded to.
constexpr Length grid_tolerance{Length::per_point / 1000};

std::optional<std::vector<Corners>> all_boxes(std::span<const Segment> segments) {
  if (segments.size() % box_segments != 0) return std::nullopt;
  std::vector<Corners> boxes;
  for (std::size_t begin = 0; begin < segments.size(); begin += box_segments) {
    const std::optional<Corners> corners = as_box(segments.subspan(begin, box_segments));
    if (!corners) return std::nullopt;
    boxes.push_back(*corners);
  }
  return boxes;
}

/// The shortest side of any box, and the farthest that an edge is from `corner`.
struct Extent {
  Length least, most;
};
Extent extent_of(const std::vector<Corners>& boxes, Point corner) {
  const Length first_side = boxes.front().across.x - boxes.front().first.x;
  Extent extent{std::max(first_side, -first_side), {}};
  for (const Corners& box : boxes) {
    for (const Length side : {box.across.x - box.first.x, box.across.y - box.first.y})
      extent.least = std::min(extent.least, std::max(side, -side));
    for (const Point p : {box.first, box.across})
      extent.most = std::max({extent.most, p.x - corner.x, corner.y - p.y});
  }
  return extent;
}

Point lower_left(const std::vector<Corners>& boxes) {
  Point corner = boxes.front().first;
  for (const Corners& box : boxes) {
    for (const Point p : {box.first, box.across})
      corner = {std::min(corner.x, p.x), std::max(corner.y, p.y)};
  }
  return corner;
}

std::int64_t nearest(Length length, Length square) {
  return scaled(length.units, 1, square.units);
}

bool is_on_grid(Length edge, Length square) {
  const Length off = edge - square * nearest(edge, square);
  return std::max(off, -off) <= grid_tolerance;
}

bool is_line(std::span<const Segment> segments) {
  return segments[0].verb == Verb::move && segments[1].verb == Verb::line;
}

Point difference(Point a, Point b) {
  return {a.x - b.x, a.y - b.y};
}

}  // namespace

std::optional<Grid> as_grid(const figures::Path& path) {
  const std::span<const Segment> segments = path.segments;
  if (segments.size() < least_boxes * box_segments) return std::nullopt;
  const std::optional<std::vector<Corners>> boxes = all_boxes(segments);
  if (!boxes) return std::nullopt;
  Grid grid;
  grid.corner = lower_left(*boxes);
  const Extent extent = extent_of(*boxes, grid.corner);
  if (extent.least < least_square) return std::nullopt;
  grid.square = extent.most / nearest(extent.most, extent.least);
  for (const Corners& box : *boxes) {
    const Point size{box.across.x - box.first.x, box.first.y - box.across.y};
    const Point place{box.first.x - grid.corner.x, grid.corner.y - box.first.y};
    for (const Length edge : {place.x, place.y, place.x + size.x, place.y + size.y})
      if (!is_on_grid(edge, grid.square)) return std::nullopt;
    // The way round that the corners say is kept.
    grid.boxes.push_back({nearest(place.x, grid.square), nearest(place.y, grid.square), nearest(size.x, grid.square),
                          nearest(size.y, grid.square)});
  }
  return grid;
}

std::optional<LineSeries> as_line_series(const figures::Path& path) {
  const std::span<const Segment> segments = path.segments;
  if (segments.size() < 2 * least_lines || segments.size() % 2 != 0) return std::nullopt;
  if (!is_line(segments.first(2)) || !is_line(segments.subspan(2, 2))) return std::nullopt;
  LineSeries series{segments[0].end, segments[1].end, difference(segments[2].end, segments[0].end),
                    segments.size() / 2};
  for (std::size_t i = 2; i < segments.size(); i += 2) {
    if (!is_line(segments.subspan(i, 2))) return std::nullopt;
    if (difference(segments[i].end, segments[i - 2].end) != series.step) return std::nullopt;
    if (difference(segments[i + 1].end, segments[i - 1].end) != series.step) return std::nullopt;
  }
  return series;
}

}  // namespace handout::pdf
