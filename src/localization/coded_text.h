#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "content/words.h"

namespace handout::localization {

/// The text of a translation unit as translators see it: words with codes for what is not words. The codes are named
/// the same in the source and in every translation, whatever their order there (docs/formats.md, Translations).
struct CodedPart {
  enum class Kind : std::uint8_t {
    text,           ///< `text` is words
    opening,        ///< of an element with words: strong, link; `text` is its number
    closing,        ///< of the same
    mark,           ///< a line break's number, or a placeholder's name: clinic.phone, ref.mayo, celsius.38, blank
    protected_text  ///< words that stay as they are
  };
  Kind kind = Kind::text;
  std::string text;

  bool operator==(const CodedPart&) const = default;
};
using CodedText = std::vector<CodedPart>;

/// What translators get of an element's words. Elements and line breaks are numbered together, from 1, in reading
/// order; placeholders have the name of what they stand for, a second one of a name has "-2" after it.
CodedText coded_text(const content::Words&);

/// White space collapsed to single spaces, none at either end or beside a line break, and neighbouring words joined.
CodedText normalized(const CodedText&);

/// Whether a mark is a line break's rather than a placeholder's.
bool is_line_break(const CodedPart&);
/// Whether there is anything to translate: a letter or a digit outside what is protected.
bool has_words(const CodedText&);

/// Words among marks, which have no < of their own then: & and < as XML writes them.
std::string escaped(std::string_view words);
/// One fixed form for all that say the same: NFC, white space collapsed, codes as marks.
std::string canonical_unit(const CodedText&);
/// The first 12 hex digits of its SHA-256: what `extradata` says (docs/formats.md, Translations).
std::string unit_digest(const CodedText&);

}  // namespace handout::localization
