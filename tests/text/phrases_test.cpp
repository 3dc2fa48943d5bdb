// What readers of languages without spaces see as one: which line ends cost, and which never come.
#include "text/phrases.h"

#include <doctest/doctest.h>

#include <string>

#include "base/unicode.h"
#include "text/text_support.h"

using namespace handout;
using namespace handout::tests;

namespace {

/// The text with a bar where a line may end for nothing, and a stroke where that would cut a word.
std::string with_phrases(const std::string& words, const char* tag) {
  const text::Characters characters = text::read_characters(words);
  const std::vector<text::Cut> cuts = text::find_cuts(characters, locale(tag));
  std::string result;
  for (std::size_t at = 0; at < characters.size(); ++at) {
    if (at > 0 && cuts[at] == text::Cut::none) result += "|";
    if (cuts[at] == text::Cut::word) result += "/";
    append_utf8(result, characters[at].code);
  }
  return result;
}

struct Case {
  const char *tag, *expected;
};

}  // namespace

TEST_CASE("Japanese phrases are ICU's, politeness and suffixes with their words") {
  for (const Case& row : {Case{"ja", "教えて|ください。"}, Case{"ja", "すぐ|ご相/談|ください。"},
                          Case{"ja", "「準/備|リ/ス/ト」|を|お使い|ください。"}, Case{"ja", "皮/膚を|切/開します。"},
                          Case{"ja", "印を|つけます。"}, Case{"ja", "専/門/家や|看/護/師"}}) {
    std::string words = row.expected;
    std::erase(words, '|');
    std::erase(words, '/');
    CHECK(with_phrases(words, row.tag) == std::string(row.expected));
  }
}

TEST_CASE("Chinese words hold together, particles and measure words with what they follow") {
  for (const Case& row : {Case{"zh-Hans", "椎间盘|突出的|微创|手术"}, Case{"zh-Hant", "椎間盤|突出的|微創|手術"},
                          Case{"zh-Hans", "短|2厘米"}}) {
    std::string words = row.expected;
    std::erase(words, '|');
    CHECK(with_phrases(words, row.tag) == std::string(row.expected));
  }
}

TEST_CASE("in Thai a phrase ends at a space, in English anywhere") {
  CHECK(with_phrases("เปิดแผล และเดิน", "th") == "เปิดแผล| |และเดิน");
  CHECK(text::find_cuts(text::read_characters("open and walk"), locale("en")).empty());
  CHECK(text::find_cuts({}, locale("ja")).empty());
}

TEST_CASE("a title and a cell break between phrases though their lines get uneven") {
  const auto lines = [](const char* words, const char* tag, int ems, text::Rag rag) {
    return lines_of(set_text(paragraph(words, tag), points(12) * ems, styles(), rag).lines);
  };
  using Lines = std::vector<std::string>;
  CHECK(lines("椎间盘突出的微创手术", "zh-Hans", 6, text::Rag::balanced) == Lines{"椎间盘突出的", "微创手术"});
  CHECK(lines("好椎间盘", "zh-Hans", 3, text::Rag::running) == Lines{"好", "椎间盘"});
  CHECK(lines("小さな切開の手術", "ja", 5, text::Rag::running) == Lines{"小さな", "切開の手術"});
  CHECK(lines("手術なし：動きながら待つ", "ja", 5, text::Rag::running) == Lines{"手術なし：", "動きながら", "待つ"});
}

TEST_CASE("running lines end between phrases, and stay well filled") {
  const auto lines = [](const char* words, const char* tag, int ems) {
    return lines_of(set_text(paragraph(words, tag), points(12) * ems).lines);
  };
  using Lines = std::vector<std::string>;
  CHECK(lines("お薬をすべて教えてください。迷うときはご相談を。", "ja", 11) ==
        Lines{"お薬をすべて教えて", "ください。迷うときは", "ご相談を。"});
  // Four characters of white cost more than the phrase.
  CHECK(lines("手術の椎間板ヘルニアの理学療法士", "ja", 9).size() == 2);
  CHECK(lines("ไม่แน่ใจใช่ไหม มีคนไม่มากที่ต้องผ่าตัด ถามเราได้เลย", "th", 18) ==
        Lines{"ไม่แน่ใจใช่ไหม มีคนไม่มากที่ต้องผ่าตัด", "ถามเราได้เลย"});
}
