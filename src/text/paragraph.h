#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/diagnostic.h"
#include "base/units.h"
#include "design/manuscript.h"
#include "text/fonts.h"

namespace handout::text {

/// A glyph as placed. `text_begin`/`text_end` are the bytes of GlyphRun::text that its cluster stands for.
struct Glyph {
  std::uint16_t id = 0;
  Length advance, dx, dy;  ///< dy upwards, as fonts have it
  std::uint32_t text_begin = 0, text_end = 0;
};

/// Glyphs of one font, size, colour and tag, in visual order, left to right.
struct GlyphRun {
  FontId font;
  Length size;
  Color color;
  std::string text;  ///< exactly the source's text of this run, in logical order; an added hyphen is U+00AD
  std::vector<Glyph> glyphs;
  design::Tag tag;
  Locale locale;
  bool right_to_left = false;
  bool underline = false;
  std::string field;  ///< as StyledSpan::field
  std::optional<design::LinkTarget> link;
  std::uint32_t logical_order = 0;  ///< position among the line's pieces in reading order
  Length x;                         ///< from the line's left edge
  Length rise;                      ///< of sup and sub, upwards
  bool ends_text = false;           ///< a <br/> or the paragraph's end follows: not the next line's word
  Length width;
};

/// A line to write on, drawn as a rule on the baseline.
struct BlankRule {
  Length x, width, thickness;
  Color color;
};

struct Line {
  std::vector<GlyphRun> runs;  ///< visual order
  std::vector<BlankRule> blanks;
  Length width;                                ///< natural, without trailing space
  Length height;                               ///< leading, the fonts' factors included
  Length baseline;                             ///< from the line's top
  std::uint32_t text_begin = 0, text_end = 0;  ///< bytes of StyledParagraph::text, trailing space included
  bool ends_paragraph = false;
  std::optional<Length> room;  ///< what it had, where its one word is wider
};

/// Text shaped once, at units per em: usable for every width and every setting of the fitting ladder.
class ShapedParagraph;
using ShapedParagraphPtr = std::shared_ptr<const ShapedParagraph>;

/// Itemizes (bidi, script, font), shapes and finds the break points. `styles` give families and weights only (these do
/// not change with fitting). Errors, each with the unit and the code point: `text.no-glyph`, `text.control-character`.
ShapedParagraphPtr shape_paragraph(const design::StyledParagraph&, const design::StyleTable&, const FontSet&,
                                   Diagnostics&);

/// How a paragraph's lines end.
enum class Rag : std::uint8_t {
  running,  ///< the last line is as long as it comes, of two words or more where that can be
  balanced  ///< for titles: as few lines as will do, broken by sense and as even as they can be
};
struct LineShape {
  Length width;
  std::optional<design::Align> align = std::nullopt;  ///< instead of the style's
  Rag rag = Rag::running;
};

/// Sets a shaped paragraph into lines no wider than `width` (less first-indent on the first), Knuth-Plass over the
/// whole paragraph. Runs are placed from the line's left edge as the paragraph's align and direction ask (start is the
/// right edge in right-to-left). `align` inside and outside must have been settled to start or end by the caller. A
/// word wider than the measure gets its own line, which says so. An empty paragraph has no lines. `paragraph` must be
/// the one that was shaped.
std::vector<Line> set_paragraph(const ShapedParagraph&, const design::StyledParagraph& paragraph,
                                const design::StyleTable&, const FontSet&, const LineShape&);

/// `text.overfull-line`, where the line's word is wider than its room. Called for lines that are printed: others may
/// have been tried.
void report_overfull(const Line&, const design::StyledParagraph&, Diagnostics&);

/// Widths for tables: the widest unbreakable piece, and the whole set on one line (longest forced line).
struct ContentWidths {
  Length least, most;
};
ContentWidths content_widths(const ShapedParagraph&, const design::StyledParagraph&, const design::StyleTable&);

}  // namespace handout::text
