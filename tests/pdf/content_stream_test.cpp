#include "pdf/content_stream.h"

#include <doctest/doctest.h>

#include "made_document.h"
#include "pdf/write_pdf.h"

using namespace handout;
using namespace handout::literals;
using namespace handout::tests;
using pages::PlacedPath;

namespace {

struct Written {
  std::vector<pdf::PageContent> pages;
  std::string first;
};

Written write(const MadeDocument& made) {
  pdf::Resources resources;
  const pdf::CodedText text = pdf::code_text(made.document, test_fonts());
  Written written;
  written.pages = pdf::write_pages({made.document, text, pdf::profile_of(pdf::Standard::ua1), resources});
  written.first = written.pages.front().operators;
  return written;
}

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t found = 0;
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += what.size())
    ++found;
  return found;
}

PlacedPath rule(design::Tag tag) {
  figures::Path path;
  path.segments = {{figures::Verb::move, {}, {}, {60_pt, 100_pt}}, {figures::Verb::line, {}, {}, {90_pt, 100_pt}}};
  return {path, {}, pages::PlacedStroke{Color{0, 0, 0}, 0.5_pt, {}, {}, {}}, {}, {}, tag};
}

}  // namespace

TEST_CASE("an element's lines share one sequence, one text object and one font") {
  MadeDocument made;
  Setting narrow;
  narrow.width = 90_pt;
  made.write({}, StructureType::paragraph, "Walk a bit more each day and sit for half an hour at a time.", narrow);
  const Written written = write(made);
  CHECK(written.pages[0].marks.size() == 1);
  CHECK(count(written.first, "BDC") == 1);
  CHECK(count(written.first, "EMC") == 1);
  CHECK(count(written.first, "BT\n") == 1);
  CHECK(count(written.first, " Tf") == 1);
  CHECK(count(written.first, "Td\n") >= 3);
}

TEST_CASE("an inline element stands between two sequences of its paragraph") {
  MadeDocument made;
  const StructureId p = made.add({}, StructureType::paragraph);
  const StructureId link = made.add(p, StructureType::link);
  made.set(p, {{"See "}, {"this", link}, {" now."}});
  const Written written = write(made);
  CHECK(written.pages[0].marks == std::vector<StructureId>{p, link, p});
}

TEST_CASE("a rule within a paragraph waits for its end; a fill does not") {
  for (const bool filled : {false, true}) {
    CAPTURE(filled);
    MadeDocument made;
    const StructureId p = made.write({}, StructureType::paragraph, "Before the rule.");
    PlacedPath artifact = rule(design::Artifact::layout);
    if (filled) artifact.fill = Color{1, 2, 3};
    made.page().items.push_back(artifact);
    made.set(p, "After the rule.");
    CHECK(write(made).pages[0].marks.size() == (filled ? 2 : 1));
    CHECK(count(write(made).first, "/Artifact") == 1);
  }
}

TEST_CASE("artifacts say what they are") {
  struct Row {
    design::Artifact artifact;
    const char* written;
  };
  const Row rows[] = {{design::Artifact::layout, "/Artifact<</Type/Layout>>BDC"},
                      {design::Artifact::background, "/Artifact<</Type/Background>>BDC"},
                      {design::Artifact::header, "/Artifact<</Type/Pagination/Subtype/Header>>BDC"},
                      {design::Artifact::footer, "/Artifact<</Type/Pagination/Subtype/Footer>>BDC"}};
  for (const Row& row : rows) {
    MadeDocument made;
    made.page().items.push_back(rule(row.artifact));
    CHECK(write(made).first.find(row.written) != std::string::npos);
    CHECK(write(made).pages[0].marks.empty());
  }
}

TEST_CASE("state that does not change is written once") {
  MadeDocument made;
  for (int i = 0; i < 3; ++i) {
    PlacedPath path = rule(design::Artifact::layout);
    path.stroke->color = {255, 0, 0};
    path.stroke->dashes = {1_pt, 2_pt};
    made.page().items.push_back(path);
  }
  const std::string first = write(made).first;
  CHECK(count(first, "1 0 0 RG") == 1);
  CHECK(count(first, "[1 2]0 d") == 1);
  CHECK(count(first, ".5 w") == 1);
  CHECK(count(first, "S\n") == 3);
}

TEST_CASE("y is turned: a box at the top of an A4 page") {
  MadeDocument made;
  made.page().items.push_back(PlacedPath{figures::rectangle({10_pt, 0_pt, 100_pt, 20_pt}),
                                         Color{128, 128, 128},
                                         {},
                                         {},
                                         {},
                                         design::Artifact::background});
  CHECK(write(made).first.find(".502 g\n10 841.89 100 -20 re\nf\n") != std::string::npos);
}

TEST_CASE("a shape that is drawn again and again is written once") {
  MadeDocument made;
  const StructureId figure = made.add({}, StructureType::figure);
  for (int i = 0; i < 100; ++i) {
    const Point centre{60_pt + 5_pt * (i % 20), 100_pt + 5_pt * (i / 20)};
    made.page().items.push_back(PlacedPath{figures::circle(centre, 2_pt), Color{11, 74, 91}, {}, {}, {}, figure});
  }
  const Written written = write(made);
  CHECK(written.pages[0].marks.size() == 1);
  CHECK(count(written.first, "/X0 Do") == 100);
  CHECK(count(written.first, "1 0 0 1 5 0 cm") == 95);
  CHECK(count(written.first, " c\n") == 0);
  CHECK(count(written.first, "q\n") == 1);
}

