#include "design/check_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>

#include "design/page_rooms.h"

namespace handout::design {
namespace {

bool has_number(const Design& design, int number) {
  return design.pages.contains(std::to_string(number)) || (number == 1 && design.pages.contains("first"));
}

/// How many text pages there are, where that is fixed; 0 where it is not.
int fixed_text_pages(const Design& design) {
  if (!design.fit.pages) return 0;
  int pages = *design.fit.pages;
  if (design.pages.contains("cover")) --pages;
  if (design.pages.contains("back")) --pages;
  return pages;
}

void check_all_named(const Design& design, const SheetPlaces& places, Diagnostics& diagnostics) {
  if (design.pages.contains("all")) return;
  const int count = fixed_text_pages(design);
  for (int number = 1; number <= std::max(count, 1); ++number) {
    if (count > 0 && has_number(design, number)) continue;
    diagnostics.error("design.missing-page",
                      count > 0 ? fmt::format("layout \"{}\" has no page {}", design.layout, number)
                                : fmt::format("layout \"{}\" has no <page on=\"all\">", design.layout),
                      places.root, "add <page on=\"all\">: it prints every page that is not named");
    return;
  }
}

std::string joined(const std::vector<std::string>& what) {
  return fmt::format("{}", fmt::join(what, " "));
}

void check_threads(const Design& design, const SheetPlaces& places, Diagnostics& diagnostics) {
  std::map<std::string, std::string> thread_of;
  bool rest = false;
  for (const auto& [on, page] : design.pages) {
    each_furniture(page, [&](const Furniture& furniture) {
      const auto* place = std::get_if<FurniturePlace>(&furniture.item);
      if (place == nullptr) return;
      const std::string thread = joined(place->what);
      rest = rest || thread == "rest";
      for (std::size_t i = 0; i < place->what.size(); ++i) {
        const std::string& piece = place->what[i];
        const bool again =
            std::count(place->what.begin(), place->what.begin() + static_cast<std::ptrdiff_t>(i), piece) > 0;
        const auto other = thread_of.emplace(piece, thread).first;
        if (!again && other->second == thread) continue;
        diagnostics.error(
            "design.placed-twice",
            again ? fmt::format("what=\"{}\" names {} twice", thread, piece)
                  : fmt::format("{} is placed twice: in \"{}\" and in \"{}\"", piece, other->second, thread),
            furniture.where, "a piece prints once: place it in boxes that all have the same what, or in one");
      }
    });
  }
  if (rest) return;
  diagnostics.error("design.rest-not-placed", fmt::format("layout \"{}\" places rest nowhere", design.layout),
                    places.root,
                    "add <region><place what=\"rest\"/></region>: all that is placed nowhere else prints there");
}

void report_no_room(const PageTemplate& page, const SourceRange& where, std::string_view what, std::string_view room,
                    Diagnostics& diagnostics) {
  diagnostics.error("design.no-room", fmt::format("page {}: {} no {}", page.on, what, room), where,
                    "make margins, bands or regions smaller");
}

/// "width" or "height", whichever there is none of; empty where there is room.
std::string_view lacking(Size size) {
  if (size.height <= Length{}) return "height";
  return size.width <= Length{} ? "width" : "";
}

void check_room(const Design& design, const PageTemplate& page, Diagnostics& diagnostics) {
  const Size area = text_area(design, page);
  if (const std::string_view lacks = lacking(area); !lacks.empty()) {
    report_no_room(page, page.where, "its margins leave", lacks, diagnostics);
    return;
  }
  for (const BoxRoom& room : box_rooms(design, page)) {
    const bool is_region = room.box->kind == BoxKind::region;
    std::string_view lacks = lacking(room.left);
    if (!lacks.empty()) {
      report_no_room(page, room.box->where, "this box and those before it leave", lacks, diagnostics);
      return;
    }
    lacks = lacking({room.column(), room.own.height});
    if (is_region && !lacks.empty()) {
      report_no_room(page, room.box->where, "this region has", lacks, diagnostics);
      return;
    }
  }
}

}  // namespace

void check_pages(const Design& design, const SheetPlaces& places, Diagnostics& diagnostics) {
  check_all_named(design, places, diagnostics);
  check_threads(design, places, diagnostics);
  for (const auto& [on, page] : design.pages)
    check_room(design, page, diagnostics);
}

}  // namespace handout::design
