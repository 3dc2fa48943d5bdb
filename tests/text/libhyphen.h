#pragma once

#include <hyphen.h>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace handout::tests {

/// libhyphen, which the dictionaries are made for: the judge of how words divide.
class LibHyphen {
 public:
  explicit LibHyphen(std::string dictionary) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(::fmemopen(dictionary.data(), dictionary.size(), "r"),
                                                               &std::fclose);
    dictionary_.reset(hnj_hyphen_load_file(file.get()));
  }

  /// Numbers of bytes before each hyphen, without those that would change the spelling.
  std::vector<std::size_t> divide(std::string_view word) const {
    const std::string ended(word);
    std::string digits(word.size() + 5, '\0');  // the room that hyphen.h asks for
    char** replacements = nullptr;
    int* positions = nullptr;
    int* cuts = nullptr;
    hnj_hyphen_hyphenate2(dictionary_.get(), ended.c_str(), static_cast<int>(ended.size()), digits.data(), nullptr,
                          &replacements, &positions, &cuts);
    std::vector<std::size_t> divisions;
    // Of UTF-8 there is one digit a character.
    for (std::size_t byte = 0, character = 0; byte < word.size(); ++character) {
      const std::size_t size = dictionary_->utf8 != 0 ? character_size(word, byte) : 1;
      byte += size;
      const bool changes = replacements != nullptr && replacements[character] != nullptr;
      if ((digits[character] & 1) != 0 && !changes && byte < word.size()) divisions.push_back(byte);
    }
    for (std::size_t i = 0; replacements != nullptr && i < word.size(); ++i)
      std::free(replacements[i]);
    std::free(replacements);
    std::free(positions);
    std::free(cuts);
    return divisions;
  }

 private:
  struct Deleter {
    void operator()(HyphenDict* dictionary) const { hnj_hyphen_free(dictionary); }
  };
  static std::size_t character_size(std::string_view word, std::size_t at) {
    std::size_t size = 1;
    while (at + size < word.size() && (static_cast<unsigned char>(word[at + size]) & 0xC0U) == 0x80U)
      ++size;
    return size;
  }

  std::unique_ptr<HyphenDict, Deleter> dictionary_;
};

}  // namespace handout::tests
