#include "text/itemize.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "text/text_support.h"

using namespace handout;
using namespace handout::tests;

namespace {

struct Piece {
  std::string font, text;
  bool operator==(const Piece&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Piece& piece) {
  return out << piece.font << " “" << piece.text << "”";
}

/// Fonts and texts in reading order, neighbours of one font joined.
std::vector<Piece> fonts_of(const design::StyledParagraph& made) {
  const SetText set = set_text(made, points(4000));
  CHECK(set.diagnostics.items().empty());
  std::vector<text::GlyphRun> runs = set.lines.at(0).runs;
  std::sort(runs.begin(), runs.end(), [](const auto& a, const auto& b) { return a.logical_order < b.logical_order; });
  std::vector<Piece> pieces;
  for (const text::GlyphRun& run : runs) {
    const std::string font = fonts().program(run.font).postscript_name;
    if (pieces.empty() || pieces.back().font != font) pieces.push_back({font, ""});
    pieces.back().text += run.text;
  }
  return pieces;
}

/// The texts of a line's runs from left to right.
std::vector<std::string> visual(const char* tag, const std::string& text) {
  const SetText set = set_text(paragraph(text, tag), points(4000));
  std::vector<std::string> texts;
  for (const text::GlyphRun& run : set.lines.at(0).runs)
    texts.push_back(run.text);
  return texts;
}

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts)
    all += "<" + text + ">";
  return all;
}

using Pieces = std::vector<Piece>;

}  // namespace

TEST_CASE("each script has its font, and punctuation that of the letters before it") {
  CHECK(fonts_of(paragraph("Go home, now.")) == Pieces{{"NotoSans-Regular", "Go home, now."}});
  CHECK(fonts_of(paragraph("see जोड़ and 脊椎 now")) == Pieces{{"NotoSans-Regular", "see "},
                                                              {"NotoSansDevanagari-Regular", "जोड़ "},
                                                              {"NotoSans-Regular", "and "},
                                                              {"NotoSansCJKsc-Regular", "脊椎 "},
                                                              {"NotoSans-Regular", "now"}});
}

TEST_CASE("Han takes the font of its language") {
  CHECK(fonts_of(paragraph("手术", "zh-Hans"))[0].font == "NotoSansCJKsc-Regular");
  CHECK(fonts_of(paragraph("手術", "zh-Hant"))[0].font == "NotoSansCJKtc-Regular");
  CHECK(fonts_of(paragraph("手術", "zh-HK"))[0].font == "NotoSansCJKhk-Regular");
  CHECK(fonts_of(paragraph("手術する", "ja")) == Pieces{{"NotoSansCJKjp-Regular", "手術する"}});
  CHECK(fonts_of(paragraph("수술 手術", "ko"))[0].font == "NotoSansCJKkr-Regular");
}

TEST_CASE("Latin words take the row of the run they stand in, where it has them") {
  CHECK(fonts_of(paragraph("做 MISS 手术 2 cm", "zh-Hans")) == Pieces{{"NotoSansCJKsc-Regular", "做 MISS 手术 2 cm"}});
  design::StyledParagraph english = paragraph("做 MISS 手术", "zh-Hans");
  span_of(english, "MISS").locale = locale("en");
  CHECK(fonts_of(english).at(1) == Piece{"NotoSans-Regular", "MISS"});
}

TEST_CASE("a middle dot between spaces is the Latin one, and in a name the script's") {
  CHECK(fonts_of(paragraph("日 · 月", "ja")) ==
        Pieces{{"NotoSansCJKjp-Regular", "日 "}, {"NotoSans-Regular", "·"}, {"NotoSansCJKjp-Regular", " 月"}});
  CHECK(fonts_of(paragraph("约翰·史密斯", "zh-Hans")) == Pieces{{"NotoSansCJKsc-Regular", "约翰·史密斯"}});
}

TEST_CASE("what no row of its script has comes from the rows for any script") {
  const auto pieces = fonts_of(paragraph("Ring \u260E 020 7946"));
  CHECK(pieces == Pieces{{"NotoSans-Regular", "Ring "},
                         {"NotoSansSymbols2-Regular", "\u260E"},
                         {"NotoSans-Regular", " 020 7946"}});
}

TEST_CASE("bold words take the bold face") {
  design::StyledParagraph made = paragraph("Do not drive");
  span_of(made, "not").style = design::StyleId{1};
  CHECK(fonts_of(made) ==
        Pieces{{"NotoSans-Regular", "Do "}, {"NotoSans-Bold", "not"}, {"NotoSans-Regular", " drive"}});
}

TEST_CASE("combining marks stay with their letter's font") {
  CHECK(fonts_of(paragraph("re\u0301sume\u0301")) == Pieces{{"NotoSans-Regular", "re\u0301sume\u0301"}});
}

TEST_CASE("right-to-left paragraphs begin at the right, whatever their first letter") {
  CHECK(joined(visual("ar", "(MISS) جراحة")) == "<جراحة><) ><MISS><(>");
}

TEST_CASE("numbers keep to their units, ranges and telephone numbers to their order") {
  struct Case {
    const char *tag, *text, *together;
  };
  for (const Case& row : {Case{"ar", "خذ 500 mg الآن", "500 mg"}, Case{"ar", "من 85-90 في المئة", "85-90"},
                          Case{"ar", "اتصل 020 7946 0000 الآن", "020 7946 0000"}, Case{"he", "חום 38 °C היום", "38 °C"},
                          Case{"he", "דיסק L4/L5 בגב", "L4/L5"}, Case{"ar", "أكثر من <38 °C اليوم", "<38 °C"}}) {
    // Left to right, the pieces of what belongs together stand in reading order side by side.
    std::string all;
    for (const std::string& text : visual(row.tag, row.text))
      all += text;
    CAPTURE(all);
    CHECK(all.find(row.together) != std::string::npos);
  }
}

TEST_CASE("fields and phrases of the other direction are isolated") {
  design::StyledParagraph made = paragraph("اتصل (020) 7946 الآن", "ar");
  design::StyledSpan& phone = span_of(made, "(020) 7946");
  phone.field = "clinic.phone";
  phone.field_kind = content::FieldKind::phone;
  const SetText set = set_text(made, points(4000));
  std::string all;
  for (const text::GlyphRun& run : set.lines[0].runs)
    all += run.text;
  CHECK(all.find("(020) 7946") != std::string::npos);

  design::StyledParagraph mixed = paragraph("He said שלום (טוב) 5 twice");
  span_of(mixed, "שלום (טוב) 5").locale = locale("he");
  std::string english;
  const SetText turned = set_text(mixed, points(4000));
  for (const text::GlyphRun& run : turned.lines[0].runs)
    english += run.text;
  CHECK(english.find("He said 5") == 0);
}

TEST_CASE("the space that ends a line turned against the text goes with the paragraph") {
  // The Hebrew words end the first line; the space after them stands at its right, and takes no room.
  const design::StyledParagraph made = paragraph("See שלום עולם and more of it");
  const SetText set = set_text(made, points(95));
  REQUIRE(set.lines.size() > 1);
  const text::GlyphRun& last = set.lines[0].runs.back();
  CHECK(last.text == " ");
  CHECK(last.width == Length{});
  CHECK(last.x == set.lines[0].width);
}
