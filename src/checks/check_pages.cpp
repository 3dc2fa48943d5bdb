#include "checks/check_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <variant>

namespace handout::checks {
namespace {

bool is_content(const design::Tag& tag) {
  return std::holds_alternative<design::StructureId>(tag);
}

bool holds_content(const std::vector<pages::PageItem>& items) {
  return std::any_of(items.begin(), items.end(), [](const pages::PageItem& item) {
    if (const auto* run = std::get_if<pages::PlacedRun>(&item)) return is_content(run->run.tag);
    if (const auto* path = std::get_if<pages::PlacedPath>(&item)) return is_content(path->tag);
    if (const auto* image = std::get_if<pages::PlacedImage>(&item)) return is_content(image->tag);
    return holds_content(std::get<std::shared_ptr<const pages::ClipGroup>>(item)->items);
  });
}

/// The <page> of the layout that a page of text is made by: a number beats first beats all.
SourceRange layout_page(const design::Design& design, const std::string& label) {
  for (const std::string& on : {label, std::string(label == "1" ? "first" : "all"), std::string("all")}) {
    if (const auto found = design.pages.find(on); found != design.pages.end()) return found->second.where;
  }
  return {};
}

}  // namespace

void check_pages(const pages::PagedDocument& paged, const design::Design& design, Diagnostics& diagnostics) {
  for (const pages::Page& page : paged.pages) {
    // A page with furniture alone is a box or margin that leaves the text no room, or a break too many. Covers and
    // backs are numbered no page, and may well be bare.
    if (page.label.empty() || holds_content(page.items)) continue;
    diagnostics.warning("checks.empty-page",
                        fmt::format("page {} has nothing to read on it in layout {}", page.label, design.layout),
                        layout_page(design, page.label), "look for a break-before too many, or a region without room");
  }
}

}  // namespace handout::checks
