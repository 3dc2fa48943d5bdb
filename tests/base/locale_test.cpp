#include "base/locale.h"

#include <doctest/doctest.h>

namespace handout {
namespace {

std::string chain_of(const char* tag) {
  std::string joined;
  for (const Locale& locale : fallback_chain(parse_locale(tag).value())) {
    joined += (joined.empty() ? "" : " ") + locale.tag;
  }
  return joined;
}

TEST_CASE("a language tag is read with its likely script and its direction") {
  struct Row {
    const char* tag;
    const char* language;
    const char* script;
    const char* region;
    Direction direction;
  };
  const Row rows[] = {
      {"en", "en", "Latn", "", Direction::left_to_right},
      {"ar", "ar", "Arab", "", Direction::right_to_left},
      {"he", "he", "Hebr", "", Direction::right_to_left},
      {"ur-PK", "ur", "Arab", "PK", Direction::right_to_left},
      {"zh-Hans", "zh", "Hans", "", Direction::left_to_right},
      {"zh-TW", "zh", "Hant", "TW", Direction::left_to_right},
      {"es-419", "es", "Latn", "419", Direction::left_to_right},
      {"az-Arab-IR", "az", "Arab", "IR", Direction::right_to_left},
      {"haw", "haw", "Latn", "", Direction::left_to_right},
      {"en-XA", "en", "Latn", "XA", Direction::left_to_right},
      {"ar-XB", "ar", "Arab", "XB", Direction::right_to_left},
      {"prs", "prs", "Arab", "", Direction::right_to_left},
      {"pnb", "pnb", "Arab", "", Direction::right_to_left},
      {"acm", "acm", "Arab", "", Direction::right_to_left},
      {"hmn", "hmn", "Latn", "", Direction::left_to_right},
      {"ksw", "ksw", "Mymr", "", Direction::left_to_right},
      {"ks-Aran", "ks", "Arab", "", Direction::right_to_left},
      {"aii-Syrn", "aii", "Syrc", "", Direction::right_to_left},
      {"en-x-easy", "en", "Latn", "", Direction::left_to_right},
  };
  for (const Row& row : rows) {
    CAPTURE(row.tag);
    const std::optional<Locale> locale = parse_locale(row.tag);
    REQUIRE(locale);
    CHECK(locale->tag == row.tag);
    CHECK(locale->language == row.language);
    CHECK(locale->script == row.script);
    CHECK(locale->region == row.region);
    CHECK(locale->direction == row.direction);
  }
}

TEST_CASE("what is no language tag is refused") {
  for (const char* tag : {"", "e", "EN", "english", "en_GB", "en-gb", "en-", "-en", "en-latn", "en-LATN", "en-GB-Latn",
                          "en-x", "en-x-", "en-x-Easy", "en-GBR", "en--GB", "zh-Hans-Hant", "en-x-a-b", "e1"}) {
    CAPTURE(tag);
    CHECK(!parse_locale(tag));
  }
}

TEST_CASE("a language that nobody knows a script for is taken with its script alone") {
  for (const char* tag : {"trp", "ojb", "mul", "zxx", "aii-Zyyy", "en-Zzzz", "en-Abcd", "en-Blis"}) {
    CAPTURE(tag);
    CHECK(!parse_locale(tag));
  }
  CHECK(parse_locale("ojb-Cans").value().script == "Cans");
}

TEST_CASE("what may stand in for a language comes nearest first and never in another script") {
  struct Row {
    const char* tag;
    const char* chain;
  };
  const Row rows[] = {
      {"en", "en"},
      {"es-MX", "es-MX es-419 es"},
      {"en-NZ", "en-NZ en-001 en"},
      {"pt-AO", "pt-AO pt-PT pt"},
      {"zh-TW", "zh-TW zh-Hant-TW zh-Hant"},
      {"zh-Hant-HK", "zh-Hant-HK zh-HK zh-Hant"},
      {"zh-Hans-SG", "zh-Hans-SG zh-SG zh-Hans zh"},
      {"zh", "zh zh-Hans"},
      {"sr-Latn-RS", "sr-Latn-RS sr-Latn"},
      {"en-x-easy", "en-x-easy en"},
      {"ar-XB", "ar-XB ar"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.tag);
    CHECK(chain_of(row.tag) == row.chain);
  }
}

TEST_CASE("a language covers its narrower forms alone") {
  struct Row {
    const char* range;
    const char* tag;
    bool covers;
  };
  const Row rows[] = {
      {"de", "de-AT", true},          {"de-AT", "de", false},      {"de", "de", true},
      {"zh", "zh-Hant-TW", true},     {"zh-Hant", "zh-HK", true},  {"zh-Hans", "zh-Hans-SG", true},
      {"zh-HK", "zh-Hant-HK", true},  {"zh-HK", "zh-Hant", false}, {"zh-Hans", "zh-TW", false},
      {"zh-HK", "zh-Hans-HK", false}, {"d", "de", false},          {"en", "en-x-easy", true},
      {"en-x-easy", "en", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.range);
    CAPTURE(row.tag);
    Locale range;
    range.tag = row.range;
    if (const std::optional<Locale> parsed = parse_locale(row.range)) range = *parsed;
    CHECK(covers(range, parse_locale(row.tag).value()) == row.covers);
  }
}

}  // namespace
}  // namespace handout
