#include <doctest/doctest.h>

#include "pages/manuscript_builder.h"

namespace handout::tests {
namespace {

constexpr Color line_ink{120, 120, 120};
constexpr Color tint{230, 240, 250};

struct TableStyles {
  StyleId table, cell, row, head;
};

design::TableRow row_of(ManuscriptBuilder& builder, const std::vector<std::string>& words, const TableStyles& styles) {
  design::TableRow row;
  row.style = styles.row;
  row.element = builder.element(StructureType::table_row);
  int column = 0;
  for (const std::string& text : words) {
    design::TableCell cell;
    cell.style = styles.cell;
    cell.element = builder.element(StructureType::table_cell, row.element);
    cell.column = column++;
    if (!text.empty()) cell.blocks.push_back(builder.paragraph(text));
    row.cells.push_back(std::move(cell));
  }
  return row;
}

TableStyles data_styles(ManuscriptBuilder& builder) {
  TableStyles styles;
  styles.table = builder.style([](StyleProperties& p) {
    p.row_rule = points(1);
    p.rule_ink = "line";
    p.repeat_head = true;
  });
  styles.cell = builder.style([](StyleProperties& p) { p.padding = points(3); });
  styles.row = builder.plain();
  styles.head = builder.style([](StyleProperties& p) {
    p.rule_bottom = points(2);
    p.rule_ink = "primary";
  });
  return styles;
}

design::Table table_of(ManuscriptBuilder& builder, int rows, const TableStyles& styles) {
  design::Table table;
  table.columns = 2;
  table.head_style = styles.head;
  table.head.push_back(row_of(builder, {"Head", "Count"}, styles));
  for (int i = 1; i <= rows; ++i) {
    table.rows.push_back(row_of(builder, {"Row " + std::to_string(i), std::to_string(i)}, styles));
  }
  return table;
}

TEST_CASE("a table goes on on the next page below its head, which is then an artifact") {
  ManuscriptBuilder builder;
  const TableStyles styles = data_styles(builder);
  builder.rest().push_back(builder.block(table_of(builder, 9, styles), styles.table));
  Diagnostics diagnostics;
  const pages::PagedDocument document = builder.paginate(diagnostics);
  CHECK(diagnostics.items().empty());
  REQUIRE(document.pages.size() == 2);
  const auto second = lines_of(document.pages[1]);
  REQUIRE(second.size() >= 4);
  CHECK(second[0].text == "HeadCount");  // artifacts on one baseline
  CHECK(std::holds_alternative<design::Artifact>(second[0].tag));
  CHECK(std::holds_alternative<StructureId>(lines_of(document.pages[0])[0].tag));
  CHECK(std::holds_alternative<StructureId>(second[1].tag));
  int rows = 0;
  for (const pages::Page& page : document.pages) {
    for (const std::string& text : texts_of(page))
      rows += text.starts_with("Row ") ? 1 : 0;
  }
  CHECK(rows == 9);
}

TEST_CASE("above the repeated head stands that the table is continued, an artifact, each time it is") {
  ManuscriptBuilder builder;
  const TableStyles styles = data_styles(builder);
  const StyleId caption = builder.style([](StyleProperties& p) {
    p.space_before = range(4);
    p.space_after = range(9);
  });
  design::Table table = table_of(builder, 16, styles);
  FlowBlock words = builder.block(builder.words("continued", caption, design::Artifact::layout), caption);
  table.continued = {words};
  builder.rest().push_back(builder.block(std::move(table), styles.table));
  Diagnostics diagnostics;
  const pages::PagedDocument document = builder.paginate(diagnostics);
  CHECK(diagnostics.items().empty());
  REQUIRE(document.pages.size() == 3);
  CHECK(find_text(lines_of(document.pages[0]), "continued") == nullptr);
  int rows = 0;
  for (std::size_t page = 0; page < 3; ++page) {
    const auto lines = lines_of(document.pages[page]);
    for (const SeenText& line : lines) {
      rows += line.text.starts_with("Row ") ? 1 : 0;
      CHECK(line.baseline < 180_pt);
    }
    if (page == 0) continue;
    REQUIRE(lines.size() > 2);
    CHECK(lines[0].text == "continued");
    CHECK(std::holds_alternative<design::Artifact>(lines[0].tag));
    CHECK(lines[1].text == "HeadCount");
    // A line of 14 pt, 4 pt as between a table and its caption, 3 pt of padding.
    CHECK(lines[1].baseline - lines[0].baseline == 21_pt);
  }
  CHECK(rows == 16);
}

TEST_CASE("rules: below the head, between rows, none after the last") {
  ManuscriptBuilder builder;
  const TableStyles styles = data_styles(builder);
  builder.rest().push_back(builder.block(table_of(builder, 3, styles), styles.table));
  Diagnostics diagnostics;
  const pages::PagedDocument document = builder.paginate(diagnostics);
  CHECK(filled_with(document.pages.at(0), line_ink).size() == 2);
  const auto below_head = filled_with(document.pages.at(0), {10, 20, 200});
  REQUIRE(below_head.size() == 1);
  CHECK(below_head[0].box == Rect{20_pt, 40_pt, 260_pt, 2_pt});
}

TEST_CASE("columns stand 6 mm apart, first baselines level") {
  ManuscriptBuilder builder;
  TableStyles styles = data_styles(builder);
  const StyleId large = builder.style([](StyleProperties& p) { p.size = range(20); });
  design::Table table = table_of(builder, 1, styles);
  table.rows[0].cells[1].blocks = {builder.paragraph("99", large)};
  builder.rest().push_back(builder.block(std::move(table), styles.table));
  Diagnostics diagnostics;
  const auto lines = lines_of(builder.paginate(diagnostics).pages.at(0));
  CHECK(find_text(lines, "99")->baseline == find_text(lines, "Row 1")->baseline);
  CHECK(find_text(lines, "Count")->left - find_text(lines, "Head")->right >= 6_mm);
}

TEST_CASE("a table to fill in: lines around every cell, rows of the least height, empty cells") {
  ManuscriptBuilder builder;
  TableStyles styles = data_styles(builder);
  styles.table = builder.style([](StyleProperties& p) {
    p.rule = points(1);
    p.rule_ink = "line";
    p.row_height = points(30);
  });
  design::Table table = table_of(builder, 0, styles);
  table.grid = true;
  table.rows.push_back(row_of(builder, {"Row", ""}, styles));
  table.rows.push_back(row_of(builder, {"", ""}, styles));
  builder.rest().push_back(builder.block(std::move(table), styles.table));
  Diagnostics diagnostics;
  const pages::PagedDocument document = builder.paginate(diagnostics);
  const auto rules = filled_with(document.pages.at(0), line_ink);
  // Each row draws its two lines across and three down.
  CHECK(rules.size() == 15);
  Length lowest;
  for (const SeenPath& rule : rules)
    lowest = std::max(lowest, rule.box.bottom());
  CHECK(lowest == 20_pt + 90_pt + 0.5_pt);
  const auto lines = lines_of(document.pages.at(0));
  CHECK(find_text(lines, "Row")->left == 26_pt);
}

TEST_CASE("a table is never wider than its measure; words that are too long for their cells are told of") {
  const std::string long_word = "Hydroxychloroquinesulphate";
  for (const bool grid : {false, true}) {
    CAPTURE(grid);
    ManuscriptBuilder builder;
    TableStyles styles = data_styles(builder);
    styles.table = builder.style([](StyleProperties& p) {
      p.rule = points(1);
      p.row_rule = points(1);
      p.rule_ink = "line";
    });
    design::Table table;
    table.columns = 4;
    table.grid = grid;
    table.head_style = styles.head;
    for (int i = 0; i < 2; ++i)
      table.rows.push_back(row_of(builder, {long_word, long_word, "2 mg", long_word}, styles));
    builder.rest().push_back(builder.block(std::move(table), styles.table));
    Diagnostics diagnostics;
    const pages::PagedDocument document = builder.paginate(diagnostics);
    for (const SeenPath& rule : filled_with(document.pages.at(0), line_ink)) {
      CHECK(rule.box.x >= 19.5_pt);
      CHECK(rule.box.right() <= 280.5_pt);
    }
    CHECK(std::any_of(diagnostics.items().begin(), diagnostics.items().end(), [&](const Diagnostic& one) {
      return one.code == "text.overfull-line" && one.message.find(long_word) != std::string::npos;
    }));
  }
}

TEST_CASE("words in a narrow table are divided before its columns shrink") {
  ManuscriptBuilder builder;
  TableStyles styles = data_styles(builder);
  const StyleId divided = builder.style([](StyleProperties& p) { p.hyphenate = true; });
  design::Table table;
  table.columns = 3;
  table.grid = true;
  table.head_style = styles.head;
  table.rows.push_back(row_of(builder, {"", "", ""}, styles));
  for (design::TableCell& cell : table.rows[0].cells)
    cell.blocks = {builder.paragraph("physiotherapeutic rehabilitation", divided)};
  builder.rest().push_back(builder.block(std::move(table), styles.table));
  builder.page().margins = {20_pt, 20_pt, 60_pt, 60_pt, std::nullopt, std::nullopt};
  Diagnostics diagnostics;
  const pages::PagedDocument document = builder.paginate(diagnostics);
  CHECK(diagnostics.items().empty());
  for (const SeenText& line : lines_of(document.pages.at(0)))
    CHECK(line.right <= 240_pt);
}

TEST_CASE("a row taller than a page is divided") {
  ManuscriptBuilder builder;
  const TableStyles styles = data_styles(builder);
  design::Table table = table_of(builder, 1, styles);
  table.rows[0].cells[0].blocks = {builder.paragraph(lines_text(15))};
  builder.rest().push_back(builder.block(std::move(table), styles.table));
  Diagnostics diagnostics;
  const pages::PagedDocument document = builder.paginate(diagnostics);
  std::vector<std::string> printed;
  for (const pages::Page& page : document.pages) {
    for (const SeenText& line : lines_of(page)) {
      if (line.text.starts_with("Line ")) printed.push_back(line.text);
      CHECK(line.baseline <= 180_pt);
    }
  }
  CHECK(printed.size() == 15);
  // Seven lines beside the head, and then eight.
  CHECK(document.pages.size() == 2);
}

TEST_CASE("a row too tall for a slot inside a box is divided, and the pages come to an end") {
  ManuscriptBuilder builder;
  const TableStyles styles = data_styles(builder);
  design::Table table = table_of(builder, 1, styles);
  table.rows[0].cells[0].blocks = {builder.paragraph(lines_text(15))};
  builder.manuscript.threads.front().blocks = {builder.block(std::move(table), styles.table)};
  design::FurnitureStack inner;
  inner.items = {builder.furniture_words(lines_text(4, "Above")), builder.slot(0)};
  builder.region().furniture = {builder.furniture(inner)};
  Diagnostics diagnostics;
  const pages::PagedDocument document = builder.paginate(diagnostics);
  REQUIRE(document.pages.size() <= 4);
  std::size_t printed = 0;
  for (const pages::Page& page : document.pages) {
    for (const SeenText& line : lines_of(page)) {
      if (line.text.starts_with("Line ")) ++printed;
      CHECK(line.baseline <= 180_pt);
    }
    // The head is printed again, as an artifact on one baseline.
    const bool has_head = find_text(lines_of(page), "Head") || find_text(lines_of(page), "HeadCount");
    CHECK(has_head);
  }
  CHECK(printed == 15);
}

TEST_CASE("a small table stays whole where columns are balanced; a longer one leaves no row alone") {
  for (const int rows : {4, 8}) {
    CAPTURE(rows);
    ManuscriptBuilder builder;
    builder.region().columns = 2;
    builder.region().column_gap = 20_pt;
    builder.region().balance = true;
    TableStyles styles = data_styles(builder);
    styles.cell = builder.plain();
    builder.rest().push_back(builder.paragraph("Before"));
    builder.rest().push_back(builder.block(table_of(builder, rows, styles), styles.table));
    Diagnostics diagnostics;
    const auto lines = lines_of(builder.paginate(diagnostics).pages.at(0));
    const auto row_left = [&](int row) { return find_text(lines, "Row " + std::to_string(row))->left; };
    CHECK(row_left(1) == row_left(2));
    CHECK(row_left(rows - 1) == row_left(rows));
    CHECK((row_left(1) == row_left(rows)) == (rows == 4));
  }
}

TEST_CASE("every other row is striped; in black only nothing is filled") {
  ManuscriptBuilder builder;
  TableStyles styles = data_styles(builder);
  styles.table = builder.style([](StyleProperties& p) { p.stripe = "tint"; });
  builder.rest().push_back(builder.block(table_of(builder, 4, styles), styles.table));
  Diagnostics diagnostics;
  CHECK(filled_with(builder.paginate(diagnostics).pages.at(0), tint).size() == 2);
  builder.manuscript.black_only = true;
  CHECK(filled_with(builder.paginate(diagnostics).pages.at(0), tint).empty());
}

}  // namespace
}  // namespace handout::tests
