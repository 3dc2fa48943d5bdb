#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/units.h"

namespace handout::design {

using Swatches = std::map<std::string, Color, std::less<>>;

/// The four that are the same in every brand, so that danger always looks the same: emergency, emergency-tint, caution,
/// caution-tint.
const Swatches& press_swatches();
bool is_press_swatch(std::string_view name);

/// The swatches every brand must state: text, primary, accent, tint.
const std::vector<std::string_view>& needed_swatches();
/// Adds those that a brand need not state (paper, on-primary, muted ...), made of those it has, and the press's four.
void complete_swatches(Swatches&);

}  // namespace handout::design
