#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/hyphen_patterns.h"

namespace handout::text {

/// A hyphenation dictionary as libhyphen reads it: hyph_de_DE.dic of the Debian package hyphen-de.
struct HyphenDictionary {
  std::string charset;  ///< as the file names it: "ISO8859-1", "KOI8-R", "UTF-8"
  HyphenCharset bytes = HyphenCharset::single_byte;
  /// Letters before and after a hyphen, at the word's ends and where its parts meet.
  std::size_t left_min = 2, right_min = 2, part_left_min = 0, part_right_min = 0;
  std::vector<std::string> unhyphenated;  ///< no hyphen stands before or after these
  HyphenPatterns compounds;               ///< divides a word into its parts
  HyphenPatterns syllables;               ///< divides a part
};

/// Reads a dictionary: its character set, then a line for each pattern and each setting. Comments begin with % or #.
/// Never fails: what cannot be understood matches nothing. Source: libhyphen 2.8's README and README.nonstandard.
HyphenDictionary read_hyphen_dictionary(std::string_view text);

}  // namespace handout::text
