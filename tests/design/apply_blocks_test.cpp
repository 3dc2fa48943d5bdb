#include <doctest/doctest.h>

#include <algorithm>

#include "applied.h"

using namespace handout;
using namespace handout::design;
using namespace handout::tests;

namespace {

const Table& only_table(const Applied& applied) {
  for (const FlowBlock& block : rest_of(applied).blocks) {
    if (const auto* table = std::get_if<Table>(&block.content)) return *table;
  }
  FAIL("no table");
  return std::get<Table>(rest_of(applied).blocks.front().content);
}

}  // namespace

TEST_CASE("lists: drawn markers are not read, numbers are labels in the locale's digits") {
  const Applied applied = tests::applied(with_section(
      R"(<list id="l"><item id="l.1">One</item><item id="l.2"><p id="l.2.p">Two</p><list id="in" kind="check"><item id="in.1">Deep</item></list></item></list>
         <list id="n" kind="number"><item id="n.1">First</item></list>
         <steps id="t"><step id="t.1">Cut</step><step id="t.2"><title>Sew</title>Then sew.</step></steps>)",
      R"(<style for="list.bullet" marker="disc" marker-size="4pt" marker-ink="primary"/>
         <style for="list.check" marker="box"/><style for="list.number" marker="1."/>
         <style for="steps" marker="1" marker-size="16pt" marker-ink="on-primary" marker-fill="primary"/>
         <style for="item" indent="12pt"/>)"));
  CHECK(all_said(applied.diagnostics) == "");
  CHECK(structure_of(applied, "l") ==
        "L disc\n"
        "  LI\n"
        "    LBody 'One'\n"
        "  LI\n"
        "    LBody\n"
        "      P 'Two'\n"
        "      L square\n"
        "        LI\n"
        "          LBody 'Deep'\n");
  CHECK(structure_of(applied, "n") == "L decimal\n  LI\n    Lbl '1.'\n    LBody 'First'\n");
  CHECK(structure_of(applied, "t") ==
        "L decimal\n"
        "  LI\n"
        "    Lbl '1'\n"
        "    LBody 'Cut'\n"
        "  LI\n"
        "    Lbl '2'\n"
        "    LBody\n"
        "      P 'Sew'\n"
        "      P 'Then sew.'\n");
  const FlowBlock* bullet = find_saying(rest_of(applied).blocks, "One");
  REQUIRE(bullet != nullptr);
  CHECK(bullet->marker->kind == MarkerKind::disc);
  CHECK(style_of(applied, bullet->style).marker_ink == "primary");
  const FlowBlock* step = find_saying(rest_of(applied).blocks, "Cut");
  REQUIRE(step != nullptr);
  REQUIRE(step->marker->number);
  const StyleTable styles = settle_styles(applied.manuscript, {});
  const Style& numeral = styles.at(step->marker->number->style.value);
  using namespace handout::literals;
  CHECK(numeral.size == 16_pt * Factor::thousandths(640));
  CHECK(numeral.bold);
  CHECK(numeral.ink == applied.manuscript.swatches.at("on-primary"));
  CHECK(styles.at(bullet->style.value).indent == 12_pt);
}

TEST_CASE("a list whose marks are in no ink has none, and keeps their room") {
  for (const char* styles : {R"(<style for="list" marker="disc" marker-ink="none"/><style for="item" indent="12pt"/>)",
                             R"(<style for="list" marker="box"/><style for="item" ink="none" indent="12pt"/>)"}) {
    CAPTURE(styles);
    const Applied applied = tests::applied(with_section(R"(<list id="l"><item id="l.1">One</item></list>)", styles));
    const FlowBlock* item = find_saying(rest_of(applied).blocks, "One");
    REQUIRE(item != nullptr);
    CHECK_FALSE(item->marker);
    CHECK(settle_styles(applied.manuscript, {}).at(item->style.value).indent.units == 12 * Length::per_point);
  }
}

