#include "design/color_contrast.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace handout::design {
namespace {

double linear(std::uint8_t channel) {
  const double value = channel / 255.0;
  return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(Color color) {
  return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
}

/// `share` of 255 parts of `other` mixed in.
Color mixed(Color color, Color other, int share) {
  const auto mix = [share](std::uint8_t from, std::uint8_t to) {
    return static_cast<std::uint8_t>((from * (255 - share) + to * share + 127) / 255);
  };
  return {mix(color.red, other.red), mix(color.green, other.green), mix(color.blue, other.blue)};
}

}  // namespace

double contrast_ratio(Color a, Color b) {
  const double one = luminance(a);
  const double two = luminance(b);
  return (std::max(one, two) + 0.05) / (std::min(one, two) + 0.05);
}

Color nearest_with_contrast(Color ink, Color ground, double least) {
  constexpr Color black{};
  constexpr Color white{0xFF, 0xFF, 0xFF};
  for (int share = 0; share <= 255; ++share) {
    for (const Color& end : {black, white}) {
      const Color candidate = mixed(ink, end, share);
      if (contrast_ratio(candidate, ground) >= least) return candidate;
    }
  }
  return contrast_ratio(black, ground) > contrast_ratio(white, ground) ? black : white;
}

std::string hex_name(Color color) {
  return fmt::format("#{:02X}{:02X}{:02X}", color.red, color.green, color.blue);
}

}  // namespace handout::design
