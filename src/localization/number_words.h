#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/locale.h"

namespace handout::localization {

struct NumberInWords {
  /// Not certain: ordinals, words that say something else too (French "neuf"), words that another one is joined to
  /// (Arabic "and three"), and what stands beside another number's word, which may be one with it.
  enum class Standing { doubtful, certain };
  std::string value;  ///< as FoundNumber's: "3", "0.5"
  Standing standing = Standing::certain;
};

struct NumberWords {
  bool are_known = false;  ///< whether ICU has the language's words, ordinals among them
  std::vector<NumberInWords> found;
};

/// The numbers up to 199, and halves, that `text` says in words of the language, in reading order. What is longest is
/// meant: "treinta y tres" is 33. Failure: `localization.icu`.
NumberWords find_number_words(std::string_view text, const Locale&);

}  // namespace handout::localization
