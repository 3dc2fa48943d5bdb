#include "design/check_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>

namespace handout::design {
namespace {

bool has_number(const Design& design, int number) {
  return design.pages.contains(std::to_string(number)) || (number == 1 && design.pages.contains("first"));
}

/// How many text pages there are, where that is fixed; 0 where it is not.
int fixed_text_pages(const Design& design) {
  if (design.fold == Fold::three) return 4;
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

/// A stated length of what there is; nothing for em, which only boxes of text know.
Length taken(const std::optional<Measure>& measure, Length whole) {
  if (!measure) return {};
  if (measure->unit == Measure::Unit::share) return scaled(whole, measure->units, Factor::one);
  if (measure->unit == Measure::Unit::absolute) return Length{measure->units};
  return {};
}

void report_no_room(const PageTemplate& page, const SourceRange& where, std::string_view what, std::string_view room,
                    Diagnostics& diagnostics) {
  diagnostics.error("design.no-room", fmt::format("page {}: {} leave no {}", page.on, what, room), where,
                    "make margins, bands or regions smaller");
}

void check_room(const Design& design, const PageTemplate& page, Diagnostics& diagnostics) {
  const Margins& margins = page.margins;
  Length width = design.page_size.width;
  width -= margins.inside.value_or(margins.start) + margins.outside.value_or(margins.end);
  Length height = design.page_size.height - margins.top - margins.bottom;
  if (width <= Length{} || height <= Length{}) {
    report_no_room(page, page.where, "its margins", width <= Length{} ? "width" : "height", diagnostics);
    return;
  }
  const Length whole_height = design.page_size.height;
  for (const PageBox& box : page.boxes) {
    switch (box.at) {
      case Dock::start:
      case Dock::end:
        width -= taken(box.width, width) + box.gap;
        break;
      case Dock::top:
      case Dock::bottom:
        height -= taken(box.height, height) + box.gap;
        break;
      case Dock::none: {
        // A band starts at the paper's edge, so only what is more than the margin takes room.
        if (box.kind == BoxKind::band) height -= std::max(taken(box.height, whole_height) - margins.top, Length{});
        if (box.kind == BoxKind::header || box.kind == BoxKind::footer) height -= taken(box.height, height);
        break;
      }
    }
    const Length columns = width - box.column_gap * (box.columns - 1);
    if (columns <= Length{} || height <= Length{}) {
      report_no_room(page, box.where, "this box and those before it", height <= Length{} ? "height" : "width",
                     diagnostics);
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
