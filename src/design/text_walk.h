#pragma once

#include <functional>
#include <string_view>

#include "design/design.h"

namespace handout::design {

/// What text passed inward to an element, with the places it was stated at: in the design's own styles, or nowhere
/// (nullptr).
struct PassedText {
  std::string_view ink = "text";
  const SourceRange* ink_where = nullptr;
  Length size;  ///< the least it can be: every range at its lower end
  const SourceRange* size_where = nullptr;
  bool follows_fit = true;  ///< no style around states a size but in em
  /// What contrast is judged by: its size; of ref, sup and sub that of the text they belong to.
  Length line_size;
  bool bold = false;
  std::optional<Length> min_size;
};
/// The swatch that text stands on.
struct Ground {
  std::string_view swatch = "paper";
  const SourceRange* where = nullptr;
};
/// The elements that one stands in, from the nearest outward.
struct Around {
  const ElementName& element;
  const Around* outer = nullptr;
};
/// Text that the layout can print: an element that holds words, where it stands.
struct MetText {
  const ElementName& element;
  const Around& around;
  const PassedText& text;
  const Ground& ground;
  bool is_marker = false;  ///< the number before an item, in marker-ink on marker-fill
};

/// Calls `met` for every text that can occur: each piece of a handout in each box that may hold it, nested as handouts
/// nest, and the furniture's own words. The same element on the same ground with the same look is met once.
void walk_texts(const Design&, const std::function<void(const MetText&)>& met);

}  // namespace handout::design
