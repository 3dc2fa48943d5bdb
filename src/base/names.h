#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace handout {

/// Small letters and digits in parts joined by single hyphens, beginning with a letter: `risk-table`. What folders,
/// files, kinds and elements are called.
bool is_name(std::string_view text);
/// A name, then parts after dots, which may begin with a digit: `recovery.week-2`, `step.1`.
bool is_id(std::string_view text);

bool contains(const std::vector<std::string>& names, std::string_view name);
/// ASCII letters made small.
std::string in_small_letters(std::string_view text);
/// What to do about a `name` that is to be `right`: "names are in small letters: section" where nothing else is wrong
/// with it; if more is, `otherwise`.
std::string name_hint(std::string_view name, std::string_view right, std::string otherwise);

}  // namespace handout
