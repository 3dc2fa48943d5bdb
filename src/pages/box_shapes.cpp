#include "pages/box_shapes.h"

#include <algorithm>

#include "pages/drawing_shapes.h"

namespace handout::pages {

namespace {

using namespace literals;
using design::Artifact;
using design::Edges;
using figures::Path;
using figures::Segment;
using figures::Verb;

/// Distance of a quarter circle's control points from its ends, of the radius: 1 - 0.5522847498.
constexpr std::int64_t kappa_millionths = 552285;
/// Hatch at 45 degrees, lines of 0.75 mm, 2.2 mm apart; rules thinner than 1 mm are solid.
constexpr Length hatch_line = 0.75_mm;
constexpr Length hatch_step = 3.1113_mm;  // 2.2 mm times the square root of two: along the rule
constexpr Length least_hatched = 1_mm;

Segment move_to(Point p) {
  return Segment{Verb::move, {}, {}, p};
}
Segment line_to(Point p) {
  return Segment{Verb::line, {}, {}, p};
}
Segment close() {
  return Segment{Verb::close, {}, {}, {}};
}

/// A quarter circle from `from` to `to` around the corner point `corner`.
Segment round_to(Point from, Point corner, Point to) {
  const auto towards = [](Point a, Point b) {
    return Point{a.x + scaled(b.x - a.x, kappa_millionths, 1000000),
                 a.y + scaled(b.y - a.y, kappa_millionths, 1000000)};
  };
  return Segment{Verb::curve, towards(from, corner), towards(to, corner), to};
}

void add_corner(Path& path, Point from, Point corner, Point to) {
  path.segments.push_back(line_to(from));
  if (!(from == to)) path.segments.push_back(round_to(from, corner, to));
}

/// The outline from the bottom of the start side up, over the top, and down: open at the bottom.
Path open_outline(const Rect& r, Length corner) {
  Path path;
  path.segments.push_back(move_to({r.x, r.bottom()}));
  add_corner(path, {r.x, r.y + corner}, {r.x, r.y}, {r.x + corner, r.y});
  add_corner(path, {r.right() - corner, r.y}, {r.right(), r.y}, {r.right(), r.y + corner});
  path.segments.push_back(line_to({r.right(), r.bottom()}));
  return path;
}

Path turned_over(Path path, const Rect& r) {
  for (Segment& segment : path.segments) {
    for (Point* p : {&segment.control_1, &segment.control_2, &segment.end})
      p->y = r.y + r.bottom() - p->y;
  }
  return path;
}

Path sides_only(const Rect& r) {
  return Path{
      {move_to({r.x, r.y}), line_to({r.x, r.bottom()}), move_to({r.right(), r.y}), line_to({r.right(), r.bottom()})}};
}

Path chevron(const Rect& r, const BoxLook& look) {
  const Length middle = r.y + r.height / 2;
  Path path{{move_to({r.x, r.y}), line_to({r.right() - chevron_point, r.y}), line_to({r.right(), middle}),
             line_to({r.right() - chevron_point, r.bottom()}), line_to({r.x, r.bottom()})}};
  if (!look.flat_start) path.segments.push_back(line_to({r.x + chevron_point, middle}));
  path.segments.push_back(close());
  return path;
}

class BoxDrawer {
 public:
  BoxDrawer(const BoxPiece& piece, const design::Manuscript& manuscript, const Mirror& mirror)
      : piece_(piece), manuscript_(manuscript), mirror_(mirror), rect_(piece.rect), rule_(piece.look.rule) {
    if (piece.look.to_paper_edges) {
      rect_.x = Length{};
      rect_.width = manuscript.page_size.width;
    }
    if (!piece.starts) rule_.top = Length{};
    if (!piece.ends) rule_.bottom = Length{};
    const Length most = std::min(rect_.width, rect_.height) / 2;
    corner_top_ = piece.starts ? std::min(piece.look.corner_top, most) : Length{};
    corner_bottom_ = piece.ends ? std::min(piece.look.corner_bottom, most) : Length{};
  }

