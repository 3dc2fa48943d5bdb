#pragma once

#include <vector>

#include "text/characters.h"
#include "text/hyphenate.h"
#include "text/shaped_paragraph.h"

namespace handout::text {

struct BreakInput {
  const design::StyledParagraph& paragraph;
  const Characters& characters;
  const design::StyleTable& styles;  ///< for `hyphenate`
  const HyphenationDictionaries& dictionaries;
};

/// Every place where a line may end, ascending; the last is the paragraph's end. ICU's breaks for the language, less
/// those that keeps_together vetoes, those inside nobr, telephone numbers and addresses, and in Japanese those before
/// small kana; plus an address's own, hyphens, and syllables where ICU has no words (break_syllables). docs/scripts.md
/// lists them, and what cuts a phrase or leaves a letter alone.
std::vector<BreakPoint> find_breaks(const BreakInput&);

}  // namespace handout::text
