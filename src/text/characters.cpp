#include "text/characters.h"

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

}  // namespace handout::text
