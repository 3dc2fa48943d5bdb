#pragma once

#include <cstdint>

namespace handout::text {

/// What UAX #9 (table 4) takes a character for, as far as the press asks.
enum class BidiKind : std::uint8_t {
  left_to_right,     ///< L: letters, and the mark U+200E
  right_to_left,     ///< R and AL: letters, and the marks U+200F and U+061C
  european_number,   ///< EN: also Persian and Urdu digits, fractions, raised digits
  arabic_number,     ///< AN
  mark,              ///< NSM: takes the direction of what it stands on
  parts_paragraphs,  ///< B: ends every isolate
  embeds,            ///< embeddings, overrides, isolates and what ends them: none may be in a text
  other
};

BidiKind bidi_kind(char32_t code);

bool is_right_to_left_letter(char32_t code);
bool is_arabic_number(char32_t code);
/// Prints nothing and stands within words: word joiner, soft hyphen, U+200E, U+200F. No variation selector, which
/// belongs to the letter before it.
bool is_invisible(char32_t code);

}  // namespace handout::text
