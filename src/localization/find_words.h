#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "base/locale.h"

namespace handout::localization {

/// Where one of the wanted words stands, in UTF-16 code units.
struct FoundWord {
  std::u16string word;
  std::size_t begin = 0, end = 0;
};

/// Those of `words` that `text` has as whole words, in reading order, the longest where several begin. What a whole
/// word is, ICU's word breaker says (UAX #29; a dictionary for Thai, Chinese and Japanese); a counter may be joined to
/// it, as in Chinese and Korean. Letter for letter: whoever wants small and capital letters alike folds both.
std::vector<FoundWord> find_words(const std::u16string& text, const std::set<std::u16string>& words, const Locale&);

}  // namespace handout::localization
