#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include "base/locale.h"

namespace handout::text {

/// Hyphenation dictionaries of Debian's hyphen-* packages, read on first use and then shared by threads.
class HyphenationDictionaries {
 public:
  HyphenationDictionaries();
  ~HyphenationDictionaries();
  HyphenationDictionaries(const HyphenationDictionaries&) = delete;
  HyphenationDictionaries& operator=(const HyphenationDictionaries&) = delete;

  /// Where `word` (letters only, UTF-8) may be divided: numbers of code points before the hyphen, ascending. At least
  /// two stand before a hyphen and three after, more where the patterns ask for it. Empty for a language without
  /// patterns, and for scripts other than Latin, Greek and Cyrillic. Divisions that would change the spelling are left
  /// out. Throws Failure(`files.read`) where the patterns are there and cannot be read.
  std::vector<std::size_t> divisions(std::string_view word, const Locale&) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace handout::text
