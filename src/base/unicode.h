#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace handout {

/// The code point at `offset` of well-formed UTF-8, and `offset` moved past it. Ill-formed input yields U+FFFD and
/// moves by one byte.
char32_t next_code_point(std::string_view utf8, std::size_t& offset);
void append_utf8(std::string& utf8, char32_t);
/// Whether a byte of UTF-8 goes on with a character that began before it (Unicode 15, table 3-6).
constexpr bool is_trail_byte(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

std::u16string to_utf16(std::string_view utf8);
/// Normalization Form C (UAX #15).
std::string to_nfc(std::string_view utf8);
/// ASCII white space (space, tab, CR, LF) collapsed to one space each; nothing trimmed.
std::string collapse_white_space(std::string_view text);
/// The same, with none left at either end.
std::string collapse_and_trim(std::string_view text);
/// The value of a decimal digit of any script (UAX #44, Nd); nullopt for every other character.
std::optional<int> digit_value(char32_t);
/// Whether it is a letter or a digit of any script (UAX #44: Alphabetic or Nd).
bool is_letter_or_digit(char32_t);
/// "U+00E9" form.
std::string code_point_name(char32_t);

}  // namespace handout
