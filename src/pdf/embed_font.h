#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pdf/deflate.h"
#include "pdf/glyph_text.h"
#include "pdf/haru_document.h"
#include "pdf/to_unicode.h"
#include "text/fonts.h"

namespace handout::pdf {

/// Glyph widths and pen positions in millionths of an em: whole numbers for every font of 1,000 or 2,000 units an em,
/// and well below what PDF's thousandths can say for the rest.
constexpr std::int64_t em = 1'000'000;

/// How a glyph is shown with its text: the bytes of the string, and which of the font's resources it is written in.
struct GlyphCode {
  std::uint16_t code = 0;
  std::uint8_t resource = 0;  ///< 0, or 1 and more where one glyph stands for several texts (CFF only)
  std::int64_t width = 0;     ///< in millionths of an em, as the PDF's W has it
};

/// One face as the document uses it: first every (glyph, text) is noted, then codes are given and the program is
/// subset, then runs are written with the codes, then the objects are made.
///
/// A TrueType face gets one CID for each (glyph, text) pair, and its program that glyph under this number, so that
/// ToUnicode is always exact and CIDToGIDMap the identity. A CFF program names its own CIDs, one a glyph: where a glyph
/// stands for a second text, a second Type0 font over the same descendant has another ToUnicode.
class EmbeddedFont {
 public:
  explicit EmbeddedFont(const text::FontProgram&);
  ~EmbeddedFont();
  EmbeddedFont(EmbeddedFont&&) noexcept;

  /// Of fixed text first: field text is numbered after it, so that other codes do not depend on a field's value.
  enum class Origin : std::uint8_t { fixed_text, field };
  /// Returns the pair's number, for code().
  std::uint32_t note(std::uint16_t glyph, std::string_view text, Origin);

  /// Numbers what was noted and subsets the program. A TrueType face's codes count from `first_code`, so that faces of
  /// a document have no code in common and can share a ToUnicode. Throws Failure(`pdf.library`) when HarfBuzz refuses,
  /// Failure(`pdf.font`) when the face's tables are broken.
  void subset(std::uint16_t first_code);
  /// How many codes from `first_code` on it takes; none for CFF.
  std::size_t code_count() const;

  GlyphCode code(std::uint32_t noted) const;
  /// The glyph for a code point before shaping, or 0.
  std::uint16_t nominal_glyph(char32_t) const;
  const text::FontProgram& program() const;

  /// How many Type0 fonts it needs, and the objects of all of them.
  std::size_t resource_count() const;
  /// What each code of a resource stands for. The texts live as long as this.
  CodeTexts texts(std::size_t resource) const;
  /// `to_unicode`: a map for each resource.
  std::vector<Object> write(HaruDocument&, Deflater&, const std::vector<Object>& to_unicode) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Orders a cluster's glyphs as their code points are, where each is the nominal glyph of one (a vowel sign drawn
/// before its consonant): positions are explicit anyway, and readers then find the text in order.
void order_as_text(std::vector<ShownGlyph>&, const EmbeddedFont&);

}  // namespace handout::pdf
