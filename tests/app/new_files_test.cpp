#include "app/new_files.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/memory_files.h"

namespace handout::app {

TEST_CASE("A new file stands where its kind belongs, and an id that cannot be is refused") {
  struct Case {
    const char *kind, *id, *path, *code;
  };
  const std::vector<Case> cases = {
      {"handout", "knee", "content/knee/handout.xml", ""},
      {"layout", "poster", "layouts/poster.xml", ""},
      {"layout", "shared", "layouts/shared.xml", ""},
      {"brand", "hill", "layouts/brands/hill/brand.xml", ""},
      {"handout", "there", "", "usage.exists"},
      {"handout", "shared", "", "usage.bad-id"},
      {"handout", "Knee", "", "usage.bad-id"},
      {"handout", "2-knees", "", "usage.bad-id"},
      {"handout", "a--b", "", "usage.bad-id"},
      {"handout", "knee.left", "", "usage.bad-id"},
      {"handout", "../knee", "", "usage.bad-id"},
      {"handout", "", "", "usage.bad-id"},
  };
  tests::MemoryFiles files;
  files.add("content/there/handout.xml", "");
  for (const Case& one : cases) {
    CAPTURE(one.id);
    Diagnostics diagnostics;
    const std::vector<NewFile> made = new_files({one.kind, one.id}, files, diagnostics);
    CHECK((made.empty() ? "" : made.front().path) == one.path);
    REQUIRE(diagnostics.items().size() == (made.empty() ? 1 : 0));
    if (made.empty()) CHECK(diagnostics.items().front().code == one.code);
    if (!made.empty()) CHECK(made.front().text.find(std::string("id=\"") + one.id + "\"") != std::string::npos);
  }
}

}  // namespace handout::app
