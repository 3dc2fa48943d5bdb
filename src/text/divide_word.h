#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "text/hyphen_dictionary.h"

namespace handout::text {

/// Where a hyphen may stand in `word`: numbers of bytes before it, ascending. `word` is in small letters, in the
/// dictionary's character set, and without digits. Divisions that would change the spelling are left out.
/// They are those of hnj_hyphen_hyphenate2() in libhyphen 2.8, except where a spelling changes between the parts of a
/// compound: libhyphen then divides the part as it is spelt before the hyphen. No dictionary of Debian 12 has that.
std::vector<std::size_t> divide_word(std::string_view word, const HyphenDictionary&);

}  // namespace handout::text
