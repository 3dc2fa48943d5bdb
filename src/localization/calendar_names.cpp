#include "localization/calendar_names.h"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "base/diagnostic.h"
#include "base/unicode.h"
#include "localization/find_words.h"

namespace handout::localization {
namespace {

using Names = std::map<std::u16string, CalendarName>;

/// As many characters as may stand between a month's name and its day: "22nd of November".
constexpr std::size_t reach = 7;

bool has_digit(std::u16string_view text) {
  return std::any_of(text.begin(), text.end(), [](char16_t c) { return u_isdigit(c) != 0; });
}

struct List {
  const icu::UnicodeString* names;
  std::int32_t count;
};

void add(Names& names, const List& list, CalendarName::Kind kind) {
  for (std::int32_t i = 0; i < list.count; ++i) {
    const icu::UnicodeString& name = list.names[i];
    std::u16string word(name.getBuffer(), static_cast<std::size_t>(name.length()));
    if (word.ends_with(u'.')) word.pop_back();
    // ICU's lists of weekdays have nothing at 0. 11月 is a number.
    const int number = kind == CalendarName::Kind::month ? i + 1 : i;
    if (!word.empty() && !has_digit(word)) names.emplace(word, CalendarName{kind, number});
  }
}

Names names_of(const Locale& locale) {
  using Symbols = icu::DateFormatSymbols;
  Names names;
  if (!has_language_data(locale)) return names;
  UErrorCode status = U_ZERO_ERROR;
  const Symbols symbols(icu::Locale::createCanonical((locale.language + "_" + locale.script).c_str()), status);
  if (U_FAILURE(status)) throw Failure("localization.icu", "ICU's names of months are missing");
  for (const Symbols::DtContextType context : {Symbols::FORMAT, Symbols::STANDALONE}) {
    for (const Symbols::DtWidthType width : {Symbols::WIDE, Symbols::ABBREVIATED}) {
      std::int32_t count = 0;
      const icu::UnicodeString* const months = symbols.getMonths(count, context, width);
      add(names, {months, count}, CalendarName::Kind::month);
      const icu::UnicodeString* const weekdays = symbols.getWeekdays(count, context, width);
      add(names, {weekdays, count}, CalendarName::Kind::weekday);
    }
  }
  return names;
}

}  // namespace

std::vector<CalendarName> find_calendar_names(std::string_view text, const Locale& locale) {
  const Names names = names_of(locale);
  std::set<std::u16string> words;
  for (const auto& entry : names)
    words.insert(entry.first);
  const std::u16string characters = to_utf16(text);
  std::vector<CalendarName> found;
  for (const FoundWord& word : find_words(characters, words, locale)) {
    CalendarName name = names.at(word.word);
    const std::size_t from = word.begin - std::min(word.begin, reach);
    const std::u16string_view all = characters;
    if (has_digit(all.substr(from, word.begin - from)) || has_digit(all.substr(word.end, reach)))
      name.standing = CalendarName::Standing::in_date;
    found.push_back(name);
  }
  return found;
}

}  // namespace handout::localization