TEST_CASE("numbers of two digits get more room than those of one, discs do not") {
  std::string items;
  for (int item = 1; item <= 10; ++item)
    items += fmt::format(R"(<item id="i.{0}">Item {0}</item>)", item);
  const std::string styles = R"(<style for="list.number" marker="1."/><style for="item" indent="18pt"/>)";
  const auto indent = [&](const std::string& list, const std::string& look) {
    const Applied applied = tests::applied(with_section(list, styles + look));
    return settle_styles(applied.manuscript, {}).at(find_saying(rest_of(applied).blocks, "Item 1")->style.value).indent;
  };
  using namespace handout::literals;
  const std::string ten = R"(<list id="l" kind="number">)" + items + "</list>";
  const std::string one = R"(<list id="l" kind="number"><item id="i.1">Item 1</item></list>)";
  CHECK(indent(one, "") == 18_pt);
  CHECK(indent(ten, "") == 18_pt + 12_pt * Factor::thousandths(600));
  CHECK(indent(ten, R"(<style for="list.number" marker-fill="primary" marker-ink="on-primary"/>)") == 18_pt);
}

TEST_CASE("callouts: a title of its own, or the kind's word, run into the first paragraph") {
  const std::string callouts = R"(<callout id="k" kind="warning"><p id="k.p">Do not drive.</p></callout>
    <callout id="n" kind="note"><title>Driving</title><list id="n.l"><item id="n.i">Wait.</item></list></callout>)";
  const std::string mark = R"(<style for="callout.warning" icon="mark"/>)";
  const Applied run_in =
      tests::applied(with_section(callouts, mark + R"(<style for="title" in="callout" run-in="yes" weight="bold"/>)"));
  CHECK(structure_of(run_in, "condition") ==
        "Sect\n"
        "  H2 'condition'\n"
        "  P 'Take care Do not drive.'\n"
        "  P 'Driving'\n"
        "  L disc\n"
        "    LI\n"
        "      LBody 'Wait.'\n");
  const auto paragraph = paragraph_saying(run_in, "Take care Do not drive.");
  REQUIRE(paragraph);
  CHECK(style_of(run_in, paragraph->spans.front().style).bold == true);
  CHECK_FALSE(style_of(run_in, paragraph->spans.back().style).bold);
  const FlowBlocks& blocks = rest_of(run_in).blocks;
  const auto has_icon = [](const FlowBlock& block) { return block.marker && block.marker->icon; };
  CHECK(std::count_if(blocks.begin(), blocks.end(), has_icon) == 1);

  const Applied above = tests::applied(with_section(callouts));
  CHECK(paragraph_saying(above, "Take care"));
  CHECK(paragraph_saying(above, "Do not drive."));
}

TEST_CASE("facts: the dots stand beside the number and are read after the sentence") {
  const std::string facts = R"(<facts id="f"><fact id="f.1" of="100" counts="85 90"><title>85 to 90</title>in 100 get
    better</fact><fact id="f.2"><title>Same day</title>you go home</fact></facts>)";
  const Applied across = tests::applied(with_section(facts, R"(<style for="facts" arrange="across"/>)"));
  CHECK(structure_of(across, "condition") ==
        "Sect\n"
        "  H2 'condition'\n"
        "  P '85 to 90'\n"
        "  P 'in 100 get better'\n"
        "  Figure alt='85 to 90 of 100 dots filled'\n"
        "  P 'Same day'\n"
        "  P 'you go home'\n");
  CHECK(flow_of(rest_of(across).blocks)
            .find("row\n"
                  "  stack\n"
                  "    row\n"
                  "      85 to 90\n"
                  "      dots\n"
                  "    in 100 get better\n"
                  "  stack\n"
                  "    Same day\n"
                  "    you go home\n") != std::string::npos);
  for (const FlowBlock& block : rest_of(across).blocks) {
    const auto* row = std::get_if<Row>(&block.content);
    if (row == nullptr) continue;
    CHECK(row->rules_between);
    CHECK(row->cells.at(0).shares == 2);
    CHECK(row->cells.at(1).shares == 1);
    CHECK(row->cells.at(0).least == 2 * row->cells.at(1).least + row->gap);
  }
  const Applied down = tests::applied(with_section(facts));
  CHECK(flow_of(rest_of(down).blocks).find("stack\n  stack\n    row\n") != std::string::npos);
}

