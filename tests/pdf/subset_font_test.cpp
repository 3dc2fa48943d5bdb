#include "pdf/subset_font.h"

#include <doctest/doctest.h>
#include <hb.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "pdf/harfbuzz_objects.h"
#include "text/text_support.h"

using namespace handout;
using pdf::FontSubset;
using pdf::subset_font;

namespace {

/// A program as HarfBuzz reads it.
class ReadBack {
 public:
  explicit ReadBack(pdf::Owned<hb_face_t> face) : face_(std::move(face)), font_(hb_font_create(face_.get())) {}
  /// `file` outlives it.
  explicit ReadBack(std::string_view file)
      : ReadBack(pdf::Owned<hb_face_t>(hb_face_create(pdf::blob_of(file).get(), 0))) {}

  unsigned glyph_count() const { return hb_face_get_glyph_count(face_.get()); }
  std::uint16_t glyph_of(char32_t c) const {
    hb_codepoint_t glyph = 0;
    REQUIRE(hb_font_get_nominal_glyph(font_.get(), c, &glyph) != 0);
    return static_cast<std::uint16_t>(glyph);
  }
  /// Box and advance: enough to tell one letter from another.
  std::vector<int> measures_of(unsigned glyph) const {
    hb_glyph_extents_t extents{};
    REQUIRE(hb_font_get_glyph_extents(font_.get(), glyph, &extents) != 0);
    return {extents.x_bearing, extents.y_bearing, extents.width, extents.height,
            hb_font_get_glyph_h_advance(font_.get(), glyph)};
  }

 private:
  pdf::Owned<hb_face_t> face_;
  pdf::Owned<hb_font_t> font_;
};

const text::FontProgram& noto_sans() {
  const Locale english = tests::locale("en");
  return tests::fonts().program(tests::fonts().candidates({"sans", "Latn", english}).front().font);
}

}  // namespace

TEST_CASE("each number of a subset draws the glyph that was asked for there") {
  const text::FontProgram& program = noto_sans();
  const ReadBack original(pdf::face_of(program));
  // Out of order, one twice, and one that is made of others.
  std::vector<std::uint16_t> glyphs;
  for (const char32_t c : {U'b', U'a', U'\u1EBF', U'b', U'W'})
    glyphs.push_back(original.glyph_of(c));
  for (const std::uint16_t first : {std::uint16_t{1}, std::uint16_t{257}}) {
    const FontSubset subset = subset_font(program, glyphs, first);
    const ReadBack made(subset.program);
    REQUIRE(subset.numbers.size() == glyphs.size());
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
      CHECK(subset.numbers[i] == first + i);
      CHECK(made.measures_of(subset.numbers[i]) == original.measures_of(glyphs[i]));
    }
    CHECK(made.measures_of(0) == original.measures_of(0));
    CHECK(made.glyph_count() < first + 20U);
  }
}

TEST_CASE("a face with broken tables is a failure that names it") {
  text::FontProgram program = noto_sans();
  // The table directory stays, what it names is gone.
  program.bytes = program.bytes.first(std::min<std::size_t>(program.bytes.size(), 2000));
  CHECK_THROWS_WITH_AS(subset_font(program, {5}, 1), doctest::Contains("NotoSans-Regular"), Failure);
}
