#include "localization/compare_numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/unicode.h"
#include "localization/explain_numbers.h"
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

/// The words as they are read, bold or not; U+FFFC for what rebuild_words compares.
std::string as_read(const CodedText& coded) {
  std::string text;
  for (const CodedPart& part : coded) {
    if (part.kind == CodedPart::Kind::mark || part.kind == CodedPart::Kind::protected_text) text += "\uFFFC";
    if (part.kind != CodedPart::Kind::text) continue;
    for (std::size_t at = 0; at < part.text.size();) {
      const char32_t c = next_code_point(part.text, at);
      if (!is_unseen(c)) append_utf8(text, c);
    }
  }
  return text;
}

/// The words as an editor knows them, with fields as {clinic.phone}.
std::string as_written(const CodedText& coded) {
  std::string text;
  for (const CodedPart& part : coded) {
    if (is_line_break(part)) {
      text += ' ';
    } else if (part.kind == CodedPart::Kind::mark) {
      text += "{" + part.text + "}";
    } else if (part.kind == CodedPart::Kind::text || part.kind == CodedPart::Kind::protected_text) {
      text += part.text;
    }
  }
  return text;
}

bool any_numbers(const CodedText& coded) {
  return std::any_of(coded.begin(), coded.end(), [](const CodedPart& part) { return has_numbers(part.text); });
}

/// One text of the two.
struct Side {
  std::string text;
  const Locale& language;
  char32_t decimal_sign;
};

Side side_of(const CodedText& coded, const Locale& language) {
  return {as_read(coded), language, decimal_sign(language)};
}

/// The language's own first.
std::vector<Numbers> readings_of(const Side& side) {
  using Joints = NumberReading::Joints;
  using Points = NumberReading::Points;
  using Millions = NumberReading::Millions;
  // Where a comma stands before tenths, a space parts thousands as a rule (CLDR).
  const bool by_spaces = side.decimal_sign == U',';
  std::vector<Numbers> readings;
  for (const Millions millions : {Millions::words, Millions::digits}) {
    for (const Points points : {Points::decimal, Points::clock}) {
      for (const Joints joints : {by_spaces ? Joints::group : Joints::part, by_spaces ? Joints::part : Joints::group}) {
        Numbers numbers = find_numbers(side.text, {side.decimal_sign, joints, points, millions});
        if (std::find(readings.begin(), readings.end(), numbers) == readings.end())
          readings.push_back(std::move(numbers));
      }
    }
  }
  return readings;
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
  const int one = small_integer(of_12), other = small_integer(of_24);
  if (of_12.half_day == FoundNumber::HalfDay::morning) return one == 12 && (other == 0 || other == 24);
  const bool says_so = of_12.half_day == FoundNumber::HalfDay::afternoon || of_24.is_hour;
  return says_so && one >= 1 && one < 12 && other == one + 12;
}

