#include <doctest/doctest.h>

#include "design/manuscript.h"

using namespace handout;
using namespace handout::design;
using namespace handout::literals;

namespace {

Measure points(Length length) {
  return {Measure::Unit::absolute, length.units};
}
Measure em(int thousandths) {
  return {Measure::Unit::em, Factor::thousandths(thousandths).units};
}
MeasureRange just(Measure measure) {
  return {measure, measure, false};
}
MeasureRange range(Measure lower, Measure upper) {
  return {lower, upper, true};
}

/// docs/formats.md's standard layout: spacing 0.6 to 1, leading 1.35 to 1.41, tracking -0.009em to 0em, size 11.5pt to
/// 13pt.
Manuscript manuscript() {
  Manuscript result;
  result.fit.spacing = {Factor::thousandths(400), Factor::thousandths(1000)};
  result.fit.leading = {Factor::thousandths(1350), Factor::thousandths(1410)};
  result.fit.tracking = {Factor::thousandths(-9), Factor{0}};
  result.fit.size_lower = 11.5_pt;
  result.fit.size_upper = 13_pt;
  result.swatches = {{"text", Color{10, 20, 30}}, {"primary", Color{1, 2, 3}}, {"line", Color{4, 5, 6}}};
  result.families = {{"body", "sans"}, {"heading", "serif"}};
  result.styles.push_back({});
  return result;
}

StyleId add(Manuscript& manuscript, StyleProperties properties, StyleId parent = {}) {
  manuscript.styles.push_back({std::move(properties), parent});
  return {static_cast<std::uint32_t>(manuscript.styles.size() - 1)};
}

Style settled(const Manuscript& manuscript, StyleId style, int step) {
  return settle_styles(manuscript, FitSetting{step}).at(style.value);
}

}  // namespace

TEST_CASE("the ladder gives stage by stage: spacing, max-height, leading, tracking, sizes") {
  Manuscript m = manuscript();
  StyleProperties properties;
  properties.space_after = just(points(10_pt));
  properties.max_height = range(points(40_pt), points(70_pt));
  const StyleId style = add(m, properties);
  struct Step {
    int step;
    Length space, max_height;
    Length size;
    std::int64_t leading_thousandths, tracking_thousandths;
  };
  const Step steps[] = {
      {0, 10_pt, 70_pt, 13_pt, 1410, 0},    {1, 8_pt, 70_pt, 13_pt, 1410, 0},   {3, 4_pt, 70_pt, 13_pt, 1410, 0},
      {4, 4_pt, 60_pt, 13_pt, 1410, 0},     {6, 4_pt, 40_pt, 13_pt, 1410, 0},   {7, 4_pt, 40_pt, 13_pt, 1390, 0},
      {9, 4_pt, 40_pt, 13_pt, 1350, 0},     {10, 4_pt, 40_pt, 13_pt, 1350, -3}, {12, 4_pt, 40_pt, 13_pt, 1350, -9},
      {13, 4_pt, 40_pt, 12.5_pt, 1350, -9}, {14, 4_pt, 40_pt, 12_pt, 1350, -9}, {15, 4_pt, 40_pt, 11.5_pt, 1350, -9},
  };
  // A thirds of a range of thousandths is rounded twice: a ten-thousandth of a point is nothing.
  const auto near = [](Length a, Length b) { return a - b <= Length{8} && b - a <= Length{8}; };
  for (const Step& s : steps) {
    CAPTURE(s.step);
    const Style found = settled(m, style, s.step);
    CHECK(near(found.space_after, s.space));
    CHECK(*found.max_height == s.max_height);
    CHECK(found.size == s.size);
    CHECK(near(found.leading, scaled(s.size, s.leading_thousandths, 1000)));
    CHECK(near(found.tracking, scaled(s.size, s.tracking_thousandths, 1000)));
  }
}

TEST_CASE("a space with a range gives by itself; spacing does not touch it") {
  Manuscript m = manuscript();
  StyleProperties properties;
  properties.space_before = range(points(10_pt), points(16_pt));
  const StyleId style = add(m, properties);
  CHECK(settled(m, style, 0).space_before == 16_pt);
  CHECK(settled(m, style, 1).space_before == 14_pt);
  CHECK(settled(m, style, 3).space_before == 10_pt);
  CHECK(settled(m, style, 15).space_before == 10_pt);
}

TEST_CASE("a title's range of sizes gives with the sizes, last") {
  Manuscript m = manuscript();
  StyleProperties properties;
  properties.size = range(points(22_pt), points(28_pt));
  const StyleId style = add(m, properties);
  CHECK(settled(m, style, 12).size == 28_pt);
  CHECK(settled(m, style, 13).size == 26_pt);
  CHECK(settled(m, style, 15).size == 22_pt);
}

TEST_CASE("em follows the size of the text around, and of the text itself everywhere else") {
  Manuscript m = manuscript();
  StyleProperties outer;
  outer.size = just(points(20_pt));
  outer.padding = em(500);
  const StyleId parent = add(m, outer);
  StyleProperties inner;
  inner.size = just(em(750));
  inner.indent = em(2000);
  const StyleId child = add(m, inner, parent);
  const StyleId relative = add(m, inner);
  CHECK(settled(m, parent, 0).padding.start == 10_pt);
  CHECK(settled(m, child, 0).size == 15_pt);
  CHECK(settled(m, child, 0).indent == 30_pt);
  // Nothing absolute in the way: em follows the size that fitting chose; a stated size does not.
  CHECK(settled(m, relative, 0).size == 13_pt * Factor::thousandths(750));
  CHECK(settled(m, relative, 15).size == 11.5_pt * Factor::thousandths(750));
  CHECK(settled(m, child, 15).size == 15_pt);
}

