#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace handout::text {

constexpr char32_t line_separator = 0x2028;      ///< <br/>
constexpr char32_t object_replacement = 0xFFFC;  ///< a blank to write on
constexpr char32_t soft_hyphen = 0x00AD;

/// A code point and the byte of its text at which it begins.
struct Character {
  char32_t code = 0;
  std::uint32_t begin = 0;
};
using Characters = std::vector<Character>;

Characters read_characters(std::string_view text);
/// The code points alone.
std::u32string codes_of(const Characters&);
/// The first character that begins at `byte` or behind it; the number of characters where none does.
std::size_t index_of_byte(const Characters&, std::uint32_t byte);

constexpr bool is_one_of(char32_t code, std::u32string_view set) {
  return set.find(code) != std::u32string_view::npos;
}

/// White space that vanishes at a line's end: Zs but for the no-break ones (UAX #14, classes SP and BA).
constexpr bool is_breaking_space(char32_t code) {
  return code == ' ' || code == 0x1680 || (code >= 0x2000 && code <= 0x200A && code != 0x2007) || code == 0x205F ||
         code == 0x3000;
}

}  // namespace handout::text
