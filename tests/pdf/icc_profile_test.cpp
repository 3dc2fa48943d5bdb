#include "pdf/icc_profile.h"

#include <doctest/doctest.h>

#include <cmath>

namespace {

std::uint32_t big_endian(const std::string& bytes, std::size_t at, int size) {
  std::uint32_t value = 0;
  for (int i = 0; i < size; ++i)
    value = value << 8 | static_cast<unsigned char>(bytes.at(at + static_cast<std::size_t>(i)));
  return value;
}

std::size_t find_tag(const std::string& profile, const std::string& signature) {
  for (std::uint32_t i = 0; i < big_endian(profile, 128, 4); ++i)
    if (profile.compare(132 + 12 * i, 4, signature) == 0) return big_endian(profile, 136 + 12 * i, 4);
  return 0;
}

}  // namespace

TEST_CASE("the profile is a version 2 display profile of its own size") {
  const std::string profile = handout::pdf::srgb_profile();
  CHECK(big_endian(profile, 0, 4) == profile.size());
  CHECK(profile.substr(12, 12) == "mntrRGB XYZ ");
  CHECK(profile.substr(36, 4) == "acsp");
  CHECK(profile.size() < 700);
}

TEST_CASE("its curve is sRGB's to a twentieth of an 8-bit step") {
  const std::string profile = handout::pdf::srgb_profile();
  const std::size_t curve = find_tag(profile, "gTRC");
  REQUIRE(curve != 0);
  const auto points = big_endian(profile, curve + 8, 4);
  for (int step = 0; step <= 255; ++step) {
    const double c = step / 255.0;
    const double expected = c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    const double place = c * (points - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min<std::size_t>(below + 1, points - 1);
    const double low = big_endian(profile, curve + 12 + 2 * below, 2) / 65535.0;
    const double high = big_endian(profile, curve + 12 + 2 * above, 2) / 65535.0;
    const double found = low + (high - low) * (place - static_cast<double>(below));
    CHECK(std::abs(found - expected) * 255 < 0.05);
  }
}

TEST_CASE("its primaries add up to D50") {
  const std::string profile = handout::pdf::srgb_profile();
  for (std::size_t axis = 0; axis < 3; ++axis) {
    std::uint32_t sum = 0;
    for (const char* primary : {"rXYZ", "gXYZ", "bXYZ"})
      sum += big_endian(profile, find_tag(profile, primary) + 8 + 4 * axis, 4);
    const std::uint32_t white = big_endian(profile, find_tag(profile, "wtpt") + 8 + 4 * axis, 4);
    CHECK(std::abs(static_cast<int>(sum) - static_cast<int>(white)) <= 2);
  }
}
