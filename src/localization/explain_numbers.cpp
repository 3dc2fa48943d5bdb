#include "localization/explain_numbers.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>
#include <utility>

namespace handout::localization {
namespace {

using Numbers = std::vector<FoundNumber>;
using Said = std::vector<NumberInWords>;

/// Higher ones are hardly written in words, and a word that looks like one is rather something else.
constexpr int last_certain_in_words = 12;
/// In a language whose words are not all known, lower ones may be words.
constexpr int first_in_digits = 20;

bool is_half(const FoundNumber& number) {
  return number.value == "0.5";
}

/// Whether only words may say it: "a", "both", "half", "weeks 1 and 2" for "first 2 weeks"; but not "2 mg".
bool is_said_without_a_number(const FoundNumber& number) {
  return number.unit.empty() && (number.value == "1" || number.value == "2" || is_half(number));
}

/// Whether "2 weeks" is one word there (CLDR, plural rules with a form for two).
bool has_dual(const Locale& locale) {
  constexpr std::array<std::string_view, 16> languages = {"ar", "he", "mt",  "sl",  "ga", "gd", "gv",  "cy",
                                                          "br", "kw", "hsb", "dsb", "se", "iu", "sat", "naq"};
  return std::find(languages.begin(), languages.end(), locale.language) != languages.end();
}

std::ptrdiff_t times_in(const Numbers& numbers, const FoundNumber& wanted) {
  return std::count_if(numbers.begin(), numbers.end(),
                       [&wanted](const FoundNumber& number) { return number.value == wanted.value; });
}

/// Takes the number's word away, a certain one rather than a doubtful one.
NumbersVerdict take_word(Said& said, const FoundNumber& number) {
  const auto find = [&](auto accepts) {
    return std::find_if(said.begin(), said.end(),
                        [&](const NumberInWords& one) { return one.value == number.value && accepts(one.standing); });
  };
  auto word = find([](auto standing) { return standing == NumberInWords::Standing::certain; });
  if (word == said.end()) word = find([](auto) { return true; });
  if (word == said.end()) return NumbersVerdict::wrong;
  const bool is_certain =
      word->standing == NumberInWords::Standing::certain && small_integer(number) <= last_certain_in_words;
  said.erase(word);
  return is_certain ? NumbersVerdict::fine : NumbersVerdict::doubtful;
}

/// Less what both texts say in words: "tres veces" is "three times", and not the 3 of "3 weeks".
Said without(Said said, const Said& others) {
  for (const NumberInWords& other : others) {
    const auto same =
        std::find_if(said.begin(), said.end(), [&other](const NumberInWords& one) { return one.value == other.value; });
    if (same != said.end()) said.erase(same);
  }
  return said;
}

using Names = std::vector<CalendarName>;

Names::const_iterator find_name(const Names& names, CalendarName::Kind kind, int number) {
  return std::find_if(names.begin(), names.end(),
                      [&](const CalendarName& name) { return name.kind == kind && name.number == number; });
}

/// Names of the calendar in the text that has a number, and in the other.
struct NamesOfBoth {
  const Names& own;
  Names& other;
};

/// Whether a number stands where the other text has a name, which is taken away: 11月 for November. A text with the
/// name itself has the number for something else.
NumbersVerdict take_name(const NamesOfBoth& names, const FoundNumber& number) {
  using Kind = CalendarName::Kind;
  const int value = small_integer(number);
  const auto take = [&names](Kind kind, int wanted) -> std::optional<CalendarName> {
    const auto found = find_name(names.other, kind, wanted);
    if (found == names.other.end() || find_name(names.own, kind, wanted) != names.own.end()) return std::nullopt;
    const CalendarName name = *found;
    names.other.erase(found);
    return name;
  };
  if (const std::optional<CalendarName> month = take(Kind::month, value)) {
    const bool is_certain = month->standing == CalendarName::Standing::in_date;
    return is_certain ? NumbersVerdict::fine : NumbersVerdict::doubtful;
  }
  // Weeks begin on Sunday in Vietnamese and Portuguese, on Monday in Chinese.
  const bool is_weekday =
      value >= 1 && value <= 7 && (take(Kind::weekday, value) || take(Kind::weekday, value % 7 + 1));
  return is_weekday ? NumbersVerdict::doubtful : NumbersVerdict::wrong;
}

/// "1時間半" for "1.5 hours", "8時半" for "8:30": takes the whole number away that the other text says besides.
NumbersVerdict by_half(const FoundNumber& number, Said& other_words, Numbers& other_digits) {
  const bool half_past = number.is_minutes && number.value == "30";
  const bool and_a_half = number.value.ends_with(".5") && !is_half(number);
  FoundNumber half, whole;
  half.value = "0.5";
  whole.value = number.value.substr(0, number.value.find('.'));
  if (!number.unit.empty() || (!half_past && !and_a_half)) return NumbersVerdict::wrong;
  if (take_word(other_words, half) == NumbersVerdict::wrong) return NumbersVerdict::wrong;
  if (half_past) return NumbersVerdict::doubtful;
  const auto digits = std::find_if(other_digits.begin(), other_digits.end(),
                                   [&whole](const FoundNumber& other) { return other.value == whole.value; });
  if (digits != other_digits.end()) {
    other_digits.erase(digits);
    return NumbersVerdict::doubtful;
  }
  return take_word(other_words, whole) == NumbersVerdict::wrong ? NumbersVerdict::wrong : NumbersVerdict::doubtful;
}

struct Judged {
  FoundNumber number;
  NumbersVerdict verdict = NumbersVerdict::wrong;
};
using AllJudged = std::vector<Judged>;

AllJudged all_judged(const Numbers& numbers) {
  AllJudged judged;
  for (const FoundNumber& number : numbers)
    judged.push_back({number});
  return judged;
}

NumbersVerdict worst_of(const AllJudged& judged) {
  NumbersVerdict worst = NumbersVerdict::fine;
  for (const Judged& one : judged)
    worst = std::max(worst, one.verdict);
  return worst;
}

Numbers those_of(const AllJudged& judged, NumbersVerdict least) {
  Numbers numbers;
  for (const Judged& one : judged) {
    if (one.verdict >= least) numbers.push_back(one.number);
  }
  return numbers;
}

class Explainer {
 public:
  Explainer(NumberDifference found, const ComparedTexts& texts)
      : texts_(texts),
        found_(std::move(found)),
        words_of_source_(without(texts.source.numbers.found, texts.target.numbers.found)),
        words_of_target_(without(texts.target.numbers.found, texts.source.numbers.found)) {}

