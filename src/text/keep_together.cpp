#include "text/keep_together.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <string>

namespace handout::text {
namespace {

/// Characters [begin, end) without spaces.
struct Token {
  std::size_t begin = 0, end = 0;
  bool empty() const { return begin >= end; }
  std::size_t size() const { return empty() ? 0 : end - begin; }
};

/// Fractions and raised digits are parts of numbers: 2½ tablets.
bool is_digit(char32_t code) {
  if (code < 0x80) return code >= '0' && code <= '9';
  const auto type = u_charType(static_cast<UChar32>(code));
  return type == U_DECIMAL_DIGIT_NUMBER || type == U_OTHER_NUMBER;
}
bool is_letter(char32_t code) {
  return code < 0x80 ? (code | 0x20U) >= 'a' && (code | 0x20U) <= 'z' : u_isalpha(static_cast<UChar32>(code)) != 0;
}
bool is_latin_letter(char32_t code) {
  if (code < 0x80) return is_letter(code);
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(code), &status) == USCRIPT_LATIN;
}
bool ends_token(char32_t code) {
  return is_breaking_space(code) || code == line_separator || code == object_replacement;
}

bool is_hangul(char32_t code) {
  if (code < 0x1100) return false;
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(code), &status) == USCRIPT_HANGUL;
}

Token token_before(const Characters& text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && !ends_token(text[begin - 1].code))
    --begin;
  return {begin, end};
}
Token token_after(const Characters& text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size() && !ends_token(text[end].code))
    ++end;
  return {begin, end};
}
Token without_closing_punctuation(const Characters& text, Token token) {
  while (!token.empty() && is_one_of(text[token.end - 1].code, U".,;:!?)]\u201D\u2019\u00BB\u2026\u060C\u061B\u061F"))
    --token.end;
  return token;
}
std::string_view spelled(const WordsInView& words, Token token) {
  const std::size_t begin = words.characters[token.begin].begin;
  const std::size_t end = token.end < words.characters.size() ? words.characters[token.end].begin : words.text.size();
  return words.text.substr(begin, end - begin);
}

/// 500, 1.5, 85-90, <38, +44, (2: digits with what may stand in and before a number.
bool is_number(const Characters& text, Token token) {
  while (!token.empty() &&
         is_one_of(text[token.begin].code, U"(<>\u2264\u2265~\u2248\u00B1+-\u2212$\u00A3\u20AC\u201C\u201E\u00AB")) {
    ++token.begin;
  }
  if (token.empty() || !is_digit(text[token.begin].code) || !is_digit(text[token.end - 1].code)) return false;
  return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(token.begin),
                     text.begin() + static_cast<std::ptrdiff_t>(token.end), [](const Character& c) {
                       return is_digit(c.code) ||
                              is_one_of(c.code, U".,:/-\u2010\u2011\u2013\u2212\u066B\u066C'\u2019");
                     });
}
/// "(0)", within a telephone number.
bool is_bracketed_number(const Characters& text, Token token) {
  return token.size() > 2 && text[token.begin].code == '(' && text[token.end - 1].code == ')' &&
         is_number(text, {token.begin, token.end - 1});
}
bool starts_with_digit(const Characters& text, Token token) {
  return !token.empty() && is_digit(text[token.begin].code);
}
/// The number of "በ16", "in 16": Ethiopic writes prepositions together with what follows.
Token without_prefix(const Characters& text, Token token) {
  Token rest = token;
  while (!rest.empty() && text[rest.begin].code >= 0x1200 && text[rest.begin].code <= 0x135A)
    ++rest.begin;
  return starts_with_digit(text, rest) ? rest : token;
}

/// Symbols of units and what is written like them, in every language.
constexpr std::array unit_symbols = {
    "%",    "\u2030", "\u00B0", "\u00B0C", "\u00B0F", "g",           "kg",   "mg",    "mcg",  "\u00B5g", "\u03BCg",
    "ng",   "l",      "L",      "dl",      "dL",      "cl",          "ml",   "mL",    "mmol", "mmol/L",  "mol",
    "m",    "cm",     "mm",     "km",      "kg/m2",   "kg/m\u00B2",  "in",   "ft",    "lb",   "lbs",     "st",
    "oz",   "h",      "hr",     "hrs",     "min",     "mins",        "s",    "sec",   "am",   "pm",      "a.m.",
    "p.m.", "a.m",    "p.m",    "IU",      "mmHg",    "bpm",         "kcal", "kJ",    "kPa",  "Gy",      "mSv",
    "Hz",   "mg/dL",  "mg/kg",  "ml/min",  "mL/min",  "years\u2019", "x",    "\u00D7"};
