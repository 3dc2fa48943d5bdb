#include "localization/compare_numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/unicode.h"
#include "localization/find_numbers.h"
#include "localization/messages.h"

namespace handout::localization {
namespace {

using Numbers = std::vector<FoundNumber>;

/// Seven digits make a phone number (docs/formats.md: numbers that are typed); shorter ones may be "1-5" and "15".
constexpr std::size_t phone_digits = 7;

/// Signs of direction, joiners and soft hyphens: nobody reads them, and they may stand within a number.
bool is_unseen(char32_t c) {
  return c == U'\u00AD' || c == U'\u061C' || (c >= U'\u200B' && c <= U'\u200F') || (c >= U'\u2060' && c <= U'\u2069') ||
         c == U'\uFEFF';
}

/// "1\u20442" for a half, parted from a whole number before it.
std::string_view written_out(char32_t fraction) {
  if (fraction == U'½') return "1\u20442";
  if (fraction == U'¼') return "1\u20444";
  return fraction == U'¾' ? "3\u20444" : "";
}

/// The words as they are read, bold or not; U+FFFC for what rebuild_words compares.
std::string as_read(const CodedText& coded) {
  std::string text;
  for (const CodedPart& part : coded) {
    if (part.kind == CodedPart::Kind::mark || part.kind == CodedPart::Kind::protected_text) text += "\uFFFC";
    if (part.kind != CodedPart::Kind::text) continue;
    for (std::size_t at = 0; at < part.text.size();) {
      const char32_t c = next_code_point(part.text, at);
      const std::string_view fraction = written_out(c);
      const bool after_digit = !text.empty() && text.back() >= '0' && text.back() <= '9';
      if (!fraction.empty() && after_digit) text += ' ';
      text += fraction;
      if (fraction.empty() && !is_unseen(c)) append_utf8(text, c);
    }
  }
  return text;
}

bool has_digits(const CodedText& coded) {
  return std::any_of(coded.begin(), coded.end(), [](const CodedPart& part) {
    for (std::size_t at = 0; at < part.text.size();) {
      const char32_t c = next_code_point(part.text, at);
      if (digit_value(c) || !written_out(c).empty()) return true;
    }
    return false;
  });
}

/// One text of the two.
struct Side {
  std::string text;
  const Locale& language;
  char32_t decimal_sign;
  std::vector<Numbers> readings;  ///< the language's own first
};

Side side_of(const CodedText& coded, const Locale& language) {
  return {as_read(coded), language, decimal_sign(language), {}};
}

/// Whether a text has hours with minutes, so that the other may write them in its own way.
enum class Times { none, some };
std::vector<Numbers> readings_of(const Side& side, Times times) {
  using Spaces = NumberReading::Spaces;
  using Points = NumberReading::Points;
  // Where a comma stands before tenths, a space parts thousands as a rule (CLDR).
  const bool by_spaces = side.decimal_sign == U',';
  std::vector<Numbers> readings;
  for (const Points points : {Points::decimal, Points::clock}) {
    if (points == Points::clock && times == Times::none) continue;
    for (const Spaces spaces : {by_spaces ? Spaces::group : Spaces::part, by_spaces ? Spaces::part : Spaces::group}) {
      Numbers numbers = find_numbers(side.text, {side.decimal_sign, spaces, points});
      if (std::find(readings.begin(), readings.end(), numbers) == readings.end())
        readings.push_back(std::move(numbers));
    }
  }
  return readings;
}

Times times_in(const Side& side) {
  const Numbers numbers = find_numbers(side.text, {side.decimal_sign});
  const bool some =
      std::any_of(numbers.begin(), numbers.end(), [](const FoundNumber& number) { return number.is_hour; });
  return some ? Times::some : Times::none;
}

/// nullopt for what has tenths, or is too long to be counted with.
std::optional<int> small_integer(const FoundNumber& number) {
  int value = 0;
  const char* const end = number.value.data() + number.value.size();
  const auto read = std::from_chars(number.value.data(), end, value);
  if (read.ec != std::errc{} || read.ptr != end || number.value.size() > 3) return std::nullopt;
  return value;
}

bool stands_in(const Numbers& numbers, const FoundNumber& wanted) {
  return std::any_of(numbers.begin(), numbers.end(),
                     [&wanted](const FoundNumber& number) { return number.value == wanted.value; });
}

/// Those of `numbers` that `others` do not match, one for one.
Numbers without(const Numbers& numbers, Numbers others) {
  Numbers left;
  for (const FoundNumber& number : numbers) {
    const auto same = std::find_if(others.begin(), others.end(),
                                   [&number](const FoundNumber& other) { return other.value == number.value; });
    if (same == others.end()) {
      left.push_back(number);
    } else {
      others.erase(same);
    }
  }
  return left;
}

/// Whether the clock of 24 hours says the one where the clock of 12 says the other.
bool is_same_hour(const FoundNumber& of_12, const FoundNumber& of_24) {
  const std::optional<int> one = small_integer(of_12), other = small_integer(of_24);
  if (!one || !other) return false;
  if (of_12.half_day == FoundNumber::HalfDay::morning) return *one == 12 && (*other == 0 || *other == 24);
  const bool says_so = of_12.half_day == FoundNumber::HalfDay::afternoon || of_24.is_hour;
  return says_so && *one >= 1 && *one < 12 && *other == *one + 12;
}

/// What the target does not say, and what only it says.
struct Difference {
  Numbers missing, added;
  bool empty() const { return missing.empty() && added.empty(); }
};

/// Less the hours that the two texts say by different clocks.
Difference without_same_hours(Difference found) {
  std::erase_if(found.missing, [&found](const FoundNumber& number) {
    const auto same = std::find_if(found.added.begin(), found.added.end(), [&number](const FoundNumber& other) {
      return is_same_hour(number, other) || is_same_hour(other, number);
    });
    if (same == found.added.end()) return false;
    found.added.erase(same);
    return true;
  });
  return found;
}

/// Less what the other text says in words.
Numbers without_words_of(const Side& other, Numbers numbers) {
  std::erase_if(numbers, [&other](const FoundNumber& number) {
    const std::optional<int> value = small_integer(number);
    return value && said_in_words(other.text, *value, other.language) == SaidInWords::yes;
  });
  return numbers;
}

/// A phone number in other groups.
bool are_same_digits(const Numbers& missing, const Numbers& added) {
  const auto digits_of = [](const Numbers& numbers) {
    std::string digits;
    for (const FoundNumber& number : numbers)
      digits += number.value;
    return digits;
  };
  const std::string digits = digits_of(missing);
  return digits.size() >= phone_digits && digits == digits_of(added);
}

bool is_one_or_two(std::string_view value) {
  return value == "1" || value == "2";
}

/// Whether "2 weeks" is one word there (CLDR, plural rules with a form for two).
bool has_dual(const Locale& locale) {
  constexpr std::array<std::string_view, 16> languages = {"ar", "he", "mt",  "sl",  "ga", "gd", "gv",  "cy",
                                                          "br", "kw", "hsb", "dsb", "se", "iu", "sat", "naq"};
  return std::find(languages.begin(), languages.end(), locale.language) != languages.end();
}

/// Whether only words may say it: "one", "both", "half", "weeks 1 and 2" for "first 2 weeks"; but not "2 mg".
bool may_be_a_word(const FoundNumber& number) {
  return !number.has_unit && (is_one_or_two(number.value) || number.value == "0.5");
}

/// The same of a number of the source that `target` does not have. What counts nothing ("Fewer: 2.") and the beginning
/// of a range ("2 to 6 weeks") stay digits. 2 is a word where there is a dual, or where nobody knows the words.
bool may_become_a_word(const FoundNumber& number, const Side& target) {
  if (!may_be_a_word(number) || !number.before_word) return false;
  if (number.value == "2" && has_dual(target.language)) return true;
  if (!number.range_end.empty() && !is_one_or_two(number.range_end)) return false;
  return number.value != "2" || said_in_words(target.text, 2, target.language) == SaidInWords::unknown;
}

struct Compared {
  const Numbers &source, &target;
};

Difference difference(const Compared& numbers, const Side& source, const Side& target) {
  Difference found =
      without_same_hours({without(numbers.source, numbers.target), without(numbers.target, numbers.source)});
  found.missing = without_words_of(target, std::move(found.missing));
  found.added = without_words_of(source, std::move(found.added));
  if (are_same_digits(found.missing, found.added)) return {};
  // One in the place of another is a mistake, however small it is.
  if (!found.missing.empty() && !found.added.empty()) return found;
  std::erase_if(found.missing, [&](const FoundNumber& number) {
    return may_become_a_word(number, target) || stands_in(numbers.target, number);
  });
  std::erase_if(found.added,
                [&](const FoundNumber& number) { return may_be_a_word(number) || stands_in(numbers.source, number); });
  return found;
}

/// Nothing where one way of reading both says the same.
Difference least_difference(const Side& source, const Side& target) {
  for (const Numbers& in_source : source.readings) {
    for (const Numbers& in_target : target.readings) {
      if (difference({in_source, in_target}, source, target).empty()) return {};
    }
  }
  return difference({source.readings.front(), target.readings.front()}, source, target);
}

/// "5, 38.5", as they are typed; groups of one phone number together.
std::string shown(const Numbers& numbers, const Side& side) {
  std::string list;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const std::size_t before = i == 0 ? 0 : numbers[i - 1].end;
    const std::string_view between = std::string_view(side.text).substr(before, numbers[i].begin - before);
    const bool goes_on = i > 0 && between.size() <= 2 && between.find_first_not_of(" -.()/") == std::string::npos;
    if (i > 0) list += goes_on ? between : ", ";
    list += side.text.substr(numbers[i].begin, numbers[i].end - numbers[i].begin);
  }
  return list;
}

}  // namespace

void compare_numbers(const UnitInTwoLanguages& unit, Diagnostics& diagnostics) {
  if (!has_digits(unit.source) && !has_digits(unit.target)) return;
  Side source = side_of(unit.source, unit.from), target = side_of(unit.target, unit.to);
  source.readings = readings_of(source, times_in(target));
  target.readings = readings_of(target, times_in(source));
  const Difference found = least_difference(source, target);
  if (found.empty()) return;
  const std::string missing = shown(found.missing, source), added = shown(found.added, target);
  std::string what = fmt::format("the translation says {} where the source says {}", added, missing);
  if (added.empty()) what = fmt::format("the translation does not say {}", missing);
  if (missing.empty()) what = fmt::format("the translation says {}, which the source does not", added);
  diagnostics.error("localization.number", fmt::format("in unit {}, {}", unit.unit, what), unit.where,
                    fmt::format("write the same numbers as the source, in digits: “{}”", source.text));
}

}  // namespace handout::localization
