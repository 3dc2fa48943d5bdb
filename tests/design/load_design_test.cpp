#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "design/brand_defaults.h"
#include "design_project.h"

using namespace handout;
using namespace handout::literals;
using tests::all_said;

namespace {

/// The sample project with one more layout, "mine".
tests::MemoryFiles with_layout(const std::string& inside, const std::string& attributes = R"(extends="standard")") {
  tests::MemoryFiles files = tests::sample_project();
  files.add("layouts/mine.xml", fmt::format("<layout id=\"mine\" lang=\"en\" {}>{}</layout>", attributes, inside));
  return files;
}

design::Design resolved_mine(const std::string& inside, const std::string& attributes = R"(extends="standard")") {
  Diagnostics diagnostics;
  const auto design = tests::resolved(with_layout(inside, attributes), {"mine"}, diagnostics);
  REQUIRE_MESSAGE(design.has_value(), all_said(diagnostics));
  return *design;
}

std::string hex_pairs(Color color) {
  return fmt::format("{:02X}{:02X}{:02X}", color.red, color.green, color.blue);
}

const design::Furniture& only(const design::FurnitureList& list) {
  REQUIRE(list.size() == 1);
  return list.front();
}

}  // namespace

TEST_CASE("the shipped layouts and the samples load without a word") {
  struct Case {
    const char *layout, *brand;
    design::PaperSize paper;
  };
  const auto a4 = design::PaperSize::a4;
  for (const Case& each : {Case{"standard", "northgate", a4}, Case{"sheet", "northgate", a4},
                           Case{"booklet", "northgate", design::PaperSize::a5}, Case{"large-print", "northgate", a4},
                           Case{"plain", "northgate", a4}, Case{"phone", "northgate", design::PaperSize::phone},
                           Case{"standard", "lakeside", a4}}) {
    for (const char* language : {"en", "ar", "de", "th", "zh-Hans"}) {
      CAPTURE(each.layout);
      CAPTURE(language);
      Diagnostics diagnostics;
      const auto design =
          tests::resolved(tests::sample_project(), {each.layout, each.brand, language, each.paper}, diagnostics);
      CHECK(design.has_value());
      CHECK(all_said(diagnostics) == "");
    }
  }
  const DiskFiles project(HANDOUT_SOURCE_DIR);
  for (const char* layout : {"standard", "sheet"}) {
    for (const design::PaperSize paper : {a4, design::PaperSize::letter}) {
      CAPTURE(layout);
      Diagnostics diagnostics;
      CHECK(tests::resolved(project, {layout, "northgate", "en", paper}, diagnostics).has_value());
      CHECK(all_said(diagnostics) == "");
    }
  }
}

