#include "pages/drawing_shapes.h"

#include <algorithm>

#include "base/diagnostic.h"

namespace handout::pages {

namespace {

using figures::Ink;

/// In black only, swatches lighter than this (tints, what is written on the dark) are the paper's, the others black. Of
/// 255, by the weights of ITU-R BT.601.
constexpr int light_luma = 150;
constexpr Color white{255, 255, 255};

int luma(Color color) {
  return (299 * color.red + 587 * color.green + 114 * color.blue) / 1000;
}

struct ItemDrawer {
  const DrawingScale& scale;
  const DrawingPlace& place;
  const design::Manuscript& manuscript;
  std::vector<PageItem>& items;

  void operator()(const figures::Shape& shape) const {
    PlacedPath path;
    path.path = scale.path(shape.path);
    if (shape.fill) path.fill = color_of(*shape.fill, manuscript);
    path.fill_opacity = shape.fill_opacity;
    path.stroke_opacity = shape.stroke_opacity;
    path.tag = place.tag;
    if (shape.stroke) {
      PlacedStroke stroke;
      stroke.color = color_of(shape.stroke->ink, manuscript);
      stroke.width = scale.length(shape.stroke->width);
      stroke.cap = shape.stroke->cap;
      stroke.join = shape.stroke->join;
      for (const Length dash : shape.stroke->dashes)
        stroke.dashes.push_back(scale.length(dash));
      path.stroke = std::move(stroke);
    }
    if (!path.fill && !path.stroke) return;
    if (!shape.clip) {
      items.emplace_back(std::move(path));
      return;
    }
    auto group = std::make_shared<ClipGroup>();
    group->clip = scale.path(*shape.clip);
    group->items.emplace_back(std::move(path));
    items.emplace_back(std::shared_ptr<const ClipGroup>(std::move(group)));
  }
  void operator()(const figures::Label&) const {}
  void operator()(const figures::PlacedRaster& raster) const {
    items.emplace_back(PlacedImage{raster.raster, scale.rect(raster.box), place.tag});
  }
};

}  // namespace

Point DrawingScale::point(Point drawn) const {
  const Length x = scaled(drawn.x - view_.x, box_.width.units, view_.width.units);
  const Length y = scaled(drawn.y - view_.y, box_.height.units, view_.height.units);
  return {mirrored_ ? box_.right() - x : box_.x + x, box_.y + y};
}

Rect DrawingScale::rect(const Rect& drawn) const {
  const Point a = point({drawn.x, drawn.y});
  const Point b = point({drawn.right(), drawn.bottom()});
  return {std::min(a.x, b.x), a.y, std::max(a.x, b.x) - std::min(a.x, b.x), b.y - a.y};
}

figures::Path DrawingScale::path(figures::Path drawn) const {
  for (figures::Segment& segment : drawn.segments) {
    segment.control_1 = point(segment.control_1);
    segment.control_2 = point(segment.control_2);
    segment.end = point(segment.end);
  }
  return drawn;
}

Rect fitted_box(const figures::Drawing& drawing, const Rect& panel) {
  const Rect& view = drawing.view_box;
  // A panel that is too low first cuts off what need not be seen, then makes the drawing smaller.
  const Rect kept = drawing.kept.value_or(view);
  Length width = panel.width;
  if (scaled(width, kept.height.units, view.width.units) > panel.height) {
    width = scaled(panel.height, view.width.units, kept.height.units);
  }
  const Length height = scaled(width, view.height.units, view.width.units);
  const Length over = height - panel.height;
  Length y = panel.y - over / 2;
  if (over > Length{}) {
    // What must be seen lies inside the panel: no higher than its top, no lower than its bottom.
    const Length kept_top = scaled(kept.y - view.y, width.units, view.width.units);
    const Length kept_bottom = scaled(view.bottom() - kept.bottom(), width.units, view.width.units);
    y = std::clamp(y, panel.y - kept_top, std::max(panel.y - kept_top, panel.y - over + kept_bottom));
  }
  return {panel.x + (panel.width - width) / 2, y, width, height};
}

Color color_of(const Ink& ink, const design::Manuscript& manuscript) {
  const auto* name = std::get_if<figures::SwatchName>(&ink);
  if (!name) return std::get<Color>(ink);
  const auto found = manuscript.swatches.find(name->name);
  ENSURE(found != manuscript.swatches.end());  // design tells of every drawing with a swatch that the brand has not
  if (!manuscript.black_only) return found->second;
  return luma(found->second) > light_luma ? white : Color{};
}

std::vector<PageItem> draw_figure(const figures::Drawing& drawing, const DrawingPlace& place,
                                  const design::Manuscript& manuscript) {
  std::vector<PageItem> items;
  const DrawingScale scale(drawing, place);
  const ItemDrawer drawer{scale, place, manuscript, items};
  for (const figures::DrawingItem& item : drawing.items)
    std::visit(drawer, item);
  return items;
}

}  // namespace handout::pages