  ExplainedNumbers explain() {
    Names names_of_source = texts_.source.calendar, names_of_target = texts_.target.calendar;
    const Numbers missing_halves = take_halves(found_.missing, words_of_target_, found_.added);
    const Numbers added_halves = take_halves(found_.added, words_of_source_, found_.missing);
    AllJudged missing = judge(found_.missing, {texts_.source.calendar, names_of_target}, words_of_target_);
    AllJudged added = judge(found_.added, {texts_.target.calendar, names_of_source}, words_of_source_);
    // One in the place of another is a mistake, however small it is.
    if (missing.empty() || added.empty()) {
      allow_for_grammar(missing);
      for (Judged& one : added) {
        if (is_said_without_a_number(one.number)) one.verdict = std::min(one.verdict, NumbersVerdict::doubtful);
      }
    }
    if (missing.empty()) allow_said_again(added, NumbersVerdict::fine);
    if (!missing.empty() && !are_exchanged()) allow_said_again(added, NumbersVerdict::doubtful);
    for (const FoundNumber& number : missing_halves)
      missing.push_back({number, NumbersVerdict::doubtful});
    for (const FoundNumber& number : added_halves)
      added.push_back({number, NumbersVerdict::doubtful});
    return result(missing, added);
  }

 private:
  static Numbers take_halves(Numbers& numbers, Said& other_words, Numbers& other_digits) {
    Numbers taken, left;
    for (const FoundNumber& number : numbers) {
      const bool is_taken = by_half(number, other_words, other_digits) != NumbersVerdict::wrong;
      (is_taken ? taken : left).push_back(number);
    }
    numbers = std::move(left);
    return taken;
  }