TEST_CASE("a page is read as it is written") {
  const design::Design design = resolved_mine(R"(
    <page on="first" margin="10mm" margin-top="12mm" margin-inside="20mm">
      <band height="25%">
        <line gap="2mm" align="end">
          <image name="logo" variant="reversed" height="1cm" width="fit"/>
          <p kind="strip" width="30%" needs="clinic.phone patient.name" lang="main"><field name="clinic.phone"/></p>
        </line>
        <rule needs="clinic.fax"/>
      </band>
      <footer><p text="page-of" align="outside"/><notice name="other-formats" width="40mm"/></footer>
      <region name="side" at="end" width="0.5in" gap="0pt"><notes lines="7"/></region>
      <region columns="3" column-gap="12pt" balance="yes"><place what="rest"/></region>
    </page>
    <style for="subtitle" ink="text"/>)");
  const design::PageTemplate& page = design.pages.at("first");
  CHECK(page.margins.top == 12_mm);
  CHECK(page.margins.bottom == 10_mm);
  CHECK(page.margins.inside == 20_mm);
  CHECK(page.margins.outside == 10_mm);
  REQUIRE(page.boxes.size() == 4);

  const design::PageBox& band = page.boxes[0];
  CHECK(band.kind == design::BoxKind::band);
  CHECK(*band.height == design::Measure{design::Measure::Unit::share, Factor::one / 4});
  REQUIRE(band.furniture.size() == 2);
  const auto& line = std::get<design::FurnitureLine>(band.furniture[0].item);
  CHECK(band.furniture[0].align == design::Align::end);
  CHECK(line.gap == 2_mm);
  const auto& logo = std::get<design::FurnitureImage>(line.items.at(0).item);
  CHECK(logo.variant == design::FurnitureImage::Variant::reversed);
  CHECK(logo.height == 10_mm);
  CHECK(line.items[0].width.kind == design::FurnitureWidth::Kind::fit);
  const design::Furniture& phone = line.items.at(1);
  CHECK(phone.needs == std::vector<std::string>{"clinic.phone", "patient.name"});
  CHECK(std::get<design::FurnitureText>(phone.item).kind == "strip");
  CHECK(std::get<content::FieldRef>(std::get<design::FurnitureText>(phone.item).fields.inlines.at(0).item).name ==
        "clinic.phone");
  CHECK(std::holds_alternative<design::FurnitureRule>(band.furniture[1].item));

  CHECK(page.boxes[1].kind == design::BoxKind::footer);
  CHECK(page.boxes[1].furniture[0].align == design::Align::outside);
  const design::PageBox& side = page.boxes[2];
  CHECK(side.name == "side");
  CHECK(side.at == design::Dock::end);
  CHECK(Length{side.width->units} == 36_pt);
  CHECK(side.gap == Length{});
  CHECK(std::get<design::FurnitureNotes>(only(side.furniture).item).lines == 7);
  const design::PageBox& main = page.boxes[3];
  CHECK(main.name == "main");
  CHECK(main.at == design::Dock::none);
  CHECK(main.columns == 3);
  CHECK(main.column_gap == 12_pt);
  CHECK(main.balance);
  CHECK(std::get<design::FurniturePlace>(only(main.furniture).item).what == std::vector<std::string>{"rest"});
}

TEST_CASE("the words of a text keep their inlines, with white space collapsed across them") {
  const design::Design design = resolved_mine(R"(<text name="x" translator-note="short">
      Call   <strong> <field name="clinic.phone"/></strong> ,
      <link to="help">or <nobr>go now</nobr></link>.<br/>
      Thank you. </text>
    <when lang="en" paper="a4 letter"><text name="y" translate="no">Yes</text></when>)");
  const content::Words& words = design.texts.at("x");
  CHECK(words.unit == "mine.x");
  CHECK(words.translator_note == "short");
  REQUIRE(words.inlines.size() == 7);
  CHECK(std::get<content::Text>(words.inlines[0].item).text == "Call ");
  const auto& strong = std::get<content::Strong>(words.inlines[1].item);
  REQUIRE(strong.words.size() == 1);
  CHECK(std::get<content::FieldRef>(strong.words[0].item).name == "clinic.phone");
  CHECK(std::get<content::Text>(words.inlines[2].item).text == " , ");
  CHECK(std::get<content::Link>(words.inlines[3].item).to == "help");
  CHECK(std::get<content::Text>(words.inlines[4].item).text == ".");
  CHECK(std::holds_alternative<content::LineBreak>(words.inlines[5].item));
  CHECK(std::get<content::Text>(words.inlines[6].item).text == "Thank you.");
  CHECK(design.texts.at("y").unit == "mine.y.lang-en.paper-a4-letter");
  CHECK_FALSE(design.texts.at("y").translate);
}

