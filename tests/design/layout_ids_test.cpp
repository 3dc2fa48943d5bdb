#include "design/layout_ids.h"

#include <doctest/doctest.h>

#include "support/memory_files.h"

namespace handout::design {

TEST_CASE("A brand's own layouts stand beside the project's, and no layout extends them") {
  const tests::MemoryFiles files({{"layouts/standard.xml", ""},
                                  {"layouts/sheet.xml", ""},
                                  {"layouts/layout.xsd", ""},
                                  {"layouts/brands/north/brand.xml", ""},
                                  {"layouts/brands/north/poster.xml", ""},
                                  {"layouts/brands/north/sheet.xml", ""},
                                  {"layouts/brands/south/wall.xml", ""}});
  using Ids = std::vector<std::string>;
  CHECK(layout_ids(files) == Ids{"sheet", "standard"});
  CHECK(layout_ids_of_brand(files, "north") == Ids{"poster", "sheet", "standard"});
  CHECK(layout_ids_of_brand(files, "none") == Ids{"sheet", "standard"});
  CHECK(layout_ids_of_brand(tests::MemoryFiles(), "none").empty());
}

}  // namespace handout::design