  std::vector<PageItem> draw() {
    fill();
    add_backdrop();
    if (has_frame()) {
      stroke_frame();
    } else if (piece_.style->shape == design::BoxShape::box) {
      rule_sides();
    }
    return std::move(items_);
  }

 private:
  /// Without an ink the rules have no width (design/manuscript.cpp).
  Color ink() const { return piece_.style->rule_ink.value_or(Color{}); }
  bool is_hatched(Length width) const {
    return piece_.style->rule_pattern == design::RulePattern::hatch && width >= least_hatched;
  }

  /// Rules of one width all round are one line, with the box's corners.
  bool has_frame() const {
    const Edges& all = piece_.look.rule;
    return piece_.style->shape == design::BoxShape::box && all.start > Length{} && all.start == all.end &&
           all.start == all.top && all.start == all.bottom && !is_hatched(all.start);
  }

  void add_path(Path path, std::optional<Color> fill, std::optional<PlacedStroke> stroke) {
    PlacedPath placed;
    placed.path = mirror_.path(std::move(path));
    placed.fill = fill;
    placed.stroke = std::move(stroke);
    placed.tag = Artifact::layout;
    items_.emplace_back(std::move(placed));
  }

  void add_rect(const Rect& rect, const Color& color) {
    PlacedPath placed;
    placed.path = figures::rectangle(mirror_.rect(rect));
    placed.fill = color;
    placed.tag = Artifact::layout;
    items_.emplace_back(std::move(placed));
  }

  void fill() {
    if (!piece_.look.fill) return;
    const bool square = corner_top_ == Length{} && corner_bottom_ == Length{};
    if (piece_.style->shape == design::BoxShape::chevron) {
      add_path(chevron(rect_, piece_.look), piece_.look.fill, std::nullopt);
    } else if (square) {
      add_rect(rect_, *piece_.look.fill);
    } else {
      add_path(box_outline(rect_, corner_top_, corner_bottom_), piece_.look.fill, std::nullopt);
    }
  }

  void stroke_frame() {
    const Length width = rule_.start;
    const Length half = width / 2;
    const Rect r{rect_.x + half, rect_.y + (piece_.starts ? half : Length{}), rect_.width - width,
                 rect_.height - (piece_.starts ? half : Length{}) - (piece_.ends ? half : Length{})};
    const Length top = std::max(Length{}, corner_top_ - half), bottom = std::max(Length{}, corner_bottom_ - half);
    Path path;
    if (piece_.starts && piece_.ends) {
      path = box_outline(r, top, bottom);
    } else if (piece_.starts) {
      path = open_outline(r, top);
    } else if (piece_.ends) {
      path = turned_over(open_outline(r, bottom), r);
    } else {
      path = sides_only(r);
    }
    PlacedStroke stroke;
    stroke.color = ink();
    stroke.width = width;
    add_path(std::move(path), std::nullopt, stroke);
  }

  void rule_sides() {
    const Rect& r = rect_;
    side(Rect{r.x, r.y, r.width, rule_.top}, rule_.top);
    side(Rect{r.x, r.bottom() - rule_.bottom, r.width, rule_.bottom}, rule_.bottom);
    upright({r.x, rule_.start});
    upright({r.right() - rule_.end, rule_.end});
  }

  struct Upright {
    Length x, width;
  };
  /// A hatch keeps within the rules above and below it: viewers cut off at whole pixels, and it would stand out of the
  /// box by one.
  void upright(Upright rule) {
    const Rect& r = rect_;
    const bool is_inside = is_hatched(rule.width);
    const Length above = is_inside ? rule_.top : Length{}, below = is_inside ? rule_.bottom : Length{};
    side(Rect{rule.x, r.y + above, rule.width, r.height - above - below}, rule.width);
  }

