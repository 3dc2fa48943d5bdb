#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace handout::localization {

/// How one reads what can be read in two ways. Whoever compares two texts tries both.
struct NumberReading {
  /// A space, and the commas of Arabic and of full width, which part words too.
  enum class Joints : std::uint8_t {
    part,  ///< "1 500 mg" is one tablet of 500 mg
    group  ///< "1 500 mg" is 1500 mg
  };
  enum class Points : std::uint8_t {
    decimal,  ///< "8.30" is eight and three tenths
    clock     ///< "8.30" is half past eight, as in German and in Britain
  };
  enum class Millions : std::uint8_t {
    digits,  ///< "2 million" is 2000000
    words    ///< "2 million" is 2 and a word, as "2 millones" is
  };
  /// What the language writes before tenths: U'.', U',' or U'\u066B'; 0 where nobody knows.
  char32_t decimal_sign = 0;
  Joints joints = Joints::part;
  Points points = Points::decimal;
  Millions millions = Millions::words;
};

/// A number in digits, as a reader takes it.
struct FoundNumber {
  enum class HalfDay : std::uint8_t { none, morning, afternoon };
  /// ASCII digits without grouping, with a point before tenths: "1500", "0.5". Zeros that say nothing are left out; a
  /// longer number that begins with one, a phone number's part, keeps it.
  std::string value;
  std::size_t begin = 0, end = 0;  ///< bytes of the text
  /// The sign of measure that follows, by its international form: "mg" of 2 mg and of 2 мг; empty: none that is known.
  std::string_view unit;
  bool is_hour = false;              ///< minutes follow: "17:30"
  bool is_minutes = false;           ///< of such an hour
  HalfDay half_day = HalfDay::none;  ///< "am" or "pm" follows, or follows the end of its range: "8 to 10 pm"
  bool before_word = false;          ///< letters follow, as of what is counted

  bool operator==(const FoundNumber&) const = default;
};

/// The numbers of a text in the order that they stand in, in decimal digits of whatever script. "1/2", "½", "1 1/2" and
/// "1½" are one, and so is "1万"; a range, a date and a phone number are several. Minutes of 00 are none: 8:00 is 8.
std::vector<FoundNumber> find_numbers(std::string_view text, const NumberReading&);

/// Whether there is any: a digit or a fraction's sign.
bool has_numbers(std::string_view text);

}  // namespace handout::localization
