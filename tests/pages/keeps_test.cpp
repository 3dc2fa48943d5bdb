#include <doctest/doctest.h>

#include "pages/manuscript_builder.h"

namespace handout::tests {
namespace {

// The page holds 160 pt: eleven lines of 14 pt.

TEST_CASE("a page is filled line by line, and text goes on on the next") {
  ManuscriptBuilder builder;
  for (int i = 1; i <= 13; ++i)
    builder.rest().push_back(builder.paragraph("Block " + std::to_string(i)));
  Diagnostics diagnostics;
  const pages::PagedDocument document = builder.paginate(diagnostics);
  CHECK(diagnostics.items().empty());
  REQUIRE(document.pages.size() == 2);
  CHECK(texts_of(document.pages[0]).size() == 11);
  CHECK(texts_of(document.pages[1]) == std::vector<std::string>{"Block 12", "Block 13"});
  CHECK(document.pages[1].label == "2");
  CHECK(document.setting == 0);
}

TEST_CASE("spaces collapse to the larger of two, and are dropped at the top of a page") {
  ManuscriptBuilder builder;
  const StyleId spaced = builder.style([](StyleProperties& p) {
    p.space_before = range(20);
    p.space_after = range(6);
  });
  builder.rest().push_back(builder.paragraph("One", spaced));
  builder.rest().push_back(builder.paragraph("Two", spaced));
  Diagnostics diagnostics;
  const auto lines = lines_of(builder.paginate(diagnostics).pages.at(0));
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].baseline < 34_pt);
  CHECK(lines[1].baseline - lines[0].baseline == 14_pt + 20_pt);
}

TEST_CASE("widows and orphans") {
  struct Case {
    int before, lines;
    std::size_t on_first;
  };
  // Eleven lines fit. A paragraph never leaves one line behind, nor takes one along.
  for (const Case& one : {Case{10, 5, 10}, Case{9, 5, 11}, Case{8, 4, 10}, Case{8, 3, 11}, Case{9, 3, 9}}) {
    CAPTURE(one.before);
    CAPTURE(one.lines);
    ManuscriptBuilder builder;
    for (int i = 0; i < one.before; ++i)
      builder.rest().push_back(builder.paragraph("Before"));
    builder.rest().push_back(builder.paragraph(lines_text(one.lines)));
    Diagnostics diagnostics;
    const pages::PagedDocument document = builder.paginate(diagnostics);
    CHECK(texts_of(document.pages.at(0)).size() == one.on_first);
  }
}

TEST_CASE("a title stays with what follows, and so does a chain of titles") {
  ManuscriptBuilder builder;
  for (int i = 0; i < 9; ++i)
    builder.rest().push_back(builder.paragraph("Before"));
  builder.rest().push_back(builder.title("Title", builder.plain()));
  builder.rest().push_back(builder.title("Subtitle", builder.plain()));
  builder.rest().push_back(builder.paragraph("After"));
  Diagnostics diagnostics;
  const pages::PagedDocument document = builder.paginate(diagnostics);
  REQUIRE(document.pages.size() == 2);
  CHECK(texts_of(document.pages[0]).size() == 9);
  CHECK(texts_of(document.pages[1]) == std::vector<std::string>{"Title", "Subtitle", "After"});
}

TEST_CASE("a block too tall to stay whole gives way without parting a title from its text, or a paragraph's lines") {
  ManuscriptBuilder builder;
  const StyleId kept = builder.style([](StyleProperties& p) { p.keep_together = true; });
  builder.rest().push_back(
      builder.stack({builder.paragraph(lines_text(9, "First")), builder.title("Title", builder.plain()),
                     builder.paragraph(lines_text(3, "Second"))},
                    kept));
  Diagnostics diagnostics;
  const pages::PagedDocument document = builder.paginate(diagnostics);
  REQUIRE(document.pages.size() == 2);
  CHECK(texts_of(document.pages[0]).size() == 9);
  CHECK(texts_of(document.pages[1]) == std::vector<std::string>{"Title", "Second 1", "Second 2", "Second 3"});
}