  void side(const Rect& rect, Length width) {
    if (width <= Length{}) return;
    if (is_hatched(width)) {
      hatch(rect);
    } else {
      add_rect(rect, ink());
    }
  }

  /// Slanting lines, cut off at the rule and at the box's corners.
  void hatch(const Rect& rect) {
    const Length left = std::max(Length{}, corner_top_ - (rect.y - rect_.y));
    const Length corner = std::min(left, std::min(rect.width, rect.height));
    auto group = std::make_shared<ClipGroup>();
    group->clip = mirror_.path(box_outline(rect, corner, Length{}));
    PlacedPath lines;
    for (Length x = rect.x - rect.height; x < rect.right(); x += hatch_step) {
      lines.path.segments.push_back(move_to({x, rect.bottom()}));
      lines.path.segments.push_back(line_to({x + rect.height, rect.y}));
    }
    lines.path = mirror_.path(std::move(lines.path));
    PlacedStroke stroke;
    stroke.color = ink();
    stroke.width = hatch_line;
    lines.stroke = stroke;
    lines.tag = Artifact::layout;
    // Square caps reach past the clip, so that no line ends short of the rule's edge.
    lines.stroke->cap = figures::LineCap::square;
    group->items.emplace_back(std::move(lines));
    items_.emplace_back(std::shared_ptr<const ClipGroup>(std::move(group)));
  }

  /// A brand's drawing behind the box, at its end side: as high as the box, or as its max-height in a taller one, which
  /// shows what the drawing has below.
  void add_backdrop() {
    if (piece_.style->backdrop.empty() || manuscript_.black_only) return;
    const auto found = manuscript_.backdrops.find(piece_.style->backdrop);
    if (found == manuscript_.backdrops.end() || !found->second) return;
    const Rect& view = found->second->view_box;
    const Length height = std::min(rect_.height, piece_.style->max_height.value_or(rect_.height));
    const Length width = scaled(height, view.width.units, view.height.units);
    const Rect target{rect_.right() - width, rect_.y, width, height};
    auto group = std::make_shared<ClipGroup>();
    group->clip = mirror_.path(box_outline(rect_, corner_top_, corner_bottom_));
    group->items = draw_figure(
        *found->second, DrawingPlace{mirror_.rect(target), mirror_.is_mirrored(), Artifact::background}, manuscript_);
    items_.emplace_back(std::shared_ptr<const ClipGroup>(std::move(group)));
  }

  const BoxPiece& piece_;
  const design::Manuscript& manuscript_;
  const Mirror& mirror_;
  Rect rect_;
  Edges rule_;
  Length corner_top_, corner_bottom_;
  std::vector<PageItem> items_;
};

}  // namespace

bool has_rules(const Edges& rule) {
  const Length nothing;
  return rule.top > nothing || rule.bottom > nothing || rule.start > nothing || rule.end > nothing;
}

Path box_outline(const Rect& r, Length top, Length bottom) {
  if (top == Length{} && bottom == Length{}) return figures::rectangle(r);
  Path path;
  path.segments.push_back(move_to({r.x + top, r.y}));
  add_corner(path, {r.right() - top, r.y}, {r.right(), r.y}, {r.right(), r.y + top});
  add_corner(path, {r.right(), r.bottom() - bottom}, {r.right(), r.bottom()}, {r.right() - bottom, r.bottom()});
  add_corner(path, {r.x + bottom, r.bottom()}, {r.x, r.bottom()}, {r.x, r.bottom() - bottom});
  add_corner(path, {r.x, r.y + top}, {r.x, r.y}, {r.x + top, r.y});
  path.segments.push_back(close());
  return path;
}

std::vector<PageItem> draw_box(const BoxPiece& piece, const design::Manuscript& manuscript, const Mirror& mirror) {
  return BoxDrawer(piece, manuscript, mirror).draw();
}

}  // namespace handout::pages
