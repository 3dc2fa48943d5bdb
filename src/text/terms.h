#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace handout::text {

/// How a term's characters follow each other.
enum class TermOrder : std::uint8_t {
  left_to_right,
  /// As UAX #9 orders numbers: in Arabic-Indic digits each number runs from left to right, a range from right to left.
  numbers
};

/// Characters [begin, end) of a text.
struct Term {
  std::size_t begin = 0, end = 0;
  TermOrder order = TermOrder::left_to_right;
  bool operator==(const Term&) const = default;
};

/// What in right-to-left text stands as one piece, in an order of its own: numbers with what belongs to them, and words
/// of other scripts.
/// - signs and units: "-5 °C", "≥ 38", "50%", "65+", "5 €"; not the degree sign of a unit in right-to-left letters;
/// - ranges: "2-6", "8:00–17:00", "$5–$10", "500 mg – 1000 mg"; not two quantities that a dash only parts: "500 mg – 2
///   times", and not the hyphen that joins a prefix to a number, as in Hebrew;
/// - a value and the same in brackets: "38 °C (100.4 °F)", "Spine Clinic (London)"; telephone numbers with brackets;
/// - sums, comparisons and arrows: "4.5 × 10⁹/L", "INR < 2", "L4 → L5";
/// - names: "R. Mobasheri", "Smith & Nephew", "Panadol® 500 mg".
/// Arabic-Indic digits stand in the order of numbers, but those of telephone numbers and on both sides of an arrow.
/// Invisible characters (directions.h) in a term do not change it. Addresses of the web and of mail are to be made
/// solid by the caller: their slashes and dots are like letters. Takes time in proportion to the text, whatever it
/// holds.
std::vector<Term> find_terms(std::u32string_view text);

}  // namespace handout::text
