#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "base/units.h"
#include "text/fonts.h"
#include "text/paragraph.h"

namespace handout::text {

enum class ItemKind : std::uint8_t { text, blank, line_break };

/// Part of a paragraph with one span, font, script and direction: what is shaped at once.
struct Item {
  std::uint32_t begin = 0, end = 0;  ///< bytes of the paragraph's text
  std::uint32_t span = 0;            ///< index into StyledParagraph::spans
  ItemKind kind = ItemKind::text;
  std::uint8_t level = 0;    ///< bidi embedding level; odd is right to left
  bool after_joint = false;  ///< an isolate begins before it or has ended there: it joins no run on its other side
  std::uint32_t script = 0;  ///< ISO 15924 as four characters, first highest (HarfBuzz's and OpenType's way)
  FontId font;
  Factor size;  ///< of the font's row
  int units_per_em = 1000;
  bool joined = false;    ///< the script joins its letters: no tracking
  bool ligatures = true;  ///< false where tracking sets letters apart
  std::uint32_t first_glyph = 0, glyph_count = 0;

  bool right_to_left() const { return (level & 1U) != 0; }
};

/// In font units. Glyphs of an item stand in visual order, left to right.
struct ShapedGlyph {
  std::uint32_t cluster = 0;  ///< byte of the paragraph's text
  std::int32_t advance = 0, dx = 0, dy = 0;
  std::uint16_t id = 0;
  bool unsafe_before = false;  ///< a line that is broken before this cluster must be shaped again
  bool word_space = false;
  bool ends_cluster = false;  ///< the last glyph, left to right, of its cluster: tracking follows it
};

enum class BreakKind : std::uint8_t { ordinary, in_address, after_hyphen, added_hyphen, forced, paragraph_end };

/// What a break cuts that readers see as one, although the language lets lines end nearly anywhere (text/phrases.h).
enum class Cut : std::uint8_t { none, phrase, word };

/// A place where a line may end.
struct BreakPoint {
  std::uint32_t at = 0;           ///< byte at which the next line begins
  std::uint32_t content_end = 0;  ///< `at` less the spaces (or the <br/>) that vanish at the line's end
  BreakKind kind = BreakKind::ordinary;
  bool after_short_word = false;  ///< "a", "of": better at the next line's start
  bool after_punctuation = false;
  bool after_lone_letter = false;  ///< a word of one letter, where the language never leaves one at a line's end
  Cut cut = Cut::none;
  /// With added_hyphen: what the hyphen adds to the line, kerning included, in units of the item's font.
  std::uint32_t hyphen_item = 0;
  std::int32_t hyphen_advance = 0;
};

class ShapedParagraph {
 public:
  std::vector<Item> items;  ///< logical order, covering the text
  std::vector<ShapedGlyph> glyphs;
  std::vector<BreakPoint> breaks;  ///< ascending; the last is the paragraph's end; empty for an empty text
  FontId main_font;                ///< the first font of the paragraph's own script
  Factor main_size, main_leading;
  bool right_to_left = false;
};

}  // namespace handout::text
