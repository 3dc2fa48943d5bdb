#include "text/divide_word.h"

#include <doctest/doctest.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <random>
#include <set>
#include <sstream>
#include <string>

#include "base/unicode.h"
#include "text/libhyphen.h"

using namespace handout;
using namespace handout::tests;

namespace {

namespace fs = std::filesystem;

constexpr const char* folder = "/usr/share/hyphen";
constexpr std::size_t longest_word = 99;

std::string read(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  return bytes.str();
}

std::string shown(const std::string& word, const std::vector<std::size_t>& divisions) {
  std::string text = word;
  for (auto at = divisions.rbegin(); at != divisions.rend(); ++at)
    text.insert(*at, "-");
  return text;
}

/// A dictionary, as we read it and as the judge does.
struct Both {
  explicit Both(const std::string& dictionary) : ours(text::read_hyphen_dictionary(dictionary)), judge(dictionary) {}
  text::HyphenDictionary ours;
  LibHyphen judge;

  /// Checks are slow, so only what differs is one.
  void compare(const std::string& word) const {
    const std::string found = shown(word, text::divide_word(word, ours));
    const std::string expected = shown(word, judge.divide(word));
    if (found != expected) CHECK(found == expected);
  }
};

/// The words of a text between tags, in small letters. English stands in the documents, other languages in the XLIFF.
void add_words(const std::string& xml, std::set<std::string>& words) {
  std::string word;
  const auto end_word = [&] {
    if (!word.empty() && word.size() <= longest_word) words.insert(word);
    word.clear();
  };
  for (std::size_t at = 0; at < xml.size();) {
    if (xml[at] == '<') at = std::min(xml.find('>', at), xml.size() - 1);
    const char32_t code = next_code_point(xml, at);
    const bool in_word = code == '\'' || code == 0x2019 || code == '-' || u_isalpha(static_cast<UChar32>(code)) != 0;
    if (!in_word) {
      end_word();
      continue;
    }
    append_utf8(word, static_cast<char32_t>(u_tolower(static_cast<UChar32>(code))));
  }
  end_word();
}

std::set<std::string> words_of_content(const std::string& language) {
  std::set<std::string> words;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(HANDOUT_SOURCE_DIR) / "content")) {
    const bool is_translation = entry.path().extension() == ".xlf";
    const std::string stem = entry.path().stem().string();
    const bool wanted = is_translation ? stem.substr(0, stem.find('-')) == language
                                       : language == "en" && entry.path().extension() == ".xml";
    if (wanted) add_words(read(entry.path()), words);
  }
  return words;
}

/// Empty where a letter is not in the character set.
std::string encoded(const std::string& utf8, const std::string& charset) {
  if (charset == "UTF-8") return utf8;
  std::string bytes(utf8.size() + 1, '\0');
  UErrorCode status = U_ZERO_ERROR;
  const int32_t size = ucnv_convert(charset.c_str(), "UTF-8", bytes.data(), static_cast<int32_t>(bytes.size()),
                                    utf8.data(), static_cast<int32_t>(utf8.size()), &status);
  if (U_FAILURE(status)) return {};
  bytes.resize(static_cast<std::size_t>(size));
  return bytes.find('\x1A') == std::string::npos ? bytes : std::string();  // what ICU puts for a letter that is missing
}

/// The letters of the dictionary's patterns: whole words, and pieces of some, which none of its makers thought of.
std::vector<std::string> words_of_patterns(const std::string& dictionary, std::size_t most) {
  std::vector<std::string> all;
  std::istringstream lines(dictionary);
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line)) {
    if (line.empty() || line[0] == '%' || line[0] == '#' || (line[0] >= 'A' && line[0] <= 'Z')) continue;
    line.resize(std::min(line.find('/'), line.size()));
    std::erase_if(line, [](char byte) { return (byte >= '0' && byte <= '9') || byte == '.' || byte == '\r'; });
    if (!line.empty()) all.push_back(line);
  }
  std::vector<std::string> some;
  const std::size_t step = all.size() / most + 1;
  for (std::size_t i = 0; i < all.size(); i += step) {
    some.push_back(all[i]);
    some.push_back(all[i] + all[(i + all.size() / 2) % all.size()]);  // compounds of a kind
  }
  return some;
}

}  // namespace

