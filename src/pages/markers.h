#pragma once

#include "pages/composer.h"
#include "pages/strips.h"

namespace handout::pages {

/// Where a marker hangs: from `x` on there is `room` before the text starts.
struct MarkerPlace {
  Length x, room;
  bool filled = false;          ///< in the padding of a filled or ruled box: centred there
  std::optional<Length> above;  ///< free above the strip, where the marker may stand without pushing the words down
};
constexpr Length marker_gap{6 * Length::per_point};
/// How wide the marker is.
/// A marker that nothing else makes room for pushes the text in by this and marker_gap.
Length marker_width(Composer&, const design::BlockMarker&, const design::Style&);
/// Draws a marker before the first line in `strip`; returns how far down from the strip's top it reaches.
Length hang_marker(Composer&, const design::BlockMarker&, const design::Style&, const MarkerPlace&, Strip& strip);

}  // namespace handout::pages
