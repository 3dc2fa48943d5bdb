#pragma once

#include "base/units.h"
#include "figures/drawing.h"

namespace handout::pages {

/// From logical to physical: the one place where start becomes left or right.
class Mirror {
 public:
  Mirror(Direction direction, Length paper_width)
      : mirrored_(direction == Direction::right_to_left), paper_width_(paper_width) {}

  bool is_mirrored() const { return mirrored_; }
  Point point(Point logical) const { return mirrored_ ? Point{paper_width_ - logical.x, logical.y} : logical; }
  Rect rect(Rect logical) const {
    if (mirrored_) logical.x = paper_width_ - logical.x - logical.width;
    return logical;
  }
  figures::Path path(figures::Path logical) const {
    if (!mirrored_) return logical;
    for (figures::Segment& segment : logical.segments) {
      segment.control_1 = point(segment.control_1);
      segment.control_2 = point(segment.control_2);
      segment.end = point(segment.end);
    }
    return logical;
  }

 private:
  bool mirrored_;
  Length paper_width_;
};

}  // namespace handout::pages
