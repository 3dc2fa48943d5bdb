#include "localization/find_numbers.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/unicode.h"

namespace handout::localization {
namespace {

/// Digits that one sign parts from the next ones: "1,000.50" has three groups.
struct Group {
  std::string digits;
  std::size_t begin = 0, end = 0;
  char32_t joint = 0;  ///< between it and the group before; 0 for the first
};
using Run = std::vector<Group>;

bool is_point(char32_t c) {
  return c == U'.' || c == U',' || c == U'\u066B' || c == U'\uFF0E';
}
/// Spaces that do not break, and the apostrophes of Switzerland.
bool always_groups(char32_t c) {
  return c == U'\u00A0' || c == U'\u202F' || c == U'\u2009' || c == U'\'' || c == U'\u2019' || c == U'\u066C';
}
/// What parts words too: a space, and commas that have none after them.
bool may_group(char32_t c) {
  return c == U' ' || c == U'\uFF0C' || c == U'\u060C';
}
bool may_join(char32_t c) {
  return may_group(c) || is_point(c) || always_groups(c);
}

/// The character at `at`, and `at` moved past it; 0 at the end.
char32_t take(std::string_view text, std::size_t& at) {
  return at < text.size() ? next_code_point(text, at) : U'\0';
}

std::optional<Group> read_group(std::string_view text, std::size_t begin) {
  Group group{{}, begin, begin, 0};
  for (std::size_t at = begin; at < text.size();) {
    const std::optional<int> digit = digit_value(next_code_point(text, at));
    if (!digit) break;
    group.digits += static_cast<char>('0' + *digit);
    group.end = at;
  }
  if (group.digits.empty()) return std::nullopt;
  return group;
}

/// The run that begins with `first`.
Run read_run(std::string_view text, Group first) {
  Run run{std::move(first)};
  while (true) {
    std::size_t at = run.back().end;
    const char32_t joint = take(text, at);
    if (!may_join(joint)) return run;
    std::optional<Group> next = read_group(text, at);
    if (!next) return run;
    next->joint = joint;
    run.push_back(std::move(*next));
  }
}

/// The unit of measure that begins the text, after a space or none, by its international sign; empty: none.
std::string_view unit_at(std::string_view text) {
  struct Unit {
    std::string_view written, sign;
  };
  // Those that patients read. Letters after one make it another word.
  constexpr std::array units = {
      Unit{"%", "%"},       Unit{"٪", "%"},     Unit{"％", "%"},      Unit{"‰", "‰"},   Unit{"°C", "°C"},
      Unit{"℃", "°C"},      Unit{"°F", "°F"},   Unit{"℉", "°F"},      Unit{"°", "°"},   Unit{"mmHg", "mmHg"},
      Unit{"mmol", "mmol"}, Unit{"mm", "mm"},   Unit{"mg", "mg"},     Unit{"мг", "mg"}, Unit{"毫克", "mg"},
      Unit{"ملغ", "mg"},    Unit{"ml", "ml"},   Unit{"mL", "ml"},     Unit{"мл", "ml"}, Unit{"毫升", "ml"},
      Unit{"مل", "ml"},     Unit{"mcg", "µg"},  Unit{"µg", "µg"},     Unit{"μg", "µg"}, Unit{"мкг", "µg"},
      Unit{"微克", "µg"},   Unit{"m", "m"},     Unit{"kcal", "kcal"}, Unit{"kJ", "kJ"}, Unit{"kg", "kg"},
      Unit{"кг", "kg"},     Unit{"千克", "kg"}, Unit{"公斤", "kg"},   Unit{"km", "km"}, Unit{"cm", "cm"},
      Unit{"см", "cm"},     Unit{"厘米", "cm"}, Unit{"公分", "cm"},   Unit{"IU", "IU"}, Unit{"g", "g"},
      Unit{"г", "g"},       Unit{"克", "g"},    Unit{"L", "l"},       Unit{"l", "l"},   Unit{"л", "l"}};
  for (const std::string_view space : {" ", "\u00A0", "\u202F", "\u2009"}) {
    if (text.starts_with(space)) text.remove_prefix(space.size());
  }
  const auto begins = [text](const Unit& unit) {
    if (!text.starts_with(unit.written)) return false;
    std::size_t at = unit.written.size(), last = at;
    while (is_trail_byte(unit.written[--last])) {
    }
    const char32_t end = next_code_point(unit.written, last);
    // Signs, and words of scripts without spaces, end by themselves.
    return !is_letter_or_digit(end) || end >= U'\u4E00' || !is_letter_or_digit(take(text, at));
  };
  const auto found = std::find_if(units.begin(), units.end(), begins);
  return found == units.end() ? std::string_view{} : found->sign;
}
bool begins_with_unit(std::string_view text) {
  return !unit_at(text).empty();
}

void skip_any_of(std::u32string_view these, std::string_view text, std::size_t& at) {
  for (std::size_t next = at; these.find(take(text, next)) != std::u32string_view::npos; at = next) {
  }
}

/// "am" or "pm" at the text's beginning, however it is written: " p.m.", "PM".
FoundNumber::HalfDay half_day_at(std::string_view text) {
  std::size_t at = 0;
  skip_any_of(U" \u00A0\u202F", text, at);
  const char32_t half = take(text, at);
  skip_any_of(U". \u00A0", text, at);
  const char32_t m = take(text, at);
  if ((m != U'm' && m != U'M') || is_letter_or_digit(take(text, at))) return FoundNumber::HalfDay::none;
  if (half == U'a' || half == U'A') return FoundNumber::HalfDay::morning;
  return half == U'p' || half == U'P' ? FoundNumber::HalfDay::afternoon : FoundNumber::HalfDay::none;
}

bool begins_with_word(std::string_view text) {
  std::size_t at = 0;
  skip_any_of(U" \u00A0\u202F-", text, at);
  return is_letter_or_digit(take(text, at));
}

/// Whether two numbers with `text` between them have one unit, or are in one half of the day: "8 to 10 pm", "5:30 pm",
/// "8 – 10 pm", "5 oder 10 mg". A word that joins has at most four letters in the languages that we know.
bool joins_numbers(std::string_view text) {
  constexpr std::array<std::string_view, 6> signs = {":", ".", "-", "–", " - ", " – "};
  constexpr std::size_t longest = 4;
  if (std::find(signs.begin(), signs.end(), text) != signs.end()) return true;
  if (text.size() < 3 || !text.starts_with(' ') || !text.ends_with(' ')) return false;
  std::size_t letters = 0;
  for (std::size_t at = 1; at + 1 < text.size(); ++letters) {
    if (!is_letter_or_digit(take(text, at))) return false;
  }
  return letters <= longest;
}

/// "½" as tenths and hundredths: "5".
std::string_view decimals_of(char32_t sign) {
  if (sign == U'½') return "5";
  if (sign == U'¼') return "25";
  return sign == U'¾' ? "75" : "";
}

/// A number's word that says how many zeros follow its digits.
struct Magnitude {
  std::size_t zeros = 0, end = 0;  ///< `end`: bytes of the text that say so
};
/// Those of Chinese, Japanese and Korean, one after the other, and of India: "1万" is 10,000, "20 लाख" two million.
Magnitude magnitude_at(std::string_view text, NumberReading::Millions millions) {
  struct Word {
    std::string_view word;
    std::size_t zeros;
  };
  constexpr std::array<Word, 10> joined = {{{"百", 2},
                                            {"千", 3},
                                            {"万", 4},
                                            {"萬", 4},
                                            {"億", 8},
                                            {"亿", 8},
                                            {"백만", 6},
                                            {"천만", 7},
                                            {"만", 4},
                                            {"억", 8}}};
  constexpr std::array<Word, 4> parted = {{{" लाख", 5}, {" thousand", 3}, {" million", 6}, {" billion", 9}}};
  Magnitude found;
  if (begins_with_unit(text)) return found;
  for (const Word& one : parted) {
    const bool is_read = one.zeros == 5 || millions == NumberReading::Millions::digits;
    if (is_read && text.starts_with(one.word)) return {one.zeros, one.word.size()};
  }
  while (true) {
    const auto next = std::find_if(joined.begin(), joined.end(),
                                   [&](const Word& one) { return text.substr(found.end).starts_with(one.word); });
    if (next == joined.end()) return found;
    found = {found.zeros + next->zeros, found.end + next->word.size()};
  }
}

/// Moves the point of a value: "1.5" and 2 zeros are "150".
std::string multiplied(std::string value, std::size_t zeros) {
  const std::size_t point = value.find('.');
  if (point == std::string::npos) return value + std::string(zeros, '0');
  std::string decimals = value.substr(point + 1);
  value.resize(point);
  decimals.resize(std::max(decimals.size(), zeros), '0');
  value += decimals.substr(0, zeros);
  value.erase(0, std::min(value.find_first_not_of('0'), value.size() - 1));
  return decimals.size() == zeros ? value : value + "." + decimals.substr(zeros);
}

class Finder {
 public:
  Finder(std::string_view text, const NumberReading& reading) : text_(text), reading_(reading) {}