  /// By what the other text says. What names of months explain for certain is left out.
  static AllJudged judge(const Numbers& numbers, const NamesOfBoth& names, Said& other_words) {
    AllJudged judged = all_judged(numbers);
    for (Judged& one : judged) {
      if (one.number.unit.empty()) one.verdict = take_name(names, one.number);
    }
    std::erase_if(judged, [](const Judged& one) { return one.verdict == NumbersVerdict::fine; });
    for (Judged& one : judged) {
      if (one.number.unit.empty()) one.verdict = std::min(one.verdict, take_word(other_words, one.number));
    }
    return judged;
  }

  /// What the target may say without number and without word, where it has no other number instead.
  void allow_for_grammar(AllJudged& missing) const {
    for (Judged& one : missing) {
      const FoundNumber& number = one.number;
      const bool may_be_unknown = !texts_.target.numbers.are_known && number.unit.empty() &&
                                  small_integer(number) >= 0 && small_integer(number) < first_in_digits;
      const bool is_lost_repeat =
          times_in(those_of(missing, NumbersVerdict::wrong), number) < times_in(texts_.source_numbers, number);
      if (is_said_without_a_number(number) || may_be_unknown || is_lost_repeat)
        one.verdict = std::min(one.verdict, NumbersVerdict::doubtful);
      if (number.value == "2" && number.unit.empty() && number.before_word && has_dual(texts_.target.language))
        one.verdict = NumbersVerdict::fine;
    }
  }

  /// Whether the target has others in just the places of the missing: "3 tablets 3 times" for "1 tablet 3 times".
  bool are_exchanged() const {
    if (texts_.source_numbers.size() != texts_.target_numbers.size()) return false;
    std::size_t others = 0;
    for (std::size_t i = 0; i < texts_.source_numbers.size(); ++i) {
      if (texts_.source_numbers[i].value != texts_.target_numbers[i].value) ++others;
    }
    return others == found_.missing.size();
  }

  /// "20 minutes (30 at most, never more than 30)".
  void allow_said_again(AllJudged& added, NumbersVerdict verdict) const {
    for (Judged& one : added) {
      if (times_in(texts_.source_numbers, one.number) > 0) one.verdict = std::min(one.verdict, verdict);
    }
  }

  static ExplainedNumbers result(const AllJudged& missing, const AllJudged& added) {
    NumbersVerdict worst = std::max(worst_of(missing), worst_of(added));
    const bool are_both = !missing.empty() && !added.empty();
    if (are_both) worst = std::max(worst, NumbersVerdict::doubtful);
    if (worst == NumbersVerdict::fine) return {};
    const NumbersVerdict told = are_both ? NumbersVerdict::fine : worst;
    return {worst, {those_of(missing, told), those_of(added, told)}};
  }

  const ComparedTexts& texts_;
  NumberDifference found_;
  Said words_of_source_, words_of_target_;
};

}  // namespace

int small_integer(const FoundNumber& number) {
  int value = 0;
  const char* const end = number.value.data() + number.value.size();
  const auto read = std::from_chars(number.value.data(), end, value);
  const bool has_zero = number.value.size() > 1 && number.value.front() == '0';
  if (read.ec != std::errc{} || read.ptr != end || number.value.size() > 3 || has_zero) return -1;
  return value;
}

ExplainedNumbers explain(NumberDifference found, const ComparedTexts& texts) {
  return Explainer(std::move(found), texts).explain();
}

}  // namespace handout::localization
