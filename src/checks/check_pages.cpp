#include "checks/check_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
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

/// A page with furniture alone is a box or margin that leaves the text no room, or a break too many. Covers and backs
/// are numbered no page, and may well be bare.
void check_for_empty_pages(const pages::PagedDocument& paged, Diagnostics& diagnostics) {
  for (const pages::Page& page : paged.pages) {
    if (page.label.empty() || holds_content(page.items)) continue;
    diagnostics.warning("checks.empty-page", fmt::format("page {} has nothing to read on it", page.label), {},
                        "look for a break-before too many, or a region without room");
  }
}

constexpr std::array<PagesCheck, 1> checks_of_pages{{{"checks.empty-page", check_for_empty_pages}}};

}  // namespace

std::span<const PagesCheck> pages_checks() {
  return checks_of_pages;
}

void check_pages(const pages::PagedDocument& paged, Diagnostics& diagnostics) {
  for (const PagesCheck& check : pages_checks())
    check.function(paged, diagnostics);
}

}  // namespace handout::checks