  std::vector<FoundNumber> find() {
    for (std::size_t at = 0; at < text_.size();) {
      std::optional<Group> group = read_group(text_, at);
      if (!group) {
        const std::size_t begin = at;
        const std::string_view decimals = decimals_of(take(text_, at));
        if (!decimals.empty()) add_fraction(begin, {std::string(decimals), at});
      } else if (const std::size_t end = take_fraction(*group); end > 0) {
        at = end;
      } else {
        const Run run = read_run(text_, std::move(*group));
        // The last group may begin a fraction: "1 1/2".
        at = run.back().end;
        if (run.size() > 1 && begins_fraction(run.back())) {
          take_run({run.begin(), run.end() - 1});
          at = run.back().begin;
        } else {
          take_run(run);
        }
      }
    }
    look_behind();
    return std::move(numbers_);
  }

 private:
  struct Fraction {
    std::string decimals;
    std::size_t end = 0;
  };
  /// "1/2", "1/4", "3/4", that other languages may write as decimals.
  std::optional<Fraction> fraction_of(const Group& above) const {
    std::size_t at = above.end;
    const char32_t stroke = take(text_, at);
    if (stroke != U'/' && stroke != U'\u2044') return std::nullopt;
    const std::optional<Group> below = read_group(text_, at);
    if (!below) return std::nullopt;
    const std::string both = above.digits + "/" + below->digits;
    if (both == "1/2") return Fraction{"5", below->end};
    if (both == "1/4") return Fraction{"25", below->end};
    if (both == "3/4") return Fraction{"75", below->end};
    return std::nullopt;
  }
  bool begins_fraction(const Group& group) const { return fraction_of(group).has_value(); }

