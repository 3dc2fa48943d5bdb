#include "pdf/repeated_shapes.h"

#include <variant>

#include "pdf/operators.h"

namespace handout::pdf {
namespace {

// A form costs an object; a path of few segments costs less.
constexpr int least_count = 4;
constexpr std::size_t least_segments = 5;

bool worth_a_form(const pages::PlacedPath& path) {
  const auto& segments = path.path.segments;
  if (segments.size() < least_segments || segments.front().verb != figures::Verb::move) return false;
  for (const figures::Segment& segment : segments)
    if (segment.verb == figures::Verb::curve) return true;
  return false;
}

Length stroke_width(const pages::PlacedPath& path) {
  return path.stroke ? path.stroke->width : Length();
}

/// Calls `visit` with every number that tells one shape from another: places are relative to the first point.
template <typename Visit>
void visit_numbers(const pages::PlacedPath& path, const Visit& visit) {
  const Point first = path.path.segments.front().end;
  for (const figures::Segment& segment : path.path.segments) {
    visit(static_cast<std::int64_t>(segment.verb));
    if (segment.verb == figures::Verb::close) continue;
    if (segment.verb == figures::Verb::curve) {
      for (const Point p : {segment.control_1, segment.control_2}) {
        visit((p.x - first.x).units);
        visit((p.y - first.y).units);
      }
    }
    visit((segment.end.x - first.x).units);
    visit((segment.end.y - first.y).units);
  }
  visit(path.fill.has_value());
  visit(stroke_width(path).units);
}

std::uint64_t hash_of(const pages::PlacedPath& path) {
  std::uint64_t hash = 14695981039346656037ULL;  // FNV-1a, a number at a time
  visit_numbers(path,
                [&](std::int64_t number) { hash = (hash ^ static_cast<std::uint64_t>(number)) * 1099511628211ULL; });
  return hash;
}

bool same_shape(const pages::PlacedPath& a, const pages::PlacedPath& b) {
  std::vector<std::int64_t> numbers_a, numbers_b;
  visit_numbers(a, [&](std::int64_t number) { numbers_a.push_back(number); });
  visit_numbers(b, [&](std::int64_t number) { numbers_b.push_back(number); });
  return numbers_a == numbers_b;
}

pages::PlacedPath with_segments(const pages::PlacedPath& path, std::vector<figures::Segment> segments) {
  pages::PlacedPath part = path;
  part.path.segments = std::move(segments);
  return part;
}

}  // namespace

std::vector<pages::PlacedPath> split(const pages::PlacedPath& path) {
  const auto& segments = path.path.segments;
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < segments.size(); ++i)
    if (segments[i].verb == figures::Verb::move) starts.push_back(i);
  const bool opaque = path.fill_opacity == Factor() && path.stroke_opacity == Factor();
  if (!opaque || starts.size() < static_cast<std::size_t>(least_count) || starts.front() != 0) return {path};
  starts.push_back(segments.size());
  std::vector<pages::PlacedPath> parts;
  for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
    parts.push_back(with_segments(path, {segments.begin() + static_cast<std::ptrdiff_t>(starts[i]),
                                         segments.begin() + static_cast<std::ptrdiff_t>(starts[i + 1])}));
    if (!worth_a_form(parts.back()) || !same_shape(parts.front(), parts.back())) return {path};
  }
  return parts;
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
      for (const pages::PlacedPath& part : split(*path)) {
        if (!worth_a_form(part)) continue;
        Shape& shape = shapes_[hash_of(part)];
        if (!shape.first) shape.first = part;
        ++shape.count;
      }
    } else if (const auto* group = std::get_if<std::shared_ptr<const pages::ClipGroup>>(&item)) {
      count((*group)->items);
    }
  }
}

std::string RepeatedShapes::form_of(const pages::PlacedPath& path) {
  if (!worth_a_form(path)) return {};
  Shape& shape = shapes_.at(hash_of(path));
  if (shape.count < least_count || !same_shape(*shape.first, path)) return {};
  if (shape.form.empty())
    shape.form = resources_.form(relative_form(path.path, painting_operator(path), stroke_width(path)));
  return shape.form;
}

}  // namespace handout::pdf
