#include "batch/find_defaults.h"

#include <doctest/doctest.h>

#include "support/memory_files.h"

namespace handout::batch {
namespace {

struct Case {
  const char* name;
  std::string brand;  ///< its brand.xml
  std::vector<std::string> layouts;
  design::PaperSize paper;
};

}  // namespace

TEST_CASE("What a brand prints in where nobody asks, whole or broken") {
  const std::vector<std::string> all = {"plain", "poster", "sheet", "standard"};
  const std::vector<Case> cases = {
      {"it says",
       R"(<paper default="letter"/><layouts default="standard poster"/>)",
       {"standard", "poster"},
       design::PaperSize::letter},
      {"it says nothing", "", all, design::PaperSize::a4},
      {"a wrong value elsewhere",
       R"(<layouts default="sheet"/><field name="clinic.fon" kind="fone">1</field>)",
       {"sheet"},
       design::PaperSize::a4},
      {"no XML", R"(<name North</name><layouts default="sheet"/>)", {"sheet"}, design::PaperSize::a4},
      {"no XML before it can be read", R"(<layouts default=sheet/>)", all, design::PaperSize::a4},
      {"one that is misspelt", R"(<layouts default="standard shet"/>)", {"standard", "sheet"}, design::PaperSize::a4},
      {"one in two spellings", R"(<layouts default="shet sheet"/>)", {"sheet"}, design::PaperSize::a4},
      {"one that is like none", R"(<layouts default="booklet plain"/>)", {"plain"}, design::PaperSize::a4},
      {"none that is like any", R"(<layouts default="booklet"/>)", all, design::PaperSize::a4},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    const tests::MemoryFiles files({{"layouts/standard.xml", ""},
                                    {"layouts/sheet.xml", ""},
                                    {"layouts/plain.xml", ""},
                                    {"layouts/brands/north/poster.xml", ""},
                                    {"layouts/brands/north/brand.xml",
                                     "<brand id=\"north\" lang=\"en\" default=\"yes\">" + one.brand + "</brand>"}});
    Diagnostics diagnostics;
    const Defaults defaults = find_defaults(files, find_project(files), "", diagnostics);
    CHECK(diagnostics.items().empty());
    CHECK(defaults.brand == "north");
    CHECK(defaults.layouts == one.layouts);
    CHECK(defaults.paper == one.paper);
  }
}

}  // namespace handout::batch