TEST_CASE("a timeline is a list of stages, four to a line") {
  const Applied applied = tests::applied(with_section(
      R"(<timeline id="t"><stage id="t.1" kind="surgery"><title>Day</title>Walk.</stage>
         <stage id="t.2"><title>Week</title><p id="t.2.p">Walk more.</p></stage></timeline>)",
      R"(<style for="timeline" arrange="across"/><style for="title" in="stage.surgery" ink="primary"/>)"));
  CHECK(structure_of(applied, "t") ==
        "L\n"
        "  LI\n"
        "    LBody\n"
        "      P 'Day'\n"
        "      P 'Walk.'\n"
        "  LI\n"
        "    LBody\n"
        "      P 'Week'\n"
        "      P 'Walk more.'\n");
  const FlowBlock& block = rest_of(applied).blocks.at(3);
  const auto& row = std::get<Row>(block.content);
  CHECK(row.most_across == 4);
  CHECK(row.level_first_children);
  CHECK(style_of(applied, find_saying(rest_of(applied).blocks, "Day")->style).ink == "primary");
  CHECK_FALSE(style_of(applied, find_saying(rest_of(applied).blocks, "Week")->style).ink);
}

TEST_CASE("zones: emergency and call side by side, what is expected beneath") {
  const Applied applied = tests::applied(with_section(
      R"(<zones id="z"><zone id="z.e" kind="emergency"><title>Call 999</title><p id="z.e.p">Now.</p></zone>
         <zone id="z.c" kind="call"><title>Call us</title><p id="z.c.p">Today.</p></zone>
         <zone id="z.x" kind="expected"><title>Normal</title><p id="z.x.p">Pain.</p></zone></zones>)",
      R"(<style for="zones" arrange="across"/><style for="title" in="zone.emergency" icon="mark"/>
         <style for="title" in="zone.expected" run-in="yes"/>)"));
  CHECK(structure_of(applied, "condition") ==
        "Sect\n"
        "  H2 'condition'\n"
        "  Sect\n"
        "    H3 'Call 999'\n"
        "    P 'Now.'\n"
        "  Sect\n"
        "    H3 'Call us'\n"
        "    P 'Today.'\n"
        "  Sect\n"
        "    P 'Normal Pain.'\n");
  CHECK(flow_of(rest_of(applied).blocks)
            .find("stack\n"
                  "  row\n"
                  "    stack\n"
                  "      Call 999\n"
                  "      Now.\n"
                  "    stack\n"
                  "      Call us\n"
                  "      Today.\n"
                  "  stack\n"
                  "    Normal Pain.\n") != std::string::npos);
  const auto& zones = std::get<Stack>(rest_of(applied).blocks.at(3).content);
  const auto& row = std::get<Row>(zones.children.front().content);
  CHECK(row.equal_heights);
  CHECK(row.level_first_children);
  CHECK(std::get<Stack>(row.cells.front().block.content).children.front().marker->icon != nullptr);
}

