#include "pdf/to_unicode.h"

#include <doctest/doctest.h>

using handout::pdf::to_unicode_map;

namespace {
std::string between(const std::string& map, const std::string& begin, const std::string& end) {
  const std::size_t from = map.find(begin);
  if (from == std::string::npos) return {};
  return map.substr(from, map.find(end, from) - from);
}
}  // namespace

TEST_CASE("codes in a row with characters in a row share a range") {
  const std::string map = to_unicode_map({{1, "A"}, {2, "B"}, {3, "C"}, {4, "x"}, {6, "y"}});
  CHECK(between(map, "beginbfrange", "endbfrange") == "beginbfrange\n<0001><0003><0041>\n");
  CHECK(between(map, "beginbfchar", "endbfchar") == "beginbfchar\n<0004><0078>\n<0006><0079>\n");
}

TEST_CASE("a range never crosses into the next high byte, of code or of character") {
  CHECK(to_unicode_map({{0xFF, "A"}, {0x100, "B"}}).find("bfrange") == std::string::npos);
  CHECK(to_unicode_map({{1, "\u00FF"}, {2, "\u0100"}}).find("bfrange") == std::string::npos);
}

TEST_CASE("ligatures have several characters, marks none, emoji two units") {
  const std::string map = to_unicode_map({{1, "ffi"}, {2, ""}, {3, "\U0001F600"}});
  CHECK(between(map, "beginbfchar", "endbfchar") == "beginbfchar\n<0001><006600660069>\n<0002><>\n<0003><D83DDE00>\n");
}

TEST_CASE("a section has a hundred entries at most") {
  handout::pdf::CodeTexts texts;
  for (std::uint16_t code = 1; code <= 101; ++code)
    texts.emplace(code, "a");
  const std::string map = to_unicode_map(texts);
  CHECK(map.find("100 beginbfchar") != std::string::npos);
  CHECK(map.find("\n1 beginbfchar") != std::string::npos);
}

TEST_CASE("fonts share a map as long as no code has two texts") {
  using handout::pdf::share_map;
  std::vector<handout::pdf::CodeTexts> maps;
  CHECK(share_map(maps, {{1, "A"}, {2, "B"}}) == 0);
  CHECK(share_map(maps, {{257, "A"}, {2, "B"}}) == 0);
  CHECK(share_map(maps, {{1, "x"}}) == 1);
  CHECK(share_map(maps, {{1, "x"}, {258, "y"}}) == 1);
  REQUIRE(maps.size() == 2);
  CHECK(maps[0] == handout::pdf::CodeTexts{{1, "A"}, {2, "B"}, {257, "A"}});
  CHECK(maps[1] == handout::pdf::CodeTexts{{1, "x"}, {258, "y"}});
}
