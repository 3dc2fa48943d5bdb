#include "pages/print_figures.h"

#include <algorithm>
#include <iterator>

#include "pages/box_shapes.h"
#include "pages/pictures.h"

namespace handout::pages {

namespace {

using namespace literals;

/// The uncertain part of a range has a thin line of the counted dots' colour around it (dots).
constexpr Length uncertain_line = 0.4_pt;

bool reaches_out(const figures::Path& path, const Rect& view) {
  return std::any_of(path.segments.begin(), path.segments.end(), [&](const figures::Segment& segment) {
    const auto outside = [&](Point p) {
      return p.x < view.x || p.y < view.y || p.x > view.right() || p.y > view.bottom();
    };
    if (segment.verb == figures::Verb::close) return false;
    if (outside(segment.end)) return true;
    return segment.verb == figures::Verb::curve && (outside(segment.control_1) || outside(segment.control_2));
  });
}

bool reaches_out(const figures::Drawing& drawing) {
  return std::any_of(drawing.items.begin(), drawing.items.end(), [&](const figures::DrawingItem& item) {
    const auto* shape = std::get_if<figures::Shape>(&item);
    return shape && reaches_out(shape->path, drawing.view_box);
  });
}

/// The part of the page that the drawing may use: its panel, or only its own view box where nothing is behind it.
struct Ground {
  Rect panel;  ///< physical
  Length corner;
  bool is_filled = false;
};

Ground ground_of(const DrawingPiece& piece, const design::Manuscript& manuscript, const Mirror& mirror) {
  Ground ground;
  ground.panel = mirror.rect(piece.panel);
  if (!piece.style) return ground;
  ground.corner = piece.style->corner;
  ground.is_filled = piece.style->fill && !manuscript.black_only;
  return ground;
}

/// The rules of `figure`, as around any box: over the picture, which fills its panel.
void add_rules(const DrawingPiece& piece, const design::Manuscript& manuscript, const Mirror& mirror,
               std::vector<PageItem>& items) {
  if (!piece.style) return;
  BoxPiece frame;
  frame.style = piece.style;
  frame.rect = piece.panel;
  frame.look.rule = piece.style->rule;
  frame.look.corner_top = frame.look.corner_bottom = piece.style->corner;
  std::vector<PageItem> rules = draw_box(frame, manuscript, mirror);
  std::move(rules.begin(), rules.end(), std::back_inserter(items));
}

/// Around the panel's middle, so that what is seen stays in it.
Rect drawn_smaller(const Rect& box, const Rect& panel, Factor drawn) {
  const Point middle{panel.x + panel.width / 2, panel.y + panel.height / 2};
  return {middle.x + (box.x - middle.x) * drawn, middle.y + (box.y - middle.y) * drawn, box.width * drawn,
          box.height * drawn};
}

void add_dots(std::vector<PageItem>& items, PlacedPath path) {
  if (!path.path.segments.empty()) items.emplace_back(std::move(path));
}

}  // namespace

DrawingPlace place_of(const DrawingPiece& piece, const Mirror& mirror) {
  DrawingPlace place;
  place.box =
      drawn_smaller(fitted_box(*piece.drawing, mirror.rect(piece.panel)), mirror.rect(piece.panel), piece.drawn);
  place.mirrored = mirror.is_mirrored() && piece.picture && piece.picture->mirror;
  return place;
}

std::vector<PageItem> print_drawing(const DrawingPiece& piece, const design::Tag& tag,
                                    const design::Manuscript& manuscript, const Mirror& mirror) {
  std::vector<PageItem> items;
  const Ground ground = ground_of(piece, manuscript, mirror);
  if (ground.is_filled) {
    PlacedPath panel;
    panel.path = figures::rounded_rectangle(ground.panel, ground.corner);
    panel.fill = piece.style->fill;
    panel.tag = design::Artifact::layout;
    items.emplace_back(std::move(panel));
  }
  DrawingPlace place = place_of(piece, mirror);
  place.tag = tag;
  std::vector<PageItem> drawn = draw_figure(*piece.drawing, place, manuscript);
  const bool has_panel = ground.is_filled || ground.corner > Length{};
  const bool is_cropped = place.box.height > ground.panel.height;
  if (!drawn.empty() && (has_panel || is_cropped || reaches_out(*piece.drawing))) {
    auto group = std::make_shared<ClipGroup>();
    const bool at_panel = has_panel || is_cropped;
    group->clip = at_panel ? figures::rounded_rectangle(ground.panel, ground.corner) : figures::rectangle(place.box);
    group->items = std::move(drawn);
    items.emplace_back(std::shared_ptr<const ClipGroup>(std::move(group)));
  } else {
    std::move(drawn.begin(), drawn.end(), std::back_inserter(items));
  }
  add_rules(piece, manuscript, mirror, items);
  return items;
}

std::vector<PageItem> print_dots(const DotsPiece& piece, const design::Tag& tag, const Mirror& mirror) {
  const design::Style& style = *piece.style;
  const Length line = style.rule.start > Length{} ? style.rule.start : style.rule.top;
  const Length radius = style.marker_size / 2;
  PlacedPath counted, uncertain, empty;
  counted.fill = style.marker_ink;
  uncertain.fill = style.marker_fill;
  PlacedStroke around;
  around.width = uncertain_line;
  around.color = style.marker_ink;
  uncertain.stroke = around;
  if (style.rule_ink) {
    PlacedStroke outline;
    outline.width = line;
    outline.color = *style.rule_ink;
    empty.stroke = outline;
  }
  counted.tag = uncertain.tag = empty.tag = tag;
  for (int i = 0; i < piece.dots->of; ++i) {
    const Length pitch = dot_pitch(style);
    const Point centre{piece.rect.x + pitch * (i % piece.across) + radius,
                       piece.rect.y + pitch * (i / piece.across) + radius};
    const bool is_counted = i < piece.dots->low;
    const bool is_uncertain = !is_counted && i < piece.dots->high;
    PlacedPath& path = is_counted ? counted : is_uncertain ? uncertain : empty;
    // Lines lie inside the dot's edge, so that all dots are of one size.
    const Length inset = is_counted ? Length{} : is_uncertain ? uncertain_line / 2 : line / 2;
    const figures::Path dot = figures::circle(mirror.point(centre), radius - inset);
    path.path.segments.insert(path.path.segments.end(), dot.segments.begin(), dot.segments.end());
  }
  std::vector<PageItem> items;
  add_dots(items, std::move(counted));
  add_dots(items, std::move(uncertain));
  add_dots(items, std::move(empty));
  return items;
}

}  // namespace handout::pages
