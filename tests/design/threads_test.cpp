#include <doctest/doctest.h>

#include "applied.h"

using namespace handout;
using namespace handout::design;
using namespace handout::tests;

namespace {

std::string section_about(const std::string& role, const std::string& inner = "") {
  return R"(<section role=")" + role + R"(" id=")" + role + R"("><title>)" + role + "</title>" +
         (inner.empty() ? R"(<p id=")" + role + R"(.p">About it.</p>)" : inner) + "</section>";
}

const Thread& thread(const Applied& applied, const std::string& what) {
  for (const Thread& each : applied.manuscript.threads) {
    if (each.what == what) return each;
  }
  FAIL("no thread " << what);
  return applied.manuscript.threads.front();
}

std::string four_roles() {
  return section_about("condition") + section_about("procedure") + section_about("benefits") +
         section_about("recovery");
}

}  // namespace

TEST_CASE("each list of pieces is one thread, wherever it is placed; the rest takes what is placed nowhere") {
  Sheet sheet;
  sheet.sections = four_roles();
  sheet.pages = R"(<page on="first"><band><place what="title"/></band>
      <region name="top" at="top"><place what="recovery procedure"/></region><region><place what="rest"/></region></page>
    <page on="all"><region name="top" at="top"><place what="recovery procedure"/></region>
      <region><place what="rest"/></region></page>)";
  const Applied applied = tests::applied(sheet);
  CHECK(all_said(applied.diagnostics) == "");
  REQUIRE(applied.manuscript.threads.size() == 3);
  CHECK(flow_of(thread(applied, "title").blocks) == "The title\n");
  // In reading order, not in the order they are named.
  CHECK(flow_of(thread(applied, "recovery procedure").blocks) == "procedure\nAbout it.\nrecovery\nAbout it.\n");
  CHECK(flow_of(thread(applied, "rest").blocks) ==
        "stack\n  Main message\n  In short.\ncondition\nAbout it.\nbenefits\nAbout it.\n");
  CHECK(thread(applied, "rest").is_rest);
  CHECK_FALSE(thread(applied, "title").is_rest);
  const auto slot = [&](const char* page, std::size_t box) {
    return std::get<ThreadSlot>(applied.manuscript.pages.at(page).boxes.at(box).furniture.at(0).item).thread;
  };
  CHECK(slot("first", 1) == slot("all", 0));
  CHECK(slot("first", 2) == slot("all", 1));
  CHECK(slot("first", 1) != slot("first", 2));
}

TEST_CASE("a title takes its subtitle along, unless that is placed alone") {
  Sheet sheet;
  sheet.head = R"(<title>T</title><subtitle>Sub</subtitle><summary id="s"><p id="s.p">In short.</p></summary>)";
  sheet.pages = R"(<page on="all"><band><place what="title"/></band><region><place what="rest"/></region></page>)";
  CHECK(flow_of(thread(tests::applied(sheet), "title").blocks) == "T\nSub\n");
  sheet.pages =
      R"(<page on="all"><band><place what="title"/></band><region name="s" at="top"><place what="subtitle"/></region>
    <region><place what="rest"/></region></page>)";
  const Applied apart = tests::applied(sheet);
  CHECK(flow_of(thread(apart, "title").blocks) == "T\n");
  CHECK(flow_of(thread(apart, "subtitle").blocks) == "Sub\n");
}

TEST_CASE("a piece inherits from the box it is placed in, and is looked up in handout") {
  Sheet sheet;
  sheet.pages = R"(<page on="all"><band><place what="title"/></band><region><place what="rest"/></region></page>)";
  sheet.styles = R"(<style for="band" fill="primary" ink="on-primary"/><style for="title" in="handout" size="20pt"/>)";
  const Applied applied = tests::applied(sheet);
  const StyleTable styles = settle_styles(applied.manuscript, {});
  const Style& title = styles.at(thread(applied, "title").blocks.front().style.value);
  CHECK(title.ink == applied.manuscript.swatches.at("on-primary"));
  using namespace handout::literals;
  CHECK(title.size == 20_pt);
}

TEST_CASE("a section's own space and span fall to the blocks it holds") {
  Sheet sheet;
  sheet.sections = section_about("condition", R"(<p id="a">One.</p><p id="b">Two.</p>)");
  sheet.styles = R"(<style for="section.condition" space-before="20pt" space-after="9pt" span="all"/>
    <style for="title" in="section" space-before="3pt"/>)";
  const Applied applied = tests::applied(sheet);
  const FlowBlocks& blocks = thread(applied, "rest").blocks;
  using namespace handout::literals;
  CHECK(style_of(applied, blocks.at(2).style).space_before->upper.units == (20_pt).units);
  CHECK(style_of(applied, blocks.at(4).style).space_after->upper.units == (9_pt).units);
  CHECK_FALSE(style_of(applied, blocks.at(3).style).space_after);
  for (std::size_t index = 2; index <= 4; ++index)
    CHECK(style_of(applied, blocks.at(index).style).span == Span::all);
  CHECK(blocks.at(2).role == BlockRole::section_title);
  CHECK(applied.manuscript.structure[blocks.at(2).element].type == StructureType::section);
  CHECK(style_of(applied, blocks.at(2).style).keep_with_next == true);
}

