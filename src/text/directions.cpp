#include "text/directions.h"

#include <unicode/uchar.h>

#include "text/characters.h"

namespace handout::text {
namespace {

/// Below stand no letters of scripts that run from right to left, nor their digits (Unicode's block Hebrew).
constexpr char32_t first_right_to_left = 0x0590;
/// The first of the invisible characters that has a direction, U+061C.
constexpr char32_t first_mark_of_direction = 0x061C;

}  // namespace

BidiKind bidi_kind(char32_t code) {
  switch (u_charDirection(static_cast<UChar32>(code))) {
    case U_LEFT_TO_RIGHT:
      return BidiKind::left_to_right;
    case U_RIGHT_TO_LEFT:
    case U_RIGHT_TO_LEFT_ARABIC:
      return BidiKind::right_to_left;
    case U_EUROPEAN_NUMBER:
      return BidiKind::european_number;
    case U_ARABIC_NUMBER:
      return BidiKind::arabic_number;
    case U_DIR_NON_SPACING_MARK:
      return BidiKind::mark;
    case U_BLOCK_SEPARATOR:
      return BidiKind::parts_paragraphs;
    case U_LEFT_TO_RIGHT_EMBEDDING:
    case U_LEFT_TO_RIGHT_OVERRIDE:
    case U_RIGHT_TO_LEFT_EMBEDDING:
    case U_RIGHT_TO_LEFT_OVERRIDE:
    case U_POP_DIRECTIONAL_FORMAT:
    case U_FIRST_STRONG_ISOLATE:
    case U_LEFT_TO_RIGHT_ISOLATE:
    case U_RIGHT_TO_LEFT_ISOLATE:
    case U_POP_DIRECTIONAL_ISOLATE:
      return BidiKind::embeds;
    default:
      return BidiKind::other;
  }
}

bool is_right_to_left_letter(char32_t code) {
  return code >= first_right_to_left && bidi_kind(code) == BidiKind::right_to_left && !is_invisible(code);
}

bool is_arabic_number(char32_t code) {
  return code >= first_right_to_left && bidi_kind(code) == BidiKind::arabic_number;
}

bool is_invisible(char32_t code) {
  if (code < first_mark_of_direction) return code == soft_hyphen;
  return u_charType(static_cast<UChar32>(code)) == U_FORMAT_CHAR &&
         u_hasBinaryProperty(static_cast<UChar32>(code), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

}  // namespace handout::text
