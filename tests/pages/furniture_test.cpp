#include <doctest/doctest.h>

#include "pages/manuscript_builder.h"

namespace handout::tests {
namespace {

constexpr Color tint{230, 240, 250};
constexpr Color primary{10, 20, 200};

StyledFurniture with_field(ManuscriptBuilder& builder, const std::string& field, bool content_once) {
  StyledFurniture made = builder.furniture_words("Page 0");
  auto& words = std::get<design::FurnitureWords>(made.item);
  words.content_once = content_once;
  design::StyledSpan number = words.words.spans.front();
  words.words.spans.front().end = 5;
  number.begin = 5;
  number.page_field = true;
  number.field = field;
  words.words.spans.push_back(number);
  return made;
}

void add_pages_of_text(ManuscriptBuilder& builder, int blocks) {
  for (int i = 0; i < blocks; ++i)
    builder.rest().push_back(builder.paragraph("Text"));
}

TEST_CASE("furniture is content on its first page and an artifact on the others; page numbers are artifacts always") {
  ManuscriptBuilder builder;
  design::StyledPage& page = builder.page();
  page.boxes.insert(page.boxes.begin(),
                    box_of(design::BoxKind::footer, builder.plain(),
                           {builder.furniture_words("Foot"), with_field(builder, "page.number", false)}));
  add_pages_of_text(builder, 12);
  Diagnostics diagnostics;
  const pages::PagedDocument document = builder.paginate(diagnostics);
  REQUIRE(document.pages.size() == 2);
  const auto first = lines_of(document.pages[0]), second = lines_of(document.pages[1]);
  CHECK(std::holds_alternative<StructureId>(find_text(first, "Foot")->tag));
  REQUIRE(std::holds_alternative<design::Artifact>(find_text(second, "Foot")->tag));
  CHECK(std::get<design::Artifact>(find_text(second, "Foot")->tag) == design::Artifact::footer);
  REQUIRE(find_text(first, "Page 1"));
  CHECK(std::holds_alternative<design::Artifact>(find_text(first, "Page 1")->tag));
  CHECK(find_text(second, "Page 2"));
  // The footer stands at the foot: its last line ends at the margin.
  CHECK(find_text(first, "Foot")->baseline > 152_pt);
  CHECK(find_text(first, "Page 1")->baseline < 180_pt);
}

TEST_CASE("the count of pages, and the page on which help starts") {
  ManuscriptBuilder builder;
  design::StyledPage& page = builder.page();
  page.boxes.insert(page.boxes.begin(),
                    box_of(design::BoxKind::header, builder.plain(),
                           {with_field(builder, "page.count", false), with_field(builder, "help.page", true)}));
  add_pages_of_text(builder, 10);
  const StructureId help = builder.element(StructureType::section);
  FlowBlock block;
  block.style = builder.plain();
  block.content = builder.words("Help", block.style, builder.element(StructureType::paragraph, help));
  builder.rest().push_back(block);
  add_pages_of_text(builder, 10);
  builder.manuscript.help_section = help;
  Diagnostics diagnostics;
  const pages::PagedDocument document = builder.paginate(diagnostics);
  REQUIRE(document.pages.size() == 3);
  CHECK(texts_of(document.pages[1])[0] == "Page 3");
  CHECK(texts_of(document.pages[1])[1] == "Page 2");
  REQUIRE(find_text(lines_of(document.pages[1]), "Help"));
}

TEST_CASE("a band lies at the paper's edges; its fill stops at a box that bleeds; its words keep the margins") {
  ManuscriptBuilder builder;
  const StyleId band = builder.style([](StyleProperties& p) {
    p.fill = "primary";
    p.padding_top = points(6);
    p.width = points(200);
    p.space_after = range(10);
  });
  const StyleId strip = builder.style([](StyleProperties& p) {
    p.fill = "tint";
    p.bleed = design::Bleed::page;
  });
  StyledFurniture patient = builder.furniture(design::FurnitureStack{{builder.furniture_words("Patient")}});
  patient.style = strip;
  design::StyledPage& page = builder.page();
  page.boxes.insert(page.boxes.begin(),
                    box_of(design::BoxKind::band, band, {builder.furniture_words("Name"), std::move(patient)}));
  add_pages_of_text(builder, 1);
  Diagnostics diagnostics;
  const pages::PagedDocument document = builder.paginate(diagnostics);
  CHECK(filled_with(document.pages.at(0), primary).at(0).box == Rect{0_pt, 0_pt, 200_pt, 20_pt});
  CHECK(filled_with(document.pages.at(0), tint).at(0).box == Rect{0_pt, 20_pt, 300_pt, 14_pt});
  const auto lines = lines_of(document.pages.at(0));
  CHECK(find_text(lines, "Patient")->left == 20_pt);
  CHECK(find_text(lines, "Text")->baseline - find_text(lines, "Patient")->baseline == 24_pt);
}

TEST_CASE("what stands behind a band is as high as it, and no higher than its max-height; the rest shows more below") {
  constexpr Color red{200, 0, 0};
  struct Case {
    int band;
    std::optional<int> most;
    Rect seen;  ///< of a drawing twice as wide as its view is high
  };
  for (const Case& one : {Case{40, std::nullopt, {120_pt, 0_pt, 80_pt, 80_pt}},
                          Case{40, 30, {140_pt, 0_pt, 60_pt, 60_pt}}, Case{20, 30, {160_pt, 0_pt, 40_pt, 40_pt}}}) {
    CAPTURE(one.band);
    ManuscriptBuilder builder;
    figures::Drawing motif;
    motif.view_box = {0_pt, 0_pt, 100_pt, 50_pt};
    figures::Shape bone;
    bone.path = figures::rectangle({0_pt, 0_pt, 100_pt, 100_pt});
    bone.fill = red;
    motif.items.emplace_back(bone);
    builder.manuscript.backdrops["motif"] = std::make_shared<const figures::Drawing>(motif);
    const StyleId band = builder.style([&](StyleProperties& p) {
      p.fill = "primary";
      p.width = points(200);
      p.min_height = points(one.band);
      if (one.most) p.max_height = range(*one.most);
      p.backdrop = "motif";
    });
    design::StyledPage& page = builder.page();
    page.boxes.insert(page.boxes.begin(), box_of(design::BoxKind::band, band, {builder.furniture_words("Name")}));
    add_pages_of_text(builder, 1);
    Diagnostics diagnostics;
    const pages::PagedDocument document = builder.paginate(diagnostics);
    const auto seen = filled_with(document.pages.at(0), red);
    REQUIRE(seen.size() == 1);
    CHECK(seen[0].box == one.seen);
    CHECK(seen[0].clipped);
  }
}

TEST_CASE("a band of a stated height holds its words in the middle, and grows when they need more") {
  ManuscriptBuilder builder;
  const StyleId band = builder.style([](StyleProperties& p) { p.fill = "primary"; });
  design::StyledBox box = box_of(design::BoxKind::band, band, {builder.furniture_words(lines_text(1, "Name"))});
  box.height = points(34);
  builder.page().boxes.insert(builder.page().boxes.begin(), box);
  add_pages_of_text(builder, 1);
  Diagnostics diagnostics;
  pages::PagedDocument document = builder.paginate(diagnostics);
  CHECK(filled_with(document.pages.at(0), primary).at(0).box.height == 34_pt);
  const Length baseline = lines_of(document.pages.at(0)).at(0).baseline;
  CHECK(baseline > 20_pt);
  CHECK(baseline < 24_pt);
  builder.page().boxes.front().furniture = {builder.furniture_words(lines_text(3, "Name"))};
  document = builder.paginate(diagnostics);
  CHECK(filled_with(document.pages.at(0), primary).at(0).box.height == 42_pt);
}

TEST_CASE("the draft line: under the band of every page, its hatch at the paper's edge, read once") {
  ManuscriptBuilder builder;
  const StyleId draft = builder.style([](StyleProperties& p) {
    p.fill = "tint";
    p.rule_start = points(12);
    p.rule_ink = "caution";
    p.rule_pattern = design::RulePattern::hatch;
    p.padding = points(2);
  });
  StyledFurniture line = builder.furniture_words("Draft");
  line.style = draft;
  builder.manuscript.draft_line = line;
  builder.page().boxes.insert(builder.page().boxes.begin(),
                              box_of(design::BoxKind::band, builder.plain(), {builder.furniture_words("Name")}));
  add_pages_of_text(builder, 13);
  Diagnostics diagnostics;
  const pages::PagedDocument document = builder.paginate(diagnostics);
  REQUIRE(document.pages.size() == 2);
  for (const pages::Page& page : document.pages) {
    CHECK(filled_with(page, tint).at(0).box == Rect{0_pt, 14_pt, 300_pt, 18_pt});
    CHECK(find_text(lines_of(page), "Draft")->left == 20_pt);
  }
  CHECK(std::holds_alternative<StructureId>(find_text(lines_of(document.pages[0]), "Draft")->tag));
  CHECK(std::holds_alternative<design::Artifact>(find_text(lines_of(document.pages[1]), "Draft")->tag));
}

TEST_CASE("inside margins: at the start of fronts, at the end of backs, and always at the start of single sheets") {
  ManuscriptBuilder builder;
  builder.page().margins.inside = 50_pt;
  builder.page().margins.outside = 20_pt;
  add_pages_of_text(builder, 12);
  Diagnostics diagnostics;
  pages::PagedDocument document = builder.paginate(diagnostics);
  CHECK(lines_of(document.pages.at(1)).at(0).left == 50_pt);
  builder.manuscript.duplex = design::Duplex::long_edge;
  document = builder.paginate(diagnostics);
  CHECK(lines_of(document.pages.at(0)).at(0).left == 50_pt);
  CHECK(lines_of(document.pages.at(1)).at(0).left == 20_pt);
}

TEST_CASE("regions: docked ones take their part, the last the remainder; those with nothing take nothing") {
  ManuscriptBuilder builder;
  builder.manuscript.threads.push_back({"help", false, {builder.paragraph("Help")}});
  builder.manuscript.threads.push_back({"summary", false, {builder.paragraph("Summary")}});
  design::StyledBox side = box_of(design::BoxKind::region, builder.plain(), {builder.slot(1)});
  side.at = design::Dock::end;
  side.width = points(78);
  side.gap = 10_pt;
  design::StyledBox top = box_of(design::BoxKind::region, builder.plain(), {builder.slot(2)});
  top.at = design::Dock::top;
  top.gap = 20_pt;
  design::StyledPage& page = builder.page();
  page.boxes.insert(page.boxes.begin(), {top, side});
  add_pages_of_text(builder, 10);
  Diagnostics diagnostics;
  const pages::PagedDocument document = builder.paginate(diagnostics);
  REQUIRE(document.pages.size() == 2);
  const auto lines = lines_of(document.pages[0]);
  CHECK(find_text(lines, "Help")->left == 280_pt - 78_pt);
  CHECK(find_text(lines, "Text")->baseline - find_text(lines, "Summary")->baseline == 34_pt);
  CHECK(lines_of(document.pages[1]).at(0).baseline < 34_pt);
}

TEST_CASE("a region that is left no room runs out at the foot; all of the text is printed") {
  ManuscriptBuilder builder;
  design::StyledBox top = box_of(design::BoxKind::region, builder.plain(), {builder.furniture(design::RuleLine{})});
  top.at = design::Dock::top;
  top.height = points(900);
  design::StyledPage& page = builder.page();
  page.boxes.insert(page.boxes.begin(), top);
  for (int i = 0; i < 3; ++i)
    builder.rest().push_back(builder.paragraph("Block"));
  Diagnostics diagnostics;
  const pages::PagedDocument document = builder.paginate(diagnostics);
  std::size_t blocks = 0;
  for (const pages::Page& one : document.pages)
    blocks += texts_of(one).size();
  CHECK(blocks == 3);
}

TEST_CASE("a thread that overflows its last box goes on in the rest, before what is still to come") {
  ManuscriptBuilder builder;
  builder.manuscript.threads.push_back({"help", false, {builder.paragraph(lines_text(6, "Help"))}});
  design::StyledPage first = builder.page();
  design::StyledBox top = box_of(design::BoxKind::region, builder.plain(), {builder.slot(1)});
  top.at = design::Dock::top;
  top.height = points(56);
  top.gap = 6_pt;
  first.boxes.insert(first.boxes.begin(), top);
  builder.manuscript.pages["first"] = first;
  add_pages_of_text(builder, 2);
  Diagnostics diagnostics;
  const pages::PagedDocument document = builder.paginate(diagnostics);
  REQUIRE(document.pages.size() == 1);
  CHECK(texts_of(document.pages[0]) ==
        std::vector<std::string>{"Help 1", "Help 2", "Help 3", "Help 4", "Help 5", "Help 6", "Text", "Text"});
}

TEST_CASE("a slot in a line of furniture takes the thread's text at the cell's width") {
  ManuscriptBuilder builder;
  builder.manuscript.threads.push_back({"questions", false, {builder.paragraph("Question")}});
  design::FurnitureRow row;
  row.gap = 20_pt;
  row.items = {builder.slot(1), builder.furniture_words("Notes")};
  design::StyledBox foot = box_of(design::BoxKind::region, builder.plain(), {builder.furniture(row)});
  foot.at = design::Dock::bottom;
  builder.page().boxes.insert(builder.page().boxes.begin(), foot);
  add_pages_of_text(builder, 1);
  Diagnostics diagnostics;
  const pages::PagedDocument document = builder.paginate(diagnostics);
  const auto lines = lines_of(document.pages.at(0));
  REQUIRE(find_text(lines, "Question"));
  CHECK(find_text(lines, "Question")->left == 20_pt);
  CHECK(find_text(lines, "Notes")->left == 160_pt);
  CHECK(find_text(lines, "Question")->baseline == find_text(lines, "Notes")->baseline);
  CHECK(find_text(lines, "Question")->baseline > 166_pt);
  // What is in the slot is content like any other text.
  CHECK(std::holds_alternative<StructureId>(find_text(lines, "Question")->tag));
}

TEST_CASE("a slot inside a box takes what the box's words leave, and goes on on the next page") {
  ManuscriptBuilder builder;
  builder.manuscript.threads.front().blocks = {builder.paragraph(lines_text(14, "Help"))};
  design::FurnitureStack inner;
  inner.items = {builder.furniture_words(lines_text(2, "Above")), builder.slot(0),
                 builder.furniture_words(lines_text(3, "Below"))};
  builder.region().furniture = {builder.furniture(inner)};
  Diagnostics diagnostics;
  const pages::PagedDocument document = builder.paginate(diagnostics);
  // Eleven lines a page, five of them furniture.
  REQUIRE(document.pages.size() == 3);
  for (const pages::Page& page : document.pages) {
    for (const SeenText& line : lines_of(page))
      CHECK(line.baseline <= 180_pt);
  }
  CHECK(texts_of(document.pages[0]).size() == 11);
  CHECK(texts_of(document.pages[1]).size() == 11);
  CHECK(find_text(lines_of(document.pages[2]), "Help 14"));
}

TEST_CASE("slots side by side inside a box take the same height") {
  ManuscriptBuilder builder;
  builder.manuscript.threads.front().blocks = {builder.paragraph(lines_text(10, "Left"))};
  builder.manuscript.threads.push_back({"help", false, {builder.paragraph(lines_text(10, "Right"))}});
  design::FurnitureRow row;
  row.gap = 20_pt;
  row.items = {builder.slot(0), builder.slot(1)};
  builder.region().furniture = {builder.furniture_words("Above"), builder.furniture(row)};
  Diagnostics diagnostics;
  const pages::PagedDocument document = builder.paginate(diagnostics);
  REQUIRE(document.pages.size() == 1);
  CHECK(texts_of(document.pages[0]).size() == 21);
}

TEST_CASE("a block too tall for a page stands on the first of two that are the same, and waits for one that is not") {
  for (const bool same : {true, false}) {
    CAPTURE(same);
    ManuscriptBuilder builder;
    const SourceFilePtr file = std::make_shared<SourceFile>();
    builder.page().where = {file, 1, 2};
    design::StyledPage first = builder.page();
    if (!same) first.where = {file, 5, 6};
    builder.manuscript.pages["first"] = first;
    FlowBlock lines =
        builder.block(design::NoteLines{1}, builder.style([](StyleProperties& p) { p.line_gap = points(400); }));
    builder.rest().push_back(lines);
    builder.rest().push_back(builder.paragraph("After"));
    Diagnostics diagnostics;
    CHECK(builder.paginate(diagnostics).pages.size() == (same ? 2 : 3));
  }
}

TEST_CASE("cover and back are extra pages; a number beats first beats all") {
  ManuscriptBuilder builder;
  builder.manuscript.threads.push_back({"title", false, {builder.paragraph("Title")}});
  design::StyledPage cover = builder.page(), numbered = builder.page();
  cover.boxes.back().furniture = {builder.slot(1)};
  numbered.margins.top = 100_pt;
  builder.manuscript.pages["cover"] = cover;
  builder.manuscript.pages["2"] = numbered;
  add_pages_of_text(builder, 14);
  Diagnostics diagnostics;
  const pages::PagedDocument document = builder.paginate(diagnostics);
  REQUIRE(document.pages.size() == 3);
  CHECK(document.pages[0].label.empty());
  CHECK(document.pages[1].label == "1");
  CHECK(texts_of(document.pages[0]) == std::vector<std::string>{"Title"});
  CHECK(lines_of(document.pages[2]).at(0).baseline > 100_pt);
}

TEST_CASE("links: one area a line with all that the link says; none where furniture repeats") {
  ManuscriptBuilder builder;
  StyledFurniture made = builder.furniture_words("See the site");
  auto& words = std::get<design::FurnitureWords>(made.item).words;
  design::StyledSpan link = words.spans.front();
  words.spans.front().end = 4;
  link.begin = 4;
  link.tag = builder.element(StructureType::link);
  link.link = "https://clinic.example";
  words.spans.push_back(link);
  builder.page().boxes.insert(builder.page().boxes.begin(), box_of(design::BoxKind::header, builder.plain(), {made}));
  add_pages_of_text(builder, 12);
  Diagnostics diagnostics;
  const pages::PagedDocument document = builder.paginate(diagnostics);
  REQUIRE(document.pages.size() == 2);
  REQUIRE(document.pages[0].links.size() == 1);
  const pages::LinkArea& area = document.pages[0].links[0];
  CHECK(area.contents == "the site");
  CHECK(design::Tag(area.element) == link.tag);
  CHECK(area.box.height == 14_pt);
  CHECK(area.box.x > 20_pt);
  CHECK(document.pages[1].links.empty());
}

TEST_CASE("words of several scripts in one line share a baseline") {
  ManuscriptBuilder builder(arabic());
  StyledFurniture own = builder.furniture_words("صفحة"), english_words = builder.furniture_words("Published");
  std::get<design::FurnitureWords>(english_words.item).words.locale = english();
  std::get<design::FurnitureWords>(english_words.item).words.spans.front().locale = english();
  StyledFurniture number = with_field(builder, "page.number", false);
  design::StyledParagraph& page_of = std::get<design::FurnitureWords>(number.item).words;
  page_of.locale = english();
  for (design::StyledSpan& span : page_of.spans)
    span.locale = english();
  builder.page().boxes.insert(builder.page().boxes.begin(),
                              box_of(design::BoxKind::footer, builder.plain(),
                                     {builder.furniture(design::FurnitureRow{{own, english_words, number}, 10_pt})}));
  add_pages_of_text(builder, 1);
  Diagnostics diagnostics;
  const auto lines = lines_of(builder.paginate(diagnostics).pages.at(0));
  REQUIRE(find_text(lines, "صفحة"));
  REQUIRE(find_text(lines, "Page 1"));
  CHECK(find_text(lines, "صفحة")->baseline == find_text(lines, "Published")->baseline);
  CHECK(find_text(lines, "صفحة")->baseline == find_text(lines, "Page 1")->baseline);
}

}  // namespace
}  // namespace handout::tests