  /// The end of the fraction that begins with `above`, taken; 0 where there is none.
  std::size_t take_fraction(const Group& above) {
    const std::optional<Fraction> fraction = fraction_of(above);
    if (!fraction) return 0;
    add_fraction(above.begin, *fraction);
    return fraction->end;
  }

  /// To the whole number just before it: "1½", "1 1/2".
  void add_fraction(std::size_t begin, const Fraction& fraction) {
    const bool after_whole =
        !numbers_.empty() && numbers_.back().value.find('.') == std::string::npos &&
        (numbers_.back().end == begin || text_.substr(numbers_.back().end, begin - numbers_.back().end) == " ");
    if (after_whole) {
      numbers_.back().value += "." + fraction.decimals;
      numbers_.back().end = fraction.end;
    } else {
      numbers_.push_back(number("0." + fraction.decimals, begin, fraction.end));
    }
  }

  void take_run(const Run& run) {
    for (std::size_t first = 0; first < run.size();) {
      std::size_t end = end_of_whole(run, first);
      std::string value;
      for (std::size_t i = first; i < end; ++i)
        value += run[i].digits;
      if (has_decimals(run, first, end)) {
        const Group& decimals = run[end];
        if (is_clock(value, decimals)) {
          add(value, run[first].begin, run[end - 1].end);
          add(decimals.digits, decimals.begin, decimals.end);
          numbers_.back().is_minutes = numbers_.back().begin == decimals.begin;
        } else {
          add(value + "." + decimals.digits, run[first].begin, decimals.end);
        }
        ++end;
      } else {
        add(value, run[first].begin, run[end - 1].end);
      }
      first = end;
    }
  }

  bool groups_digits(char32_t joint) const {
    if (always_groups(joint)) return true;
    if (may_group(joint)) return reading_.joints == NumberReading::Joints::group;
    if (!is_point(joint) || joint == U'\u066B') return false;
    // Where Arabic digits have their own sign, Latin ones are written as in English.
    const char32_t decimal = reading_.decimal_sign == U'\u066B' ? U'.' : reading_.decimal_sign;
    return joint != decimal && !(joint == U'\uFF0E' && decimal == U'.');
  }