TEST_CASE("every property of a style is read") {
  const design::Design design = resolved_mine(R"(
    <style for="callout" family="heading" size="1.5em" min-size="9pt" leading="1.25" weight="bold" slant="italic"
      underline="yes" ink="primary" tracking="-0.01em" align="justify" hyphenate="yes" widows="3" orphans="4"
      first-indent="2em" indent="1in" space-before="6pt to 12pt" space-after="1cm" keep-with-next="yes"
      keep-together="no" break-before="column" span="all" beside="next" fill="tint" padding="1pt" padding-top="2pt"
      padding-bottom="3pt" padding-start="4pt" padding-end="5pt" rule="1pt" rule-top="2pt" rule-bottom="3pt"
      rule-start="4pt" rule-end="5pt" rule-ink="accent" rule-pattern="hatch" corner="2mm" min-height="10mm" bleed="page"
      shape="chevron" icon="tip" marker-size="11pt" marker-ink="text" marker-fill="none"/>
    <style for="steps" marker="1." arrange="across"/>
    <style for="title" in="callout" run-in="yes"/>
    <style for="dots" dots-across="25"/>
    <style for="figure" max-height="47mm to 54mm" width="50%" labels="numbers"/>
    <style for="table" caption-side="bottom" row-rule="0.5pt" row-height="23pt" stripe="tint" repeat-head="no"/>
    <style for="notes" line-gap="18pt"/>
    <style for="band" backdrop="motif"/>)");
  const design::StyleProperties s = design.look_up({"callout", "never"}, {"section", ""});
  const auto points = [](std::int64_t n) {
    return design::Measure{design::Measure::Unit::absolute, n * Length::per_point};
  };
  const auto em = [](std::int64_t thousandths) {
    return design::Measure{design::Measure::Unit::em, scaled(thousandths, Factor::one, 1000)};
  };
  CHECK(s.family == "heading");
  CHECK(s.size->upper == em(1500));
  CHECK_FALSE(s.size->is_range);
  CHECK(s.min_size == 9_pt);
  CHECK(s.leading == Factor::thousandths(1250));
  CHECK((s.bold == true && s.italic == true && s.underline == true && s.hyphenate == true));
  CHECK(s.ink == "primary");
  CHECK(s.tracking == em(-10));
  CHECK(s.align == design::Align::justify);
  CHECK((s.widows == 3 && s.orphans == 4));
  CHECK(s.first_indent == em(2000));
  CHECK(s.indent == points(72));
  CHECK((s.space_before->is_range && s.space_before->lower == points(6) && s.space_before->upper == points(12)));
  CHECK(Length{s.space_after->upper.units} == 10_mm);
  CHECK((s.keep_with_next == true && s.keep_together == false));
  CHECK(s.break_before == design::BreakBefore::column);
  CHECK(s.span == design::Span::all);
  CHECK(s.beside == design::Beside::next);
  CHECK((s.padding == points(1) && s.padding_top == points(2) && s.padding_bottom == points(3)));
  CHECK((s.padding_start == points(4) && s.padding_end == points(5)));
  CHECK((s.rule == points(1) && s.rule_top == points(2) && s.rule_bottom == points(3)));
  CHECK((s.rule_start == points(4) && s.rule_end == points(5)));
  CHECK((s.fill == "tint" && s.rule_ink == "accent"));
  CHECK(s.rule_pattern == design::RulePattern::hatch);
  CHECK(Length{s.corner->units} == 2_mm);
  CHECK(Length{s.min_height->units} == 10_mm);
  CHECK(s.bleed == design::Bleed::page);
  CHECK(s.shape == design::BoxShape::chevron);
  CHECK((s.icon == "tip" && s.marker_size == points(11) && s.marker_ink == "text" && s.marker_fill == "none"));
  CHECK(design.look_up({"steps", ""}, {"section", ""}).marker == design::MarkerKind::number_with_point);
  CHECK(design.look_up({"steps", ""}, {"section", ""}).arrange == design::Arrange::across);
  CHECK(design.look_up({"title", ""}, {"callout", "tip"}).run_in == true);
  CHECK(design.look_up({"dots", ""}, {"section", ""}).dots_across == 25);
  const design::StyleProperties figure = design.look_up({"figure", ""}, {"section", ""});
  CHECK((figure.max_height->is_range && Length{figure.max_height->lower.units} == 47_mm));
  CHECK(figure.width == design::Measure{design::Measure::Unit::share, Factor::one / 2});
  CHECK(figure.labels == design::Labels::numbers);
  const design::StyleProperties table = design.look_up({"table", ""}, {"section", ""});
  CHECK(table.caption_side == design::CaptionSide::bottom);
  CHECK((table.row_height == points(23) && table.stripe == "tint" && table.repeat_head == false));
  CHECK(design.look_up({"notes", ""}, {"section", ""}).line_gap == points(18));
  CHECK(design.look_up({"band", ""}, {"page", "all"}).backdrop == "motif");
}

