#include "design/press_swatches.h"

namespace handout::design {
namespace {

/// Gives `name` the colour of `like`, where it has none and `like` has one.
void give(Swatches& swatches, const std::string& name, std::string_view like) {
  const auto found = swatches.find(like);
  if (found != swatches.end()) swatches.emplace(name, found->second);
}

}  // namespace

const Swatches& press_swatches() {
  // Chosen by the art direction: white on emergency is 7.5:1, caution on its tint 7.0:1.
  static const Swatches swatches{{"emergency", {0xA6, 0x1B, 0x1B}},
                                 {"emergency-tint", {0xFC, 0xEE, 0xEC}},
                                 {"caution", {0x7A, 0x4A, 0x00}},
                                 {"caution-tint", {0xFF, 0xF6, 0xE3}}};
  return swatches;
}

bool is_press_swatch(std::string_view name) {
  return press_swatches().contains(name);
}

const std::vector<std::string_view>& needed_swatches() {
  static const std::vector<std::string_view> names{"text", "primary", "accent", "tint"};
  return names;
}

void complete_swatches(Swatches& swatches) {
  swatches.emplace("paper", Color{0xFF, 0xFF, 0xFF});
  give(swatches, "on-primary", "paper");
  for (const char* name : {"muted", "line", "outline"})
    give(swatches, name, "text");
  give(swatches, "tint-2", "tint");
  for (const char* name : {"mid", "motif-1", "motif-2"})
    give(swatches, name, "primary");
  swatches.insert(press_swatches().begin(), press_swatches().end());
}

}  // namespace handout::design
