#include "design/used_pages.h"

#include <algorithm>
#include <set>

#include "design/read_pieces.h"

namespace handout::design {
namespace {

void each_in(const FurnitureList& list, const std::function<void(const Furniture&)>& visit) {
  for (const Furniture& furniture : list) {
    visit(furniture);
    if (const auto* line = std::get_if<FurnitureLine>(&furniture.item)) each_in(line->items, visit);
    if (const auto* box = std::get_if<FurnitureBox>(&furniture.item)) each_in(box->items, visit);
  }
}

}  // namespace

void each_furniture(const PageTemplate& page, const std::function<void(const Furniture&)>& visit) {
  for (const PageBox& box : page.boxes)
    each_in(box.furniture, visit);
}

std::vector<std::string> pieces_of(const Design& design) {
  std::vector<std::string> pieces;
  for (const std::string_view name : piece_names()) {
    if (name != "rest" && !design.omit.contains(name)) pieces.emplace_back(name);
  }
  return pieces;
}

std::vector<std::string> unplaced_pieces(const Design& design) {
  std::set<std::string> placed;
  for (const auto& [on, page] : design.pages) {
    each_furniture(page, [&placed](const Furniture& furniture) {
      const auto* place = std::get_if<FurniturePlace>(&furniture.item);
      if (place != nullptr) placed.insert(place->what.begin(), place->what.end());
    });
  }
  if (placed.contains("title")) placed.insert("subtitle");
  std::vector<std::string> pieces = pieces_of(design);
  pieces.erase(std::remove_if(pieces.begin(), pieces.end(),
                              [&placed](const std::string& piece) { return placed.contains(piece); }),
               pieces.end());
  return pieces;
}

}  // namespace handout::design
