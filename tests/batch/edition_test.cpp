#include "batch/edition.h"

#include <doctest/doctest.h>

#include "batch/recorded_files.h"
#include "support/memory_files.h"

namespace handout::batch {
namespace {

content::Document document() {
  content::Document made;
  made.id = "knee";
  made.version = "1.2";
  return made;
}

}  // namespace

TEST_CASE("The edition names handout, language, version and a code of four hex digits") {
  const Digests content{{"content/knee/handout.xml", "aa"}}, sheet{{"layouts/standard.xml", "bb"}};
  const design::Design design;
  const std::string text = edition(document(), Locale{}, {content, sheet, design});
  REQUIRE(text.size() == std::string("knee en 1.2 7f3a").size());
  CHECK(text.starts_with("knee en 1.2 "));
  CHECK(text.substr(12).find_first_not_of("0123456789abcdef") == std::string::npos);
}

TEST_CASE("The code changes with everything that went in, and with nothing else") {
  const Digests content{{"content/knee/handout.xml", "aa"}}, sheet{{"layouts/standard.xml", "bb"}};
  const Digests other_content{{"content/knee/handout.xml", "ab"}}, other_sheet{{"layouts/standard.xml", "bc"}};
  const design::Design design;
  design::Design letter = design;
  letter.paper = design::PaperSize::letter;
  const content::Document knee = document();
  const std::string base = edition(knee, Locale{}, {content, sheet, design});
  CHECK(edition(knee, Locale{}, {content, sheet, design}) == base);
  CHECK(edition(knee, Locale{}, {other_content, sheet, design}) != base);
  CHECK(edition(knee, Locale{}, {content, other_sheet, design}) != base);
  CHECK(edition(knee, Locale{}, {content, sheet, letter}) != base);
}

TEST_CASE("Only shared files that the handout uses count, and the glossary only when it prints from it") {
  const Digests shared{
      {"content/shared/safety.xml", "1"}, {"content/shared/travel.xml", "2"}, {"content/glossary.xml", "3"}};
  content::Document knee = document();
  CHECK(used_shared_files(knee, shared).empty());
  knee.shared_files = {"safety"};
  CHECK(used_shared_files(knee, shared) == Digests{{"content/shared/safety.xml", "1"}});
  knee.glossary.push_back({"disc", {}, {}, {}, {}});
  CHECK(used_shared_files(knee, shared) == Digests{{"content/glossary.xml", "3"}, {"content/shared/safety.xml", "1"}});
}

TEST_CASE("Recorded files remember what was read, and only that") {
  const tests::MemoryFiles files({{"a", "abc"}, {"b", ""}});
  const RecordedFiles recorded(files);
  CHECK(recorded.read("a") == "abc");
  CHECK(recorded.read("none") == std::nullopt);
  CHECK(recorded.exists("b"));
  // FIPS 180-2, B.1.
  CHECK(recorded.digests() ==
        std::map<std::string, std::string>{{"a", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}});
}

}  // namespace handout::batch
