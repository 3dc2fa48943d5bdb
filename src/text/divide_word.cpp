#include "text/divide_word.h"

#include <algorithm>

#include "base/unicode.h"

namespace handout::text {
namespace {

bool is_odd(const HyphenWeight& weight) {
  return weight.value % 2 != 0;
}

/// Divides a word into parts, and the parts into syllables.
class Division {
 public:
  explicit Division(const HyphenDictionary& dictionary) : dictionary_(dictionary) {}

  /// Whether an end of a part is the word's own, where other least numbers of letters count.
  enum class End { of_word, of_part };
  struct Ends {
    End left = End::of_word, right = End::of_word;
  };

  HyphenWeights weigh(std::string_view part, Ends ends) const {
    HyphenWeights weights = dictionary_.compounds.weigh(part);
    std::size_t begin = 0;
    for (std::size_t i = 0; i < part.size(); ++i) {
      const bool meets_next = is_odd(weights[i]);
      if (!meets_next && (begin == 0 || i + 1 < part.size())) continue;
      const Ends inner = {begin > 0 ? End::of_part : ends.left, meets_next ? End::of_part : ends.right};
      if (i > begin) {
        // A part may hold parts of its own, which show when it stands alone. libhyphen 2.8 leaves out a part's last two
        // bytes, so no hyphen stands before its last letter where COMPOUNDRIGHTHYPHENMIN is 1.
        const HyphenWeights found = weigh(part.substr(begin, i + 1 - begin), inner);
        std::copy_n(found.begin(), i - begin - 1, weights.begin() + static_cast<std::ptrdiff_t>(begin));
      }
      begin = i + 1;
    }
    return begin == 0 ? weigh_syllables(part, ends) : weights;
  }

  void clear_left(std::string_view word, std::size_t least, HyphenWeights& weights) const {
    std::size_t letters = 0;
    for (std::size_t i = 0; i < word.size(); ++i) {
      if (begins_letter(word[i])) letters += letters_of(word.substr(i));
      if (letters >= least) return;
      weights[i] = {};
    }
  }

  /// A hyphen after the first byte stays, as in libhyphen.
  void clear_right(std::string_view word, std::size_t least, HyphenWeights& weights) const {
    std::size_t letters = 0;
    for (std::size_t i = word.size() - 1; letters < least && i > 0; --i) {
      weights[i] = {};
      if (begins_letter(word[i])) ++letters;
    }
  }

  bool begins_letter(char byte) const {
    return dictionary_.bytes == HyphenCharset::single_byte || !is_trail_byte(byte);
  }

 private:
  HyphenWeights weigh_syllables(std::string_view part, Ends ends) const {
    HyphenWeights weights = dictionary_.syllables.weigh(part);
    if (ends.left == End::of_part) clear_left(part, dictionary_.part_left_min, weights);
    if (ends.right == End::of_part) clear_right(part, dictionary_.part_right_min, weights);
    return weights;
  }

  /// The ligatures ffi and ffl stand for two letters in libhyphen, all other characters for one.
  std::size_t letters_of(std::string_view rest) const {
    const bool is_long = rest.starts_with("\uFB03") || rest.starts_with("\uFB04");
    return dictionary_.bytes == HyphenCharset::utf8 && is_long ? 2 : 1;
  }

  const HyphenDictionary& dictionary_;
};

void clear_beside(const std::string& name, std::string_view word, HyphenWeights& weights) {
  for (std::size_t at = word.find(name); at != std::string_view::npos; at = word.find(name, at + 1)) {
    weights[at + name.size() - 1] = {};
    if (at > 0) weights[at - 1] = {};
  }
}

}  // namespace

std::vector<std::size_t> divide_word(std::string_view word, const HyphenDictionary& dictionary) {
  std::vector<std::size_t> divisions;
  if (word.empty()) return divisions;
  const Division division(dictionary);
  HyphenWeights weights = division.weigh(word, {});
  division.clear_left(word, dictionary.left_min, weights);
  division.clear_right(word, dictionary.right_min, weights);
  for (const std::string& name : dictionary.unhyphenated)
    clear_beside(name, word, weights);
  for (std::size_t i = 0; i + 1 < word.size(); ++i) {
    if (is_odd(weights[i]) && !weights[i].changes_spelling && division.begins_letter(word[i + 1]))
      divisions.push_back(i + 1);
  }
  return divisions;
}

}  // namespace handout::text
