#pragma once

#include <vector>

#include "text/choose_font.h"
#include "text/itemize.h"
#include "text/scripts.h"

namespace handout::text {

/// What may not be lost in silence, each once a paragraph, with its unit and code point: `text.emoji`,
/// `text.control-character` (controls, and what is no character: private use, unassigned, noncharacters),
/// `text.no-glyph`; and the warning `text.vertical-script`, once for a script and these Diagnostics.
void report_characters(const ItemizeInput&, const std::vector<CharacterScript>&, const std::vector<ChosenFont>&,
                       Diagnostics&);

}  // namespace handout::text