TEST_CASE("tables: headings have their scope, blanks their cells, captions their side") {
  const std::string table = R"(<table id="t" kind="fill-in" blank-rows="1"><caption>Fill this in.</caption>
    <head><cell id="t.a">Medicine</cell><cell id="t.b" span="2">Doses</cell></head>
    <row><cell id="t.c" header="yes">Aspirin</cell><cell/><cell id="t.d"><p id="t.d.p">5</p></cell></row></table>)";
  const Applied below = tests::applied(
      with_section(table, R"(<style for="table.fill-in" caption-side="bottom" row-height="23pt" space-after="8pt"/>)"));
  CHECK(structure_of(below, "t") ==
        "Table\n"
        "  Caption 'Fill this in.'\n"
        "  TR\n"
        "    TH column 'Medicine'\n"
        "    TH column span=2 'Doses'\n"
        "  TR\n"
        "    TH row 'Aspirin'\n"
        "    TD\n"
        "    TD\n"
        "      P '5'\n"
        "  TR\n"
        "    TD\n"
        "    TD\n"
        "    TD\n");
  CHECK(flow_of(rest_of(below).blocks).find("table\nFill this in.\n") != std::string::npos);
  const Table& made = only_table(below);
  CHECK(made.grid);
  CHECK(made.columns == 3);
  CHECK(made.rows.size() == 2);
  CHECK(made.rows.at(0).cells.at(1).blocks.empty());
  CHECK(made.rows.at(0).cells.at(2).column == 2);
  CHECK(style_of(below, made.rows.at(1).style).row_height.has_value());
  // The space below the pair is the caption's to give.
  CHECK_FALSE(style_of(below, rest_of(below).blocks.at(3).style).space_after);
  CHECK(style_of(below, rest_of(below).blocks.at(4).style).space_after.has_value());
  CHECK(style_of(below, rest_of(below).blocks.at(3).style).keep_with_next == true);

  const Applied above = tests::applied(with_section(table));
  CHECK(flow_of(rest_of(above).blocks).find("Fill this in.\ntable\n") != std::string::npos);
}

TEST_CASE("a risk table says counts in words, and in dots where they have a size") {
  const std::string table =
      R"(<risk-table id="r" of="100"><head><cell id="r.a">Risk</cell><cell id="r.b">Keyhole</cell></head>
    <risk id="r.1" counts="4">Slips <strong>again</strong></risk></risk-table>)";
  const std::string styles = R"(<style for="strong" in="risk" size="14pt"/>)";
  const Applied dots =
      tests::applied(with_section(table, styles + R"(<style for="dots" in="risk" marker-size="1mm"/>)"));
  CHECK(structure_of(dots, "r") ==
        "Table\n"
        "  TR\n"
        "    TH column 'Risk'\n"
        "    TH column 'Keyhole'\n"
        "  TR\n"
        "    TH row 'Slips again'\n"
        "    TD '4 in 100'\n"
        "      Figure alt='4 of 100 dots filled'\n");
  const auto count = paragraph_saying(dots, "4 in 100");
  REQUIRE(count);
  CHECK(style_of(dots, count->spans.front().style).size.has_value());
  const Applied plain = tests::applied(with_section(table, styles));
  CHECK(structure_of(plain, "r").find("Figure") == std::string::npos);
}

