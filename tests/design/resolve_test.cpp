#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "design/color_contrast.h"
#include "design_project.h"

using namespace handout;
using namespace handout::literals;
using design::PaperSize;
using tests::all_said;

namespace {

/// Layouts "a" and "b extends a" over the sample's standard.
tests::MemoryFiles chain(const std::string& a, const std::string& b) {
  tests::MemoryFiles files = tests::sample_project();
  files.add("layouts/a.xml", "<layout id=\"a\" lang=\"en\" extends=\"standard\"" + a + "</layout>");
  files.add("layouts/b.xml", "<layout id=\"b\" lang=\"en\" extends=\"a\"" + b + "</layout>");
  return files;
}

design::Design must_resolve(const Files& files, const tests::Asked& asked) {
  Diagnostics diagnostics;
  const auto design = tests::resolved(files, asked, diagnostics);
  REQUIRE_MESSAGE(design.has_value(), all_said(diagnostics));
  return *design;
}

std::string ink_of(const design::Design& design) {
  return design.look_up({"key", ""}, {"figure", ""}).ink.value_or("");
}

/// Codes of what was said, in order.
std::vector<std::string> codes(const Diagnostics& diagnostics) {
  std::vector<std::string> all;
  for (const Diagnostic& d : diagnostics.items())
    all.push_back(d.code);
  return all;
}

}  // namespace

TEST_CASE("a when that holds comes after every plain entry, parents' first") {
  const std::string plain_a =
      "><style for=\"key\" ink=\"text\"/><when script=\"Arab\"><style for=\"key\" ink=\"primary\"/></when>";
  const std::string plain_b = "><style for=\"key\" ink=\"muted\"/>";
  CHECK(ink_of(must_resolve(chain(plain_a, plain_b), {"b"})) == "muted");
  CHECK(ink_of(must_resolve(chain(plain_a, plain_b), {"b", "northgate", "ar"})) == "primary");
  const std::string also_b = plain_b + "<when lang=\"ar\"><style for=\"key\" ink=\"caution\"/></when>";
  CHECK(ink_of(must_resolve(chain(plain_a, also_b), {"b", "northgate", "ar"})) == "caution");
}

TEST_CASE("conditions: all must hold, any word of a list will do") {
  struct Case {
    const char* condition;
    const char* language;
    PaperSize paper;
    bool holds;
  };
  const std::vector<Case> cases{
      {"lang=\"de\"", "de-AT", PaperSize::a4, true},
      {"lang=\"de-AT\"", "de", PaperSize::a4, false},
      {"lang=\"fr de\"", "de", PaperSize::a4, true},
      {"script=\"Latn\"", "de", PaperSize::a4, true},
      {"script=\"Hans Hant\"", "zh-Hant", PaperSize::a4, true},
      {"script=\"Hans\"", "zh-Hant", PaperSize::a4, false},
      {"paper=\"letter\"", "en", PaperSize::letter, true},
      {"paper=\"letter\"", "en", PaperSize::a4, false},
      {"brand=\"northgate other\"", "en", PaperSize::a4, true},
      {"brand=\"lakeside\"", "en", PaperSize::a4, false},
      {"lang=\"de\" paper=\"letter\"", "de", PaperSize::letter, true},
      {"lang=\"de\" paper=\"letter\"", "de", PaperSize::a4, false},
      {"lang=\"de\" paper=\"letter\" brand=\"northgate\"", "en", PaperSize::letter, false},
  };
  for (const Case& each : cases) {
    CAPTURE(each.condition);
    CAPTURE(each.language);
    const tests::MemoryFiles files =
        chain(fmt::format("><style for=\"key\" ink=\"text\"/><when {}><style for=\"key\" ink=\"primary\"/></when>",
                          each.condition),
              ">");
    const design::Design design = must_resolve(files, {"b", "northgate", each.language, each.paper});
    CHECK(ink_of(design) == (each.holds ? "primary" : "text"));
  }
}

