#pragma once

#include <optional>
#include <string_view>

#include "design/read_values.h"

namespace handout::design {

/// A length with its unit, as `form` allows it; nullopt where it is none. Exact to 1/65536 of a point (or em, or
/// whole).
std::optional<Measure> parse_measure(std::string_view text, LengthForm form);
/// A decimal number without unit, from 0 on.
std::optional<Factor> parse_factor(std::string_view text);

/// "a to b" in two; a lone value stands for both ends.
struct Ends {
  std::string_view lower, upper;
  bool is_range = false;
};
Ends split_range(std::string_view text);

}  // namespace handout::design
