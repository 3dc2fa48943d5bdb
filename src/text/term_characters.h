#pragma once

#include <cstddef>
#include <string_view>

namespace handout::text {

/// What the characters of a term (terms.h) are to it. Those that say "with spaces" stand between two spaces.

/// Thin and figure spaces part digits and units as the ordinary ones do.
bool is_space(char32_t code);
/// Fractions and raised digits are parts of numbers: 2½ mg, 10⁹.
bool is_term_digit(char32_t code);
/// Of a script that runs from left to right; ℃ and ℉ too.
bool is_term_letter(char32_t code);
/// Directly before a number. A sign after a letter is a hyphen: Hebrew "ב-500".
bool is_sign(char32_t code);
/// Before or after a number. Not the shekel sign: behind a number Hebrew sets it at the left.
bool is_currency(char32_t code);
/// ® and its like belong to the name before them.
bool is_trade_mark(char32_t code);
bool is_percent(char32_t code);
/// Between two letters or digits, without a space.
bool joins(char32_t code);
/// A dash or slash between two quantities, with spaces. An em dash parts.
bool relates(char32_t code);
/// Between two numbers, with spaces; only one needs a unit: 500 mg × 3.
bool calculates(char32_t code);
/// Between two names, with spaces: Smith & Nephew.
bool couples(char32_t code);

/// How many characters the comparison has that begins at `at`: <, ≥, >=; 0: none does. Outside a term, right-to-left
/// text would show it mirrored.
std::size_t comparison_length(std::u32string_view text, std::size_t at);
/// The same of an arrow: →, ->, <->.
std::size_t arrow_length(std::u32string_view text, std::size_t at);

}  // namespace handout::text
