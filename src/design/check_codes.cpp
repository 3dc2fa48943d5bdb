#include "design/check_codes.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <variant>

#include "base/print_length.h"
#include "design/codes.h"
#include "design/page_rooms.h"

namespace handout::design {
namespace {

using namespace literals;

bool holds_place(const FurnitureList& list) {
  return std::any_of(list.begin(), list.end(), [](const Furniture& furniture) {
    if (const auto* line = std::get_if<FurnitureLine>(&furniture.item)) return holds_place(line->items);
    if (const auto* box = std::get_if<FurnitureBox>(&furniture.item)) return holds_place(box->items);
    return std::holds_alternative<FurniturePlace>(furniture.item);
  });
}

/// The narrowest that text may flow through.
std::optional<Length> narrowest_column(const Design& design) {
  std::optional<Length> narrowest;
  for (const auto& [on, page] : design.pages) {
    for (const BoxRoom& room : box_rooms(design, page)) {
      if (!holds_place(room.box->furniture)) continue;
      if (!narrowest || room.column() < *narrowest) narrowest = room.column();
    }
  }
  return narrowest;
}

Length width_of(const Measure& width, const Design& design, std::optional<Length> column) {
  switch (width.unit) {
    case Measure::Unit::em:
      return design.fit.size_lower * Factor{width.units};
    case Measure::Unit::share:
      return scaled(column.value_or(design.page_size.width), width.units, Factor::one);
    case Measure::Unit::absolute:
      break;
  }
  return Length{width.units};
}

}  // namespace

void check_codes(const Design& design, Diagnostics& diagnostics) {
  const std::optional<Length> column = narrowest_column(design);
  for (const StyleRule& rule : design.rules) {
    if (rule.element.name != "qr" || !rule.properties.width) continue;
    const Length width = width_of(*rule.properties.width, design, column);
    // Shares are rounded: a hundredth of a point is no smaller code.
    if (width + 0.01_pt >= least_code) continue;
    const auto place = rule.places.find("width");
    diagnostics.error("design.below-min-size",
                      fmt::format("a QR code of this width is no more than {} wide; telephones need {} (18mm)",
                                  in_points(width), in_points(least_code)),
                      place == rule.places.end() ? rule.where : place->second, "write width=\"18mm\", or more");
  }
}

}  // namespace handout::design
