#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/locale.h"
#include "text/shaped_paragraph.h"

namespace handout::text {

/// Bytes [begin, end) of a paragraph's text, all of them in `item`, to be shaped with the rest around them in view.
struct ShapeInput {
  std::string_view text;
  const Item& item;
  std::uint32_t begin = 0, end = 0;
  const Locale& locale;
};

/// Appends the glyphs, in visual order, in font units.
void shape(const ShapeInput&, const FontSet&, std::vector<ShapedGlyph>& glyphs);

/// The same with a hyphen added at the end; its cluster is `end`.
std::vector<ShapedGlyph> shape_with_hyphen(const ShapeInput&, const FontSet&);

}  // namespace handout::text
