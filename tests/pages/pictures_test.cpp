#include <doctest/doctest.h>

#include "pages/figure_builder.h"

namespace handout::tests {
namespace {

TEST_CASE(
    "a figure: a panel over the measure, the drawing as large as it will go, in the middle, cut off at the panel") {
  const Figure figure(english());
  const pages::Page page = figure.page();
  CHECK(filled_with(page, tint).at(0).box == Rect{20_pt, 20_pt, 260_pt, 100_pt});
  const auto bar = filled_with(page, red);
  REQUIRE(bar.size() == 1);
  CHECK(bar[0].box == Rect{50_pt, 20_pt, 100_pt, 100_pt});
  CHECK(bar[0].clipped);
  REQUIRE(page.figures.size() == 1);
  CHECK(page.figures[0].element == figure.element);
  CHECK(page.figures[0].box == Rect{20_pt, 20_pt, 260_pt, 100_pt});
  const auto label = lines_of(page);
  REQUIRE(label.size() == 1);
  CHECK(label[0].left == 170_pt);
  CHECK(label[0].baseline == 80_pt);
}

TEST_CASE("a figure has the rules of its style, at each side its own") {
  struct Case {
    Length top, start;
    std::vector<Rect> filled;
    std::size_t stroked;
  };
  // The panel is Rect{20_pt, 20_pt, 260_pt, 100_pt}, in Arabic too.
  for (const Case& one :
       {Case{2_pt, 0_pt, {{20_pt, 20_pt, 260_pt, 2_pt}}, 0}, Case{0_pt, 3_pt, {{277_pt, 20_pt, 3_pt, 100_pt}}, 0},
        Case{1_pt, 1_pt, {}, 1}, Case{0_pt, 0_pt, {}, 0}}) {
    CAPTURE(one.top);
    CAPTURE(one.start);
    Figure figure(arabic());
    const bool all_round = one.stroked > 0;
    figure.builder.rest().back().style = figure.builder.style([&](StyleProperties& p) {
      p.max_height = range(100);
      if (all_round) p.rule = exactly(one.top);
      p.rule_top = exactly(one.top);
      p.rule_start = exactly(one.start);
      p.rule_ink = "line";
    });
    const pages::Page page = figure.page();
    std::vector<Rect> filled;
    for (const SeenPath& path : filled_with(page, line_ink))
      filled.push_back(path.box);
    CHECK(filled == one.filled);
    const std::vector<SeenPath> paths = paths_of(page);
    const auto frames = std::count_if(paths.begin(), paths.end(), [](const SeenPath& p) {
      return p.stroke == line_ink && p.box == Rect{20.5_pt, 20.5_pt, 259_pt, 99_pt};
    });
    CHECK(static_cast<std::size_t>(frames) == one.stroked);
  }
}

TEST_CASE("a panel too low first cuts off what need not be seen, then makes the drawing smaller") {
  // 100 by 50 units on a measure of 260 pt would be 130 pt high; the panel may be 100 pt.
  struct Case {
    std::optional<Rect> kept;
    Rect bar;  ///< the left half of the drawing
  };
  const std::vector<Case> cases = {
      // All must be seen: 200 by 100, in the middle.
      {std::nullopt, {50_pt, 20_pt, 100_pt, 100_pt}},
      // 30 pt of 130 may go: the full width, cut off above and below alike.
      {Rect{0_pt, Length{15 * Length::per_point / 2}, 100_pt, 35_pt}, {20_pt, 5_pt, 130_pt, 130_pt}},
      // Nothing may go above: all 30 pt go below.
      {Rect{0_pt, 0_pt, 100_pt, 35_pt}, {20_pt, 20_pt, 130_pt, 130_pt}},
      // 40 of 50 units must be seen: as large as they fit, 250 by 125.
      {Rect{0_pt, 5_pt, 100_pt, 40_pt}, {25_pt, Length{15 * Length::per_point / 2}, 125_pt, 125_pt}},
  };
  for (const Case& one : cases) {
    Figure figure(english());
    auto kept = drawing();
    kept.kept = one.kept;
    std::get<design::Picture>(figure.builder.rest().front().content).drawing =
        std::make_shared<const figures::Drawing>(kept);
    const auto bar = filled_with(figure.page(), red);
    REQUIRE(bar.size() == 1);
    CHECK(bar[0].box == one.bar);
    CHECK(bar[0].clipped);
  }
}

TEST_CASE("a code stands with its modules in line with the words, and its quiet zone free outside") {
  for (const Locale& locale : {english(), arabic()}) {
    ManuscriptBuilder builder(locale);
    figures::Drawing code;
    code.view_box = {0_pt, 0_pt, 40_pt, 40_pt};
    code.quiet_zone = 4_pt;
    figures::Shape modules;
    modules.path = figures::rectangle({4_pt, 4_pt, 32_pt, 32_pt});
    modules.fill = red;
    code.items.emplace_back(modules);
    design::Picture picture;
    picture.drawing = std::make_shared<const figures::Drawing>(code);
    picture.tag = builder.element(StructureType::figure);
    picture.width = points(80);
    const FlowBlock alone = builder.block(picture, builder.plain());
    design::Row row;
    design::RowCell beside, words;
    beside.block = alone;
    beside.width.kind = design::FurnitureWidth::Kind::fit;
    words.block = builder.paragraph("1");
    row.cells = {beside, words};
    builder.rest().push_back(builder.block(std::move(row), builder.plain()));
    Diagnostics diagnostics;
    const pages::Page page = builder.paginate(diagnostics).pages.at(0);
    const Rect ink = filled_with(page, red).at(0).box;
    CHECK(ink.width == 64_pt);
    const bool mirrored = locale.direction == Direction::right_to_left;
    CHECK((mirrored ? 300_pt - ink.right() : ink.x) == 20_pt);
    const SeenText text = lines_of(page).at(0);
    CHECK((mirrored ? ink.x - text.right : text.left - ink.right()) >= 8_pt);
  }
}

TEST_CASE("in right-to-left a drawing keeps its sides, and its labels theirs, unless it is to be mirrored") {
  CHECK(filled_with(Figure(arabic()).page(), red).at(0).box.x == 50_pt);
  CHECK(lines_of(Figure(arabic()).page()).at(0).left == 170_pt);
  CHECK(filled_with(Figure(arabic(), true).page(), red).at(0).box.x == 150_pt);
}

TEST_CASE("in black only swatches print black, light ones white, and the panel not at all") {
  Figure figure(english());
  figure.builder.manuscript.black_only = true;
  auto& picture = std::get<design::Picture>(figure.builder.rest().front().content);
  figures::Drawing with_light = *picture.drawing;
  figures::Shape light;
  light.path = figures::rectangle({10_pt, 10_pt, 5_pt, 5_pt});
  light.fill = figures::SwatchName{"paper"};
  with_light.items.emplace_back(light);
  picture.drawing = std::make_shared<const figures::Drawing>(with_light);
  const pages::Page page = figure.page();
  CHECK(filled_with(page, {255, 255, 255}).size() == 1);
  CHECK(filled_with(page, tint).empty());
  bool has_black_line = false;
  for (const SeenPath& path : paths_of(page))
    has_black_line = has_black_line || path.stroke == black;
  CHECK(has_black_line);
}

TEST_CASE("dots: counted, uncertain and outlined, filled from the start side; fewer across where there is less room") {
  for (const Locale& locale : {english(), arabic()}) {
    ManuscriptBuilder builder(locale);
    const StyleId style = builder.style([](StyleProperties& p) {
      p.marker_size = points(10);
      p.marker_ink = "primary";
      p.marker_fill = "tint";
      p.rule = points(1);
      p.rule_ink = "line";
      p.dots_across = 10;
    });
    const StructureId element = builder.element(StructureType::figure);
    builder.rest().push_back(builder.block(design::Dots{2, 3, 20, element}, style));
    Diagnostics diagnostics;
    const pages::Page page = builder.paginate(diagnostics).pages.at(0);
    const bool mirrored = locale.direction == Direction::right_to_left;
    CHECK(filled_with(page, primary).at(0).box == Rect{mirrored ? 258_pt : 20_pt, 20_pt, 22_pt, 10_pt});
    CHECK(filled_with(page, tint).size() == 1);
    std::size_t outlined = 0;
    for (const SeenPath& path : paths_of(page)) {
      if (path.stroke == line_ink) outlined = path.segments;
    }
    CHECK(outlined == 17 * figures::circle({}, 1_pt).segments.size());
    REQUIRE(page.figures.size() == 1);
    CHECK(page.figures[0].box.height == 22_pt);
    CHECK(page.figures[0].box.width == 118_pt);
    // 60 pt of measure hold five dots of 10 pt, 12 pt apart.
    builder.page().margins.end = 220_pt;
    const pages::Page narrow = builder.paginate(diagnostics).pages.at(0);
    CHECK(narrow.figures.at(0).box.width == 58_pt);
    CHECK(narrow.figures.at(0).box.height == 46_pt);
  }
}

TEST_CASE("numbers on discs are content in the middle of the disc; check boxes and bullets hang in the indent") {
  ManuscriptBuilder builder;
  const StyleId item = builder.style([](StyleProperties& p) {
    p.indent = points(24);
    p.marker_size = points(16);
    p.marker_ink = "paper";
    p.marker_fill = "primary";
  });
  FlowBlock step = builder.paragraph("Step", item);
  design::BlockMarker marker;
  marker.kind = design::MarkerKind::number;
  const StructureId label = builder.element(StructureType::label);
  marker.number = builder.words("1", builder.plain(), label);
  step.marker = marker;
  builder.rest().push_back(step);
  Diagnostics diagnostics;
  const pages::Page page = builder.paginate(diagnostics).pages.at(0);
  const auto disc = filled_with(page, primary);
  REQUIRE(disc.size() == 1);
  CHECK(disc[0].box.width == 16_pt);
  CHECK(disc[0].box.x == 20_pt);
  const auto lines = lines_of(page);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].text == "1");
  CHECK(lines[0].tag == design::Tag(label));
  CHECK(lines[0].color == Color{255, 255, 255});
  const Length middle = (lines[0].left + lines[0].right) / 2;
  CHECK(middle > 27.9_pt);
  CHECK(middle < 28.1_pt);
  CHECK(lines[1].left == 44_pt);
}

