#include "design/drawing_swatches.h"

#include <fmt/format.h>

#include <variant>
#include <vector>

#include "design/read_values.h"

namespace handout::design {
namespace {

void note(const figures::Ink& ink, std::set<std::string>& names) {
  if (const auto* swatch = std::get_if<figures::SwatchName>(&ink)) names.insert(swatch->name);
}

}  // namespace

std::set<std::string> swatches_of(const figures::Drawing& drawing) {
  std::set<std::string> names;
  for (const figures::DrawingItem& item : drawing.items) {
    if (const auto* shape = std::get_if<figures::Shape>(&item)) {
      if (shape->fill) note(*shape->fill, names);
      if (shape->stroke) note(shape->stroke->ink, names);
    } else if (const auto* label = std::get_if<figures::Label>(&item)) {
      note(label->ink, names);
    }
  }
  return names;
}

void report_unknown_swatch(const figures::Drawing& drawing, const std::string& swatch, const DrawingUse& use,
                           Diagnostics& diagnostics) {
  std::vector<std::string_view> known;
  for (const auto& entry : use.brand.swatches)
    known.push_back(entry.first);
  diagnostics.error(
      "design.unknown-swatch",
      fmt::format("{} uses swatch \"{}\", which brand \"{}\" has not", drawing.path, swatch, use.brand.id), use.where,
      nearest_or_all(swatch, known));
}

}  // namespace handout::design