TEST_CASE("a section that draws a box stays one block") {
  Sheet sheet;
  sheet.styles = R"(<style for="section.condition" fill="tint" padding="8pt"/>)";
  const Applied applied = tests::applied(sheet);
  const FlowBlock& box = thread(applied, "rest").blocks.at(2);
  CHECK(std::get<Stack>(box.content).children.size() == 2);
  CHECK(style_of(applied, box.style).fill == "tint");
}

TEST_CASE("sections chained with beside stand in one row, each with what it holds") {
  struct Case {
    const char* styles;
    const char* flow;
  };
  const Case cases[] = {
      {R"(<style for="section.condition" beside="next"/>)",
       "chain\n  stack\n    condition\n    About it.\n  stack\n    procedure\n    About it.\n"
       "benefits\nAbout it.\nrecovery\nAbout it.\n"},
      {R"(<style for="section.condition section.procedure" beside="next"/>)",
       "chain\n  stack\n    condition\n    About it.\n  stack\n    procedure\n    About it.\n"
       "  stack\n    benefits\n    About it.\nrecovery\nAbout it.\n"},
      // A title that spans the columns where its section stands alone does not part it from the next.
      {R"(<style for="section.condition" beside="next"/><style for="title" in="section" span="all"/>)",
       "chain\n  stack\n    condition\n    About it.\n  stack\n    procedure\n    About it.\n"
       "benefits\nAbout it.\nrecovery\nAbout it.\n"},
      // The last has nothing beside it.
      {R"(<style for="section.recovery" beside="next"/>)",
       "condition\nAbout it.\nprocedure\nAbout it.\nbenefits\nAbout it.\nrecovery\nAbout it.\n"},
      // One that spans the columns starts below the longest.
      {R"(<style for="section.condition" beside="next"/><style for="section.procedure" span="all"/>)",
       "condition\nAbout it.\nprocedure\nAbout it.\nbenefits\nAbout it.\nrecovery\nAbout it.\n"},
      {R"(<style for="section.benefits" beside="next"/><style for="p" in="section.recovery" span="all"/>)",
       "condition\nAbout it.\nprocedure\nAbout it.\nchain\n  stack\n    benefits\n    About it.\n"
       "  stack\n    recovery\nAbout it.\n"},
      {R"(<style for="section.benefits" beside="next"/><style for="p" in="section.benefits" span="all"/>)",
       "condition\nAbout it.\nprocedure\nAbout it.\nbenefits\nAbout it.\nrecovery\nAbout it.\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.styles);
    Sheet sheet;
    sheet.sections = four_roles();
    sheet.styles = c.styles;
    const Applied applied = tests::applied(sheet);
    CHECK(flow_of(thread(applied, "rest").blocks) ==
          std::string("The title\nstack\n  Main message\n  In short.\n") + c.flow);
  }
}

TEST_CASE("a section that is placed elsewhere does not chain with one that is not") {
  Sheet sheet;
  sheet.sections = four_roles();
  sheet.styles = R"(<style for="section.condition" beside="next"/>)";
  sheet.pages = R"(<page on="all"><region name="top" at="top"><place what="procedure"/></region>
    <region><place what="rest"/></region></page>)";
  const Applied applied = tests::applied(sheet);
  const std::string flow = flow_of(thread(applied, "rest").blocks);
  CHECK(flow.find("chain\n  stack\n    condition\n    About it.\n  stack\n    benefits\n") != std::string::npos);
}

TEST_CASE("a summary may stand across: its title beside the text, as wide as the title says") {
  Sheet sheet;
  sheet.styles = R"(<style for="summary" arrange="across" fill="tint"/><style for="title" in="summary" width="25%"/>)";
  const Applied applied = tests::applied(sheet);
  const auto& row = std::get<Row>(thread(applied, "rest").blocks.at(1).content);
  REQUIRE(row.cells.size() == 2);
  CHECK(row.cells.at(0).width.kind == FurnitureWidth::Kind::measure);
  CHECK(row.cells.at(0).width.measure.unit == Measure::Unit::share);
  CHECK_FALSE(style_of(applied, row.cells.at(0).block.style).width);
  CHECK(flow_of(thread(applied, "rest").blocks).find("row\n  Main message\n  stack\n    In short.\n") !=
        std::string::npos);
}

TEST_CASE("notices that are appended follow the text on their own page") {
  Sheet sheet;
  sheet.root = R"(append="help-in-languages")";
  sheet.notices =
      R"(<notice name="help-in-languages"><p lang="en" id="n.1">Free help.</p><p lang="es" id="n.2">Ayuda gratuita.</p></notice>)";
  const Applied applied = tests::applied(sheet);
  const FlowBlock& last = thread(applied, "rest").blocks.back();
  CHECK(flow_of({last}) == "stack\n  Free help.\n  Ayuda gratuita.\n");
  CHECK(style_of(applied, last.style).break_before == BreakBefore::page);
  CHECK(StructureDump(applied.manuscript).all().find("Div\n  P 'Free help.'\n  P lang=es 'Ayuda gratuita.'\n") !=
        std::string::npos);
}

TEST_CASE("the help section is known, for page numbers that lead there") {
  Sheet sheet;
  sheet.sections = section_about("help");
  const Applied applied = tests::applied(sheet);
  REQUIRE(applied.manuscript.help_section);
  CHECK(applied.manuscript.structure[*applied.manuscript.help_section].content_id == "help");
  CHECK_FALSE(tests::applied({}).manuscript.help_section);
}
