#include "pdf/repeated_shapes.h"

#include <algorithm>
#include <variant>

#include "pdf/operators.h"

namespace handout::pdf {
namespace {

constexpr std::size_t least_count = 4;
// A form costs an object; a shape drawn less often is written again each time, word for word, which deflates.
constexpr std::size_t least_form_count = 32;
constexpr std::size_t least_segments = 5;

bool worth_a_form(const Shape& shape) {
  const auto& segments = shape.segments;
  if (segments.size() < least_segments || segments.front().verb != figures::Verb::move) return false;
  return std::any_of(segments.begin(), segments.end(),
                     [](const figures::Segment& segment) { return segment.verb == figures::Verb::curve; });
}

Length stroke_width(const pages::PlacedPath& path) {
  return path.stroke ? path.stroke->width : Length();
}

/// The same when moved: places are relative to each shape's first point.
bool same_segment(const figures::Segment& a, Point first_a, const figures::Segment& b, Point first_b) {
  const auto same = [&](Point p, Point q) {
    return p.x - first_a.x == q.x - first_b.x && p.y - first_a.y == q.y - first_b.y;
  };
  if (a.verb != b.verb) return false;
  if (a.verb == figures::Verb::close) return true;
  if (a.verb == figures::Verb::curve && !(same(a.control_1, b.control_1) && same(a.control_2, b.control_2)))
    return false;
  return same(a.end, b.end);
}

bool same_shape(const Shape& a, const Shape& b) {
  if (a.segments.size() != b.segments.size()) return false;
  if (a.of->fill.has_value() != b.of->fill.has_value() || stroke_width(*a.of) != stroke_width(*b.of)) return false;
  const Point first_a = a.segments.front().end, first_b = b.segments.front().end;
  return std::equal(
      a.segments.begin(), a.segments.end(), b.segments.begin(),
      [&](const figures::Segment& x, const figures::Segment& y) { return same_segment(x, first_a, y, first_b); });
}

/// Equal for the same shapes: FNV-1a, a number at a time.
std::uint64_t hash_of(const Shape& shape) {
  std::uint64_t hash = 14695981039346656037ULL;
  const auto add = [&](std::int64_t number) { hash = (hash ^ static_cast<std::uint64_t>(number)) * 1099511628211ULL; };
  const Point first = shape.segments.front().end;
  for (const figures::Segment& segment : shape.segments) {
    add(static_cast<std::int64_t>(segment.verb));
    if (segment.verb == figures::Verb::close) continue;
    add((segment.end.x - first.x).units);
    add((segment.end.y - first.y).units);
  }
  add(shape.of->fill.has_value() ? 1 : 0);
  add(stroke_width(*shape.of).units);
  return hash;
}

}  // namespace

std::vector<Shape> split(const pages::PlacedPath& path) {
  const std::span<const figures::Segment> segments = path.path.segments;
  const std::vector<Shape> whole = {{segments, &path}};
  const bool opaque = path.fill_opacity == Factor() && path.stroke_opacity == Factor();
  if (!opaque || segments.size() < least_count * least_segments || segments.front().verb != figures::Verb::move)
    return whole;
  std::vector<Shape> parts;
  for (std::size_t begin = 0; begin < segments.size();) {
    std::size_t end = begin + 1;
    while (end < segments.size() && segments[end].verb != figures::Verb::move)
      ++end;
    parts.push_back({segments.subspan(begin, end - begin), &path});
    if (!worth_a_form(parts.back()) || !same_shape(parts.front(), parts.back())) return whole;
    begin = end;
  }
  return parts.size() < least_count ? whole : parts;
}

const char* painting_operator(const pages::PlacedPath& path) {
  if (path.path.segments.empty()) return nullptr;
  if (path.fill && path.stroke) return "B";
  if (path.fill) return "f";
  if (path.stroke) return "S";
  return nullptr;
}

RepeatedShapes::RepeatedShapes(const pages::PagedDocument& document, Resources& resources) : resources_(resources) {
  for (const pages::Page& page : document.pages)
    count(page.items);
}

void RepeatedShapes::count(const std::vector<pages::PageItem>& items) {
  for (const pages::PageItem& item : items) {
    if (const auto* path = std::get_if<pages::PlacedPath>(&item)) {
      for (const Shape& shape : split(*path)) {
        if (!worth_a_form(shape)) continue;
        Counted& counted = shapes_.try_emplace(hash_of(shape), Counted{shape, 0, {}}).first->second;
        ++counted.count;
      }
    } else if (const auto* group = std::get_if<std::shared_ptr<const pages::ClipGroup>>(&item)) {
      count((*group)->items);
    }
  }
}

std::string RepeatedShapes::drawing_of(const Shape& shape) {
  if (!worth_a_form(shape)) return {};
  Counted& counted = shapes_.at(hash_of(shape));
  if (counted.count < least_count || !same_shape(counted.first, shape)) return {};
  if (counted.drawing.empty()) {
    Form form = relative_form(shape.segments, painting_operator(*shape.of), stroke_width(*shape.of));
    counted.drawing =
        counted.count < least_form_count ? "\n" + form.operators : "/" + resources_.form(std::move(form)) + " Do";
  }
  return counted.drawing;
}

}  // namespace handout::pdf
