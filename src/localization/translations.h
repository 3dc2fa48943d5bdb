#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/locale.h"
#include "base/source.h"
#include "localization/coded_text.h"

namespace handout::localization {

/// How far a translation is, from least to most. XLIFF 1.2's states are mapped to those of 2.x (docs/formats.md):
/// someone has still to work on what is initial (new, needs-*); someone has said that what is reviewed holds for the
/// source as it is.
enum class UnitState : std::uint8_t { initial, translated, reviewed, final };

/// A unit of an XLIFF file, as its tools left it.
struct Translation {
  CodedText source;                 ///< as the file has it: what was translated
  std::optional<CodedText> target;  ///< nothing where there is none, or an empty one
  UnitState state = UnitState::translated;
  std::string source_digest, target_digest;  ///< of when it was written (`extradata`); empty where a tool lost them
  SourceRange where;
};

inline bool is_unfinished(const Translation& translation) {
  return translation.state == UnitState::initial;
}

/// One XLIFF file: what it says in one language of the units of its folder.
struct Translations {
  Locale locale;
  SourceFilePtr file;
  std::map<std::string, Translation, std::less<>> units;
};
using TranslationsPtr = std::shared_ptr<const Translations>;

/// What may stand for a locale, nearest first: the files of its fallback chain, in each folder that words come from.
using TranslationChain = std::vector<TranslationsPtr>;

}  // namespace handout::localization
