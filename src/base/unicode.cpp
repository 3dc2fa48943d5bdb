#include "base/unicode.h"

#include <fmt/format.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include "base/diagnostic.h"
#include "base/xml_characters.h"

namespace handout {
namespace {

/// The code point at `offset`, which moves past it; negative where the bytes are not well-formed.
UChar32 decode(std::string_view utf8, std::size_t& offset) {
  const auto byte_at = [&utf8](std::size_t i) { return static_cast<std::uint8_t>(utf8[i]); };
  const std::size_t length = utf8.size();
  const std::uint8_t lead = byte_at(offset++);
  if (U8_IS_SINGLE(lead)) return lead;
  if (!U8_IS_LEAD(lead)) return -1;
  const auto trail_count = static_cast<std::size_t>(U8_COUNT_TRAIL_BYTES(lead));
  if (length - offset < trail_count) return -1;
  std::uint32_t value = lead & (0x3FU >> trail_count);
  for (std::size_t i = 0; i < trail_count; ++i) {
    const std::uint8_t trail = byte_at(offset + i);
    if (!U8_IS_TRAIL(trail)) return -1;
    value = value << 6U | (trail & 0x3FU);
  }
  // Overlong forms, surrogates and what lies past U+10FFFF are ill-formed (Unicode 15, table 3-7).
  const std::uint32_t least = trail_count == 1 ? 0x80U : trail_count == 2 ? 0x800U : 0x10000U;
  if (value < least || value > 0x10FFFFU || (value >= 0xD800U && value <= 0xDFFFU)) return -1;
  offset += trail_count;
  return static_cast<UChar32>(value);
}

}  // namespace

char32_t next_code_point(std::string_view utf8, std::size_t& offset) {
  const UChar32 code_point = decode(utf8, offset);
  return code_point < 0 ? U'\uFFFD' : static_cast<char32_t>(code_point);
}

void append_utf8(std::string& utf8, char32_t code_point) {
  const auto c = static_cast<std::uint32_t>(code_point);
  const auto push = [&utf8](std::uint32_t byte) { utf8 += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (c < 0x80) {
    push(c);
  } else if (c < 0x800) {
    push(0xC0U | c >> 6U);
    push(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    push(0xE0U | c >> 12U);
    push(0x80U | (c >> 6U & 0x3FU));
    push(0x80U | (c & 0x3FU));
  } else {
    push(0xF0U | c >> 18U);
    push(0x80U | (c >> 12U & 0x3FU));
    push(0x80U | (c >> 6U & 0x3FU));
    push(0x80U | (c & 0x3FU));
  }
}

std::u16string to_utf16(std::string_view utf8) {
  std::u16string utf16;
  utf16.reserve(utf8.size());
  for (std::size_t offset = 0; offset < utf8.size();) {
    const char32_t c = next_code_point(utf8, offset);
    if (U_IS_BMP(c)) {
      utf16 += static_cast<char16_t>(c);
    } else {
      utf16 += static_cast<char16_t>(U16_LEAD(c));
      utf16 += static_cast<char16_t>(U16_TRAIL(c));
    }
  }
  return utf16;
}

std::string to_nfc(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) throw Failure("unicode.data", fmt::format("ICU cannot normalize: {}", u_errorName(status)));
  std::string normalized;
  icu::StringByteSink<std::string> sink(&normalized);
  const icu::StringPiece text(utf8.data(), static_cast<int32_t>(utf8.size()));
  nfc->normalizeUTF8(0, text, sink, nullptr, status);
  if (U_FAILURE(status)) throw Failure("unicode.data", fmt::format("ICU cannot normalize: {}", u_errorName(status)));
  return normalized;
}

std::string collapse_white_space(std::string_view text) {
  std::string collapsed;
  collapsed.reserve(text.size());
  bool after_space = false;
  for (const char c : text) {
    const bool space = is_xml_space(c);
    if (!space) collapsed += c;
    if (space && !after_space) collapsed += ' ';
    after_space = space;
  }
  return collapsed;
}

std::string collapse_and_trim(std::string_view text) {
  std::string collapsed = collapse_white_space(text);
  if (collapsed.starts_with(' ')) collapsed.erase(0, 1);
  if (collapsed.ends_with(' ')) collapsed.pop_back();
  return collapsed;
}

std::optional<int> digit_value(char32_t c) {
  if (c < 0x80) return c >= U'0' && c <= U'9' ? std::optional<int>(static_cast<int>(c - U'0')) : std::nullopt;
  const int value = u_charDigitValue(static_cast<UChar32>(c));
  return value < 0 ? std::nullopt : std::optional<int>(value);
}

bool is_letter_or_digit(char32_t c) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_ALPHABETIC) != 0 || digit_value(c).has_value();
}

std::string code_point_name(char32_t code_point) {
  return fmt::format("U+{:04X}", static_cast<std::uint32_t>(code_point));
}

}  // namespace handout