TEST_CASE("words divide as libhyphen divides them, in every dictionary that is installed") {
  std::size_t dictionaries = 0;
  if (fs::is_directory(folder)) {
    for (const auto& entry : fs::directory_iterator(folder)) {
      if (entry.is_symlink() || entry.path().extension() != ".dic") continue;
      ++dictionaries;
      const std::string dictionary = read(entry.path());
      const Both both(dictionary);
      const std::string language = entry.path().stem().string().substr(5, 2);  // of "hyph_de_DE"
      std::size_t words = 0;
      for (const std::string& word : words_of_content(language)) {
        const std::string bytes = encoded(word, both.ours.charset);
        if (bytes.empty()) continue;
        both.compare(bytes);
        ++words;
      }
      for (const std::string& word : words_of_patterns(dictionary, 6000)) {
        both.compare(word);
        ++words;
      }
      CHECK_MESSAGE(words > 500, entry.path());
    }
  }
  if (dictionaries == 0) MESSAGE("SKIPPED: no dictionaries in " << folder << " (Debian packages hyphen-*)");
}

TEST_CASE("what a dictionary may hold is read as libhyphen reads it") {
  struct Case {
    const char *dictionary, *word, *expected;
  };
  for (const Case& row : {
           // Numbers of letters, in the word and where parts meet; the default is 2, and 3 where parts meet
           Case{"ISO8859-1\n1a1\n1b1\n1c1\n", "abcabc", "ab-c-a-bc"},
           Case{"ISO8859-1\nLEFTHYPHENMIN 3\nRIGHTHYPHENMIN 4\n1a1\n1b1\n1c1\n", "abcabcabc", "abc-a-b-cabc"},
           Case{"UTF-8\r\nLEFTHYPHENMIN 3\r\n1ä1\r\n1b1\r\n", "äbäbäb", "äbä-b-äb"},
           Case{"ISO8859-1\n1x1\n1y1\n", "yy-xyxyxy", "yy-xyx-y-xy"},
           Case{"ISO8859-1\nCOMPOUNDLEFTHYPHENMIN 2\nCOMPOUNDRIGHTHYPHENMIN 2\n1a1\n1b1\n1c1\nNEXTLEVEL\n1x1\n1y1\n",
                "xyxyaxyxy", "xy-xy-a-xy-xy"},
           Case{"UTF-8\nCOMPOUNDRIGHTHYPHENMIN 1\n1c1\n", "aac'acacac", "aac'aca-c-ac"},
           // Parts, of which some have parts themselves
           Case{"UTF-8\nhaus1tür1\nNEXTLEVEL\n1s1c2h1\n1e1\n", "haustürschlüssel", "haus-tür-s-ch-lüss-el"},
           Case{"ISO8859-1\n.ab1\n.c1d\nNEXTLEVEL\n", "abcdef", "ab-c-def"},
           // Settings and comments
           Case{"UTF-8\nNOHYPHEN ab\n1a1\n1b1\n1x1\n", "xxxabxxxx", "xx-x-a-b-x-x-xx"},
           Case{"UTF-8\nNOHYPHEN b,ab\n1x1\nNEXTLEVEL\n1a1\n1b1\n1c1\n", "cacbcacc", "ca-cbc-a-cc"},
           Case{"ISO8859-1\n% 1a1\n# 1b1\n1c1\n\n  1a1\n", "aabbccaabbcc", "aabb-c-c-aabb-cc"},
           // The longest pattern that ends at a place, or has begun before it
           Case{"ISO8859-1\na1b\nab2c1d\n", "xabcdx", "xa-bc-dx"},
           Case{"ISO8859-1\na1b\nxab2c1d\n", "xxabxx", "xxabxx"},
           Case{"ISO8859-1\na1b\na2b\n", "xxabxx", "xxabxx"},
           Case{"ISO8859-1\na12b\n", "xxabxx", "xxabxx"},
           // A change of the spelling takes the place of a hyphen, unless a plain pattern wins it
           Case{"ISO8859-1\nf1f\nf1t\nschif3fahrt/ff=f,5,2\n", "schiffahrtfter", "schiffahrtf-ter"},
           Case{"ISO8859-1\nf5f1\nschif3fahrt/ff=f,5,2\n", "schiffahrt", "schiffahrt"},
           Case{"UTF-8\n.ös3sze/sz=sz,2,3\n1k1\n", "összekakak", "össze-k-a-k-ak"},
           Case{"UTF-8\nl·9l/=,2,1\n1k1\n", "kakal·lakak", "ka-k-al·la-k-ak"},
           Case{"UTF-8\nmas5száz8s3zok1ni/sz=3,1,1,14\n", "masszázszokni", "mas-százs-zok-ni"},
           Case{"ISO8859-1\na1b/x=y\nb1c/x=y,1\n", "xxabcxx", "xxab-cxx"},
           Case{"UTF-8\n1ﬃ1\n1a1\n1b1\nLEFTHYPHENMIN 4\n", "aﬃababa", "aﬃa-b-a-ba"},
       }) {
    const Both both(row.dictionary);
    const std::string judged = shown(row.word, both.judge.divide(row.word));
    const std::string found = shown(row.word, text::divide_word(row.word, both.ours));
    INFO(row.dictionary);
    CHECK(found == judged);
    CHECK(found == std::string(row.expected));
  }
}