TEST_CASE("a figure's labels are its own words, in the file's weight and ink") {
  const std::string figure =
      R"(<figure id="f" src="figures/f.svg" alt="A bone."><caption>Side view.</caption></figure>)";
  const Applied words = tests::applied(with_section(figure, R"(<style for="label" size="10pt"/>)"));
  CHECK(structure_of(words, "f") == "Figure alt='A bone.' 'Bone2Soft gel'\n  Caption 'Side view.'\n");
  const auto bone = paragraph_saying(words, "Bone");
  REQUIRE(bone);
  CHECK(style_of(words, bone->style).bold == true);
  CHECK(style_of(words, bone->style).ink == "#17262b");
  CHECK(words.manuscript.swatches.at("#17262b") == Color{0x17, 0x26, 0x2B});
  const auto step = paragraph_saying(words, "2");
  REQUIRE(step);
  CHECK(style_of(words, step->style).ink == "primary");
  // Numbers and a key are at hand for the case that they do not fit.
  CHECK(find_saying(rest_of(words).blocks, "Soft gel") != nullptr);

  const Applied numbers = tests::applied(with_section(figure, R"(<style for="figure" labels="numbers"/>
    <style for="key" marker="1" marker-size="16pt" marker-ink="on-primary" marker-fill="primary"/>)"));
  // The drawing has a step 2 already: its labels go on from there.
  CHECK(structure_of(numbers, "condition") ==
        "Sect\n"
        "  H2 'condition'\n"
        "  Figure alt='A bone.' '324'\n"
        "    Caption 'Side view.'\n"
        "  L decimal\n"
        "    LI\n"
        "      Lbl '3'\n"
        "      LBody 'Bone'\n"
        "    LI\n"
        "      Lbl '4'\n"
        "      LBody 'Soft gel'\n");
  // No indent is stated for a key: its words clear the disc.
  const FlowBlock* entry = find_saying(rest_of(numbers).blocks, "Bone");
  REQUIRE(entry != nullptr);
  using namespace handout::literals;
  const StyleTable settled = settle_styles(numbers.manuscript, {});
  CHECK(settled.at(entry->style.value).indent == 24_pt);
  CHECK(std::any_of(settled.begin(), settled.end(), [](const Style& style) { return style.keep_together; }));
}

TEST_CASE("a figure without words is decoration") {
  const Applied applied =
      tests::applied(with_section(R"(<figure id="f" src="figures/f.svg" alt=""/><p id="p">Text.</p>)"));
  CHECK(structure_of(applied, "condition") == "Sect\n  H2 'condition'\n  P 'Text.'\n");
}

TEST_CASE("a picture names swatches of the brand, or is told with its place") {
  const std::string picture = R"(<svg viewBox="0 0 100 50"><circle cx="5" cy="5" r="4" class="fill-primry"/>
      <circle cx="9" cy="5" r="4" class="fill-primry"/><circle cx="9" cy="9" r="4" class="stroke-gold" fill="none"/>
      <text id="bone" x="10" y="20" font-size="12" class="fill-zzz">Bone</text></svg>)";
  Sheet sheet = with_section(R"(<figure id="f" src="figures/wrong.svg" alt="A bone."/>)");
  sheet.files["content/h/figures/wrong.svg"] = picture;
  const Applied applied = tests::applied(sheet);
  const std::string uses = "content/h/figures/wrong.svg uses swatch ";
  std::vector<std::string> said;
  for (const Diagnostic& d : applied.diagnostics.items()) {
    REQUIRE(d.where.file);
    CHECK(std::string_view(d.where.file->text).substr(d.where.begin).starts_with("<figure"));
    said.push_back(d.code + " " + d.message);
  }
  CHECK(said == std::vector<std::string>{"design.unknown-swatch " + uses + "\"gold\", which brand \"b\" has not",
                                         "design.unknown-swatch " + uses + "\"primry\", which brand \"b\" has not",
                                         "design.unknown-swatch " + uses + "\"zzz\", which brand \"b\" has not"});

  // Icons and logos are known with the design, before any handout is.
  Sheet pictures;
  pictures.files["layouts/icons/mark.svg"] = pictures.files["layouts/brands/b/logo.svg"] =
      R"(<svg viewBox="0 0 10 10"><circle cx="5" cy="5" r="4" class="fill-primry"/></svg>)";
  Diagnostics diagnostics;
  CHECK(load_design({files_of(pictures), load_picture}, "l", "b", diagnostics) == nullptr);
  std::vector<std::string> places;
  for (const Diagnostic& d : diagnostics.items()) {
    REQUIRE(d.where.file);
    places.push_back(d.code + " " + std::string(std::string_view(d.where.file->text).substr(d.where.begin, 6)));
    CHECK(d.hint == "did you mean primary?");
  }
  CHECK(places == std::vector<std::string>{"design.unknown-swatch <image", "design.unknown-swatch <icon "});
}

