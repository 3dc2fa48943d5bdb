#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/units.h"
#include "pages/paged_document.h"

namespace handout::pdf {

/// A glyph as it is shown: with the part of the run's text that it stands for, at its place from the run's origin.
struct ShownGlyph {
  std::uint16_t glyph = 0;
  std::string_view text;      ///< of GlyphRun::text; empty where an earlier glyph of its cluster has it all
  Length x, y;                ///< y upwards
  std::uint32_t cluster = 0;  ///< the first byte of its cluster's text
};

/// The run's glyphs in logical order, so that readers that know nothing of direction still read the words in order.
/// Their texts joined are the run's text: a cluster's code points are shared out over its glyphs, first come first
/// served. (Visual order breaks `pdfinfo -struct-text`, mutool and `pdftotext -raw` on right-to-left text.)
std::vector<ShownGlyph> shown_glyphs(const text::GlyphRun&);

/// Whether the text has letters of Thai, Lao, an Indic script, Tibetan, Burmese or Khmer, whose marks readers reorder
/// by position: such lines get an ActualText.
bool needs_actual_text(std::string_view utf8);

}  // namespace handout::pdf