TEST_CASE("style, fit and paper merge by attribute, all else whole") {
  const tests::MemoryFiles files = chain(
      "><paper sizes=\"a4\" orientation=\"landscape\"/><fit pages=\"3\" size=\"13pt\"/>"
      "<page on=\"all\" margin=\"9mm\"><footer><p text=\"page-of\"/></footer><region><place "
      "what=\"rest\"/></region></page>"
      "<style for=\"key caption\" ink=\"primary\" size=\"14pt\"/>",
      "><paper duplex=\"short-edge\"/><fit pages=\"any\" leading=\"1.3 to 1.5\"/>"
      "<page on=\"all\"><region><place what=\"rest\"/></region></page><style for=\"key\" size=\"15pt\"/>");
  const design::Design design = must_resolve(files, {"b"});
  CHECK(design.page_size.width == 297_mm);
  CHECK(design.duplex == design::Duplex::short_edge);
  CHECK_FALSE(design.fit.pages);
  CHECK(design.fit.size_lower == 13_pt);
  CHECK(design.fit.leading.lower == Factor::thousandths(1300));
  CHECK(design.fit.spacing.lower == Factor::thousandths(600));  // standard's
  CHECK(design.pages.at("all").margins.top == 15_mm);           // not the parent's 9 mm
  CHECK(design.pages.at("all").boxes.size() == 1);
  const design::StyleProperties key = design.look_up({"key", ""}, {"figure", ""});
  CHECK((key.ink == "primary" && Length{key.size->upper.units} == 15_pt));
  CHECK(design.look_up({"caption", ""}, {"figure", ""}).ink == "primary");
}

TEST_CASE("a root with min-size drops the min-sizes of styles before it, not those of whens") {
  const tests::MemoryFiles files = chain(
      " min-size=\"9pt\"><style for=\"key\" min-size=\"8pt\"/><when lang=\"de\"><style for=\"key\" "
      "min-size=\"7pt\"/></when>",
      " min-size=\"10pt\"><style for=\"label\" min-size=\"6pt\"/>");
  // standard's footer of 9 pt says min-size="9pt": once dropped, it is too small for 10 pt.
  Diagnostics diagnostics;
  CHECK_FALSE(tests::resolved(files, {"b"}, diagnostics).has_value());
  CHECK(codes(diagnostics) == std::vector<std::string>{"design.below-min-size"});
  CHECK(all_said(diagnostics).find("in footer") != std::string::npos);

  const design::Design parent = must_resolve(files, {"a"});
  CHECK(parent.look_up({"key", ""}, {"figure", ""}).min_size == 8_pt);
  tests::MemoryFiles larger = files;
  larger.add(
      "layouts/b.xml",
      "<layout id=\"b\" lang=\"en\" extends=\"a\" min-size=\"10pt\"><style for=\"footer\" size=\"10pt\"/></layout>");
  const design::Design child = must_resolve(larger, {"b"});
  CHECK(child.min_size == 10_pt);
  CHECK_FALSE(child.look_up({"key", ""}, {"figure", ""}).min_size);
  CHECK(must_resolve(larger, {"b", "northgate", "de"}).look_up({"key", ""}, {"figure", ""}).min_size == 7_pt);
}

TEST_CASE("root attributes inherit until a child says otherwise") {
  const tests::MemoryFiles files =
      chain(" languages=\"1\" black-only=\"yes\" append=\"language-assistance\">", " black-only=\"no\">");
  const design::Design design = must_resolve(files, {"b"});
  CHECK_FALSE(design.black_only);
  CHECK(design.append == std::vector<std::string>{"language-assistance"});
  CHECK(must_resolve(files, {"a"}).black_only);
}

