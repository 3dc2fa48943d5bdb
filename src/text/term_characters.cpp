#include "text/term_characters.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "text/characters.h"
#include "text/directions.h"

namespace handout::text {
namespace {

/// The longest of `signs` that `text` has at `at`; 0: none.
template <std::size_t count>
std::size_t longest_at(std::u32string_view text, std::size_t at, const std::array<std::u32string_view, count>& signs) {
  std::size_t longest = 0;
  for (const std::u32string_view sign : signs) {
    if (sign.size() > longest && text.substr(std::min(at, text.size())).starts_with(sign)) longest = sign.size();
  }
  return longest;
}

}  // namespace

bool is_space(char32_t code) {
  return is_one_of(code, U" \u00A0\u202F\u2007\u2009");
}

bool is_term_digit(char32_t code) {
  if (code < 0x80) return code >= '0' && code <= '9';
  const auto type = u_charType(static_cast<UChar32>(code));
  return (type == U_DECIMAL_DIGIT_NUMBER || type == U_OTHER_NUMBER) && bidi_kind(code) != BidiKind::right_to_left;
}

bool is_term_letter(char32_t code) {
  if (is_one_of(code, U"\u2103\u2109")) return true;
  return !is_term_digit(code) && bidi_kind(code) == BidiKind::left_to_right;
}

bool is_sign(char32_t code) {
  return is_one_of(code, U"+-\u2212\u00B1");
}

bool is_currency(char32_t code) {
  constexpr char32_t shekel = 0x20AA;
  return code != shekel && u_charType(static_cast<UChar32>(code)) == U_CURRENCY_SYMBOL &&
         !is_right_to_left_letter(code);
}

bool is_trade_mark(char32_t code) {
  return is_one_of(code, U"\u00AE\u2122\u00A9\u2120");
}

bool is_percent(char32_t code) {
  return is_one_of(code, U"%\u2030");
}

bool joins(char32_t code) {
  return is_one_of(code,
                   U"-\u2010\u2011\u2013\u2212/.,:@_&'\u2019+\u00B1\u00D7=?#~%\u2026\u2044\u066B\u066C^\u00B7\u22C5"
                   U"\u207A\u207B");
}

bool relates(char32_t code) {
  return is_one_of(code, U"-\u2010\u2011\u2013\u2212/+");
}

bool calculates(char32_t code) {
  return is_one_of(code, U"\u00D7=\u00B1\u00B7\u22C5");
}

bool couples(char32_t code) {
  return is_one_of(code, U"&/+=\u00D7");
}

std::size_t comparison_length(std::u32string_view text, std::size_t at) {
  constexpr std::array<std::u32string_view, 8> signs = {U"<",      U">",      U"~",  U"\u2248",
                                                        U"\u2264", U"\u2265", U"<=", U">="};
  return longest_at(text, at, signs);
}

std::size_t arrow_length(std::u32string_view text, std::size_t at) {
  constexpr std::array<std::u32string_view, 6> signs = {U"->", U"-->", U"=>", U"<-", U"<--", U"<->"};
  const char32_t code = at < text.size() ? text[at] : U'\0';
  // Unicode's blocks Arrows, Supplemental Arrows-A, and the arrows among the Dingbats.
  const bool drawn = (code >= 0x2190 && code <= 0x21FF) || (code >= 0x27F0 && code <= 0x27FF) ||
                     (code >= 0x2794 && code <= 0x27BE && code != 0x27B0);
  return drawn ? 1 : longest_at(text, at, signs);
}

}  // namespace handout::text
