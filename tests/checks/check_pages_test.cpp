#include "checks/check_pages.h"

#include <doctest/doctest.h>

#include "support/memory_files.h"

namespace handout::checks {
namespace {

pages::PageItem path(design::Tag tag) {
  pages::PlacedPath placed;
  placed.tag = tag;
  return placed;
}
pages::PageItem clipped(pages::PageItem item) {
  auto group = std::make_shared<pages::ClipGroup>();
  group->items.push_back(std::move(item));
  return std::shared_ptr<const pages::ClipGroup>(group);
}

/// The line of the layout that a warning points at, for each warning.
std::vector<std::size_t> warned(const std::vector<pages::PageItem>& items, const std::string& label) {
  const SourceFilePtr layout = tests::source("layouts/sheet.xml", "<a/>\n<b/>\n<c/>\n<d/>");
  design::Design design;
  design.layout = "sheet";
  for (const auto& [on, begin] :
       std::vector<std::pair<std::string, std::uint32_t>>{{"all", 0}, {"first", 5}, {"3", 10}})
    design.pages[on].where = {layout, begin, begin + 4};
  pages::PagedDocument paged;
  pages::Page page;
  page.label = label;
  page.items = items;
  paged.pages.push_back(page);
  Diagnostics diagnostics;
  check_pages(paged, design, diagnostics);
  std::vector<std::size_t> lines;
  for (const Diagnostic& item : diagnostics.items()) {
    CHECK(item.code == "checks.empty-page");
    REQUIRE(item.where.file);
    lines.push_back(line_column(*item.where.file, item.where.begin).line);
  }
  return lines;
}

}  // namespace

TEST_CASE("A page of furniture alone is warned of, at the <page> of the layout that makes it") {
  using Lines = std::vector<std::size_t>;
  CHECK(warned({}, "1") == Lines{2});
  CHECK(warned({path(design::Artifact::background)}, "2") == Lines{1});
  CHECK(warned({clipped(path(design::Artifact::layout))}, "3") == Lines{3});
  CHECK(warned({path(design::Artifact::header), path(design::StructureId{4})}, "1").empty());
  CHECK(warned({clipped(path(design::StructureId{4}))}, "1").empty());
  CHECK(warned({}, "").empty());  // a cover
}

}  // namespace handout::checks
