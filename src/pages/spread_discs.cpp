#include "pages/spread_discs.h"

#include <algorithm>
#include <cstddef>

namespace handout::pages {

namespace {

using namespace literals;

/// White between two discs, from which they read as two.
constexpr Length least_gap = 1.5_pt;
/// Of every disc in a round; a round more is needed for each of two discs that lie on one another.
constexpr Length nudge = 0.5_pt;
constexpr int most_rounds = 200;

Length magnitude(Length length) {
  return length < Length{} ? -length : length;
}

bool too_near(Point a, Point b, Length least) {
  const Length across = magnitude(b.x - a.x), down = magnitude(b.y - a.y);
  if (across >= least || down >= least) return false;
  // Below 2^31 units each, as the diameter is.
  return across.units * across.units + down.units * down.units < least.units * least.units;
}

class Spreading {
 public:
  Spreading(std::vector<Disc>& discs, const DiscField& field) : discs_(discs), field_(field) {}

  /// Whether any two had to move.
  bool round() {
    bool moved = false;
    for (std::size_t later = 1; later < discs_.size(); ++later) {
      for (std::size_t earlier = 0; earlier < later; ++earlier) {
        if (discs_[earlier].stays && discs_[later].stays) continue;
        if (!too_near(discs_[earlier].middle, discs_[later].middle, field_.diameter + least_gap)) continue;
        part(discs_[earlier], discs_[later]);
        moved = true;
      }
    }
    return moved;
  }

 private:
  /// The way in which they are further apart already; down the panel where they lie on one another.
  void part(Disc& first, Disc& second) {
    const Length across = second.middle.x - first.middle.x, down = second.middle.y - first.middle.y;
    if (magnitude(across) > magnitude(down)) {
      const Length step = across < Length{} ? -nudge : nudge;
      move(first, {-step, Length{}});
      move(second, {step, Length{}});
    } else {
      const Length step = down < Length{} ? -nudge : nudge;
      move(first, {Length{}, -step});
      move(second, {Length{}, step});
    }
  }

  void move(Disc& disc, Point by) {
    if (disc.stays) return;
    const Length radius = field_.diameter / 2;
    const Rect& panel = field_.panel;
    disc.middle.x = std::clamp(disc.middle.x + by.x, std::min(disc.middle.x, panel.x + radius),
                               std::max(disc.middle.x, panel.right() - radius));
    disc.middle.y = std::clamp(disc.middle.y + by.y, std::min(disc.middle.y, panel.y + radius),
                               std::max(disc.middle.y, panel.bottom() - radius));
  }

  std::vector<Disc>& discs_;
  const DiscField& field_;
};

}  // namespace

std::vector<Disc> spread_discs(std::vector<Disc> discs, const DiscField& field) {
  Spreading spreading(discs, field);
  for (int round = 0; round < most_rounds; ++round) {
    if (!spreading.round()) break;
  }
  return discs;
}

}  // namespace handout::pages
