#pragma once

#include "text/measure.h"

namespace handout::text {

/// One line of a paragraph: its break, and what is known of it before its glyphs are placed.
struct LineToPlace {
  std::uint32_t begin = 0;  ///< byte of the paragraph's text
  BreakPoint end;
  Length indent;  ///< at its start
  design::Align align = design::Align::start;
  Length height, baseline;
};

/// Puts runs and blanks in their places, shaping again what the line's ends cut apart.
Line place_line(const SetInput&, const FontSet&, const LineToPlace&);

}  // namespace handout::text
