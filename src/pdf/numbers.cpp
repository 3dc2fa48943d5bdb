#include "pdf/numbers.h"

#include <charconv>

#include "base/unicode.h"

namespace handout::pdf {

void append_integer(std::string& out, std::int64_t value) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  out.append(digits, end);
}

void append_decimal(std::string& out, std::int64_t value, int decimals) {
  std::int64_t unit = 1;
  for (int i = 0; i < decimals; ++i)
    unit *= 10;
  if (value < 0) out += '-';
  const std::int64_t magnitude = value < 0 ? -value : value;
  std::int64_t rest = magnitude % unit;
  // ".5" is a number too (ISO 32000-1, 7.3.3), and a byte shorter.
  if (magnitude >= unit || rest == 0) append_integer(out, magnitude / unit);
  if (rest == 0) return;
  out += '.';
  for (unit /= 10; rest > 0; rest %= unit, unit /= 10) {
    out += static_cast<char>('0' + rest / unit);
    if (unit == 1) break;
  }
}

void append_hex(std::string& out, std::uint16_t code) {
  constexpr char digits[] = "0123456789ABCDEF";
  for (int shift = 12; shift >= 0; shift -= 4)
    out += digits[(code >> shift) & 15];
}

void append_code(std::string& out, std::uint16_t code) {
  for (const char byte : {static_cast<char>(code >> 8), static_cast<char>(code & 0xff)}) {
    // Parentheses that are not in pairs would end the string; a carriage return would be read as a line feed.
    if (byte == '(' || byte == ')' || byte == '\\' || byte == '\r') out += '\\';
    out += byte == '\r' ? 'r' : byte;
  }
}

void append_utf16_hex(std::string& out, std::string_view utf8) {
  for (const char16_t unit : to_utf16(utf8))
    append_hex(out, static_cast<std::uint16_t>(unit));
}

}  // namespace handout::pdf
