#pragma once

#include <vector>

#include "base/locale.h"
#include "text/characters.h"
#include "text/shaped_paragraph.h"

namespace handout::text {

/// For each character, what a line that begins with it cuts. Lines may do so, at a price. Empty where words stand
/// between spaces.
/// - Japanese: within ICU's phrases, with the corrections that phrases.cpp lists; within a run of kanji or katakana, a
///   word;
/// - Chinese: within ICU's words and before particles (的), which cuts no more than a phrase there;
/// - Thai, Lao, Khmer, Burmese: anywhere but after a space, which ends a phrase.
std::vector<Cut> find_cuts(const Characters&, const Locale&);

/// For each character, whether it stands within a word that ICU's dictionary cuts and readers never do. No line begins
/// with it. Empty for languages without a list (phrases.cpp): only Thai has one.
std::vector<bool> insides_of_words(const Characters&, const Locale&);

}  // namespace handout::text
