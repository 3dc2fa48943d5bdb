#include "text/full_width.h"

#include <string>

#include "base/unicode.h"
#include "text/characters.h"

namespace handout::text {
namespace {

/// Where a full-width character has its white.
enum class White : std::uint8_t { none, before, behind, around };

White white_of(char32_t code, const Locale& locale) {
  // Of these every language's fonts draw the same half.
  if (is_one_of(code, U"\u3008\u300A\u300C\u300E\u3010\u3014\u3016\u3018\uFF08\uFF3B\uFF5B\uFF5F"))
    return White::before;
  if (is_one_of(code, U"\u3009\u300B\u300D\u300F\u3011\u3015\u3017\u3019\uFF09\uFF3D\uFF5D\uFF60"))
    return White::behind;
  if (code == 0x30FB || code == 0x3000) return White::around;
  // Taiwan and Hong Kong centre commas and stops; colons are centred in Japan too. Quotation marks are full width in
  // Chinese alone.
  const bool chinese = locale.script == "Hans" || locale.script == "Hant";
  if (is_one_of(code, U"\u3001\u3002\uFF0C\uFF0E")) return locale.script == "Hant" ? White::around : White::behind;
  if (is_one_of(code, U"\uFF1A\uFF1B")) return locale.script == "Hans" ? White::behind : White::around;
  if (chinese && is_one_of(code, U"\u2018\u201C")) return White::before;
  if (chinese && is_one_of(code, U"\u2019\u201D")) return White::behind;
  return White::none;
}

char32_t code_before(std::string_view text, std::size_t at) {
  if (at == 0) return U'\0';
  do
    --at;
  while (at > 0 && is_trail_byte(text[at]));
  return next_code_point(text, at);
}

bool is_half(White own, White before, White behind) {
  if (own == White::before) return before != White::none;
  return own == White::behind && (behind == White::behind || behind == White::around);
}

}  // namespace

std::vector<std::uint32_t> half_width_characters(std::string_view text, std::uint32_t begin, std::uint32_t end,
                                                 const Locale& locale) {
  std::vector<std::uint32_t> halves;
  if (locale.script != "Hans" && locale.script != "Hant" && locale.script != "Jpan") return halves;
  White before = white_of(code_before(text, begin), locale);
  for (std::size_t at = begin; at < end;) {
    const std::size_t first = at;
    const White own = white_of(next_code_point(text, at), locale);
    std::size_t next = at;
    const White behind = at < text.size() ? white_of(next_code_point(text, next), locale) : White::none;
    if (is_half(own, before, behind)) halves.push_back(static_cast<std::uint32_t>(first));
    before = own;
  }
  return halves;
}

}  // namespace handout::text
