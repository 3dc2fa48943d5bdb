#pragma once

#include <string>

#include "base/diagnostic.h"
#include "base/locale.h"
#include "localization/coded_text.h"

namespace handout::localization {

/// A unit and its translation. `where` is the translation's.
struct UnitInTwoLanguages {
  const std::string& unit;
  const CodedText &source, &target;
  const Locale &from, &to;
  const SourceRange& where;
};

/// Whether a translation says the numbers of its source: a dose, a phone number, a count of weeks. They are compared as
/// what they mean, in any order: digits of any script, the signs of either language for thousands and tenths, the clock
/// of 12 or 24 hours, a phone number's groups. Protected words and codes are compared by rebuild_words.
///
/// What is certainly a mistake is an error, `localization.number`: one number in the place of another, one of 3 or more
/// or with a unit of measure that is gone or new. What the words may say is a warning, `localization.number-in-words`:
/// a word that may be the number, 1, 2 or a half that one side alone has in digits, "and a half", a repeat that is
/// lost, weekdays, and what is gone below 20 in a language of which ICU does not know all number words. Nothing is said
/// of a number of up to 12 in a whole word of the language, an Arabic dual, a month's number for its name, a number
/// said again. Failure: `localization.icu`.
void compare_numbers(const UnitInTwoLanguages&, Diagnostics&);

}  // namespace handout::localization
