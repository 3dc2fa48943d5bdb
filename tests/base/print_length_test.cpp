#include "base/print_length.h"

#include <doctest/doctest.h>

namespace handout {
namespace {

using namespace literals;

TEST_CASE("lengths are told in points, to hundredths and no longer than they are") {
  CHECK(in_points(14_pt) == "14pt");
  CHECK(in_points(11.5_pt) == "11.5pt");
  CHECK(in_points(0.25_pt) == "0.25pt");
  CHECK(in_points(10.05_pt) == "10.05pt");
  CHECK(in_points(18_mm) == "51.02pt");
  CHECK(in_points(Length{}) == "0pt");
  CHECK(in_points(-2.5_pt) == "-2.5pt");
  CHECK(in_points(9.999_pt) == "10pt");
}

}  // namespace
}  // namespace handout
