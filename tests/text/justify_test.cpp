#include <doctest/doctest.h>

#include <utility>
#include <vector>

#include "text/text_support.h"

using namespace handout;
using namespace handout::tests;

TEST_CASE("Arabic is justified by its word spaces alone: no letter is drawn out") {
  const design::StyledParagraph made =
      paragraph("الأقراص الغضروفية وسائد طرية بين عظام عمودك الفقري وقد يتسرب منها الهلام في أي وقت", "ar");
  design::StyleTable justified = styles();
  justified[0].align = design::Align::justify;
  const SetText set = set_text(made, points(190), justified);
  REQUIRE(set.lines.size() > 2);
  for (const text::Line& line : set.lines) {
    if (!line.ends_paragraph) CHECK(line.width == points(190));
    design::StyledParagraph alone = paragraph(lines_of({line}).at(0), "ar");
    const SetText ragged = set_text(alone, points(400));
    const auto letters = [](const text::Line& set_line) {
      std::vector<std::pair<std::uint16_t, Length>> found;
      for (const text::GlyphRun& run : set_line.runs) {
        for (const text::Glyph& glyph : run.glyphs) {
          const bool space = run.text.at(glyph.text_begin) == ' ';
          if (!space) found.emplace_back(glyph.id, glyph.advance);
        }
      }
      return found;
    };
    CHECK(letters(line) == letters(ragged.lines.at(0)));
  }
}
