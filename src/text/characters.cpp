#include "text/characters.h"

#include <algorithm>

#include "base/unicode.h"

namespace handout::text {

Characters read_characters(std::string_view text) {
  Characters characters;
  characters.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = static_cast<std::uint32_t>(at);
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      characters.push_back({byte, begin});
      ++at;
    } else {
      const char32_t code = next_code_point(text, at);
      characters.push_back({code, begin});
    }
  }
  return characters;
}

std::u32string codes_of(const Characters& text) {
  std::u32string codes;
  codes.reserve(text.size());
  for (const Character& character : text)
    codes += character.code;
  return codes;
}

std::size_t index_of_byte(const Characters& text, std::uint32_t byte) {
  const auto found =
      std::lower_bound(text.begin(), text.end(), byte, [](const Character& c, std::uint32_t b) { return c.begin < b; });
  return static_cast<std::size_t>(found - text.begin());
}

}  // namespace handout::text