TEST_CASE("keep-together moves a block whole, unless it is taller than any page") {
  ManuscriptBuilder builder;
  const StyleId kept = builder.style([](StyleProperties& p) { p.keep_together = true; });
  builder.rest().push_back(builder.paragraph(lines_text(8, "Before")));
  builder.rest().push_back(builder.stack({builder.paragraph(lines_text(2)), builder.paragraph(lines_text(3))}, kept));
  Diagnostics diagnostics;
  pages::PagedDocument document = builder.paginate(diagnostics);
  REQUIRE(document.pages.size() == 2);
  CHECK(texts_of(document.pages[0]).size() == 8);
  for (const int lines : {11, 12, 14}) {
    CAPTURE(lines);
    builder.rest().back() = builder.paragraph(lines_text(lines), kept);
    document = builder.paginate(diagnostics);
    // What no page can hold waits for none.
    REQUIRE(document.pages.size() == 2);
    CHECK(texts_of(document.pages[0]).size() == (lines == 11 ? 8 : 11));
  }
  CHECK(diagnostics.items().empty());
}

TEST_CASE("break-before starts a new page, but no empty one") {
  ManuscriptBuilder builder;
  const StyleId breaking = builder.style([](StyleProperties& p) { p.break_before = design::BreakBefore::page; });
  builder.rest().push_back(builder.paragraph("First", breaking));
  builder.rest().push_back(builder.paragraph("Second", breaking));
  Diagnostics diagnostics;
  const pages::PagedDocument document = builder.paginate(diagnostics);
  REQUIRE(document.pages.size() == 2);
  CHECK(texts_of(document.pages[0]) == std::vector<std::string>{"First"});
}

TEST_CASE("every element that is drawn has one anchor: the place of its first line") {
  ManuscriptBuilder builder;
  const StructureId section = builder.element(StructureType::section);
  FlowBlock block;
  block.style = builder.plain();
  const StructureId paragraph = builder.element(StructureType::paragraph, section);
  block.content = builder.words(lines_text(14), block.style, paragraph);
  builder.rest().push_back(block);
  const StructureId unused = builder.element(StructureType::paragraph);
  Diagnostics diagnostics;
  const pages::PagedDocument document = builder.paginate(diagnostics);
  REQUIRE(document.pages.size() == 2);
  std::vector<StructureId> anchored;
  for (const pages::Anchor& anchor : document.anchors) {
    anchored.push_back(anchor.element);
    CHECK(anchor.page == 0);
    CHECK(anchor.top == Point{20_pt, 20_pt});
  }
  CHECK(anchored == std::vector<StructureId>{StructureId{0}, section, paragraph});
  CHECK(std::find(anchored.begin(), anchored.end(), unused) == anchored.end());
}

TEST_CASE("no page and no column ends within a word") {
  // Each paragraph's middle line ends in a hyphen: wherever the page ends, it is not there.
  for (int before = 0; before < 11; ++before) {
    CAPTURE(before);
    ManuscriptBuilder builder(*parse_locale("de"));
    const StyleId hyphenated = builder.style([](StyleProperties& p) {
      p.hyphenate = true;
      p.orphans = 1;
      p.widows = 1;
      p.width = points(75);
    });
    for (int i = 0; i < before; ++i)
      builder.rest().push_back(builder.paragraph("Vorher"));
    builder.rest().push_back(builder.paragraph(
        "Bandscheibenvorfallbehandlungen helfen Bandscheibenpatienten Bandscheibenvorfallbehandlungen", hyphenated));
    Diagnostics diagnostics;
    const pages::PagedDocument document = builder.paginate(diagnostics);
    bool hyphen = false;
    for (const pages::Page& page : document.pages) {
      const auto texts = texts_of(page);
      CHECK_FALSE(texts.back().ends_with("\u00AD"));
      hyphen = hyphen || std::any_of(texts.begin(), texts.end(),
                                     [](const std::string& text) { return text.ends_with("\u00AD"); });
    }
    CHECK(hyphen);
  }
}

}  // namespace
}  // namespace handout::tests