TEST_CASE("a brand inherits pictures, colours and families, never words") {
  Diagnostics diagnostics;
  const tests::MemoryFiles files = tests::sample_project();
  const auto brand = design::load_brand({files, tests::pretend_figures()}, "lakeside", diagnostics);
  REQUIRE_MESSAGE(brand.has_value(), all_said(diagnostics));
  CHECK(brand->name == "Lakeside Day Surgery");
  CHECK(hex_pairs(brand->swatches.at("primary")) == "2A3577");
  CHECK(hex_pairs(brand->swatches.at("muted")) == "47585E");
  CHECK(hex_pairs(brand->swatches.at("paper")) == "FFFFFF");
  CHECK(hex_pairs(brand->swatches.at("emergency")) == "A61B1B");
  CHECK(brand->families.at("body") == "sans");
  CHECK(brand->images.at("logo").normal->path == "logo.svg of lakeside");
  CHECK(brand->images.at("motif").normal->path == "motif.svg of northgate");
  CHECK(content::plain_text(brand->images.at("logo").alt) == "Lakeside Day Surgery");
  CHECK(brand->images.at("logo").alt.unit == "logo.alt");
  CHECK(brand->images.at("motif").alt.empty());
  CHECK(brand->fields.count("clinic.hours") == 0);
  CHECK(content::plain_text(brand->fields.find("clinic.phone")->second.value) == "020 7946 0200");
  CHECK(content::plain_text(brand->fields.find("clinic.name")->second.value) == "Lakeside Day Surgery");
  CHECK_FALSE(brand->notices.contains("language-assistance"));
  CHECK(brand->languages.size() == 5);
  CHECK(brand->default_layouts == std::vector<std::string>{"standard", "sheet"});
}

TEST_CASE("a brand's own layout is found first, and extends the shared one") {
  Diagnostics diagnostics;
  const auto design = tests::resolved(tests::sample_project(), {"standard", "lakeside"}, diagnostics);
  REQUIRE_MESSAGE(design.has_value(), all_said(diagnostics));
  CHECK(design->fit.pages == 5);
  CHECK(design->pages.contains("cover"));
  CHECK(design->pages.contains("all"));
  const auto sheet = tests::resolved(tests::sample_project(), {"plain", "lakeside"}, diagnostics);
  REQUIRE(sheet.has_value());
  CHECK_FALSE(sheet->pages.contains("cover"));
}

TEST_CASE("the default brand is the one that says so") {
  const auto brand = [](const char* id, const char* mark) {
    return fmt::format("<brand id=\"{}\" lang=\"en\" {}/>", id, mark);
  };
  tests::MemoryFiles files;
  Diagnostics none;
  CHECK(design::find_default_brand(files, none).empty());
  CHECK(none.items().at(0).code == "design.default-brand");
  files.add("layouts/brands/a/brand.xml", brand("a", ""));
  files.add("layouts/brands/b/brand.xml", brand("b", "default=\"yes\""));
  files.add("layouts/brands/notes.txt", "");
  Diagnostics one;
  CHECK(design::find_default_brand(files, one) == "b");
  CHECK(one.items().empty());
  files.add("layouts/brands/c/brand.xml", brand("c", "default=\"yes\""));
  Diagnostics two;
  CHECK(design::find_default_brand(files, two) == "b");
  REQUIRE(two.items().size() == 1);
  CHECK(two.items()[0].code == "design.default-brand");
  CHECK(two.items()[0].where.file->path == "layouts/brands/c/brand.xml");
}

