#include "text/hyphen_patterns.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <limits>

#include "base/unicode.h"

namespace handout::text {
namespace {

/// Of a pattern, in bytes: its lengths are kept in one byte each.
constexpr std::size_t longest = std::numeric_limits<std::uint8_t>::max();
/// One root for each byte that a pattern can begin with.
constexpr std::size_t first_letters = 256;

bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

/// Up to a space, a control character or the slash before a replacement.
std::string_view pattern_in(std::string_view line) {
  const auto ends = [](char byte) { return static_cast<unsigned char>(byte) <= ' ' || byte == '/'; };
  return line.substr(0, static_cast<std::size_t>(std::find_if(line.begin(), line.end(), ends) - line.begin()));
}

std::string letters_of(std::string_view pattern) {
  std::string letters;
  std::remove_copy_if(pattern.begin(), pattern.end(), std::back_inserter(letters), is_digit);
  return letters;
}

int number_at_start(std::string_view text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

/// Where the character of this number begins; the end for those past the last.
std::size_t byte_of_character(std::string_view utf8, std::size_t number) {
  std::size_t at = 0;
  for (; at < utf8.size(); ++at) {
    const bool begins = !is_trail_byte(utf8[at]);
    if (begins && number-- == 0) break;
  }
  return at;
}

/// Bytes among a pattern's letters.
struct Change {
  std::size_t begin = 0, size = 0;
};

/// What "ff=f,5,2" changes: from the fifth letter, two; the dot at a word's beginning is no letter. The whole pattern
/// where no letters are named.
Change change_of(std::string_view replacement, std::string_view pattern, HyphenCharset charset) {
  const std::string letters = letters_of(pattern);
  const std::size_t dot = letters.starts_with('.') ? 1 : 0;
  const std::size_t comma = std::min(replacement.find(','), replacement.size());
  // Its size counts digits too, as in libhyphen.
  if (comma == replacement.size()) return {dot, pattern.size()};
  const std::size_t second_comma = std::min(replacement.find(',', comma + 1), replacement.size() - 1);
  const int begin = number_at_start(replacement.substr(comma + 1));
  const int size = number_at_start(replacement.substr(second_comma + 1));
  if (begin <= 0 || size <= 0) return {dot, letters.size()};
  const std::size_t before = static_cast<std::size_t>(begin) - 1, count = static_cast<std::size_t>(size);
  if (charset == HyphenCharset::single_byte) return {dot + before, count};
  const std::string_view counted = std::string_view(letters).substr(dot);
  const std::size_t first = byte_of_character(counted, before);
  return {dot + first, byte_of_character(counted.substr(first), count)};
}

std::uint8_t small(std::size_t number) {
  return static_cast<std::uint8_t>(std::min(number, longest));
}

}  // namespace

/// What patterns have said of one place of a word that stands between two dots.
struct HyphenPatterns::Place {
  std::uint8_t value = 0;            ///< of a hyphen after this letter
  bool won_by_change = false;        ///< the pattern with the highest odd value changes letters
  std::uint8_t change_size = 0;      ///< of a change that begins with this letter
  std::size_t hyphen_of_change = 0;  ///< the place whose hyphen makes that change; 0: none
};

HyphenPatterns::HyphenPatterns(std::size_t size) : nodes_(first_letters), patterns_(1) {
  // German has a node for every four bytes and a pattern for every fifteen. Memory that is not written to is not taken.
  nodes_.reserve(first_letters + size / 3);
  patterns_.reserve(size / 8 + 1);
  digits_.reserve(size + 1);
}

std::uint32_t HyphenPatterns::child_of(std::uint32_t parent, char letter) const {
  std::uint32_t node = nodes_[parent].child;
  while (node != 0 && nodes_[node].letter != letter)
    node = nodes_[node].sibling;
  return node;
}

std::uint32_t HyphenPatterns::make_child(std::uint32_t parent, char letter) {
  // The newest child comes first: most dictionaries are in order, and a pattern begins as the one before it did.
  const auto made = static_cast<std::uint32_t>(nodes_.size());
  nodes_.push_back({0, nodes_[parent].child, 0, letter});
  nodes_[parent].child = made;
  return made;
}

/// The digits from `begin` on are a whole pattern's, one more than it has letters.
HyphenPatterns::Pattern HyphenPatterns::take_digits(std::size_t begin) {
  const std::size_t letters = digits_.size() - begin - 1;
  while (digits_.size() > begin && digits_.back() == 0)
    digits_.pop_back();
  std::size_t first = begin;
  while (first < digits_.size() && digits_[first] == 0)
    ++first;
  Pattern pattern;
  pattern.digits = static_cast<std::uint32_t>(first);
  pattern.count = small(digits_.size() - first);
  pattern.reach = small(letters - (first - begin));
  return pattern;
}

void HyphenPatterns::add(std::string_view line, HyphenCharset charset) {
  const std::string_view written = pattern_in(line);
  if (written.size() > longest) return;
  const std::size_t begin = digits_.size();
  digits_.push_back(0);
  std::uint32_t node = 0;
  std::size_t letters = 0;
  for (const char byte : written) {
    if (is_digit(byte)) {
      digits_.back() = static_cast<std::uint8_t>(byte - '0');
      continue;
    }
    const std::uint32_t found = letters == 0 ? first_letter(byte) : child_of(node, byte);
    node = letters == 0 || found != 0 ? found : make_child(node, byte);
    digits_.push_back(0);
    ++letters;
  }
  Pattern pattern = take_digits(begin);
  if (letters == 0) return;
  if (written.size() < line.size() && line[written.size()] == '/') {
    const Change change = change_of(line.substr(written.size() + 1), written, charset);
    pattern.change_reach = small(letters - std::min(change.begin, letters));
    pattern.change_size = small(std::max<std::size_t>(change.size, 1));
  }
  nodes_[node].pattern = static_cast<std::uint32_t>(patterns_.size());
  patterns_.push_back(pattern);
}

/// `end` is the place of the pattern's last letter.
void HyphenPatterns::lay(const Pattern& pattern, std::size_t end, std::vector<Place>& places) const {
  const bool changes = pattern.change_size > 0;
  const std::size_t change = end + 1 - pattern.change_reach;
  if (changes && change < places.size()) places[change].change_size = pattern.change_size;
  // A digit before the first dot says nothing.
  for (std::size_t i = pattern.reach > end ? 1 : 0; i < pattern.count; ++i) {
    const std::size_t at = end + i - pattern.reach;
    const std::uint8_t digit = digits_[pattern.digits + i];
    Place& place = places[at];
    if (digit <= place.value) continue;
    place.value = digit;
    if (digit % 2 == 0) continue;
    place.won_by_change = changes;
    const bool in_change = changes && at + 1 >= change && at + 1 <= change + pattern.change_size;
    if (in_change && change < places.size()) places[change].hyphen_of_change = at;
  }
}

/// The places' own, without those of the two dots.
HyphenWeights HyphenPatterns::weights_in(const std::vector<Place>& places) {
  const std::size_t letters = places.size() - 2;
  HyphenWeights weights(letters);
  for (std::size_t i = 0; i + 1 < letters; ++i)
    weights[i].value = places[i + 1].value;
  for (std::size_t i = 1; i <= letters; ++i) {
    const std::size_t hyphen = places[i].hyphen_of_change;
    if (hyphen == 0 || !places[hyphen].won_by_change) continue;
    weights[std::min(hyphen, letters) - 1].changes_spelling = true;
    i += places[i].change_size - std::size_t{1};  // changes do not overlap
  }
  return weights;
}

HyphenWeights HyphenPatterns::weigh(std::string_view word) const {
  if (word.empty()) return {};
  const std::string dotted = "." + std::string(word) + ".";
  std::vector<Place> places(dotted.size());
  std::size_t covered = 0;  // up to here a pattern that began earlier has been followed
  for (std::size_t begin = 0; begin < dotted.size(); ++begin) {
    std::uint32_t node = first_letter(dotted[begin]);
    for (std::size_t at = begin;;) {
      if (at >= covered && nodes_[node].pattern != 0) lay(patterns_[nodes_[node].pattern], at, places);
      covered = std::max(covered, ++at);
      if (at == dotted.size()) break;
      node = child_of(node, dotted[at]);
      if (node == 0) break;
    }
  }
  return weights_in(places);
}

}  // namespace handout::text
