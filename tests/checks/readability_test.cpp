#include "checks/readability.h"

#include <doctest/doctest.h>

#include <vector>

#include "support/memory_files.h"

namespace handout::checks {
namespace {

content::Document document_of(const std::vector<std::string>& paragraphs, const char* locale = "en") {
  content::Document document;
  document.locale = *parse_locale(locale);
  document.file = tests::source("content/knee/handout.xml", std::string(1000, 'x'));
  content::Section section;
  std::uint32_t place = 10;
  for (const std::string& paragraph : paragraphs) {
    content::Words words;
    words.inlines.push_back({content::Text{paragraph}, {}});
    section.blocks.push_back({"", false, {document.file, place, place + 1}, content::Paragraph{words}});
    place += 10;
  }
  document.sections.push_back(section);
  return document;
}

const char* const hard =
    "Postoperative rehabilitation incorporates progressive mobilisation, physiotherapeutic intervention and "
    "individualised "
    "pharmacological management, notwithstanding contraindications identified during preoperative investigation.";
const char* const easy = "You can go home on the same day. Rest for a day or two. Then walk a bit more each day.";

}  // namespace

TEST_CASE("Syllables are counted as they are spoken") {
  struct Case {
    const char* word;
    std::size_t syllables;
  };
  const std::vector<Case> cases = {{"disc", 1},   {"surgery", 3}, {"site", 1},   {"table", 2},    {"the", 1},
                                   {"walked", 1}, {"needed", 2},  {"waited", 2}, {"medicine", 3}, {"I", 1},
                                   {"38", 1},     {"Team,", 1},   {"eye", 1},    {"pain", 1},     {"nurse", 1}};
  for (const Case& one : cases) {
    CAPTURE(one.word);
    CHECK(count_syllables(one.word) == one.syllables);
  }
}

TEST_CASE("Sentences and words are counted") {
  struct Case {
    const char* text;
    std::size_t sentences, words;
  };
  const std::vector<Case> cases = {{"Come at 8. Bring a bag!", 2, 6},
                                   {"a sore back", 1, 3},
                                   {"It is 38.5 degrees.", 1, 4},
                                   {"“Stop.” Then go.", 2, 3},
                                   {"Walk - and rest.", 1, 3},
                                   {"Call {clinic.phone}.", 1, 2},
                                   {"", 0, 0}};
  for (const Case& one : cases) {
    CAPTURE(one.text);
    const TextCounts counts = count_text(one.text);
    CHECK(counts.sentences == one.sentences);
    CHECK(counts.words == one.words);
  }
}

TEST_CASE("The grade follows the formula") {
  // 0.39 * 10 + 11.8 * 1.5 - 15.59 = 6.01
  CHECK(flesch_kincaid_tenths({10, 100, 150}) == 60);
  // 0.39 * 20 + 11.8 * 1.7 - 15.59 = 12.27
  CHECK(flesch_kincaid_tenths({5, 100, 170}) == 123);
  CHECK(flesch_kincaid_tenths({5, 10, 10}) == 0);
  CHECK(flesch_kincaid_tenths({}) == 0);
}

TEST_CASE("Hard English is warned of at its hardest passage; easy English and other languages are not") {
  Diagnostics diagnostics;
  report_readability(document_of({easy, hard, easy}), diagnostics);
  REQUIRE(diagnostics.items().size() == 1);
  CHECK(diagnostics.items().front().code == "checks.readability");
  CHECK(diagnostics.items().front().severity == Severity::warning);
  CHECK(diagnostics.items().front().where.begin == 20);

  Diagnostics none;
  report_readability(document_of({easy, easy}), none);
  report_readability(document_of({hard}, "es"), none);
  report_readability(document_of({}), none);
  CHECK(none.items().empty());
}

}  // namespace handout::checks
