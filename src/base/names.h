#pragma once

#include <string_view>

namespace handout {

/// Small letters and digits in parts joined by single hyphens, beginning with a letter: `risk-table`. What folders,
/// files, kinds and elements are called.
bool is_name(std::string_view text);
/// A name, then parts after dots, which may begin with a digit: `recovery.week-2`, `step.1`.
bool is_id(std::string_view text);

}  // namespace handout
