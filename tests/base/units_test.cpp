#include "base/units.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>

using namespace handout;

TEST_CASE("scaling rounds to nearest, halves away from zero") {
  CHECK(scaled(5, 1, 2) == 3);
  CHECK(scaled(-5, 1, 2) == -3);
  CHECK(scaled(7, 1, 3) == 2);
  CHECK(scaled(8, 1, 3) == 3);
  CHECK(scaled(-8, 1, 3) == -3);
  CHECK(scaled(0, 7, 3) == 0);
}

TEST_CASE("products and sums too large for 64 bits are taken in 128") {
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
  constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
  CHECK(scaled(most, 1000, 1000) == most);
  CHECK(scaled(least, 1000, 1000) == least);
  CHECK(scaled(most, 3, 6) == most / 2 + 1);  // half of an odd number, away from zero
  // The product fits, the sum with half of the denominator does not.
  CHECK(scaled(most, 1, 2) == most / 2 + 1);
  CHECK(scaled(least + 1, 1, 2) == least / 2);
}