/// Symbols of units in right-to-left letters: Arabic, Persian and Urdu, Hebrew. Words need not be here, but after four
/// digits or more only what is here counts as a unit.
constexpr std::string_view right_to_left_units =
    " ملغ ملغم مغ مجم ملجم ميكروغرام ميكروجرام غ غم غرام جم جرام كغ كغم كجم مل لتر سم ملم مم كم متر وحدة °م °ف °س ٪ "
    " گرم میلی‌گرم میلی‌لیتر سانتی‌متر کیلوگرم ملی‌گرام گرام "
    " מ״ג מ\"ג מק״ג גרם ג׳ ק״ג ק\"ג מ״ל מ\"ל ס״מ ס\"מ מ״מ מ\"מ ליטר יחידות ";
/// What English numbers count in a handout; "in 2019 the" stays free.
constexpr std::array english_units = {
    "second",       "seconds",   "minute",   "minutes",   "hour",   "hours",   "day",    "days",   "week",
    "weeks",        "month",     "months",   "year",      "years",  "times",   "time",   "tablet", "tablets",
    "capsule",      "capsules",  "pill",     "pills",     "drop",   "drops",   "dose",   "doses",  "puff",
    "puffs",        "unit",      "units",    "inch",      "inches", "foot",    "feet",   "mile",   "miles",
    "pound",        "pounds",    "stone",    "ounce",     "ounces", "cup",     "cups",   "glass",  "glasses",
    "teaspoon",     "teaspoons", "spoonful", "spoonfuls", "litre",  "litres",  "liter",  "liters", "metre",
    "metres",       "meter",     "meters",   "gram",      "grams",  "percent", "people", "person", "patients",
    "men",          "women",     "children", "adults",    "night",  "nights",  "stairs", "steps",  "degrees",
    "o\u2019clock", "January",   "February", "March",     "April",  "May",     "June",   "July",   "August",
    "September",    "October",   "November", "December"};

/// What English numbers name, and what stands before a person's name.
constexpr std::array english_labels = {"week",  "Week", "weeks", "Weeks", "day",   "Day",   "days",
                                       "Days",  "step", "Step",  "page",  "Page",  "stage", "Stage",
                                       "room",  "Room", "ward",  "Ward",  "level", "Level", "floor",
                                       "Floor", "part", "Part",  "grade", "Grade", "type",  "Type"};
constexpr std::array english_titles = {"Dr", "Dr.", "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Prof", "Prof."};

