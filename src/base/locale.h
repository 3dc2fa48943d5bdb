#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/units.h"

namespace handout {

/// A language as BCP 47 names it (RFC 5646): `en`, `zh-Hans`, `pt-BR`. Never a bare string in the press.
struct Locale {
  std::string tag = "en";  ///< as written, canonical case
  std::string language = "en";
  std::string script = "Latn";  ///< ISO 15924; the likely one where the tag has none; Arab of ur-Aran
  std::string region;           ///< empty where the tag has none
  Direction direction = Direction::left_to_right;

  bool operator==(const Locale& other) const { return tag == other.tag; }
  auto operator<=>(const Locale& other) const { return tag <=> other.tag; }
};

/// nullopt when `tag` is not well-formed as docs/formats.md allows it (language[-Script][-REGION][-x-private], en-XA,
/// ar-XB), or nobody knows which way its words run: it has no script, and none is known for the language.
std::optional<Locale> parse_locale(std::string_view tag);

/// The locale, then what may stand in for it, nearest first: likely subtags, CLDR parents, truncation; never across
/// language or script. es-MX gives es-MX, es-419, es.
std::vector<Locale> fallback_chain(const Locale&);

std::vector<std::string> tags_of(const std::vector<Locale>&);

/// Whether CLDR (as ICU has it) knows how the language writes dates and numbers. Where not, ICU would answer in another
/// language: that of a parent (French for Haitian Creole), or of the machine.
bool has_language_data(const Locale&);

/// Whether who reads the one reads the other: the same language in the same script.
bool reads_as(const Locale&, const Locale&);

/// `range` as RFC 4647 basic filtering: `de` covers `de-AT`, `zh-Hans` covers `zh-Hans-SG`.
bool covers(const Locale& range, const Locale& locale);

}  // namespace handout
