#include <doctest/doctest.h>

#include "applied.h"

using namespace handout;
using namespace handout::design;
using namespace handout::tests;

namespace {

const std::vector<StyledFurniture>& box(const Applied& applied, const char* page, std::size_t index) {
  return applied.manuscript.pages.at(page).boxes.at(index).furniture;
}

const FurnitureWords& words(const StyledFurniture& furniture) {
  return std::get<FurnitureWords>(furniture.item);
}

std::string structure(const Applied& applied) {
  return StructureDump(applied.manuscript).all();
}

/// Position of a line in the structure; a missing one fails.
std::size_t at(const std::string& structure, const std::string& line) {
  const std::size_t found = structure.find(line);
  REQUIRE_MESSAGE(found != std::string::npos, fmt::format("{} is not in\n{}", line, structure));
  return found;
}

}  // namespace

TEST_CASE("furniture is read once, where docs/formats.md says") {
  Sheet sheet;
  sheet.pages = R"(<page on="first">
      <band><p text="in-band"/><place what="title"/></band>
      <footer><p text="in-footer"/></footer>
      <region name="top" at="top"><place what="summary"/><p text="after-summary"/></region>
      <region><p text="with-rest"/><place what="rest"/></region></page>
    <page on="all"><footer><p text="in-footer"/></footer><region><place what="rest"/></region></page>
    <page on="back"><region><p text="on-back"/></region></page>)";
  for (const char* name : {"in-band", "in-footer", "after-summary", "with-rest", "on-back"}) {
    sheet.texts += fmt::format(R"(<text name="{0}">{0}</text>)", name);
  }
  const Applied applied = tests::applied(sheet);
  CHECK(all_said(applied.diagnostics) == "");
  const std::string read = structure(applied);
  CHECK(
      read.starts_with("H1 'The title'\nDiv\n  P 'in-band'\nSect\n  H2 'Main message'\n  P 'In short.'\n"
                       "Div\n  P 'after-summary'\nSect\n  H2 'condition'\n"));
  CHECK(read.ends_with("Div\n  P 'with-rest'\n  P 'on-back'\nDiv\n  P 'in-footerin-footer'\n"));
  // Both footers are one element: its first printing is read, later ones are artifacts.
  CHECK(std::get<StructureId>(words(box(applied, "first", 1).at(0)).words.tag) ==
        std::get<StructureId>(words(box(applied, "all", 0).at(0)).words.tag));
}

TEST_CASE("page numbers are artifacts, measured with a stand-in") {
  Sheet sheet;
  sheet.sections = R"(<section role="help" id="help"><title>Help</title><p id="help.p">Call us.</p></section>)";
  sheet.pages = R"(<page on="all"><header><p text="page-of"/></header><footer><p text="page-of"/></footer>
    <region><p text="see"/><place what="rest"/></region></page>)";
  sheet.texts = R"(<text name="page-of">Page <field name="page.number"/> of <field name="page.count"/></text>
    <text name="see">See page <field name="help.page"/></text>)";
  const Applied applied = tests::applied(sheet);
  const FurnitureWords& header = words(box(applied, "all", 0).at(0));
  CHECK(header.words.text == "Page 99 of 99");
  CHECK_FALSE(header.content_once);
  CHECK(std::get<Artifact>(header.words.tag) == Artifact::header);
  CHECK(std::get<Artifact>(words(box(applied, "all", 1).at(0)).words.tag) == Artifact::footer);
  int fields = 0;
  for (const StyledSpan& span : header.words.spans) {
    if (!span.page_field) continue;
    ++fields;
    CHECK(header.words.text.substr(span.begin, span.end - span.begin) == "99");
    CHECK(span.field.starts_with("page."));
  }
  CHECK(fields == 2);
  const FurnitureWords& see = words(box(applied, "all", 2).at(0));
  CHECK(see.content_once);
  CHECK(see.words.spans.back().page_field);
  CHECK(structure(applied).find("99 of") == std::string::npos);
}

TEST_CASE("an address prints as people type it; nobody is sent to a page that is not there") {
  Sheet sheet;
  sheet.sections = "";
  sheet.pages = R"(<page on="all"><region><p text="site"/><p text="see"/><place what="rest"/></region></page>)";
  sheet.texts = R"(<text name="site">Read <field name="clinic.website"/></text>
    <text name="see">See page <field name="help.page"/></text>)";
  const Applied applied = tests::applied(sheet);
  CHECK(all_said(applied.diagnostics) == "");
  const auto& furniture = box(applied, "all", 0);
  REQUIRE(furniture.size() == 2);
  CHECK(words(furniture.at(0)).words.text == "Read clinic.example");
  CHECK(std::holds_alternative<ThreadSlot>(furniture.at(1).item));
}

