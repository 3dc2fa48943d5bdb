#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace handout::text {

/// Characters [begin, end) of a text.
struct Term {
  std::size_t begin = 0, end = 0;
  bool operator==(const Term&) const = default;
};

/// What in right-to-left text runs from left to right as one piece, in order: numbers with what belongs to them, and
/// words of other scripts.
/// - signs and units: "-5 °C", "≥ 38", "50%", "65+"; but not the degree sign of a unit in right-to-left letters;
/// - ranges: "2-6", "8:00–17:00", "500 mg – 1000 mg"; but not two quantities that a dash only parts: "500 mg – 2
/// times",
///   and not the hyphen that joins a prefix to a number, as in Hebrew;
/// - a value and the same in brackets: "38 °C (100.4 °F)", "Spine Clinic (London)"; telephone numbers with brackets.
/// Addresses of the web and of mail are to be made solid by the caller: their slashes and dots are like letters.
std::vector<Term> find_terms(std::u32string_view text);

bool is_right_to_left_letter(char32_t code);
bool is_arabic_number(char32_t code);

}  // namespace handout::text