TEST_CASE("lines to write on, and blanks in text, are artifacts; a paragraph's words stay in one sequence") {
  ManuscriptBuilder builder;
  const StyleId notes = builder.style([](StyleProperties& p) {
    p.line_gap = points(18);
    p.rule_ink = "line";
  });
  FlowBlock block = builder.paragraph("No food \xEF\xBF\xBC or drink.");
  auto& words = std::get<design::StyledParagraph>(block.content);
  design::StyledSpan before = words.spans.front(), blank = before, after = before;
  before.end = 8;
  blank.begin = 8;
  blank.end = 11;
  blank.blank_width = points(40);
  blank.blank_ink = primary;
  after.begin = 11;
  words.spans = {before, blank, after};
  builder.rest().push_back(block);
  builder.rest().push_back(builder.block(design::NoteLines{3}, notes));
  Diagnostics diagnostics;
  const pages::Page page = builder.paginate(diagnostics).pages.at(0);
  REQUIRE(filled_with(page, primary).size() == 1);
  CHECK(filled_with(page, primary)[0].box.width == 40_pt);
  const auto rules = filled_with(page, line_ink);
  REQUIRE(rules.size() == 3);
  CHECK(rules[1].box.y - rules[0].box.y == 18_pt);
  CHECK(rules[0].box.width == 260_pt);
  builder.manuscript.styles.at(notes.value).properties.rule_ink = "none";
  CHECK(filled_with(builder.paginate(diagnostics).pages.at(0), line_ink).empty());
  CHECK(filled_with(builder.paginate(diagnostics).pages.at(0), Color{}).empty());
  bool seen_path = false;
  for (const pages::PageItem& item : page.items) {
    if (std::holds_alternative<pages::PlacedRun>(item)) CHECK_FALSE(seen_path);
    seen_path = seen_path || std::holds_alternative<pages::PlacedPath>(item);
  }
}

}  // namespace
}  // namespace handout::tests
