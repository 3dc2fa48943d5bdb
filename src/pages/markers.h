#pragma once

#include "pages/composer.h"
#include "pages/strips.h"

namespace handout::pages {

/// Where a marker hangs: from `x` on there is `room` before the text starts.
struct MarkerPlace {
  Length x, room;
  bool filled = false;          ///< in the padding of a filled or ruled box: centred there
  std::optional<Length> above;  ///< free above the strip, where the marker may stand without pushing the words down
  Length lines_below;           ///< of a title in a tall box: an icon stands in the middle of all its lines
};
/// Between a marker and the text that it pushes in, where neither indent nor padding has room for it.
inline constexpr Length marker_gap{6 * Length::per_point};
/// A drawn marker's size, or the width of a number without a disc.
Length marker_width(Composer&, const design::BlockMarker&, const design::Style&);
/// Draws a marker level with the first line in `strip` (an icon with that and the `lines_below`), which makes room
/// above where the marker stands out too far; returns how far down from the strip's top it reaches: below the strip's
/// own height, it is for the caller to grow.
Length hang_marker(Composer&, const design::BlockMarker&, const design::Style&, const MarkerPlace&, Strip& strip);

}  // namespace handout::pages
