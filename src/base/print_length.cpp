#include "base/print_length.h"

namespace handout {

std::string in_points(Length length) {
  const std::int64_t hundredths = scaled(length.units, 100, Length::per_point);
  const std::int64_t size = hundredths < 0 ? -hundredths : hundredths;
  std::string text = (hundredths < 0 ? "-" : "") + std::to_string(size / 100);
  if (size % 100 != 0) text += '.' + std::to_string(size % 100 / 10);
  if (size % 10 != 0) text += std::to_string(size % 10);
  return text + "pt";
}

}  // namespace handout