TEST_CASE("pages take the paper's size and its orientation") {
  struct Case {
    const char* paper;
    PaperSize size;
    Length width, height;
  };
  for (const Case& each : {Case{"", PaperSize::a4, 210_mm, 297_mm}, Case{"", PaperSize::letter, 612_pt, 792_pt},
                           Case{"<paper orientation=\"landscape\"/>", PaperSize::a4, 297_mm, 210_mm},
                           Case{"<paper fold=\"none\" bleed=\"0mm\"/>", PaperSize::a4, 210_mm, 297_mm}}) {
    CAPTURE(each.paper);
    const design::Design design =
        must_resolve(chain(">" + std::string(each.paper) +
                               "<page on=\"first all\" margin=\"5mm\"><region><place what=\"rest\"/></region></page>"
                               "<style for=\"subtitle\" ink=\"text\"/>",
                           ">"),
                     {"b", "northgate", "en", each.size});
    CHECK(std::abs((design.page_size.width - each.width).units) <= 2);
    CHECK(std::abs((design.page_size.height - each.height).units) <= 2);
  }
  Diagnostics diagnostics;
  CHECK_FALSE(tests::resolved(tests::sample_project(), {"phone"}, diagnostics).has_value());
  CHECK(diagnostics.items().at(0).message == "layout \"phone\" is not made for paper a4");
}

TEST_CASE("a page's text width leaves what is over to the outer margin") {
  const std::string rest = "\"><region><place what=\"rest\"/></region></page>";
  const tests::MemoryFiles files =
      chain("><page on=\"first\" margin=\"15mm\" margin-inside=\"20mm\" text-width=\"175mm" + rest +
                "<page on=\"all\" margin=\"10mm\" text-width=\"100mm\"><region><place what=\"rest\"/></region></page>"
                "<style for=\"subtitle\" ink=\"text\"/>",
            ">");
  const design::Design letter = must_resolve(files, {"b", "northgate", "en", PaperSize::letter});
  CHECK(*letter.pages.at("first").margins.outside == 612_pt - 195_mm);
  const design::Design a4 = must_resolve(files, {"b"});
  CHECK(*a4.pages.at("first").margins.outside == 15_mm);
  CHECK(a4.pages.at("all").margins.end == 100_mm);
}

TEST_CASE("the number form is the brand's for the locale at hand") {
  const tests::MemoryFiles files = tests::sample_project();
  CHECK_FALSE(must_resolve(files, {}).brand.number_form.latin_digits);
  CHECK(must_resolve(files, {"standard", "northgate", "ar-EG"}).brand.number_form.latin_digits);
  CHECK(must_resolve(files, {"standard", "northgate", "th"}).brand.number_form.local_calendar_too);
}

TEST_CASE("a brand's icon stands for the layout's") {
  const design::Design design = must_resolve(tests::sample_project(), {});
  CHECK(design.icons.at("tip")->path == "picture");
  CHECK(design.icons.contains("warning"));
}

TEST_CASE("contrast is judged on the ground that text stands on") {
  struct Case {
    const char* styles;
    std::vector<std::string> complaints;  ///< what the message starts with
  };
  const std::vector<Case> cases{
      // On white muted text is fine, on the primary band it is not.
      {"<style for=\"p.strip\" ink=\"muted\"/>", {}},
      {"<style for=\"box.strip\" fill=\"primary\"/>", {"p.strip in line in box.strip in band"}},
      // A box of its own fill takes text off the band.
      {"<style for=\"notice\" in=\"line\" ink=\"primary\"/>", {"p in notice in line in band"}},
      {"<style for=\"notice\" in=\"line\" ink=\"primary\" fill=\"paper\"/>", {}},
      // fill="none" is no ground.
      {"<style for=\"notice\" in=\"line\" ink=\"primary\" fill=\"none\"/>", {"p in notice in line in band"}},
      // Large text may have 3:1: 3.66 is enough for a bold heading of 15 pt, not for a paragraph.
      {"<style for=\"title\" in=\"section\" ink=\"outline\"/>", {}},
      {"<style for=\"title\" in=\"section\" ink=\"outline\" weight=\"regular\"/>", {"title in section.condition"}},
      {"<style for=\"title\" in=\"section\" ink=\"outline\" size=\"13pt\"/>", {"title in section.condition"}},
      {"<style for=\"p\" in=\"section\" ink=\"outline\"/>", {"p in section.condition"}},
      // What prints nothing is not read.
      {"<style for=\"p\" in=\"section\" ink=\"none\"/>", {}},
      // Every other row stands on the stripe.
      {"<style for=\"table\" stripe=\"text\"/>", {"cell in row in table.data"}},
      // The press's own fills count.
      {"<style for=\"list\" in=\"zone.emergency\" ink=\"outline\"/>", {"item in list.bullet in zone.emergency"}},
  };
  for (const Case& each : cases) {
    CAPTURE(each.styles);
    Diagnostics diagnostics;
    tests::resolved(chain(">", ">" + std::string(each.styles)), {"b"}, diagnostics);
    const std::string said = all_said(diagnostics);
    if (each.complaints.empty()) CHECK(said == "");
    for (const std::string& complaint : each.complaints) {
      CHECK_MESSAGE(said.find("error[design.low-contrast]: " + complaint) != std::string::npos, said);
    }
  }
  Diagnostics black;
  tests::resolved(chain(" black-only=\"yes\">", "><style for=\"p\" ink=\"accent\"/>"), {"b"}, black);
  CHECK(all_said(black) == "");
}