template <std::size_t size>
bool holds(const std::array<const char*, size>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// The words that join the two numbers of a range or a share.
struct Connective {
  const char* language;
  std::array<const char*, 4> words;
};
constexpr std::array connectives = {
    Connective{"en", {"to", "in", "of", "or"}},
    Connective{"es", {"a", "de", "o", "en"}},
    Connective{"fr", {"\u00E0", "sur", "ou", "de"}},
    Connective{"de", {"bis", "von", "oder", "zu"}},
    Connective{"it", {"a", "su", "o", "di"}},
    Connective{"pt", {"a", "em", "ou", "de"}},
    Connective{"pl", {"do", "na", "lub", "z"}},
    Connective{"ru", {"\u0434\u043E", "\u0438\u0437", "\u0438\u043B\u0438", "\u043D\u0430"}},
    Connective{"uk", {"\u0434\u043E", "\u0437", "\u0430\u0431\u043E", "\u043D\u0430"}},
    Connective{"be", {"да", "з", "або", "на"}},
    Connective{"he", {"עד", "מתוך", "או", ""}},
    Connective{"fa", {"تا", "از", "یا", ""}},
    Connective{"ur", {"سے", "تا", "میں", "یا"}},
    Connective{"hi", {"से", "में", "या", ""}},
    Connective{"bn", {"থেকে", "বা", "মধ্যে", ""}},
    Connective{"pa", {"ਤੋਂ", "ਵਿੱਚੋਂ", "ਜਾਂ", ""}},
    Connective{"tl", {"hanggang", "sa", "o", ""}},
    Connective{"so", {"ilaa", "ka", "ama", ""}},
    Connective{"ht", {"a", "sou", "oswa", ""}},
    Connective{"am", {"\u12A5\u1235\u12A8", "\u12C8\u12ED\u121D", "\u12A8", ""}},
    Connective{"th", {"\u0E16\u0E36\u0E07", "\u0E43\u0E19", "\u0E2B\u0E23\u0E37\u0E2D", ""}},
    Connective{"zh", {"\u81F3", "\u5230", "\u6216", ""}},
    Connective{"vi", {"\u0111\u1EBFn", "trong", "trên", "hoặc"}},
    Connective{"ar", {"\u0625\u0644\u0649", "\u0645\u0646", "\u0623\u0648", "\u0641\u064A"}}};

bool connects(const WordsInView& words, Token token) {
  if (token.empty()) return false;
  const std::string_view word = spelled(words, token);
  if (word == "-" || word == "\u2013" || word == "\u2014" || word == "x" || word == "\u00D7") return true;
  return std::any_of(connectives.begin(), connectives.end(), [&](const Connective& known) {
    return known.language == words.locale.language && holds(known.words, word);
  });
}

/// Years and post codes count nothing.
constexpr std::size_t digits_of_year = 4;

/// The digits of the longest whole number in the token: 2 in "10–15", 3 in "1.500".
std::size_t most_digits(const Characters& text, Token number) {
  std::size_t most = 0, digits = 0;
  for (std::size_t at = number.begin; at < number.end; ++at) {
    digits = is_digit(text[at].code) ? digits + 1 : 0;
    most = std::max(most, digits);
  }
  return most;
}

bool is_counted(const WordsInView& words, Token number, Token after) {
  const Token word = without_closing_punctuation(words.characters, after);
  if (word.empty()) return false;
  const std::string_view spelling = spelled(words, word);
  if (holds(unit_symbols, spelling) || holds(unit_symbols, spelled(words, after))) return true;
  if (right_to_left_units.find(" " + std::string(spelling) + " ") != std::string_view::npos) return true;
  if (words.locale.language == "en") return holds(english_units, spelling);
  return most_digits(words.characters, number) < digits_of_year && is_letter(words.characters[word.begin].code);
}

bool is_dash(const Characters& text, Token token) {
  return token.size() == 1 && is_one_of(text[token.begin].code, U"-\u2013\u2212");
}
/// The sign of "≥ 38".
bool compares(const Characters& text, Token token) {
  return token.size() == 1 && is_one_of(text[token.begin].code, U"<>\u2264\u2265~\u2248\u00B1");
}
/// What stands before the space before `token`.
Token word_before(const Characters& text, Token token) {
  const bool spaced = token.begin > 1 && text[token.begin - 1].code == ' ';
  return spaced ? token_before(text, token.begin - 1) : Token{};
}
/// The dash of "500 mg – 1000 mg": before it stands a number and its unit.
bool ends_range_of_quantities(const WordsInView& words, Token dash) {
  if (!is_dash(words.characters, dash)) return false;
  const Token unit = word_before(words.characters, dash);
  if (unit.empty()) return false;
  const Token number = word_before(words.characters, unit);
  return is_number(words.characters, number) && is_counted(words, number, unit);
}

/// The space of "(Bombieri 2022)".
bool joins_name_and_year(const Characters& text, std::size_t at) {
  std::size_t name = at - 1;
  while (name > 0 && is_latin_letter(text[name - 1].code))
    --name;
  if (name == 0 || name == at - 1 || !is_one_of(text[name - 1].code, U"(\uFF08")) return false;
  if (u_isupper(static_cast<UChar32>(text[name].code)) == 0) return false;
  std::size_t year = at;
  while (year < text.size() && is_digit(text[year].code))
    ++year;
  return year - at == digits_of_year;
}

/// The break follows one space.
bool keeps_words(const WordsInView& words, std::size_t at) {
  const Characters& text = words.characters;
  const Token before = without_prefix(text, token_before(text, at - 1));
  const Token after = token_after(text, at);
  if (after.empty()) return false;
  if (joins_name_and_year(text, at)) return true;
  if (after.size() == 1 && is_one_of(text[after.begin].code, U"-\u2013\u2014")) return true;
  const bool number_before = is_number(text, before);
  if (number_before) {
    if (is_counted(words, before, after) || starts_with_digit(text, after) || is_bracketed_number(text, after))
      return true;
    const Token next =
        after.end < text.size() && text[after.end].code == ' ' ? token_after(text, after.end + 1) : Token{};
    return connects(words, after) && starts_with_digit(text, next);
  }
  if (starts_with_digit(text, after) && connects(words, before)) {
    return is_number(text, without_prefix(text, word_before(text, before))) || ends_range_of_quantities(words, before);
  }
  if (before.empty()) return false;
  if (starts_with_digit(text, after) && compares(text, before)) return true;
  if (words.locale.language == "en") {
    if (starts_with_digit(text, after) && holds(english_labels, spelled(words, before))) return true;
    const bool name = u_isupper(static_cast<UChar32>(text[after.begin].code)) != 0;
    if (name && holds(english_titles, spelled(words, before))) return true;
  }
  return starts_with_digit(text, after) && is_bracketed_number(text, before);
}

std::size_t letters_before(const Characters& text, std::size_t at) {
  std::size_t count = 0;
  while (count < at && (is_letter(text[at - 1 - count].code) || is_digit(text[at - 1 - count].code)))
    ++count;
  return count;
}
std::size_t letters_after(const Characters& text, std::size_t at) {
  std::size_t count = 0;
  while (at + count < text.size() && (is_letter(text[at + count].code) || is_digit(text[at + count].code)))
    ++count;
  return count;
}

/// Whether `sign`, without spaces, joins the numbers of a range: "75至95", "80~90".
bool joins_range(const Characters& text, std::size_t sign) {
  if (sign == 0 || sign + 1 >= text.size()) return false;
  const char32_t before = text[sign - 1].code;
  return is_one_of(text[sign].code, U"\u81F3\u5230\u301C\uFF5E~-\u2010\u2013\u2212") && is_digit(text[sign + 1].code) &&
         (is_digit(before) || is_one_of(before, U"%\uFF05"));
}

/// A full-width digit or Latin letter.
bool is_full_width(char32_t code) {
  return (code >= 0xFF10 && code <= 0xFF19) || (code >= 0xFF21 && code <= 0xFF3A) || (code >= 0xFF41 && code <= 0xFF5A);
}

/// No space stands before the break.
bool keeps_letters(const Characters& text, std::size_t at) {
  const char32_t before = text[at - 1].code;
  const char32_t after = text[at].code;
  if (before == object_replacement || after == object_replacement) return true;
  if (is_hangul(before) || is_hangul(after)) return true;
  if (joins_range(text, at - 1) || joins_range(text, at)) return true;
  // ICU parts full-width digits and letters like ideographs: "１５００ｍｇ".
  if (is_digit(before) && is_digit(after)) return true;
  // "About" and "number" before a numeral, in Japanese and in both Chineses.
  if (is_digit(after) && is_one_of(before, U"\u7D04\u7EA6\u7B2C")) return true;
  if (is_full_width(before) && is_full_width(after)) return true;
  if (at < 2) return false;
  if (before == '-' || before == 0x2010) return letters_before(text, at - 1) < 3 || letters_after(text, at) < 3;
  if (before == '/') return letters_before(text, at - 1) < 5 || letters_after(text, at) < 5;
  return false;
}

/// "____ mg": a word this long or shorter stays with the blank before it.
constexpr std::size_t short_word = 4;

}  // namespace

