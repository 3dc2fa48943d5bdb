#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "pages/paged_document.h"
#include "pdf/embed_font.h"
#include "text/fonts.h"

namespace handout::pdf {

struct CodedGlyph {
  GlyphCode code;
  Length x, y;  ///< from the run's origin; y upwards
};
/// A run as its font's codes, in logical order.
struct CodedRun {
  std::size_t font = 0;  ///< index into CodedText::fonts
  std::vector<CodedGlyph> glyphs;
  bool space_added = false;  ///< the last glyph is a space that the text does not have
};

/// The whole document's text in codes: what has to be known before a font can be subset, and a page written.
struct CodedText {
  std::vector<EmbeddedFont> fonts;           ///< in the order of first use, fixed text before fields
  std::vector<std::vector<CodedRun>> pages;  ///< each page's runs in the order for_each_run finds them
};

CodedText code_text(const pages::PagedDocument&, const text::FontSet&);

/// Calls `visit` for every run, those inside clip groups in their place.
void for_each_run(const std::vector<pages::PageItem>&, const std::function<void(const pages::PlacedRun&)>& visit);

}  // namespace handout::pdf
