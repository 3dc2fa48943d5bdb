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

/// Whether a translation says the numbers of its source: a dose, a phone number, a count of weeks. Digits of any
/// script, the signs of either language for thousands and tenths, and the groups of a phone number are what they mean,
/// not how they look; 5 pm is 17. In words they may stand too, where CLDR knows the language's. What is no mistake: 1
/// or 2 that only one of the two says in digits ("both legs", an Arabic dual, "weeks 1 and 2" for "first 2 weeks"), a
/// number that one of the two repeats, another order. Protected words and codes are compared by rebuild_words. Error:
/// `localization.number`.
void compare_numbers(const UnitInTwoLanguages&, Diagnostics&);

}  // namespace handout::localization