bool keeps_together(const WordsInView& words, std::size_t at) {
  const Characters& text = words.characters;
  if (at == 0 || at >= text.size()) return false;
  const char32_t before = text[at - 1].code;
  if (before == line_separator) return false;
  if (!is_breaking_space(before)) return keeps_letters(text, at);
  if (at < 2 || (before != ' ' && before != 0x2009)) return false;
  if (text[at - 2].code == object_replacement) {
    const Token after = token_after(text, at);
    return !after.empty() && without_closing_punctuation(text, after).size() <= short_word;
  }
  return keeps_words(words, at);
}

std::vector<AddressRange> find_addresses(const WordsInView& words) {
  std::vector<AddressRange> addresses;
  if (words.text.find_first_of("/@") == std::string_view::npos && words.text.find("www.") == std::string_view::npos) {
    return addresses;
  }
  const Characters& text = words.characters;
  for (std::size_t at = 0; at < text.size();) {
    const Token token = token_after(text, at);
    if (token.empty()) {
      ++at;
      continue;
    }
    const std::string_view spelling = spelled(words, token);
    const std::size_t dot = spelling.find('.'), slash = spelling.find('/'), sign = spelling.find('@');
    const bool web =
        spelling.find("://") != std::string_view::npos || spelling.find("www.") != std::string_view::npos ||
        (dot != std::string_view::npos && slash != std::string_view::npos && dot < slash && dot > 1 && slash - dot > 2);
    const bool mail = sign != std::string_view::npos && spelling.find('.', sign) != std::string_view::npos;
    if (web || mail) addresses.push_back({token.begin, token.end});
    at = token.end;
  }
  return addresses;
}

std::vector<std::size_t> address_breaks(const Characters& text, AddressRange address) {
  // 24 letters fit on a line of the narrowest column; four on each side keep the pieces recognizable.
  constexpr std::size_t long_address = 24, least_piece = 4;
  std::vector<std::size_t> breaks;
  if (address.end - address.begin <= long_address) return breaks;
  for (std::size_t at = address.begin + least_piece; at + least_piece <= address.end; ++at) {
    const char32_t code = text[at].code;
    const char32_t before = text[at - 1].code;
    const char32_t after = text[at + 1].code;
    if (is_one_of(code, U"./?#&@=") && (is_letter(before) || is_digit(before)) &&
        (is_letter(after) || is_digit(after))) {
      breaks.push_back(at);
    }
  }
  return breaks;
}

}  // namespace handout::text