TEST_CASE("fields: a patient's missing value is a line, a clinic's an error, needs leaves out") {
  Sheet sheet;
  sheet.pages = R"(<page on="all"><footer><p text="name"/><p text="fax" needs="clinic.fax"/><p text="phone"/></footer>
    <region><place what="rest"/></region></page>)";
  sheet.texts = R"(<text name="name">Name <strong><field name="patient.name"/></strong></text>
    <text name="fax">Fax <field name="clinic.fax"/></text><text name="phone">Call <field name="clinic.phone"/></text>)";
  sheet.styles = R"(<style for="blank.long" width="40mm"/>)";
  const Applied without = tests::applied(sheet);
  CHECK(all_said(without.diagnostics) == "");
  const auto& footer = box(without, "all", 0);
  REQUIRE(footer.size() == 2);
  CHECK(words(footer.at(0)).words.text == "Name \uFFFC");
  const StyledSpan& blank = words(footer.at(0)).words.spans.back();
  CHECK(blank.blank_width.has_value());
  CHECK(blank.field == "patient.name");
  CHECK(blank.blank_runs_on);
  const StyledSpan& phone = words(footer.at(1)).words.spans.back();
  CHECK(phone.field == "clinic.phone");

  sheet.values = {{"patient.name", "Maria"}, {"clinic.fax", "1"}};
  const Applied with = tests::applied(sheet);
  CHECK(words(box(with, "all", 0).at(0)).words.text == "Name Maria");
  CHECK(words(box(with, "all", 0).at(1)).words.text == "Fax 1");
}

TEST_CASE("a field that has no value is named, with what to do") {
  Diagnostics diagnostics;
  Design design;
  content::Words text;
  content::FieldRef fax;
  fax.name = "clinic.fax";
  content::Inline part;
  part.item = fax;
  text.inlines.push_back(part);
  design.texts["fax"] = text;
  PageTemplate page;
  page.on = "all";
  PageBox region;
  Furniture furniture;
  FurnitureText p;
  p.text = "fax";
  furniture.item = p;
  region.furniture.push_back(furniture);
  page.boxes.push_back(region);
  design.pages["all"] = page;
  Copy copy;
  content::Document document;
  document.summary.title = content::Words{};
  copy.documents.push_back(document);
  apply_design(copy, design, diagnostics);
  REQUIRE(diagnostics.items().size() == 1);
  CHECK(diagnostics.items().front().code == "design.unknown-field");
  CHECK(diagnostics.items().front().hint.find("needs=\"clinic.fax\"") != std::string::npos);
}

TEST_CASE("a picture is read once, and not at all in a band that comes again") {
  Sheet sheet;
  sheet.pages =
      R"(<page on="first"><band><line><image name="logo" height="9mm"/><p><field name="clinic.phone"/></p></line></band>
      <region><place what="rest"/></region></page>
    <page on="all"><band><line><image name="logo" height="7mm"/><p><field name="clinic.phone"/></p></line></band>
      <region><place what="rest"/></region></page>)";
  const Applied applied = tests::applied(sheet);
  const auto line = [&](const char* page) { return std::get<FurnitureRow>(box(applied, page, 0).at(0).item); };
  const Picture first = std::get<Picture>(line("first").items.at(0).item);
  CHECK(applied.manuscript.structure[std::get<StructureId>(first.tag)].alt == "The clinic");
  CHECK(std::holds_alternative<Artifact>(std::get<Picture>(line("all").items.at(0).item).tag));
  CHECK(words(line("first").items.at(1)).content_once);
  CHECK_FALSE(words(line("all").items.at(1)).content_once);
  CHECK(line("first").items.at(0).width.kind == FurnitureWidth::Kind::fit);
  CHECK(line("first").items.at(1).width.kind == FurnitureWidth::Kind::share_rest);
  CHECK(at(structure(applied), "Div\n  Figure alt='The clinic'\n  P '020 7946 0123'\n") > 0);

  // Without a first page this is where it is printed first.
  sheet.pages =
      R"(<page on="all"><band><image name="logo" height="9mm"/></band><region><place what="rest"/></region></page>)";
  const Applied alone = tests::applied(sheet);
  CHECK(std::holds_alternative<StructureId>(std::get<Picture>(box(alone, "all", 0).at(0).item).tag));
}

TEST_CASE("notices keep each paragraph's language, and an icon stands beside them") {
  Sheet sheet;
  sheet.notices = R"(<notice name="offer"><p id="n.1">Large print</p><p id="n.2" lang="es">Letra grande</p></notice>)";
  sheet.pages = R"(<page on="all"><footer><notice name="offer"/></footer><region><place what="rest"/></region></page>)";
  sheet.styles = R"(<style for="notice" icon="mark" marker-size="20pt"/>)";
  const Applied applied = tests::applied(sheet);
  CHECK(structure(applied).ends_with("Div\n  P 'Large print'\n  P lang=es 'Letra grande'\n"));
  const auto& row = std::get<FurnitureRow>(box(applied, "all", 0).at(0).item);
  const auto& icon = std::get<Picture>(row.items.at(0).item);
  using namespace handout::literals;
  CHECK(icon.height == 20_pt);
  CHECK(std::holds_alternative<Artifact>(icon.tag));
  CHECK(std::get<FurnitureStack>(row.items.at(1).item).items.size() == 2);

  // In em, it is as large as its own words ask, not as the whole text does.
  sheet.styles =
      R"(<style for="footer" size="10pt to 15pt"/><style for="notice" icon="mark" size="2em" marker-size="1.5em"/>)";
  const Applied in_em = tests::applied(sheet);
  const auto& line = std::get<FurnitureRow>(box(in_em, "all", 0).at(0).item);
  CHECK(std::get<Picture>(line.items.at(0).item).height == 45_pt);
}

