#pragma once

#include <cstdint>
#include <string>

#include "base/units.h"

namespace handout::pdf {

/// Coordinates are written in hundredths of a point: 3.5 thousandths of a millimetre, finer than any printer's dot.
constexpr std::int64_t hundredths(Length length) {
  return scaled(length.units, 100, Length::per_point);
}

/// Appends `value` / 10^`decimals` as PDF writes numbers: no exponent, no trailing zeros, no "-0".
void append_decimal(std::string&, std::int64_t value, int decimals);
/// Appends a whole number.
void append_integer(std::string&, std::int64_t value);
/// Appends `code` as four upper-case hex digits.
void append_hex(std::string&, std::uint16_t code);
/// Appends `code`, two bytes with the high one first, as part of a literal string (ISO 32000-1, 7.3.4.2): half of what
/// hex digits take before compression, and less after it.
void append_code(std::string&, std::uint16_t code);
/// Appends UTF-8 as UTF-16BE in hex digits, without brackets or byte order mark.
void append_utf16_hex(std::string&, std::string_view utf8);

}  // namespace handout::pdf
