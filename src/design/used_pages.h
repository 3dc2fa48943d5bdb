#pragma once

#include <functional>
#include <string>
#include <vector>

#include "design/design.h"

namespace handout::design {

/// Where the layout's root stands, for messages about what is nowhere.
struct SheetPlaces {
  SourceRange root;
  SourceRange append;
};

/// Calls `visit` for every piece of furniture on the page, outer before inner.
void each_furniture(const PageTemplate&, const std::function<void(const Furniture&)>& visit);

/// The pieces that a document has and this layout does not omit: title, subtitle, summary, the roles, glossary,
/// sources.
std::vector<std::string> pieces_of(const Design&);
/// Those that no page places, which `rest` takes.
std::vector<std::string> unplaced_pieces(const Design&);

}  // namespace handout::design