TEST_CASE("each name of a language is in that language") {
  Sheet sheet;
  sheet.lists["handout.languages"] = {
      {"English", locale("en")}, {"العربية", locale("ar")}, {"اردو", locale("ur")}, {"中文", locale("zh-Hans")}};
  sheet.pages =
      R"(<page on="all"><footer><p><field name="handout.languages"/></p></footer><region><place what="rest"/></region></page>)";
  const Applied applied = tests::applied(sheet);
  const StyledParagraph& line = words(box(applied, "all", 0).at(0)).words;
  CHECK(line.text == "English · العربية · اردو · 中文");
  CHECK(
      structure(applied).ends_with("  P 'English ·  ·  · '\n    Span lang=ar 'العربية'\n    Span lang=ur 'اردو'\n"
                                   "    Span lang=zh-Hans '中文'\n"));
}

TEST_CASE("a layout's code and lines replace those of the questions") {
  Sheet sheet;
  sheet.sections = R"(<section role="questions" id="questions"><title>questions</title><p id="q.p">Ask.</p>
    <notes lines="2"/><qr id="q.qr" href="{clinic.website}"/></section>)";
  CHECK(structure_of(tests::applied(sheet), "questions").find("Figure") != std::string::npos);
  sheet.pages = R"(<page on="all"><region name="foot" at="bottom"><line><place what="questions"/>
    <box><p text="mine"/><notes lines="5"/></box><qr href="{clinic.website}"/></line></region>
    <region><place what="rest"/></region></page>)";
  sheet.texts = R"(<text name="mine">My notes</text>)";
  const Applied applied = tests::applied(sheet);
  CHECK(structure_of(applied, "questions") == "Sect\n  H2 'questions'\n  P 'Ask.'\n");
  const std::string read = structure(applied);
  CHECK(at(read, "P 'Ask.'\nDiv\n  P 'My notes'\n  Figure alt='Code that opens https://clinic.example'\n") > 0);
}

TEST_CASE("the draft line is the press's own, read before the text") {
  Sheet sheet;
  CHECK_FALSE(tests::applied(sheet).manuscript.draft_line);
  sheet.draft = true;
  sheet.styles = R"(<style for="draft" fill="tint"/>)";
  const Applied applied = tests::applied(sheet);
  REQUIRE(applied.manuscript.draft_line);
  CHECK(words(*applied.manuscript.draft_line).words.text == "Draft.");
  CHECK(structure(applied).starts_with("H1 'The title'\nDiv\n  P 'Draft.'\nSect\n"));
}

TEST_CASE("a link in a layout's text leads to the section with that role") {
  Sheet sheet;
  sheet.sections = R"(<section role="help" id="h"><title>Help</title><p id="h.p">Call.</p></section>)";
  sheet.pages = R"(<page on="all"><region><p text="line"/><place what="rest"/></region></page>)";
  sheet.texts = R"(<text name="line"><link to="help">Signs</link></text>)";
  const Applied applied = tests::applied(sheet);
  const StyledSpan& span = words(box(applied, "all", 0).at(0)).words.spans.front();
  REQUIRE(span.link);
  CHECK(std::get<StructureId>(*span.link) == *applied.manuscript.help_section);
}

TEST_CASE("pages keep their boxes, margins and names") {
  Sheet sheet;
  sheet.pages = R"(<page on="2 3" margin="10mm"><region name="only" at="top" height="30%"><p text="x"/></region>
      <region columns="2" balance="yes"><place what="rest"/></region></page>
    <page on="all" margin="15mm"><region><place what="rest"/></region></page>)";
  sheet.texts = R"(<text name="x">x</text>)";
  const Applied applied = tests::applied(sheet);
  using namespace handout::literals;
  for (const char* on : {"2", "3"}) {
    const StyledPage& page = applied.manuscript.pages.at(on);
    CHECK(page.margins.top == 10_mm);
    CHECK(page.boxes.at(0).name == "only");
    CHECK(page.boxes.at(0).at == Dock::top);
    CHECK(page.boxes.at(0).height->unit == Measure::Unit::share);
    CHECK(page.boxes.at(1).columns == 2);
    CHECK(page.boxes.at(1).balance);
  }
  CHECK(applied.manuscript.pages.at("all").margins.top == 15_mm);
}
