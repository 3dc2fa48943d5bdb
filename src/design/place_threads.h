#pragma once

#include <string>
#include <vector>

#include "design/applying.h"

namespace handout::design {

/// The pages of a design in the order they are read: cover, the numbered and the first, all, back.
std::vector<const PageTemplate*> pages_in_order(const Design&);

/// A box of furniture as its contents see it.
Surroundings around_box(Applying&, const PageTemplate&, const PageBox&);

/// Every distinct list of pieces that is placed somewhere, in the order of its first place, with the style of the box
/// there.
struct PlacedThread {
  std::vector<std::string> what;
  StyleId style;
  bool is_rest = false;
  BoxKind box = BoxKind::region;
};
std::vector<PlacedThread> find_threads(Applying&);
std::size_t thread_of(const std::vector<PlacedThread>&, const std::vector<std::string>& what);
/// The thread that a piece runs in: the one that names it, a subtitle's title's, else the rest.
std::size_t thread_of_piece(const std::vector<PlacedThread>&, const std::string& piece);
bool names(const PlacedThread&, const std::string& piece);
/// "help questions"
std::string joined(const std::vector<std::string>& what);

}  // namespace handout::design