  /// Behind the last group of a whole number: "1,000,000", in India "10,00,000".
  std::size_t end_of_whole(const Run& run, std::size_t first) const {
    std::size_t end = first + 1;
    if (end == run.size() || run[first].digits.size() > 3 || run[first].digits.front() == '0') return end;
    const char32_t joint = run[end].joint;
    if (!groups_digits(joint)) return end;
    const auto goes_on = [&](std::size_t i, std::size_t size) {
      return i < run.size() && run[i].joint == joint && run[i].digits.size() == size;
    };
    std::size_t pairs = end;
    while (goes_on(pairs, 2))
      ++pairs;
    if (pairs > end && run[first].digits.size() <= 2 && goes_on(pairs, 3)) return pairs + 1;
    while (goes_on(end, 3))
      ++end;
    return end;
  }

  /// Whether run[end] holds tenths. With one more point before or after it is a date or the like: 22.11.2026.
  bool has_decimals(const Run& run, std::size_t first, std::size_t end) const {
    // ١،٥ where the comma does not part two numbers.
    const bool grouped = reading_.joints == NumberReading::Joints::group;
    const auto parts_tenths = [grouped](char32_t c) { return is_point(c) || (grouped && c == U'\u060C'); };
    return end < run.size() && parts_tenths(run[end].joint) && !parts_tenths(run[first].joint) &&
           (end + 1 == run.size() || !parts_tenths(run[end + 1].joint));
  }
  bool is_clock(const std::string& hour, const Group& minutes) const {
    return reading_.points == NumberReading::Points::clock && hour.size() <= 2 && minutes.digits.size() == 2 &&
           minutes.digits.front() < '6' && !begins_with_unit(text_.substr(minutes.end));
  }
  /// Minutes stand behind an hour: 8:00, 8 h 00, 8時00分. 00:30 begins with midnight.
  bool is_no_minutes(std::string_view value, std::size_t begin) const {
    constexpr std::size_t longest_sign = 4;
    return value == "00" && !numbers_.empty() && begin - numbers_.back().end <= longest_sign;
  }

  void add(std::string value, std::size_t begin, std::size_t end) {
    if (is_no_minutes(value, begin)) return;
    if (value.find('.') != std::string::npos) {
      value.erase(value.find_last_not_of('0') + 1);
      if (value.back() == '.') value.pop_back();
    }
    if (value.size() == 2 && value.front() == '0') value.erase(0, 1);
    const Magnitude magnitude = magnitude_at(text_.substr(end), reading_.millions);
    numbers_.push_back(number(multiplied(std::move(value), magnitude.zeros), begin, end + magnitude.end));
  }

  static FoundNumber number(std::string value, std::size_t begin, std::size_t end) {
    FoundNumber number;
    number.value = std::move(value);
    number.begin = begin;
    number.end = end;
    return number;
  }

  void look_behind() {
    for (std::size_t i = numbers_.size(); i-- > 0;) {
      FoundNumber& number = numbers_[i];
      const std::string_view after = text_.substr(number.end);
      number.unit = unit_at(after);
      number.before_word = begins_with_word(after);
      number.half_day = half_day_at(after);
      if (const std::optional<Group> minutes = after.starts_with(':') ? read_group(after, 1) : std::nullopt) {
        number.is_hour = true;
        // Minutes of 00 are no number.
        number.half_day = half_day_at(after.substr(minutes->end));
      }
      if (i + 1 == numbers_.size()) continue;
      FoundNumber& next = numbers_[i + 1];
      const std::string_view between = text_.substr(number.end, next.begin - number.end);
      next.is_minutes = next.is_minutes || (number.is_hour && between == ":");
      if (!joins_numbers(between)) continue;
      number.half_day = next.half_day;
      if (number.unit.empty()) number.unit = next.unit;
    }
  }

  std::string_view text_;
  const NumberReading& reading_;
  std::vector<FoundNumber> numbers_;
};

}  // namespace

bool has_numbers(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (digit_value(c) || !decimals_of(c).empty()) return true;
  }
  return false;
}

std::vector<FoundNumber> find_numbers(std::string_view text, const NumberReading& reading) {
  return Finder(text, reading).find();
}

}  // namespace handout::localization
