#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

#include "figures/drawing.h"

namespace handout::figures {

/// What is wrong in path data, at which byte of it, and what to do.
struct PathMistake {
  std::size_t offset = 0;
  std::string message;
  std::string hint;
};

/// The `d` of an SVG path: M L H V C Q Z with absolute coordinates, repeated commands left out as SVG allows (SVG 1.1,
/// 8.3). Q becomes a cubic curve. What follows Z without an M begins where the closed part began, and gets a `move` of
/// its own, because PDF leaves that case open.
std::variant<Path, PathMistake> parse_path(std::string_view data);

}  // namespace handout::figures