TEST_CASE("leading is a factor: stated ones stay, inherited ones follow fit") {
  Manuscript m = manuscript();
  StyleProperties title;
  title.leading = Factor::thousandths(1200);
  title.size = just(points(20_pt));
  const StyleId stated = add(m, title);
  const StyleId inside = add(m, {}, stated);
  StyleProperties large;
  large.size = just(points(20_pt));
  const StyleId inherited = add(m, large);
  for (const int step : {0, 15}) {
    CHECK(settled(m, stated, step).leading == 20_pt * Factor::thousandths(1200));
    CHECK(settled(m, inside, step).leading == 20_pt * Factor::thousandths(1200));
  }
  CHECK(settled(m, inherited, 0).leading == 20_pt * Factor::thousandths(1410));
  CHECK(settled(m, inherited, 15).leading == 20_pt * Factor::thousandths(1350));
}

TEST_CASE("text properties pass inward, box and block properties do not") {
  Manuscript m = manuscript();
  StyleProperties outer;
  outer.family = "heading";
  outer.bold = true;
  outer.ink = "primary";
  outer.align = Align::end;
  outer.widows = 3;
  outer.fill = "primary";
  outer.space_after = just(points(9_pt));
  outer.keep_together = true;
  outer.rule = points(1_pt);
  outer.width = Measure{Measure::Unit::share, Factor::thousandths(250).units};
  const StyleId parent = add(m, outer);
  const Style style = settled(m, add(m, {}, parent), 0);
  CHECK(style.family == "serif");
  CHECK(style.bold);
  CHECK(style.ink == Color{1, 2, 3});
  CHECK(style.align == Align::end);
  CHECK(style.widows == 3);
  CHECK_FALSE(style.fill);
  CHECK(style.space_after == Length{});
  CHECK_FALSE(style.keep_together);
  CHECK(style.rule.top == Length{});
  CHECK_FALSE(style.width);
}

TEST_CASE("a side's own padding and rule beat those of all sides") {
  Manuscript m = manuscript();
  StyleProperties box;
  box.padding = points(8_pt);
  box.padding_start = points(12_pt);
  box.rule = points(1_pt);
  box.rule_end = points(Length{});
  const Style style = settled(m, add(m, box), 0);
  CHECK(style.padding.top == 8_pt);
  CHECK(style.padding.start == 12_pt);
  CHECK(style.rule.bottom == 1_pt);
  CHECK(style.rule.end == Length{});
  CHECK(style.rule_ink == Color{4, 5, 6});
}

TEST_CASE("what is unset has the press's own values") {
  Manuscript m = manuscript();
  const Style style = settled(m, add(m, {}), 0);
  CHECK(style.family == "sans");
  CHECK(style.ink == Color{10, 20, 30});
  CHECK(style.marker_size == style.size);
  CHECK(style.marker_ink == style.ink);
  CHECK_FALSE(style.marker_fill);
  CHECK(style.line_gap == 8_mm);
  CHECK(style.repeat_head);
  CHECK(style.caption_side == CaptionSide::top);
}

TEST_CASE("none prints nothing") {
  Manuscript m = manuscript();
  StyleProperties box;
  box.fill = "none";
  box.marker_fill = "none";
  box.backdrop = "none";
  box.icon = "none";
  box.rule = points(1_pt);
  box.rule_ink = "none";
  box.row_rule = points(1_pt);
  box.ink = "none";
  const StyleId outer = add(m, box);
  CHECK_FALSE(settled(m, add(m, {}, outer), 0).ink);
  StyleProperties seen;
  seen.ink = "primary";
  CHECK(settled(m, add(m, seen, outer), 0).ink == Color{1, 2, 3});
  const Style style = settled(m, outer, 0);
  CHECK_FALSE(style.ink);
  CHECK(style.row_rule == Length{});
  CHECK_FALSE(style.fill);
  CHECK_FALSE(style.marker_fill);
  CHECK(style.backdrop.empty());
  CHECK(style.icon.empty());
  CHECK(style.rule.top == Length{});
  CHECK_FALSE(style.rule_ink);
}

TEST_CASE("in black only, swatches print black and fills do not print") {
  Manuscript m = manuscript();
  m.black_only = true;
  StyleProperties box;
  box.fill = "primary";
  box.ink = "primary";
  box.marker_ink = "primary";
  box.marker_fill = "primary";
  box.stripe = "primary";
  box.rule = points(1_pt);
  const Style style = settled(m, add(m, box), 0);
  CHECK_FALSE(style.fill);
  CHECK_FALSE(style.marker_fill);
  CHECK_FALSE(style.stripe);
  CHECK(style.ink == Color{});
  CHECK(style.marker_ink == Color{});
  CHECK(style.rule_ink == Color{});
  CHECK(style.rule.top == 1_pt);
}

TEST_CASE("a width keeps its share; in em it is settled") {
  Manuscript m = manuscript();
  StyleProperties shared;
  shared.width = Measure{Measure::Unit::share, 16384};
  StyleProperties relative;
  relative.width = em(2000);
  CHECK(settled(m, add(m, shared), 0).width == Measure{Measure::Unit::share, 16384});
  CHECK(settled(m, add(m, relative), 0).width == Measure{Measure::Unit::absolute, (26_pt).units});
}
