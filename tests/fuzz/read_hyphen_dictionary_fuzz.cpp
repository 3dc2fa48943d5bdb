#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "text/divide_word.h"

/// Whatever the bytes: a dictionary, which divides a word, here its own last letters, inside of it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace handout;
  constexpr std::size_t longest_word = 99;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const text::HyphenDictionary dictionary = text::read_hyphen_dictionary(bytes);
  const std::string_view word = bytes.substr(size - std::min(size, longest_word));
  const std::vector<std::size_t> divisions = text::divide_word(word, dictionary);
  ENSURE(std::is_sorted(divisions.begin(), divisions.end()));
  ENSURE(divisions.empty() || (divisions.front() > 0 && divisions.back() < word.size()));
  return 0;
}