TEST_CASE("a brand with mistakes still says that it is the default one, and what it prints in") {
  tests::MemoryFiles files;
  files.add(
      "layouts/brands/a/brand.xml",
      "<brand id=\"a\" lang=\"en\" default=\"yes\" extends=\"b\"><name A</name><layouts default=\" sheet\n gone\"/>");
  files.add("layouts/brands/b/brand.xml",
            "<brand id=\"b\" extends=\"a\"><paper default=\"letter\"/><layouts default=\"plain\"/>"
            "<languages default=\"en\" offered=\"zh-Hans e\"/><wrong></brand>");
  Diagnostics diagnostics;
  CHECK(design::find_default_brand(files, diagnostics) == "a");
  CHECK(diagnostics.items().empty());
  const design::BrandDefaults defaults = design::brand_defaults(files, "a");
  CHECK(defaults.layouts == std::vector<std::string>{"sheet", "gone"});
  CHECK(defaults.paper == design::PaperSize::letter);
  REQUIRE(defaults.languages.size() == 2);
  CHECK(defaults.languages[0].tag == "en");
  CHECK(defaults.languages[1].tag == "zh-Hans");
  CHECK(design::brand_defaults(files, "none").layouts.empty());
}

TEST_CASE("where no brand is the default one, what is no XML is told too") {
  tests::MemoryFiles files;
  files.add("layouts/brands/a/brand.xml", "<brand id=\"a\" lang=\"en\" default=yes/>");
  Diagnostics diagnostics;
  CHECK(design::find_default_brand(files, diagnostics).empty());
  REQUIRE(diagnostics.items().size() == 2);
  CHECK(diagnostics.items()[0].code == "design.not-well-formed");
  CHECK(diagnostics.items()[1].code == "design.default-brand");
}

TEST_CASE("what is not there is said, with what there is") {
  struct Case {
    tests::Asked asked;
    const char* says;
  };
  for (const Case& each :
       {Case{{"sheat"}, "there is no layout \"sheat\": no file layouts/sheat.xml"},
        Case{{"standard", "nobody"}, "there is no brand \"nobody\": no file layouts/brands/nobody/brand.xml"}}) {
    Diagnostics diagnostics;
    CHECK_FALSE(tests::resolved(tests::sample_project(), each.asked, diagnostics).has_value());
    REQUIRE(diagnostics.items().size() == 1);
    CHECK(diagnostics.items()[0].code == "design.missing-file");
    CHECK(diagnostics.items()[0].message == each.says);
    CHECK(diagnostics.items()[0].hint.find("northgate") == (each.asked.brand == "nobody" ? 21U : std::string::npos));
  }
  Diagnostics diagnostics;
  CHECK(design::load_fonts_list(tests::MemoryFiles(), diagnostics) == nullptr);
  CHECK(diagnostics.items().at(0).code == "design.missing-file");
}

TEST_CASE("mistakes of a layout, its parent, the brand and the fonts are told in one run") {
  tests::MemoryFiles files = with_layout("<style for=\"p\" ink=\"nought\" indent=\"1\"/>", "extends=\"parent\"");
  files.add("layouts/parent.xml", "<layout id=\"parent\" lang=\"en\" extends=\"standard\"><text name=\"x\"/></layout>");
  files.add("layouts/brands/mine/brand.xml", "<brand id=\"mine\" lang=\"en\" extends=\"northgate\"><name/></brand>");
  files.add("fonts/fonts.xml", "<fonts/>");
  Diagnostics diagnostics;
  CHECK(design::load_design({files, {}}, "mine", "mine", diagnostics) == nullptr);
  std::vector<std::string> met;
  for (const Diagnostic& d : diagnostics.items())
    met.push_back(d.where.file->path + " " + d.code);
  CHECK(met == std::vector<std::string>{"layouts/mine.xml design.bad-value", "layouts/parent.xml design.empty-text",
                                        "layouts/brands/mine/brand.xml design.empty-text",
                                        "fonts/fonts.xml design.missing-element"});
}
