#include "checks/check_pages.h"

#include <doctest/doctest.h>

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

std::vector<std::string> codes(const std::vector<pages::PageItem>& items, const std::string& label) {
  pages::PagedDocument paged;
  pages::Page page;
  page.label = label;
  page.items = items;
  paged.pages.push_back(page);
  Diagnostics diagnostics;
  check_pages(paged, diagnostics);
  std::vector<std::string> found;
  for (const Diagnostic& item : diagnostics.items())
    found.push_back(item.code);
  return found;
}

}  // namespace

TEST_CASE("A page of furniture alone is warned of") {
  const std::vector<std::string> none, empty_page{"checks.empty-page"};
  CHECK(codes({}, "1") == empty_page);
  CHECK(codes({path(design::Artifact::background)}, "2") == empty_page);
  CHECK(codes({clipped(path(design::Artifact::layout))}, "2") == empty_page);
  CHECK(codes({path(design::Artifact::header), path(design::StructureId{4})}, "1") == none);
  CHECK(codes({clipped(path(design::StructureId{4}))}, "1") == none);
  CHECK(codes({}, "") == none);  // a cover
}

}  // namespace handout::checks