/// Less the hours that the two texts say by different clocks.
NumberDifference without_same_hours(NumberDifference found) {
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

/// But for hours and phone numbers that are written otherwise.
NumberDifference difference(const Numbers& source, const Numbers& target) {
  NumberDifference found = without_same_hours({without(source, target), without(target, source)});
  return are_same_digits(found.missing, found.added) ? NumberDifference{} : found;
}

struct ReadingsOfBoth {
  std::vector<Numbers> source, target;
};

/// Whether one way of reading both says the same, before anything is made of the words.
bool are_same(const ReadingsOfBoth& readings) {
  for (const Numbers& source : readings.source) {
    for (const Numbers& target : readings.target) {
      if (difference(source, target).empty()) return true;
    }
  }
  return false;
}

WordsOfText words_of(const Side& side) {
  return {side.language, find_number_words(side.text, side.language), find_calendar_names(side.text, side.language)};
}

/// That of the readings that makes least of the difference; of those, the languages' own.
ExplainedNumbers explain_best(const ReadingsOfBoth& readings, const Side& source, const Side& target) {
  const WordsOfText in_source = words_of(source), in_target = words_of(target);
  std::optional<ExplainedNumbers> best;
  for (const Numbers& of_source : readings.source) {
    for (const Numbers& of_target : readings.target) {
      ExplainedNumbers explained =
          explain(difference(of_source, of_target), {of_source, of_target, in_source, in_target});
      if (!best || explained.verdict < best->verdict) best = std::move(explained);
    }
  }
  ENSURE(best.has_value());
  return std::move(*best);
}

/// The first number of the source that the target has with other units of measure alone, and one of those.
std::optional<std::pair<FoundNumber, FoundNumber>> other_unit(const Numbers& source, const Numbers& target) {
  for (const FoundNumber& number : source) {
    if (number.unit.empty()) continue;
    std::optional<FoundNumber> other;
    const bool has_own = std::any_of(target.begin(), target.end(), [&](const FoundNumber& one) {
      if (one.value != number.value) return false;
      if (!one.unit.empty() && one.unit != number.unit) other = one;
      return one.unit.empty() || one.unit == number.unit;
    });
    if (other && !has_own) return std::pair(number, *other);
  }
  return std::nullopt;
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

std::string values_of(const Numbers& numbers) {
  std::string list;
  for (const FoundNumber& number : numbers)
    list += (list.empty() ? "" : ", ") + number.value;
  return list;
}

/// "Spanish".
std::string name_of(const Locale& locale) {
  return language_name(locale, Locale{});
}

/// "write 1000: in Spanish, “,” stands before tenths".
std::string how_to_write(const Numbers& numbers, const Side& side) {
  std::string values = values_of(numbers);
  if (side.decimal_sign == 0) return fmt::format("write {}", values);
  std::string sign;
  append_utf8(sign, side.decimal_sign);
  for (std::size_t at = values.find('.'); at != std::string::npos; at = values.find('.', at + sign.size()))
    values.replace(at, 1, sign);
  return fmt::format("write {}: in {}, “{}” stands before tenths", values, name_of(side.language), sign);
}

struct Told {
  std::string what, hint;
};
Told told_of(const NumberDifference& found, const Side& source, const Side& target) {
  const std::string missing = shown(found.missing, source), added = shown(found.added, target);
  if (missing.empty()) return {fmt::format("the translation says {}, which the source does not say", added), {}};
  if (added.empty()) return {fmt::format("the translation does not say {}", missing), {}};
  if (missing != added) return {fmt::format("the translation says {} where the source says {}", added, missing), {}};
  return {fmt::format("the translation says {}, which is {} in {}, where the source says {}, which is {} in {}", added,
                      values_of(found.added), name_of(target.language), missing, values_of(found.missing),
                      name_of(source.language)),
          how_to_write(found.missing, target)};
}

}  // namespace

void compare_numbers(const UnitInTwoLanguages& unit, Diagnostics& diagnostics) {
  if (!any_numbers(unit.source) && !any_numbers(unit.target)) return;
  const Side source = side_of(unit.source, unit.from), target = side_of(unit.target, unit.to);
  const ReadingsOfBoth readings{readings_of(source), readings_of(target)};
  if (const auto units = other_unit(readings.source.front(), readings.target.front())) {
    const auto& [right, wrong] = *units;
    diagnostics.error("localization.number",
                      fmt::format("in unit {}, the translation says {} {} where the source says {} {}", unit.unit,
                                  wrong.value, wrong.unit, right.value, right.unit),
                      unit.where, fmt::format("write the same unit of measure: “{}”", as_written(unit.source)));
    return;
  }
  if (are_same(readings)) return;
  const ExplainedNumbers explained = explain_best(readings, source, target);
  if (explained.verdict == NumbersVerdict::fine) return;
  const Told told = told_of(explained.left, source, target);
  const std::string words = as_written(unit.source);
  if (explained.verdict == NumbersVerdict::wrong) {
    const std::string hint = fmt::format("write the same numbers as the source, in digits: “{}”", words);
    diagnostics.error("localization.number", fmt::format("in unit {}, {}", unit.unit, told.what), unit.where,
                      told.hint.empty() ? hint : told.hint);
  } else {
    diagnostics.warning("localization.number-in-words", fmt::format("in unit {}, {} in digits", unit.unit, told.what),
                        unit.where, fmt::format("see that its words say the same, or write digits: “{}”", words));
  }
}

}  // namespace handout::localization
