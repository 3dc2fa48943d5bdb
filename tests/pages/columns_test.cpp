#include <doctest/doctest.h>

#include "pages/manuscript_builder.h"

namespace handout::tests {
namespace {

ManuscriptBuilder two_columns() {
  ManuscriptBuilder builder;
  builder.region().columns = 2;
  builder.region().column_gap = 20_pt;
  return builder;
}
constexpr Length second_column = 160_pt;  // 20 + (260 - 20) / 2 + 20

std::size_t lines_at(const pages::Page& page, Length left) {
  const auto lines = lines_of(page);
  return static_cast<std::size_t>(
      std::count_if(lines.begin(), lines.end(), [&](const SeenText& line) { return line.left == left; }));
}

TEST_CASE("columns are filled one after the other, or balanced where the region asks for it") {
  ManuscriptBuilder builder = two_columns();
  for (int i = 0; i < 14; ++i)
    builder.rest().push_back(builder.paragraph("Words"));
  Diagnostics diagnostics;
  pages::PagedDocument document = builder.paginate(diagnostics);
  REQUIRE(document.pages.size() == 1);
  CHECK(lines_at(document.pages[0], 20_pt) == 11);
  CHECK(lines_at(document.pages[0], second_column) == 3);
  builder.region().balance = true;
  document = builder.paginate(diagnostics);
  CHECK(lines_at(document.pages[0], 20_pt) == 7);
  CHECK(lines_at(document.pages[0], second_column) == 7);
}

TEST_CASE("a spanning block starts below the longest column, and columns above it are balanced") {
  ManuscriptBuilder builder = two_columns();
  const StyleId spanning = builder.style([](StyleProperties& p) { p.span = design::Span::all; });
  for (int i = 0; i < 5; ++i)
    builder.rest().push_back(builder.paragraph("Above"));
  builder.rest().push_back(builder.paragraph("Spanning", spanning));
  for (int i = 0; i < 2; ++i)
    builder.rest().push_back(builder.paragraph("Below"));
  Diagnostics diagnostics;
  const pages::PagedDocument document = builder.paginate(diagnostics);
  const auto lines = lines_of(document.pages.at(0));
  REQUIRE(lines.size() == 8);
  CHECK(lines[0].baseline == lines[3].baseline);
  const SeenText* spanned = find_text(lines, "Spanning");
  REQUIRE(spanned);
  CHECK(spanned->baseline - lines[2].baseline == 14_pt);
  CHECK(spanned->left == 20_pt);
}

TEST_CASE("a block that spans inside a section takes the section apart, spaces and all") {
  ManuscriptBuilder builder = two_columns();
  const StyleId spanning = builder.style([](StyleProperties& p) { p.span = design::Span::all; });
  const StyleId section = builder.style([](StyleProperties& p) { p.space_before = range(30); });
  builder.rest().push_back(builder.paragraph("Before"));
  builder.rest().push_back(
      builder.stack({builder.paragraph("Inside"), builder.paragraph("Spanning", spanning)}, section));
  Diagnostics diagnostics;
  const pages::PagedDocument document = builder.paginate(diagnostics);
  const auto lines = lines_of(document.pages.at(0));
  REQUIRE(lines.size() == 3);
  CHECK(find_text(lines, "Inside")->left == second_column);
  CHECK(find_text(lines, "Spanning")->left == 20_pt);
  // The section's space is that above its first block.
  builder.rest().back() =
      builder.stack({builder.paragraph("Spanning", spanning), builder.paragraph("Inside")}, section);
  const auto apart = lines_of(builder.paginate(diagnostics).pages.at(0));
  CHECK(find_text(apart, "Spanning")->baseline - find_text(apart, "Before")->baseline == 14_pt + 30_pt);
  CHECK(find_text(apart, "Inside")->baseline - find_text(apart, "Spanning")->baseline == 14_pt);
}

/// A section whose title spans the columns, with lines of text under it.
FlowBlock section_of(ManuscriptBuilder& builder, int lines, StyleId style) {
  const StyleId spanning = builder.style([](StyleProperties& p) { p.span = design::Span::all; });
  FlowBlocks blocks;
  blocks.push_back(builder.title("Section", spanning));
  for (int i = 0; i < lines; ++i)
    blocks.push_back(builder.paragraph("Inside"));
  return builder.stack(std::move(blocks), style);
}

/// How many lines of the section stand on each page, its title too: "9 6".
std::string lines_of_section(const pages::PagedDocument& document) {
  std::string counts;
  for (const pages::Page& page : document.pages) {
    const auto texts = texts_of(page);
    const auto count = std::count_if(texts.begin(), texts.end(),
                                     [](const std::string& text) { return text == "Section" || text == "Inside"; });
    counts += (counts.empty() ? "" : " ") + std::to_string(count);
  }
  return counts;
}

TEST_CASE("a section taken apart by what spans in it stays whole where it should, if a page can hold it") {
  struct Case {
    bool kept;
    int before, inside;
    const char* on_page;
  };
  // A page has two columns of eleven lines. The title spans both, the lines under it are balanced.
  for (const Case& one : {Case{true, 8, 10, "11"}, Case{true, 12, 14, "0 15"}, Case{false, 12, 14, "9 6"},
                          Case{true, 12, 20, "0 21 0"}, Case{true, 12, 21, "9 13"}, Case{true, 12, 40, "9 22 10"}}) {
    CAPTURE(one.before);
    CAPTURE(one.inside);
    ManuscriptBuilder builder = two_columns();
    const StyleId section = builder.style([&](StyleProperties& p) { p.keep_together = one.kept; });
    for (int i = 0; i < one.before; ++i)
      builder.rest().push_back(builder.paragraph("Before"));
    builder.rest().push_back(section_of(builder, one.inside, section));
    builder.rest().push_back(builder.paragraph("After"));
    Diagnostics diagnostics;
    const pages::PagedDocument document = builder.paginate(diagnostics);
    CHECK(lines_of_section(document) == one.on_page);
    CHECK(find_text(lines_of(document.pages.back()), "After") != nullptr);
  }
}

TEST_CASE(
    "such a section that is first on its page waits for a page with more room, if there is one that can hold it") {
  struct Case {
    int inside;
    bool has_more_room;  ///< the second page
    const char* on_page;
  };
  // The first page has two columns of five lines.
  for (const Case& one :
       {Case{8, true, "9"}, Case{14, true, "0 15"}, Case{14, false, "9 6"}, Case{40, true, "9 22 10"}}) {
    CAPTURE(one.inside);
    CAPTURE(one.has_more_room);
    ManuscriptBuilder builder = two_columns();
    design::StyledPage low = builder.page();
    low.margins.bottom = 100_pt;
    builder.manuscript.pages[one.has_more_room ? "first" : "all"] = low;
    const StyleId section = builder.style([](StyleProperties& p) { p.keep_together = true; });
    builder.rest().push_back(section_of(builder, one.inside, section));
    Diagnostics diagnostics;
    CHECK(lines_of_section(builder.paginate(diagnostics)) == one.on_page);
  }
}

FlowBlock chain(ManuscriptBuilder& builder, int sections) {
  design::Row row;
  row.beside_chain = true;
  row.level_first_children = true;
  row.gap = 5_pt;
  for (int i = 1; i <= sections; ++i) {
    const std::string name = "Section " + std::to_string(i);
    design::RowCell cell;
    const std::string heading = i == 1 ? name +
                                             "\xE2\x80\xA8"
                                             "second line"
                                       : name;
    cell.block = builder.stack(
        {builder.title(heading, builder.plain()), builder.paragraph("Text " + std::to_string(i))}, builder.plain());
    row.cells.push_back(std::move(cell));
  }
  return builder.block(std::move(row), builder.plain());
}

TEST_CASE("sections side by side stand in the region's columns, their texts level") {
  ManuscriptBuilder builder = two_columns();
  builder.rest().push_back(chain(builder, 2));
  Diagnostics diagnostics;
  const auto lines = lines_of(builder.paginate(diagnostics).pages.at(0));
  REQUIRE(find_text(lines, "Text 2"));
  CHECK(find_text(lines, "Section 2")->left == second_column);
  CHECK(find_text(lines, "Text 1")->baseline == find_text(lines, "Text 2")->baseline);
  CHECK(find_text(lines, "Section 1")->baseline == find_text(lines, "Section 2")->baseline);
}

TEST_CASE("a chain of three makes three columns; in one column sections stand below one another") {
  ManuscriptBuilder builder = two_columns();
  builder.rest().push_back(chain(builder, 3));
  Diagnostics diagnostics;
  auto lines = lines_of(builder.paginate(diagnostics).pages.at(0));
  CHECK(find_text(lines, "Text 3")->baseline == find_text(lines, "Text 1")->baseline);
  // 260 pt less two gaps of 20 pt make three columns.
  const Length pitch = (260_pt - 20_pt * 2) / 3 + 20_pt;
  CHECK(find_text(lines, "Text 2")->left == 20_pt + pitch);
  CHECK(find_text(lines, "Text 3")->left == 20_pt + pitch * 2);
  builder.region().columns = 1;
  lines = lines_of(builder.paginate(diagnostics).pages.at(0));
  CHECK(find_text(lines, "Text 3")->left == 20_pt);
  CHECK(find_text(lines, "Section 2")->baseline - find_text(lines, "Text 1")->baseline == 14_pt);
}

TEST_CASE("a title does not stay behind when the spanning block under it goes to the next page") {
  ManuscriptBuilder builder = two_columns();
  const StyleId spanning = builder.style([](StyleProperties& p) {
    p.span = design::Span::all;
    p.keep_together = true;
  });
  for (int i = 0; i < 18; ++i)
    builder.rest().push_back(builder.paragraph("Before"));
  builder.rest().push_back(builder.title("Title", builder.plain()));
  builder.rest().push_back(builder.paragraph(lines_text(4, "Spanning"), spanning));
  Diagnostics diagnostics;
  const pages::PagedDocument document = builder.paginate(diagnostics);
  REQUIRE(document.pages.size() == 2);
  CHECK(texts_of(document.pages[1]).front() == "Title");
  CHECK(texts_of(document.pages[0]).size() == 18);
}

TEST_CASE("a title over columns has two lines under it at least") {
  ManuscriptBuilder builder = two_columns();
  const StyleId spanning = builder.style([](StyleProperties& p) { p.span = design::Span::all; });
  for (const std::size_t before : {18U, 16U}) {
    builder.rest().clear();
    for (std::size_t i = 0; i < before; ++i)
      builder.rest().push_back(builder.paragraph("Before"));
    builder.rest().push_back(builder.title("Title", spanning));
    for (int i = 0; i < 8; ++i)
      builder.rest().push_back(builder.paragraph("Item"));
    Diagnostics diagnostics;
    const pages::PagedDocument document = builder.paginate(diagnostics);
    REQUIRE(document.pages.size() == 2);
    // Eleven lines a column: nine and a title leave one, eight and a title two.
    CHECK((texts_of(document.pages[1]).front() == "Title") == (before == 18));
  }
}

TEST_CASE("a paragraph that goes on in a narrower box is set anew from where it was left") {
  ManuscriptBuilder builder;
  design::StyledPage narrow = builder.page();
  narrow.margins.end = 120_pt;
  builder.manuscript.pages["2"] = narrow;
  std::string text;
  for (int i = 1; i <= 120; ++i)
    text += "word" + std::to_string(i) + " ";
  text.pop_back();
  builder.rest().push_back(builder.paragraph(text));
  Diagnostics diagnostics;
  const pages::PagedDocument document = builder.paginate(diagnostics);
  std::string printed;
  for (const pages::Page& page : document.pages) {
    for (const SeenText& line : lines_of(page)) {
      printed += (printed.empty() ? "" : " ") + line.text;
      if (page.label == "2") CHECK(line.right <= 180_pt);
    }
  }
  CHECK(printed == text);
  CHECK(document.pages.size() >= 2);
}

}  // namespace
}  // namespace handout::tests