TEST_CASE("the draft line and appended notices must be readable too") {
  struct Case {
    const char* root;
    const char* styles;
    const char* complaint;  ///< code and what the message starts with; empty: none
  };
  const char* appends = " append=\"language-assistance\"";
  for (const Case& each :
       {Case{"", "", ""}, Case{appends, "", ""},
        Case{"", "<style for=\"draft\" size=\"6pt\"/>", "error[design.below-min-size]: draft in handout prints at 6pt"},
        Case{"", "<style for=\"draft\" ink=\"paper\"/>", "error[design.low-contrast]: draft in handout: ink \"paper\""},
        Case{"", "<style for=\"draft\" ink=\"none\"/>", "error[design.low-contrast]: draft in handout: ink \"none\""},
        Case{" black-only=\"yes\"", "<style for=\"strong\" in=\"draft\" ink=\"none\"/>",
             "error[design.low-contrast]: strong in draft in handout: ink \"none\""},
        Case{"", "<style for=\"strong\" in=\"draft\" ink=\"tint\"/>", "error[design.low-contrast]: strong in draft"},
        Case{"", "<style for=\"notice\" in=\"handout\" size=\"6pt\"/>", ""},
        Case{appends, "<style for=\"notice\" in=\"handout\" size=\"6pt\"/>",
             "error[design.below-min-size]: p in notice in handout in region.main"},
        Case{appends, "<style for=\"notice\" in=\"handout\" ink=\"tint\"/>",
             "error[design.low-contrast]: p in notice in handout in region.main"}}) {
    CAPTURE(each.root);
    CAPTURE(each.styles);
    Diagnostics diagnostics;
    tests::resolved(chain(">", std::string(each.root) + ">" + each.styles), {"b"}, diagnostics);
    const std::string said = all_said(diagnostics);
    CHECK(diagnostics.has_errors() == (each.complaint[0] != '\0'));
    CHECK_MESSAGE(said.find(each.complaint) != std::string::npos, said);
  }
}

TEST_CASE("contrast ratios are WCAG's, and the colour offered passes") {
  constexpr Color white{255, 255, 255};
  constexpr Color black{};
  CHECK(design::contrast_ratio(black, white) == doctest::Approx(21));
  CHECK(design::contrast_ratio(white, white) == doctest::Approx(1));
  CHECK(design::contrast_ratio({0x0B, 0x4A, 0x5B}, white) == doctest::Approx(9.8).epsilon(0.01));
  CHECK(design::contrast_ratio({0x77, 0x77, 0x77}, white) == doctest::Approx(4.48).epsilon(0.01));
  for (const Color ink : {Color{0xF2, 0xA9, 0x3B}, Color{0x77, 0x77, 0x77}, white, Color{1, 2, 3}}) {
    for (const Color ground : {white, black, Color{0x0B, 0x4A, 0x5B}, Color{0x80, 0x80, 0x80}}) {
      for (const double least : {3.0, 4.5}) {
        const Color offered = design::nearest_with_contrast(ink, ground, least);
        CHECK(design::contrast_ratio(offered, ground) >= least);
        if (design::contrast_ratio(ink, ground) >= least) CHECK(offered == ink);
      }
    }
  }
}

