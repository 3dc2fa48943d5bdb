#include <doctest/doctest.h>

#include "pages/figure_builder.h"

namespace handout::tests {
namespace {

/// Blocks whose spaces give from 8 pt to 4 pt, then leading from 1.6 to 1.2, sizes from 12 pt to 10 pt.
ManuscriptBuilder giving(int blocks, int most_pages) {
  ManuscriptBuilder builder;
  builder.manuscript.fit.pages = most_pages;
  builder.manuscript.fit.size_upper = 12_pt;
  builder.manuscript.fit.size_lower = 10_pt;
  builder.manuscript.fit.leading = {Factor::thousandths(1200), Factor::thousandths(1600)};
  const StyleId spaced = builder.style([](StyleProperties& p) { p.space_after = {points(4), points(8), true}; });
  for (int i = 0; i < blocks; ++i)
    builder.rest().push_back(builder.paragraph("Block", spaced));
  return builder;
}

TEST_CASE("the setting that is chosen is the first that fits: more text, tighter setting") {
  int last = 0;
  bool gave = false;
  for (int blocks = 4; blocks <= 24; ++blocks) {
    CAPTURE(blocks);
    const ManuscriptBuilder builder = giving(blocks, 2);
    Diagnostics diagnostics;
    const pages::PagedDocument document = builder.paginate(diagnostics);
    CHECK(document.setting >= last);
    gave = gave || (document.setting > 0 && document.setting < 15 && !document.overflows);
    last = document.setting;
    if (document.overflows) {
      CHECK(document.pages.size() > 2);
      CHECK(document.setting == 15);
      CHECK(document.overflow_lines >= 1);
      REQUIRE(diagnostics.items().size() == 1);
      CHECK(diagnostics.items()[0].code == "pages.overflow");
    } else {
      CHECK(document.pages.size() <= 2);
      CHECK(diagnostics.items().empty());
    }
    if (document.setting == 0 || document.overflows) continue;
    // One setting less would not have done.
    ManuscriptBuilder looser = builder;
    looser.manuscript.fit.pages = std::nullopt;
    CHECK(looser.paginate(diagnostics).pages.size() > 2);
  }
  CHECK(gave);
}

TEST_CASE("pages of appended notices are not counted") {
  for (const std::size_t appended : {0U, 1U}) {
    CAPTURE(appended);
    ManuscriptBuilder builder = giving(8, 1);
    const StyleId next_page = builder.style([](StyleProperties& p) { p.break_before = design::BreakBefore::page; });
    builder.rest().push_back(builder.paragraph("Notice", next_page));
    builder.manuscript.threads.front().appended = appended;
    Diagnostics diagnostics;
    const pages::PagedDocument document = builder.paginate(diagnostics);
    CHECK(document.overflows == (appended == 0));
    CHECK(document.pages.size() == 2);
    CHECK(find_text(lines_of(document.pages[1]), "Notice"));
  }
}

TEST_CASE("words too wide are told of once, and only as they are printed") {
  ManuscriptBuilder builder = giving(0, 1);
  // Wide at the sizes that are tried first, and in a header on two pages.
  const std::string wide(40, 'm');
  builder.rest().push_back(builder.paragraph(lines_text(12) + "\xE2\x80\xA8" + std::string(26, 'm')));
  Diagnostics diagnostics;
  const pages::PagedDocument fitted = builder.paginate(diagnostics);
  REQUIRE(fitted.setting > 0);
  CHECK(diagnostics.items().empty());
  builder.manuscript.fit.pages = std::nullopt;
  builder.page().boxes.insert(builder.page().boxes.begin(),
                              box_of(design::BoxKind::header, builder.plain(), {builder.furniture_words(wide)}));
  builder.rest().push_back(builder.paragraph(lines_text(14)));
  REQUIRE(builder.paginate(diagnostics).pages.size() > 1);
  std::size_t told = 0;
  for (const Diagnostic& item : diagnostics.items())
    told += item.message.find(wide) != std::string::npos ? 1 : 0;
  CHECK(told == 1);
}

/// Blocks whose spaces alone give, from 8 pt to 4 pt; 160 pt of page for them.
ManuscriptBuilder giving_space(int on_first_page, int on_second_page) {
  ManuscriptBuilder builder;
  builder.manuscript.fit.pages = 2;
  const StyleId spaced = builder.style([](StyleProperties& p) { p.space_after = {points(4), points(8), true}; });
  const StyleId next_page = builder.style([](StyleProperties& p) {
    p.space_after = {points(4), points(8), true};
    p.break_before = design::BreakBefore::page;
  });
  for (int i = 1; i <= on_first_page; ++i)
    builder.rest().push_back(builder.paragraph("First", spaced));
  for (int i = 1; i <= on_second_page; ++i)
    builder.rest().push_back(builder.paragraph("Second", i == 1 ? next_page : spaced));
  return builder;
}

TEST_CASE("a page that is not full takes its spaces back, up to what they are when nothing gives") {
  // Nine lines of 14 pt have 34 pt between them for eight gaps: all three steps of spacing are given.
  const ManuscriptBuilder builder = giving_space(3, 9);
  Diagnostics diagnostics;
  const pages::PagedDocument document = builder.paginate(diagnostics);
  CHECK(diagnostics.items().empty());
  CHECK(document.setting == 3);
  REQUIRE(document.pages.size() == 2);
  const auto first = lines_of(document.pages[0]), second = lines_of(document.pages[1]);
  REQUIRE(first.size() == 3);
  REQUIRE(second.size() == 9);
  CHECK(first[1].baseline - first[0].baseline == 22_pt);
  CHECK(first[2].baseline - first[1].baseline == 22_pt);
  // The full page has 2 pt left: a sixteenth of what was given, for each gap of eight.
  CHECK(second[1].baseline - second[0].baseline == 18_pt + 0.25_pt);
  CHECK(second[8].baseline < 180_pt);
}

TEST_CASE("a page that is not full takes the height of its figures back too") {
  // Beside six lines and their spaces of 4 pt, the second page has 52 pt for its figure.
  ManuscriptBuilder builder = giving_space(0, 9);
  const StyleId high = builder.style([](StyleProperties& p) {
    p.fill = "tint";
    p.max_height = {points(48), points(60), true};
  });
  design::Picture picture;
  picture.drawing = std::make_shared<const figures::Drawing>(drawing());
  picture.tag = builder.element(StructureType::figure);
  auto& blocks = builder.rest();
  blocks.insert(blocks.begin(), builder.block(picture, high));
  for (int i = 0; i < 3; ++i)
    blocks.pop_back();
  blocks.push_back(builder.block(picture, high));
  Diagnostics diagnostics;
  const pages::PagedDocument document = builder.paginate(diagnostics);
  CHECK(diagnostics.items().empty());
  REQUIRE(document.pages.size() == 2);
  CHECK(document.setting == 5);
  CHECK(filled_with(document.pages[0], tint).at(0).box.height == 60_pt);
  // At 52 pt all of the page is taken.
  const Length second = filled_with(document.pages[1], tint).at(0).box.height;
  CAPTURE(second);
  CHECK((second > 51_pt && second <= 52_pt));
}

TEST_CASE("labels are judged in the figure as it is printed, with its height back") {
  // The second label lies on the first where the figure is 60 pt high, and clear of it at 100 pt.
  LabelledFigure figure("Nerve");
  ManuscriptBuilder& builder = figure.builder;
  const auto giving_height = [](StyleProperties& p) {
    p.fill = "tint";
    p.max_height = {points(60), points(100), true};
  };
  FlowBlock& drawn = std::get<design::Stack>(builder.rest().front().content).children.front();
  drawn.style = builder.style(giving_height);
  auto& picture = std::get<design::Picture>(drawn.content);
  figures::Drawing two = *picture.drawing;
  auto second = std::get<figures::Label>(two.items.at(2));
  second.at.y += 6_pt;
  two.items.emplace_back(second);
  picture.drawing = std::make_shared<const figures::Drawing>(two);
  picture.labels.push_back({3, builder.words("Bone", builder.plain(), figure.element)});
  // The second page has room for its figure at 60 pt alone.
  const StyleId next_page = builder.style([&](StyleProperties& p) {
    giving_height(p);
    p.break_before = design::BreakBefore::page;
  });
  design::Picture plain;
  plain.drawing = std::make_shared<const figures::Drawing>(drawing());
  plain.tag = builder.element(StructureType::figure);
  builder.rest().push_back(builder.block(plain, next_page));
  builder.rest().push_back(builder.paragraph(lines_text(7)));
  builder.manuscript.fit.pages = 2;
  Diagnostics diagnostics;
  const pages::PagedDocument document = builder.paginate(diagnostics);
  CHECK(diagnostics.items().empty());
  REQUIRE(document.pages.size() == 2);
  CHECK(document.setting == 6);
  CHECK(filled_with(document.pages[0], tint).at(0).box.height == 100_pt);
  CHECK(filled_with(document.pages[1], tint).at(0).box.height < 63_pt);
  CHECK(find_text(lines_of(document.pages[0]), "Key") == nullptr);
  CHECK(find_text(lines_of(document.pages[0]), "Bone") != nullptr);
}

TEST_CASE("what stands on a page is what stood there before spaces were given back") {
  for (int blocks = 6; blocks <= 17; ++blocks) {
    CAPTURE(blocks);
    ManuscriptBuilder builder;
    builder.manuscript.fit.pages = 2;
    builder.region().columns = blocks % 2 + 1;
    builder.region().column_gap = 20_pt;
    const StyleId spaced = builder.style([](StyleProperties& p) { p.space_after = {points(4), points(8), true}; });
    for (int i = 0; i < blocks; ++i) {
      // One long paragraph may be divided.
      const std::string text = i == 5 ? lines_text(6) : "Block " + std::to_string(i);
      builder.rest().push_back(builder.paragraph(text, spaced));
    }
    Diagnostics diagnostics;
    const pages::PagedDocument document = builder.paginate(diagnostics);
    ManuscriptBuilder as_chosen = builder;
    as_chosen.manuscript.fit.pages = std::nullopt;
    const Length space = 8_pt - 4_pt * std::min(document.setting, 3) / 3;
    as_chosen.manuscript.styles.at(spaced.value).properties.space_after = {exactly(space), exactly(space), false};
    const pages::PagedDocument expected = as_chosen.paginate(diagnostics);
    REQUIRE(document.pages.size() == expected.pages.size());
    for (std::size_t page = 0; page < document.pages.size(); ++page)
      CHECK(texts_of(document.pages[page]) == texts_of(expected.pages[page]));
  }
}

TEST_CASE("without a limit nothing gives") {
  ManuscriptBuilder builder = giving(40, 1);
  builder.manuscript.fit.pages = std::nullopt;
  Diagnostics diagnostics;
  const pages::PagedDocument document = builder.paginate(diagnostics);
  CHECK(document.setting == 0);
  CHECK(document.pages.size() > 2);
  CHECK_FALSE(document.overflows);
}

TEST_CASE("the lines too many are those on the pages beyond the limit") {
  const ManuscriptBuilder builder = giving(30, 2);
  Diagnostics diagnostics;
  const pages::PagedDocument document = builder.paginate(diagnostics);
  REQUIRE(document.overflows);
  std::size_t beyond = 0;
  for (std::size_t i = 2; i < document.pages.size(); ++i)
    beyond += texts_of(document.pages[i]).size();
  CHECK(document.overflow_lines == static_cast<int>(beyond));
  CHECK(diagnostics.items()[0].message.find(std::to_string(beyond) + " line") != std::string::npos);
}

TEST_CASE("where every page is named, text that finds no room is an overflow") {
  ManuscriptBuilder builder;
  builder.manuscript.pages["1"] = builder.page();
  builder.manuscript.pages.erase("all");
  for (int i = 0; i < 15; ++i)
    builder.rest().push_back(builder.paragraph("Block"));
  Diagnostics diagnostics;
  const pages::PagedDocument document = builder.paginate(diagnostics);
  CHECK(document.pages.size() == 1);
  CHECK(document.overflows);
  CHECK(document.overflow_lines == 4);
  REQUIRE(diagnostics.items().size() == 1);
  CHECK(diagnostics.items()[0].code == "pages.overflow");
}

TEST_CASE("the same manuscript always gives the same pages, and the dump says where everything stands") {
  ManuscriptBuilder builder = giving(9, 2);
  const StyleId box = builder.style([](StyleProperties& p) {
    p.fill = "tint";
    p.padding = points(10);
  });
  builder.rest().insert(builder.rest().begin(), builder.stack({builder.paragraph("In a box")}, box));
  Diagnostics diagnostics;
  const std::string dump = pages::dump_pages(builder.paginate(diagnostics), fonts());
  CHECK(dump == pages::dump_pages(builder.paginate(diagnostics), fonts()));
  CHECK(dump.find("page 1 300.00x200.00\n") != std::string::npos);
  CHECK(dump.find("path 20.00 20.00 260.00x39.20 fill=#e6f0fa [layout]\n") != std::string::npos);
  CHECK(dump.find(" NotoSans-Regular 12.00 #000000 <") != std::string::npos);
  CHECK(dump.find("\"In a box\"\n") != std::string::npos);
}

TEST_CASE("a title takes a smaller size of its range before it takes a third line, and the smallest with one") {
  struct Case {
    const char* text;
    std::size_t lines;
    Length least, most;
  };
  for (const Case& one :
       {Case{"Short title", 1, 20_pt, 20_pt}, Case{"A title of two lines or so", 2, 20_pt, 20_pt},
        Case{"A longer title wants smaller letters", 2, 12_pt, 19_pt},
        Case{"A title that is so long that no size of its range will ever hold it in two", 3, 12_pt, 12_pt}}) {
    CAPTURE(std::string(one.text));
    ManuscriptBuilder builder;
    const StyleId style = builder.style([](StyleProperties& p) {
      p.size = design::MeasureRange{points(12), points(20), true};
      p.width = points(160);
    });
    FlowBlock title = builder.title(one.text, style);
    title.role = design::BlockRole::handout_title;
    builder.manuscript.threads.push_back({"title", false, {std::move(title)}});
    builder.page().boxes.insert(builder.page().boxes.begin(),
                                box_of(design::BoxKind::band, builder.plain(), {builder.slot(1)}));
    builder.rest().push_back(builder.paragraph("Text"));
    Diagnostics diagnostics;
    const pages::PagedDocument document = builder.paginate(diagnostics);
    CHECK(document.setting == 0);
    std::size_t lines = 0;
    for (const pages::PageItem& item : document.pages.at(0).items) {
      const auto* placed = std::get_if<pages::PlacedRun>(&item);
      if (!placed || placed->run.text == "Text") continue;
      ++lines;
      CHECK(placed->run.size >= one.least);
      CHECK(placed->run.size <= one.most);
    }
    CHECK(lines == one.lines);
  }
}

}  // namespace
}  // namespace handout::tests
