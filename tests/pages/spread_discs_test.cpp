#include "pages/spread_discs.h"

#include <doctest/doctest.h>

#include "pages/manuscript_builder.h"

namespace handout::tests {
namespace {

using pages::Disc;

constexpr Rect panel{0_pt, 0_pt, 200_pt, 100_pt};

std::vector<Disc> spread(std::vector<Disc> discs) {
  return pages::spread_discs(std::move(discs), {16_pt, panel});
}

/// Two discs of 16 pt with the white between them that the press keeps.
bool are_apart(const Disc& a, const Disc& b) {
  const auto x = (a.middle.x - b.middle.x).units, y = (a.middle.y - b.middle.y).units;
  return x * x + y * y >= (17.5_pt).units * (17.5_pt).units;
}

TEST_CASE("discs that are clear of one another stay where they are") {
  const std::vector<Disc> placed = spread({{{50_pt, 20_pt}}, {{50_pt, 38_pt}}, {{63_pt, 32_pt}}});
  CHECK(placed[0].middle == Point{50_pt, 20_pt});
  const std::vector<Disc> clear = spread({{{50_pt, 20_pt}}, {{50_pt, 38_pt}}, {{70_pt, 30_pt}}});
  CHECK(clear[1].middle == Point{50_pt, 38_pt});
  CHECK(clear[2].middle == Point{70_pt, 30_pt});
}

TEST_CASE("discs that touch or cover one another are moved apart, and stay in their panel") {
  const std::vector<std::vector<Disc>> cases = {
      {{{50_pt, 20_pt}}, {{50_pt, 36_pt}}},                                      // one touches the other
      {{{50_pt, 50_pt}}, {{50_pt, 50_pt}}},                                      // one lies on the other
      {{{50_pt, 50_pt}}, {{58_pt, 52_pt}}},                                      // side by side
      {{{8_pt, 8_pt}}, {{8_pt, 12_pt}}},                                         // in a corner
      {{{50_pt, 50_pt}}, {{50_pt, 55_pt}}, {{50_pt, 60_pt}}, {{52_pt, 50_pt}}},  // a heap
      {{{50_pt, 92_pt}}, {{50_pt, 91_pt}}, {{50_pt, 90_pt}}},                    // at the foot
      {{{50_pt, 50_pt}, true}, {{52_pt, 50_pt}}, {{50_pt, 66_pt}, true}},        // between two that stay
  };
  for (std::size_t number = 0; number < cases.size(); ++number) {
    CAPTURE(number);
    const std::vector<Disc> placed = spread(cases[number]);
    for (std::size_t i = 0; i < placed.size(); ++i) {
      if (placed[i].stays) CHECK(placed[i].middle == cases[number][i].middle);
      CHECK((placed[i].middle.x >= 8_pt && placed[i].middle.x <= 192_pt));
      CHECK((placed[i].middle.y >= 8_pt && placed[i].middle.y <= 92_pt));
      for (std::size_t j = 0; j < i; ++j) {
        if (!placed[i].stays || !placed[j].stays) CHECK(are_apart(placed[i], placed[j]));
      }
    }
  }
}

TEST_CASE("discs that have no room end somewhere in their panel") {
  const std::vector<Disc> placed =
      pages::spread_discs({{{8_pt, 8_pt}}, {{8_pt, 9_pt}}, {{9_pt, 9_pt}}}, {16_pt, {0_pt, 0_pt, 20_pt, 20_pt}});
  for (const Disc& disc : placed) {
    CHECK((disc.middle.x >= 8_pt && disc.middle.x <= 12_pt));
    CHECK((disc.middle.y >= 8_pt && disc.middle.y <= 12_pt));
  }
  // They were a point apart, and went as far as the panel lets them.
  CHECK(placed[0].middle.y == 8_pt);
  CHECK(placed[1].middle.y == 12_pt);
}

}  // namespace
}  // namespace handout::tests
