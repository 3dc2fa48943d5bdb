#include <doctest/doctest.h>

#include "pages/manuscript_builder.h"

namespace handout::tests {
namespace {

constexpr Color tint{230, 240, 250};
constexpr Color primary{10, 20, 200};
constexpr Color accent{240, 160, 60};
constexpr Color caution{122, 74, 0};
constexpr Color red{200, 0, 0};

Length points_of(int n) {
  return n * 1_pt;
}

TEST_CASE("a box: fill, a bar at its start, padding; spaces inside it are dropped at its ends") {
  ManuscriptBuilder builder;
  const StyleId box = builder.style([](StyleProperties& p) {
    p.fill = "tint";
    p.rule_start = points(6);
    p.rule_ink = "accent";
    p.padding = points(10);
  });
  const StyleId spaced = builder.style([](StyleProperties& p) {
    p.space_before = range(30);
    p.space_after = range(30);
  });
  builder.rest().push_back(builder.stack({builder.paragraph("Inside", spaced)}, box));
  Diagnostics diagnostics;
  const pages::PagedDocument document = builder.paginate(diagnostics);
  const pages::Page& page = document.pages.at(0);
  REQUIRE(filled_with(page, tint).size() == 1);
  CHECK(filled_with(page, tint)[0].box == Rect{20_pt, 20_pt, 260_pt, 34_pt});
  REQUIRE(filled_with(page, accent).size() == 1);
  CHECK(filled_with(page, accent)[0].box == Rect{20_pt, 20_pt, 6_pt, 34_pt});
  CHECK(lines_of(page).at(0).left == 36_pt);
}

TEST_CASE("a box divided between pages is drawn once on each, with rules at its true ends only") {
  ManuscriptBuilder builder;
  const StyleId box = builder.style([](StyleProperties& p) {
    p.fill = "tint";
    p.rule_top = points(2);
    p.rule_bottom = points(3);
    p.rule_ink = "primary";
    p.padding = points(5);
  });
  FlowBlocks inside;
  for (int i = 0; i < 14; ++i)
    inside.push_back(builder.paragraph("Inside"));
  builder.rest().push_back(builder.stack(std::move(inside), box));
  builder.rest().push_back(builder.paragraph("After"));
  Diagnostics diagnostics;
  const pages::PagedDocument document = builder.paginate(diagnostics);
  REQUIRE(document.pages.size() == 2);
  const auto first = filled_with(document.pages[0], primary), second = filled_with(document.pages[1], primary);
  REQUIRE(first.size() == 1);
  CHECK(first[0].box == Rect{20_pt, 20_pt, 260_pt, 2_pt});
  REQUIRE(second.size() == 1);
  CHECK(second[0].box.height == 3_pt);
  const auto fill = filled_with(document.pages[1], tint);
  REQUIRE(fill.size() == 1);
  CHECK(second[0].box.bottom() == fill[0].box.bottom());
  CHECK(fill[0].box.bottom() < find_text(lines_of(document.pages[1]), "After")->baseline);
  CHECK(filled_with(document.pages[0], tint)[0].box.bottom() <= 180_pt);
}

TEST_CASE("a title that runs out over its box's padding, its words in the middle of the least height") {
  ManuscriptBuilder builder;
  const StyleId zone = builder.style([](StyleProperties& p) {
    p.fill = "tint";
    p.rule = points(1);
    p.rule_ink = "line";
    p.corner = points(6);
    p.padding = points(8);
  });
  const StyleId heading = builder.style([](StyleProperties& p) {
    p.fill = "primary";
    p.bleed = design::Bleed::box;
    p.min_height = points(36);
  });
  builder.rest().push_back(builder.stack({builder.title("Title", heading), builder.paragraph("Text")}, zone));
  Diagnostics diagnostics;
  const pages::PagedDocument document = builder.paginate(diagnostics);
  const pages::Page& page = document.pages.at(0);
  const auto header = filled_with(page, primary);
  REQUIRE(header.size() == 1);
  CHECK(header[0].box == Rect{21_pt, 21_pt, 258_pt, 36_pt});
  CHECK(header[0].segments > 5);  // its top corners follow the box's
  const auto lines = lines_of(page);
  CHECK(lines[0].left == 29_pt);
  CHECK(lines[1].left == 29_pt);
  CHECK(lines[1].baseline - lines[0].baseline == 14_pt + 11_pt);
}

/// A red square.
figures::DrawingPtr square() {
  auto drawing = std::make_shared<figures::Drawing>();
  drawing->view_box = {0_pt, 0_pt, 10_pt, 10_pt};
  figures::Shape shape;
  shape.path = figures::rectangle(drawing->view_box);
  shape.fill = red;
  drawing->items.emplace_back(shape);
  return drawing;
}

TEST_CASE("an icon stands level with the capitals of its first line, in a tall box with the middle of all lines") {
  struct Case {
    int least_height, hatch, icon;
    const char* words;
    bool with_page_number;
  };
  const std::vector<Case> cases = {
      {36, 0, 20, "Title", false},                    // a tall box, its words in the middle
      {36, 8, 20, "Title", false},                    // below a hatch
      {20, 8, 20, "Title", false},                    // a hatch in a box hardly taller than the icon
      {60, 0, 20, "First\xE2\x80\xA8Second", false},  // two lines in a tall box
      {0, 0, 14, "Title", false},                     // no least height
      {0, 0, 14, "First\xE2\x80\xA8Second", false},
      {0, 0, 14, "See page 1", true},
  };
  for (const Case& one : cases) {
    CAPTURE(one.words);
    CAPTURE(one.least_height);
    ManuscriptBuilder builder;
    const StyleId style = builder.style([&](StyleProperties& p) {
      p.fill = "tint";
      if (one.least_height > 0) p.min_height = points(one.least_height);
      p.rule_top = points(one.hatch);
      p.rule_ink = "primary";
      p.padding_top = points(4);
      p.padding_bottom = points(4);
      p.marker_size = points(one.icon);
    });
    FlowBlock block = builder.title(one.words, style);
    block.marker = design::BlockMarker{};
    block.marker->icon = square();
    if (one.with_page_number) {
      auto& words = std::get<design::StyledParagraph>(block.content);
      design::StyledSpan number = words.spans.front();
      words.spans.front().end = number.begin = 9;
      number.page_field = true;
      number.field = "page.number";
      words.spans.push_back(number);
    }
    builder.rest().push_back(block);
    Diagnostics diagnostics;
    const pages::Page page = builder.paginate(diagnostics).pages.at(0);
    const Rect icon = filled_with(page, red).at(0).box;
    const Length capitals = 8_pt * Factor::thousandths(714);
    const auto lines = lines_of(page);
    const Length baseline =
        one.least_height > 0 ? (lines.front().baseline + lines.back().baseline) / 2 : lines.at(0).baseline;
    const Length off = icon.y + icon.height / 2 - (baseline - capitals / 2);
    CHECK(std::max(off, -off) < 0.05_pt);
    CHECK(icon.y >= 20_pt + points_of(one.hatch));
    const Rect box = filled_with(page, tint).at(0).box;
    CHECK(icon.bottom() <= box.bottom());
    CHECK(box.height >= points_of(one.least_height));
  }
}

TEST_CASE("thick hatched rules are slanting lines cut off at the rule; thin ones are solid") {
  ManuscriptBuilder builder;
  const StyleId box = builder.style([](StyleProperties& p) {
    p.rule_start = exactly(2.6_mm);
    p.rule_end = points(1);
    p.rule_ink = "caution";
    p.rule_pattern = design::RulePattern::hatch;
  });
  builder.rest().push_back(builder.paragraph("Inside", box));
  Diagnostics diagnostics;
  const pages::PagedDocument document = builder.paginate(diagnostics);
  int hatched = 0;
  for (const SeenPath& path : paths_of(document.pages.at(0)))
    hatched += path.clipped && path.stroke == caution ? 1 : 0;
  CHECK(hatched == 1);
  CHECK(filled_with(document.pages.at(0), caution).size() == 1);
}

TEST_CASE("a hatch at a side stands between the rules above and below it") {
  ManuscriptBuilder builder;
  const StyleId box = builder.style([](StyleProperties& p) {
    p.rule = points(1);
    p.rule_start = exactly(2.6_mm);
    p.rule_ink = "caution";
    p.rule_pattern = design::RulePattern::hatch;
  });
  builder.rest().push_back(builder.paragraph("Inside", box));
  Diagnostics diagnostics;
  const pages::PagedDocument document = builder.paginate(diagnostics);
  std::vector<Rect> clips;
  for (const pages::PageItem& item : document.pages.at(0).items) {
    if (const auto* group = std::get_if<std::shared_ptr<const pages::ClipGroup>>(&item)) {
      clips.push_back(bounds_of((*group)->clip));
    }
  }
  // A line of 14 pt with a rule of 1 pt above and below.
  CHECK(clips == std::vector<Rect>{{20_pt, 21_pt, 2.6_mm, 14_pt}});
}

TEST_CASE("a box that bleeds reaches both edges of the paper, and its words keep the margins") {
  ManuscriptBuilder builder;
  const StyleId strip = builder.style([](StyleProperties& p) {
    p.fill = "tint";
    p.bleed = design::Bleed::page;
    p.padding_top = points(4);
  });
  builder.rest().push_back(builder.paragraph("Inside", strip));
  Diagnostics diagnostics;
  const pages::PagedDocument document = builder.paginate(diagnostics);
  CHECK(filled_with(document.pages.at(0), tint).at(0).box == Rect{0_pt, 20_pt, 300_pt, 18_pt});
  CHECK(lines_of(document.pages.at(0)).at(0).left == 20_pt);
}

TEST_CASE("right-to-left is the mirror image: x' = W - x - w") {
  const auto layout = [](const Locale& locale) {
    ManuscriptBuilder builder(locale);
    builder.page().margins.start = 50_pt;
    builder.region().columns = 2;
    builder.region().column_gap = 20_pt;
    const StyleId box = builder.style([](StyleProperties& p) {
      p.fill = "tint";
      p.rule_start = points(5);
      p.rule_ink = "accent";
      p.padding_start = points(10);
      p.corner = points(3);
    });
    const StyleId item = builder.style([](StyleProperties& p) {
      p.indent = points(12);
      p.marker_size = points(4);
      p.marker_ink = "primary";
    });
    const StyleId dots = builder.style([](StyleProperties& p) {
      p.marker_size = points(4);
      p.marker_ink = "primary";
      p.rule = points(1);
      p.rule_ink = "line";
      p.dots_across = 5;
    });
    FlowBlock marked = builder.paragraph("1", item);
    marked.marker = design::BlockMarker{design::MarkerKind::disc, std::nullopt, nullptr};
    builder.rest().push_back(builder.stack({builder.paragraph("2")}, box));
    builder.rest().push_back(marked);
    builder.rest().push_back(builder.block(design::Dots{3, 3, 10, design::Artifact::layout}, dots));
    for (int i = 0; i < 20; ++i)
      builder.rest().push_back(builder.paragraph("3"));
    Diagnostics diagnostics;
    return builder.paginate(diagnostics).pages.at(0);
  };
  const pages::Page left = layout(english()), right = layout(arabic());
  const auto paths = paths_of(left), mirrored = paths_of(right);
  REQUIRE(paths.size() == mirrored.size());
  REQUIRE(paths.size() >= 5);
  for (std::size_t i = 0; i < paths.size(); ++i) {
    CAPTURE(i);
    Rect expected = paths[i].box;
    expected.x = 300_pt - expected.x - expected.width;
    // Bullets sit on the x height, and the two fonts differ in it: only what is sideways is compared.
    expected.y = mirrored[i].box.y;
    CHECK(mirrored[i].box == expected);
  }
  const auto lines = lines_of(left), mirrored_lines = lines_of(right);
  REQUIRE(lines.size() == mirrored_lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    CHECK(mirrored_lines[i].left == 300_pt - lines[i].right);
  }
}

}  // namespace
}  // namespace handout::tests
