#pragma once

#include <cstdint>

#include "base/diagnostic.h"
#include "content/document.h"
#include "localization/translations.h"

namespace handout::localization {

/// What becomes of words without a current translation.
enum class Untranslated : std::uint8_t {
  refused,    ///< `localization.missing` or `localization.stale`: a handout
  in_source,  ///< they print in the language they are written in, and say so (Lang): layouts, brands, the glossary
  marked      ///< the same between brackets: a draft of a handout
};

/// From what language into what other, and where its words are.
struct Translating {
  Locale from, to;
  TranslationChain chain;
  Untranslated untranslated = Untranslated::refused;
};

/// How a unit's translation stands to the source as it is now (docs/formats.md, Translations).
enum class UnitStanding : std::uint8_t { missing, stale, current };
UnitStanding standing_of(const Translation&, const CodedText& source);

/// Words in another language, and how far they are.
struct TranslatedWords {
  content::Words words;
  UnitStanding standing = UnitStanding::current;
  UnitState state = UnitState::final;  ///< final also where nothing was to be translated
};
/// What is marked as it is (`translate="no"`, `lang`), and what holds no words but codes, stays. A unit is looked for
/// in the files of the folder that its words stand in, then in those above; nearest language first. Errors: those of
/// rebuild_words and compare_numbers, and with Untranslated::refused `localization.missing` and `localization.stale`.
TranslatedWords translate(const content::Words&, const Translating&, Diagnostics&);

struct TranslatedDocument {
  content::Document document;
  std::size_t unreviewed = 0;  ///< units that no reviewer has approved: while there are any, a page is a draft
  SourceRange first_unreviewed;
};
/// The document in the other language. Terms of the word list are those agreed in the glossary. Errors as above;
/// warning: `content.untranslated` for terms and definitions that print in the source language.
TranslatedDocument translate(const content::Document&, const Translating&, Diagnostics&);

}  // namespace handout::localization
