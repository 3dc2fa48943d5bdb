#include "pdf/glyph_text.h"

#include <doctest/doctest.h>

using namespace handout;
using namespace handout::literals;

namespace {

/// A run whose glyphs, left to right, have ids from 1 on and the given clusters; advances of 10 pt.
text::GlyphRun run_of(std::string text, std::vector<std::pair<std::uint32_t, std::uint32_t>> clusters) {
  text::GlyphRun run;
  run.text = std::move(text);
  for (const auto& [begin, end] : clusters)
    run.glyphs.push_back({static_cast<std::uint16_t>(run.glyphs.size() + 1), 10_pt, {}, {}, begin, end});
  return run;
}

std::vector<std::string> texts(const text::GlyphRun& run) {
  std::vector<std::string> found;
  for (const pdf::ShownGlyph& glyph : pdf::shown_glyphs(run))
    found.emplace_back(glyph.text);
  return found;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a cluster's code points are shared out over its glyphs") {
  CHECK(texts(run_of("ab", {{0, 1}, {1, 2}})) == Texts{"a", "b"});
  CHECK(texts(run_of("ffi", {{0, 3}})) == Texts{"ffi"});                    // one glyph, three letters
  CHECK(texts(run_of("xyz", {{0, 3}, {0, 3}})) == Texts{"xy", "z"});        // more letters than glyphs
  CHECK(texts(run_of("\u00e9", {{0, 2}, {0, 2}})) == Texts{"\u00e9", ""});  // fewer
  CHECK(texts(run_of("abc", {{0, 2}, {0, 2}, {2, 3}})) == Texts{"a", "b", "c"});
}

TEST_CASE("right-to-left glyphs come in logical order, at their own places") {
  text::GlyphRun run = run_of("abc", {{2, 3}, {1, 2}, {0, 1}});
  run.right_to_left = true;
  const auto shown = pdf::shown_glyphs(run);
  CHECK(texts(run) == Texts{"a", "b", "c"});
  CHECK(shown[0].glyph == 3);
  CHECK(shown[0].x == 20_pt);
  CHECK(shown[2].x == Length{});
}

TEST_CASE("scripts whose marks readers reorder get an ActualText") {
  CHECK(pdf::needs_actual_text("500 mg \u0926\u093f\u0928"));  // Devanagari
  CHECK(pdf::needs_actual_text("\u0e19\u0e49\u0e33"));         // Thai
  CHECK(pdf::needs_actual_text("\u1780"));                     // Khmer
  CHECK(!pdf::needs_actual_text("na\u00efve \u2013 \u20ac"));
  CHECK(!pdf::needs_actual_text("\u0627\u0644"));  // Arabic: poppler would reverse it
  CHECK(!pdf::needs_actual_text("\u6bcf\u5929"));
}