TEST_CASE("a shape that is drawn a few times is written in the same words each time") {
  MadeDocument made;
  const StructureId figure = made.add({}, StructureType::figure);
  for (int i = 0; i < 6; ++i) {
    const Point centre{60_pt + 7_pt * i, 100_pt + 11_pt * i};
    made.page().items.push_back(PlacedPath{figures::circle(centre, 2_pt), Color{11, 74, 91}, {}, {}, {}, figure});
  }
  const std::string first = write(made).first;
  CHECK(count(first, " Do") == 0);
  CHECK(count(first, "1 0 0 1 7 -11 cm\n0 0 m\n") == 5);
}

TEST_CASE("one path of many dots is written as one dot at many places") {
  MadeDocument made;
  const StructureId figure = made.add({}, StructureType::figure);
  PlacedPath dots{{}, Color{11, 74, 91}, {}, {}, {}, figure};
  for (int i = 0; i < 40; ++i) {
    const figures::Path dot = figures::circle({60_pt + 5_pt * i, 100_pt}, 2_pt);
    dots.path.segments.insert(dots.path.segments.end(), dot.segments.begin(), dot.segments.end());
  }
  made.page().items.push_back(dots);
  CHECK(count(write(made).first, "/X0 Do") == 40);
  // Where they are see-through, overlapping places would show.
  std::get<PlacedPath>(made.page().items.back()).fill_opacity = Factor::thousandths(500);
  CHECK(count(write(made).first, "/X0 Do") == 0);
}

TEST_CASE("readers do not join the words around a line break") {
  MadeDocument made;
  const StructureId p = made.add({}, StructureType::paragraph);
  made.set(p, "Northgate\u2028Spine Clinic");
  CHECK(tags_of(pdf::write_pdf(made.document, test_fonts(), pdf::Standard::ua1)).find("'Northgate Spine Clinic'") !=
        std::string::npos);
}

TEST_CASE("labels of one figure are words of their own, in Hindi too") {
  for (const char* language : {"en", "hi"}) {
    MadeDocument made;
    const StructureId figure = made.add({}, StructureType::figure);
    Setting setting;
    setting.language = language;
    made.set(figure, std::string(language) == "en" ? "Nerve" : "\u0926\u093f\u0928", setting);
    made.set(figure, "Bone");
    CHECK(tags_of(pdf::write_pdf(made.document, test_fonts(), pdf::Standard::ua1)).find(" Bone'") != std::string::npos);
  }
}

TEST_CASE("what a clip group holds is cut off, within its element's sequence") {
  MadeDocument made;
  const StructureId figure = made.add({}, StructureType::figure);
  pages::ClipGroup group;
  group.clip = figures::rectangle({0_pt, 0_pt, 50_pt, 50_pt});
  group.items.push_back(rule(figure));
  made.page().items.push_back(std::make_shared<const pages::ClipGroup>(group));
  made.page().items.push_back(rule(figure));
  const Written written = write(made);
  CHECK(written.pages[0].marks.size() == 1);
  CHECK(written.first.find("q\n0 841.89 50 -50 re\nW n\n") != std::string::npos);
  CHECK(count(written.first, "Q\n") == 1);
  CHECK(count(written.first, ".5 w") == 2);  // the state inside is forgotten with the group
}

TEST_CASE("a line of Hindi is one Span with its text") {
  MadeDocument made("hi");
  Setting setting;
  setting.language = "hi";
  made.write({}, StructureType::paragraph, "\u0926\u093f\u0928", setting);
  CHECK(write(made).first.find("/Span<</MCID 0/ActualText<FEFF0926093F0928>>>BDC") != std::string::npos);
}

TEST_CASE("codes of fixed text do not depend on a field's value") {
  const auto with_name = [](const std::string& name) {
    MadeDocument made;
    const StructureId p = made.add({}, StructureType::paragraph);
    made.set(p, {{"Dear "}, {name, {}, "patient.name"}, {", come at 8."}});
    return write(made).first;
  };
  // The strings before and after the name are the same bytes.
  const std::string one = with_name("Ann"), other = with_name("Zo\u00eb Quick");
  const std::size_t dear = one.find("Tj");
  REQUIRE(dear != std::string::npos);
  CHECK(one.substr(0, dear) == other.substr(0, dear));
  const std::string end = one.substr(one.rfind('('));
  CHECK(other.substr(other.rfind('(')) == end);
}

TEST_CASE("tracking is character space, not a number between every two glyphs") {
  MadeDocument made;
  const StructureId p = made.add({}, StructureType::paragraph);
  made.set(p, "minimum");
  auto& run = std::get<pages::PlacedRun>(made.page().items.back()).run;
  for (text::Glyph& glyph : run.glyphs)
    glyph.advance -= 0.12_pt;
  const std::string first = write(made).first;
  CHECK(first.find("-.12 Tc") != std::string::npos);
  CHECK(first.find("TJ") == std::string::npos);
}

TEST_CASE("underlines belong to the words' own sequence") {
  MadeDocument made;
  const StructureId p = made.add({}, StructureType::paragraph);
  made.set(p, {{"Read "}, {"this", {}, {}, false, true}, {" now."}});
  const Written written = write(made);
  CHECK(written.pages[0].marks.size() == 1);
  CHECK(count(written.first, " re\nf\n") == 1);
}