TEST_CASE("sizes are judged at the small end of fitting, in em of what is around") {
  struct Case {
    const char* styles;
    bool small;
  };
  for (const Case& each :
       {Case{"<style for=\"source\" size=\"1em\"/>", false}, Case{"<style for=\"source\" size=\"0.9em\"/>", true},
        Case{"<style for=\"source\" size=\"9pt to 14pt\"/>", true},
        Case{"<style for=\"source\" size=\"0.9em\" min-size=\"10pt\"/>", false},
        Case{"<style for=\"sources\" size=\"2em\"/><style for=\"source\" size=\"0.5em\"/>", false},
        Case{"<style for=\"sup\" size=\"4pt\"/>", false}, Case{"<style for=\"label\" size=\"8pt\"/>", true}}) {
    CAPTURE(each.styles);
    Diagnostics diagnostics;
    tests::resolved(chain(">", ">" + std::string(each.styles)), {"b"}, diagnostics);
    CHECK(codes(diagnostics) ==
          (each.small ? std::vector<std::string>{"design.below-min-size"} : std::vector<std::string>{}));
  }
}

TEST_CASE("too small a size of the whole text is one mistake, told at <fit>") {
  struct Case {
    const char* root;
    const char* fit;
    const char* stands;  ///< what the message's place begins with
  };
  for (const Case& each :
       {Case{"", "<fit size=\"10pt\"/>", "10pt"}, Case{"", "<fit size=\"10pt to 13pt\"/>", "10pt to"},
        Case{" min-size=\"13pt\"", "", "11.5pt to"}}) {
    CAPTURE(each.fit);
    Diagnostics diagnostics;
    tests::resolved(chain(">", std::string(each.root) + ">" + each.fit), {"b"}, diagnostics);
    const std::size_t at_fit = static_cast<std::size_t>(
        std::count_if(diagnostics.items().begin(), diagnostics.items().end(), [&each](const Diagnostic& d) {
          REQUIRE(d.where.file);
          return d.code == "design.below-min-size" &&
                 std::string_view(d.where.file->text).substr(d.where.begin).starts_with(each.stands);
        }));
    CHECK(at_fit == 1);
    // A higher least size also finds the styles that state a smaller one.
    if (each.root[0] == '\0') CHECK(diagnostics.items().size() == 1);
  }
}

TEST_CASE("too faint colours of the palette itself are told at the brand") {
  tests::MemoryFiles files = tests::sample_project();
  std::string brand = tests::read_disk("tests/samples/layouts/brands/northgate/brand.xml");
  const std::string text = "name=\"text\" value=\"#17262B\"";
  REQUIRE(brand.find(text) != std::string::npos);
  brand.replace(brand.find(text), text.size(), "name=\"text\" value=\"#F0F0F0\"");
  files.add("layouts/brands/northgate/brand.xml", brand);
  Diagnostics diagnostics;
  CHECK_FALSE(tests::resolved(files, {}, diagnostics).has_value());
  for (const Diagnostic& d : diagnostics.items())
    CHECK_MESSAGE(d.where.file != nullptr, d.message);
}