TEST_CASE("made-up dictionaries of two levels divide made-up words as libhyphen does") {
  std::mt19937 random(1);
  const auto below = [&random](std::size_t limit) { return random() % limit; };
  const auto letters = [&](std::size_t most) {
    static constexpr std::array<const char*, 6> alphabet = {"a", "b", "c", "é", "'", "ﬃ"};
    std::string made;
    for (std::size_t left = 1 + below(most); left > 0; --left)
      made += alphabet.at(below(below(4) == 0 ? alphabet.size() : 3));
    return made;
  };
  const auto pattern = [&] {
    std::string made = below(8) == 0 ? "." : "";
    for (std::size_t left = 1 + below(4); left > 0; --left) {
      if (below(2) == 0 && made != ".") made += std::to_string(below(6));
      made += letters(1);
    }
    return made + std::to_string(below(4)) + (below(8) == 0 ? "." : "");
  };
  for (int i = 0; i < 150; ++i) {
    std::string dictionary = "UTF-8\n";
    for (const char* setting :
         {"LEFTHYPHENMIN ", "RIGHTHYPHENMIN ", "COMPOUNDLEFTHYPHENMIN ", "COMPOUNDRIGHTHYPHENMIN "})
      if (below(2) == 0) dictionary += setting + std::to_string(below(5)) + "\n";
    if (below(3) == 0) dictionary += "NOHYPHEN " + letters(2) + "," + letters(1) + "\n";
    const bool has_levels = below(2) == 0;
    if (has_levels) {
      for (std::size_t left = below(10); left > 0; --left)
        dictionary += pattern() + "\n";
      dictionary += "NEXTLEVEL\n";
    }
    for (std::size_t left = below(30); left > 0; --left)
      dictionary += below(6) == 0 ? "a" + pattern() + "/x=y,1,1\n" : pattern() + "\n";
    CAPTURE(dictionary);
    const Both both(dictionary);
    for (int j = 0; j < 100; ++j)
      both.compare(letters(16));
  }
}
