#pragma once

#include <vector>

#include "design/manuscript.h"
#include "figures/drawing.h"
#include "pages/paged_document.h"

namespace handout::pages {

struct DrawingPlace {
  Rect box;  ///< physical; the view box is scaled to fill it
  bool mirrored = false;
  design::Tag tag;
};
/// A drawing's shapes and pixels (its labels are text and set apart), with the brand's swatches.
std::vector<PageItem> draw_figure(const figures::Drawing&, const DrawingPlace&, const design::Manuscript&);

/// The largest box of the drawing's proportions in `panel`, in its middle. Where the panel is lower than the drawing,
/// what need not be seen (all outside `kept`) is cut off before the drawing is made smaller: the box then is taller
/// than the panel.
Rect fitted_box(const figures::Drawing&, const Rect& panel);
/// An ink of a drawing. In black only swatches print black; light ones are the paper's white, which still covers.
Color color_of(const figures::Ink&, const design::Manuscript&);

/// From a drawing's coordinates to the page's.
class DrawingScale {
 public:
  DrawingScale(const figures::Drawing& drawing, const DrawingPlace& place)
      : view_(drawing.view_box), box_(place.box), mirrored_(place.mirrored) {}
  Length length(Length drawn) const { return scaled(drawn, box_.width.units, view_.width.units); }
  Point point(Point drawn) const;
  Rect rect(const Rect& drawn) const;
  figures::Path path(figures::Path drawn) const;

 private:
  Rect view_, box_;
  bool mirrored_;
};

}  // namespace handout::pages
