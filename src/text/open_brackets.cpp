#include "text/open_brackets.h"

#include <unicode/uchar.h>

#include "text/characters.h"

namespace handout::text {
namespace {

UBidiPairedBracketType bracket_type(char32_t code) {
  constexpr char32_t first_beyond_latin = 0x0F3A;  // BidiBrackets.txt
  if (code < first_beyond_latin && !is_one_of(code, U"()[]{}")) return U_BPT_NONE;
  return static_cast<UBidiPairedBracketType>(
      u_getIntPropertyValue(static_cast<UChar32>(code), UCHAR_BIDI_PAIRED_BRACKET_TYPE));
}

}  // namespace

char32_t OpenBrackets::seen(char32_t code) {
  const UBidiPairedBracketType type = bracket_type(code);
  if (type == U_BPT_NONE) return code;
  if (type == U_BPT_OPEN && depth_ == most) overflown_ = true;
  if (overflown_) return U'!';
  if (type == U_BPT_OPEN) {
    awaited_.at(depth_++) = static_cast<char32_t>(u_getBidiPairedBracket(static_cast<UChar32>(code)));
    return code;
  }
  for (std::size_t level = depth_; level > 0; --level) {
    if (awaited_.at(level - 1) != code) continue;
    depth_ = level - 1;
    break;
  }
  return code;
}

}  // namespace handout::text
