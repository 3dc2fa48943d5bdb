#pragma once

#include <string>
#include <vector>

#include "base/locale.h"
#include "localization/calendar_names.h"
#include "localization/find_numbers.h"
#include "localization/number_words.h"

namespace handout::localization {

/// What a text says of numbers but in digits.
struct WordsOfText {
  const Locale& language;
  NumberWords numbers;
  std::vector<CalendarName> calendar;
};

/// Numbers that one text of the two has in digits and the other has not.
struct NumberDifference {
  std::vector<FoundNumber> missing;  ///< the source has them
  std::vector<FoundNumber> added;    ///< the target has them
  bool empty() const { return missing.empty() && added.empty(); }
};

/// All that the two texts say.
struct ComparedTexts {
  const std::vector<FoundNumber>&source_numbers, &target_numbers;
  const WordsOfText &source, &target;
};

/// From best to worst.
enum class NumbersVerdict { fine, doubtful, wrong };
struct ExplainedNumbers {
  NumbersVerdict verdict = NumbersVerdict::fine;
  NumberDifference left;  ///< what is doubtful or wrong; all of it where one number stands in the place of another
};

/// Whether words, names of the calendar and the grammar of the other language explain a difference (compare_numbers.h).
ExplainedNumbers explain(NumberDifference, const ComparedTexts&);

/// The value of an integer below 1000 without a zero before it; -1 for any other number.
int small_integer(const FoundNumber&);

}  // namespace handout::localization
