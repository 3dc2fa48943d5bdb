#include "design/reading_slots.h"

#include <algorithm>
#include <variant>

namespace handout::design {

std::vector<std::string> placed_in(const FurnitureList& list) {
  for (const Furniture& furniture : list) {
    std::vector<std::string> what;
    if (const auto* place = std::get_if<FurniturePlace>(&furniture.item)) what = place->what;
    if (const auto* line = std::get_if<FurnitureLine>(&furniture.item)) what = placed_in(line->items);
    if (const auto* box = std::get_if<FurnitureBox>(&furniture.item)) what = placed_in(box->items);
    if (!what.empty()) return what;
  }
  return {};
}

StructureId slot_for(const ReadingSlots& slots, const PageTemplate& page, const PageBox& box,
                     const std::vector<std::string>& pieces) {
  if (page.on == "cover" || box.kind == BoxKind::band) return slots.before_text;
  if (box.kind != BoxKind::region) return slots.at_end;
  const std::vector<std::string> what = placed_in(box.furniture);
  for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece) {
    if (piece->empty() || std::find(what.begin(), what.end(), *piece) == what.end()) continue;
    const auto slot = slots.after_piece.find(*piece);
    if (slot != slots.after_piece.end()) return slot->second;
  }
  return slots.after_text;
}

}  // namespace handout::design
