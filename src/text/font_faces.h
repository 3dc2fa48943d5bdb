#pragma once

#include "text/fonts.h"
#include "text/hyphenate.h"

struct hb_font_t;  // HarfBuzz's own name, so that its headers stay in two files

namespace handout::text {

/// A face's HarfBuzz font, scaled to units per em: immutable, so that threads share it.
hb_font_t* harfbuzz_font(const FontSet&, FontId);

/// Hyphenation patterns live as long as the fonts they are set in.
const HyphenationDictionaries& hyphenation(const FontSet&);

}  // namespace handout::text
