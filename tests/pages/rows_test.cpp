#include <doctest/doctest.h>

#include "pages/manuscript_builder.h"

namespace handout::tests {
namespace {

constexpr Color tint{230, 240, 250};
constexpr Color line_ink{120, 120, 120};

design::RowCell cell(FlowBlock block) {
  design::RowCell made;
  made.block = std::move(block);
  return made;
}

TEST_CASE("zones: equally tall boxes, titles level, texts level") {
  ManuscriptBuilder builder;
  const StyleId zone = builder.style([](StyleProperties& p) {
    p.fill = "tint";
    p.padding = points(4);
  });
  design::Row row;
  row.gap = 20_pt;
  row.equal_heights = true;
  row.level_first_children = true;
  row.cells.push_back(cell(builder.stack(
      {builder.title("First\xE2\x80\xA8title", builder.plain()), builder.paragraph(lines_text(3, "Left"))}, zone)));
  row.cells.push_back(
      cell(builder.stack({builder.title("Second", builder.plain()), builder.paragraph("Right")}, zone)));
  builder.rest().push_back(builder.block(std::move(row), builder.plain()));
  Diagnostics diagnostics;
  const pages::PagedDocument document = builder.paginate(diagnostics);
  const auto boxes = filled_with(document.pages.at(0), tint);
  REQUIRE(boxes.size() == 2);
  CHECK(boxes[0].box == Rect{20_pt, 20_pt, 120_pt, 78_pt});
  CHECK(boxes[1].box == Rect{160_pt, 20_pt, 120_pt, 78_pt});
  const auto lines = lines_of(document.pages.at(0));
  CHECK(find_text(lines, "Left 1")->baseline == find_text(lines, "Right")->baseline);
  CHECK(find_text(lines, "Left 1")->left == 24_pt);
}

TEST_CASE("a row wraps before a cell is narrower than it may be, or than its words") {
  struct Case {
    const char* words;
    Length least;
    bool wraps;
  };
  const Case cases[] = {{"Go on", 0_pt, false},
                        {"Go on", 90_pt, false},
                        {"Go on", 160_pt, true},
                        {"northgate.example.hospital", 20_pt, true}};
  for (const Case& one : cases) {
    CAPTURE(one.words);
    CAPTURE(one.least);
    ManuscriptBuilder builder;
    const StyleId large = builder.style([](StyleProperties& p) { p.size = range(12); });
    design::Row row;
    row.gap = 10_pt;
    row.cells.push_back(cell(builder.paragraph("Code")));
    row.cells.back().width = {design::FurnitureWidth::Kind::measure, points(100)};
    row.cells.push_back(cell(builder.paragraph(one.words, large)));
    row.cells.back().least = one.least;
    builder.rest().push_back(builder.block(std::move(row), builder.plain()));
    Diagnostics diagnostics;
    const auto lines = lines_of(builder.paginate(diagnostics).pages.at(0));
    CHECK(diagnostics.items().empty());
    CHECK((find_text(lines, one.words)->left == 20_pt) == one.wraps);
  }
}

TEST_CASE("rules between cells stand in the middle of the gap") {
  ManuscriptBuilder builder;
  const StyleId fact = builder.style([](StyleProperties& p) {
    p.rule_end = points(2);
    p.rule_ink = "line";
  });
  design::Row row;
  row.gap = 20_pt;
  row.rules_between = true;
  row.cells.push_back(cell(builder.paragraph(lines_text(2), fact)));
  row.cells.push_back(cell(builder.paragraph("Right", fact)));
  builder.rest().push_back(builder.block(std::move(row), builder.plain()));
  Diagnostics diagnostics;
  const auto rules = filled_with(builder.paginate(diagnostics).pages.at(0), line_ink);
  REQUIRE(rules.size() == 1);
  CHECK(rules[0].box == Rect{149_pt, 20_pt, 2_pt, 28_pt});
}

TEST_CASE("a row is never split, unless it is taller than a page; then each cell goes on by itself") {
  ManuscriptBuilder builder;
  const auto row_of = [&](int left, int right) {
    design::Row row;
    row.gap = 20_pt;
    row.cells.push_back(cell(builder.paragraph(lines_text(left, "Left"))));
    row.cells.push_back(cell(builder.paragraph(lines_text(right, "Right"))));
    return builder.block(std::move(row), builder.plain());
  };
  builder.rest().push_back(builder.paragraph(lines_text(5, "Before")));
  builder.rest().push_back(row_of(8, 2));
  Diagnostics diagnostics;
  pages::PagedDocument document = builder.paginate(diagnostics);
  REQUIRE(document.pages.size() == 2);
  CHECK(texts_of(document.pages[1]).size() == 10);

  builder.rest().back() = row_of(14, 3);
  builder.rest().push_back(builder.paragraph("After"));
  document = builder.paginate(diagnostics);
  REQUIRE(document.pages.size() == 3);
  CHECK(texts_of(document.pages[1]).size() == 11 + 3);
  CHECK(texts_of(document.pages[2]) == std::vector<std::string>{"Left 12", "Left 13", "Left 14", "After"});
}

TEST_CASE("a row stays with what follows when the end of one of its cells does") {
  for (const bool keeps : {false, true}) {
    ManuscriptBuilder builder;
    const StyleId end = builder.style([&](StyleProperties& p) { p.keep_with_next = keeps; });
    design::Row row;
    row.gap = 20_pt;
    row.cells.push_back(cell(builder.paragraph(lines_text(3, "Left"))));
    row.cells.push_back(cell(builder.paragraph("Right", end)));
    builder.rest().push_back(builder.paragraph(lines_text(8, "Before")));
    builder.rest().push_back(builder.block(std::move(row), builder.plain()));
    builder.rest().push_back(builder.paragraph("After"));
    Diagnostics diagnostics;
    const pages::PagedDocument document = builder.paginate(diagnostics);
    REQUIRE(document.pages.size() == 2);
    // Eleven lines fill the page: eight, and the row's three.
    CHECK(texts_of(document.pages[1]).size() == (keeps ? 5 : 1));
  }
}

TEST_CASE("a title beside its text is not tied to what stands below the row") {
  ManuscriptBuilder builder;
  design::Row row;
  row.gap = 20_pt;
  row.cells.push_back(cell(builder.title("Title", builder.plain())));
  row.cells.push_back(cell(builder.paragraph(lines_text(3, "Text"))));
  builder.rest().push_back(builder.paragraph(lines_text(8, "Before")));
  builder.rest().push_back(builder.block(std::move(row), builder.plain()));
  builder.rest().push_back(builder.paragraph("After"));
  Diagnostics diagnostics;
  const pages::PagedDocument document = builder.paginate(diagnostics);
  REQUIRE(document.pages.size() == 2);
  CHECK(texts_of(document.pages[1]) == std::vector<std::string>{"After"});
}

TEST_CASE("chevrons: the first is flat at its start, the others are notched, and point towards the end") {
  for (const Locale& locale : {english(), arabic()}) {
    ManuscriptBuilder builder(locale);
    const StyleId chevron = builder.style([](StyleProperties& p) {
      p.shape = design::BoxShape::chevron;
      p.fill = "tint";
      p.min_height = points(20);
    });
    design::Row row;
    row.gap = 20_pt;
    for (int i = 0; i < 2; ++i) {
      row.cells.push_back(cell(builder.stack({builder.title("1", chevron)}, builder.plain())));
    }
    builder.rest().push_back(builder.block(std::move(row), builder.plain()));
    Diagnostics diagnostics;
    const auto shapes = filled_with(builder.paginate(diagnostics).pages.at(0), tint);
    REQUIRE(shapes.size() == 2);
    CHECK(shapes[0].segments == 6);
    CHECK(shapes[1].segments == 7);
    CHECK(shapes[0].box.height == 20_pt);
    const bool mirrored = locale.direction == Direction::right_to_left;
    CHECK(shapes[0].box.x == (mirrored ? 160_pt : 20_pt));
  }
}

}  // namespace
}  // namespace handout::tests
