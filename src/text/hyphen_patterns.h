#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace handout::text {

/// What stands after a byte of a word: a hyphen may where `value` is odd.
struct HyphenWeight {
  std::uint8_t value = 0;
  bool changes_spelling = false;  ///< a hyphen here would change letters, as in Hungarian asz-szony, from asszony
};
using HyphenWeights = std::vector<HyphenWeight>;  ///< one for each byte of a word

enum class HyphenCharset { single_byte, utf8 };

/// The patterns of one level, in bytes of the dictionary's character set: a tree of their letters. Its nodes lie in one
/// vector, and all digits in another: the 69,000 patterns of German are read in ten milliseconds.
/// Source: Liang, Word Hy-phen-a-tion by Com-put-er, 1983; libhyphen's README.hyphen and README.nonstandard.
class HyphenPatterns {
 public:
  /// Makes room for the patterns in `size` bytes of text.
  explicit HyphenPatterns(std::size_t size = 0);

  /// A pattern as dictionaries write it: "4m1p", or "d3d1ze/dz=,1,1". Of two with the same letters the later counts.
  /// One without letters, or with more than 255 bytes, is passed over.
  void add(std::string_view line, HyphenCharset);

  /// The weights after each byte of `word` (no digits); after the last one it is 0. Of the patterns
  /// that end at one place only the longest counts, and none where a still longer one has begun, even if it does not go
  /// on as the word does. That is libhyphen's rule: in lists made for it, a longer pattern repeats what the shorter
  /// ones say.
  HyphenWeights weigh(std::string_view word) const;

 private:
  /// The first 256 nodes are the first letters, by their byte.
  struct Node {
    std::uint32_t child = 0;    ///< made last; 0: none
    std::uint32_t sibling = 0;  ///< made before this one; 0: none
    std::uint32_t pattern = 0;  ///< that ends here; 0: none
    char letter = 0;
  };
  /// The rest of a pattern. What is said of places is counted back from its end.
  struct Pattern {
    std::uint32_t digits = 0;       ///< where those from its first to its last that is not 0 begin in digits_
    std::uint8_t count = 0;         ///< of these
    std::uint8_t reach = 0;         ///< letters after the first of these
    std::uint8_t change_reach = 0;  ///< letters from the first that a hyphen would change to the end
    std::uint8_t change_size = 0;   ///< 0: a hyphen changes nothing
  };
  struct Place;

  static std::uint32_t first_letter(char letter) { return static_cast<unsigned char>(letter); }
  std::uint32_t child_of(std::uint32_t parent, char letter) const;
  std::uint32_t make_child(std::uint32_t parent, char letter);
  Pattern take_digits(std::size_t begin);
  void lay(const Pattern&, std::size_t end, std::vector<Place>&) const;
  static HyphenWeights weights_in(const std::vector<Place>&);

  std::vector<Node> nodes_;
  std::vector<Pattern> patterns_;
  std::vector<std::uint8_t> digits_;
};

}  // namespace handout::text