TEST_CASE("a QR code has words and a link beside it") {
  using namespace handout::literals;
  const Applied applied = tests::applied(
      with_section(R"(<qr id="q" href="{clinic.website}/x"><caption>Read on</caption></qr><notes lines="3"/>)",
                   R"(<style for="qr" width="20mm"/>)"));
  CHECK(structure_of(applied, "condition") ==
        "Sect\n"
        "  H2 'condition'\n"
        "  Figure alt='Code that opens https://clinic.example/x'\n"
        "    Caption 'Read on'\n"
        "  P\n"
        "    Link 'clinic.example/x'\n");
  CHECK(flow_of(rest_of(applied).blocks).find("row\n  picture\n  stack\n    Read on\n    clinic.example/x\nlines\n") !=
        std::string::npos);
  for (const FlowBlock& block : rest_of(applied).blocks) {
    // Beside a code words are never a sliver: in a narrow column they go below it.
    if (const auto* row = std::get_if<Row>(&block.content)) CHECK(row->cells.at(1).least > 20_mm);
  }
  // What the press adds is told, where it is too wide, at the code.
  const std::optional<StyledParagraph> address = paragraph_saying(applied, "clinic.example/x");
  REQUIRE((address && address->where.file));
  CHECK(std::string_view(address->where.file->text).substr(address->where.begin).starts_with("<qr id=\"q\""));
}

TEST_CASE("a QR code's width is taken once: a share is its cell's, all else the picture's") {
  using namespace handout::literals;
  struct Case {
    const char* width;
    std::optional<Length> picture;
    FurnitureWidth::Kind cell;
  };
  for (const Case& each :
       {Case{"20mm", 20_mm, FurnitureWidth::Kind::fit}, Case{"5em", 70_pt, FurnitureWidth::Kind::fit},
        Case{"50%", std::nullopt, FurnitureWidth::Kind::measure}}) {
    CAPTURE(each.width);
    Sheet sheet = with_section(R"(<qr id="q" href="{clinic.website}/x"/>)",
                               fmt::format(R"(<style for="qr" width="{}" size="14pt"/>)", each.width));
    sheet.pages = R"(<page on="all"><header><qr href="{clinic.website}"/></header>
      <region><place what="rest"/></region></page>)";
    const Applied applied = tests::applied(sheet);
    CHECK(all_said(applied.diagnostics) == "");
    const RowCell* cell = nullptr;
    for (const FlowBlock& block : rest_of(applied).blocks) {
      if (const auto* row = std::get_if<Row>(&block.content)) cell = &row->cells.front();
    }
    REQUIRE(cell != nullptr);
    const auto check = [&each](const Picture& picture, const FurnitureWidth& width) {
      CHECK(picture.width.has_value() == each.picture.has_value());
      if (picture.width && each.picture) CHECK(Length{picture.width->units} == *each.picture);
      CHECK(width.kind == each.cell);
      if (width.kind == FurnitureWidth::Kind::measure) CHECK(width.measure.units == Factor::one / 2);
    };
    check(std::get<Picture>(cell->block.content), cell->width);
    const StyledFurniture& furniture = applied.manuscript.pages.at("all").boxes.at(0).furniture.at(0);
    check(std::get<Picture>(furniture.item), furniture.width);
  }
}

TEST_CASE("an address that has no value, or is too long for a code, is told at its place") {
  struct Case {
    std::string blocks, pages, told;
  };
  const std::string long_address = "https://clinic.example/" + std::string(2400, 'x');
  const std::vector<Case> cases = {
      {R"(<qr id="q" href="{clinic.fax}/x"/>)", "", "content.unknown-field content/h/handout.xml"},
      {R"(<qr id="q" href=")" + long_address + R"("/>)", "", "content.bad-value content/h/handout.xml"},
      {R"(<p id="p">Text.</p>)",
       R"(<page on="all"><region><qr href=")" + long_address + R"("/><place what="rest"/></region></page>)",
       "design.bad-value layouts/l.xml"},
  };
  for (const Case& one : cases) {
    tests::Sheet sheet = with_section(one.blocks);
    sheet.pages = one.pages;
    const Applied applied = tests::applied(sheet);
    std::vector<std::string> told;
    for (const Diagnostic& item : applied.diagnostics.items()) {
      REQUIRE(item.where.file);
      CHECK(format(item).size() < 600);
      told.push_back(item.code + " " + item.where.file->path);
    }
    CHECK(told == std::vector<std::string>{one.told});
  }
}
