#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/locale.h"
#include "text/characters.h"

namespace handout::text {

/// A text's words as the vetoes see them.
struct WordsInView {
  std::string_view text;
  const Characters& characters;
  const Locale& locale;
};

/// Whether a line must not end before character `at`, although Unicode lets it. The vetoes:
/// - a number and what it counts: 500 mg, 38 °C, 6 weeks; in languages other than English any word after a number;
/// - ranges and shares: 6 to 12 weeks, 4 in 100, 85–90, 75至95, 500 mg – 1000 mg; a sign and its number: ≥ 38;
/// - in brackets a name and its year: (Bombieri 2022);
/// - in English a word and its number, a title and its name: week 1, Dr Khan;
/// - groups of digits: 020 7946 0000;
/// - units and pairs around a slash: kg/m2, L4/L5, and/or;
/// - a hyphen with fewer than three letters on a side: X-ray, follow-up;
/// - a dash between words: it ends the line rather than begin one;
/// - inside Korean words, where ICU breaks (Korean breaks at spaces);
/// - a blank to write on and what touches it, or the short word after it: ____ mg.
bool keeps_together(const WordsInView&, std::size_t at);

/// Addresses of the web and of mail, which break only where address_breaks says. In characters.
struct AddressRange {
  std::size_t begin = 0, end = 0;
};
std::vector<AddressRange> find_addresses(const WordsInView&);
/// Before the slashes, dots and question marks of a long address, never near its ends; nowhere in a short one.
std::vector<std::size_t> address_breaks(const Characters&, AddressRange);

}  // namespace handout::text