TEST_CASE("a QR code is as wide as telephones need") {
  const std::string page = "<page on=\"first all\"><region{}><place what=\"rest\"/></region></page>";
  const std::string wide = fmt::format(fmt::runtime(page), "");
  const std::string narrow = fmt::format(fmt::runtime(page), " columns=\"4\"");  // of 40.5 mm
  struct Case {
    std::string entries;
    const char* width;
    const char* told;  ///< empty: nothing
  };
  for (const Case& each :
       {Case{wide, "18mm", ""}, Case{wide, "10%", ""}, Case{wide, "9%", "45.92pt"}, Case{wide, "17.9mm", "50.74pt"},
        Case{wide, "5em", ""}, Case{wide, "4em", "46pt"}, Case{narrow, "45%", ""}, Case{narrow, "44%", "50.51pt"}}) {
    CAPTURE(each.width);
    Diagnostics diagnostics;
    const std::string styles =
        fmt::format("<style for=\"subtitle\" ink=\"text\"/><style for=\"qr\" width=\"{}\"/>", each.width);
    tests::resolved(chain(">", "><fit size=\"11.5pt to 12pt\"/>" + each.entries + styles), {"b"}, diagnostics);
    if (each.told[0] == '\0') {
      CHECK(all_said(diagnostics) == "");
      continue;
    }
    REQUIRE(codes(diagnostics) == std::vector<std::string>{"design.below-min-size"});
    CHECK(diagnostics.items()[0].message.find(each.told) != std::string::npos);
    const SourceRange& where = diagnostics.items()[0].where;
    CHECK(std::string_view(where.file->text).substr(where.begin).starts_with(each.width));
  }
}

TEST_CASE("a field of the clinic must have a value in the language at hand") {
  tests::MemoryFiles files = tests::sample_project();
  std::string brand = tests::read_disk("tests/samples/layouts/brands/northgate/brand.xml");
  const std::string line = "<field name=\"clinic.emergency-number\" kind=\"phone\">999</field>";
  brand.replace(brand.find(line), line.size(),
                "<field name=\"clinic.emergency-number\" kind=\"phone\" lang=\"es\">112</field>");
  files.add("layouts/brands/northgate/brand.xml", brand);
  CHECK(must_resolve(files, {"standard", "northgate", "es-MX"}).locale.tag == "es-MX");
  Diagnostics diagnostics;
  CHECK_FALSE(tests::resolved(files, {}, diagnostics).has_value());
  CHECK(codes(diagnostics) == std::vector<std::string>{"design.unknown-field"});
}

TEST_CASE("the papers a layout is made for") {
  const tests::MemoryFiles files = tests::sample_project();
  Diagnostics diagnostics;
  const auto sheet = design::load_design({files, {}}, "phone", "northgate", diagnostics);
  REQUIRE(sheet);
  CHECK(design::paper_sizes(*sheet) == std::vector<PaperSize>{PaperSize::phone});
}

TEST_CASE("words of layout and brand that are not in the page's language keep their own") {
  const tests::MemoryFiles files = tests::sample_project();
  const design::Design arabic = must_resolve(files, {"standard", "northgate", "ar"});
  REQUIRE(arabic.texts.at("page-of").lang);
  CHECK(arabic.texts.at("page-of").lang->tag == "en");
  REQUIRE(arabic.brand.notices.at("other-formats").front().words.lang);
  CHECK(arabic.brand.notices.at("other-formats").front().words.lang->tag == "en");
  const design::Design english = must_resolve(files, {"standard", "northgate", "en"});
  CHECK_FALSE(english.texts.at("page-of").lang);
  CHECK_FALSE(english.brand.notices.at("other-formats").front().words.lang);
}

TEST_CASE("each text is in the language of the layout that states it") {
  tests::MemoryFiles files = tests::sample_project();
  files.add("layouts/german.xml",
            "<layout id=\"german\" lang=\"de\" extends=\"standard\"><text name=\"summary\">Das Wichtigste</text>"
            "<when lang=\"en\"><text name=\"glossary\">Wörter</text></when></layout>");
  const design::Design german = must_resolve(files, {"german", "northgate", "de"});
  CHECK_FALSE(german.texts.at("summary").lang);
  REQUIRE(german.texts.at("glossary").lang);  // standard's
  CHECK(german.texts.at("glossary").lang->tag == "en");
  const design::Design english = must_resolve(files, {"german", "northgate", "en"});
  REQUIRE(english.texts.at("summary").lang);
  CHECK(english.texts.at("summary").lang->tag == "de");
  CHECK(english.texts.at("glossary").lang->tag == "de");
  CHECK_FALSE(english.texts.at("sources").lang);
}
