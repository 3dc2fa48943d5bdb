#include "text/shape.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <memory>

#include "text/text_support.h"

using namespace handout;
using namespace handout::tests;

namespace {

struct CloseProgram {
  void operator()(std::FILE* program) const { ::pclose(program); }
};

/// What HarfBuzz's own program prints for a text: "[gid=cluster+advance|...]".
std::string hb_shape_says(const std::string& options, const std::string& font, const std::string& text) {
  const std::string command =
      fmt::format("hb-shape --no-glyph-names --no-positions --cluster-level=0 {} '/usr/share/fonts/{}' --text='{}'",
                  options, font, text);
  const std::unique_ptr<std::FILE, CloseProgram> program(::popen(command.c_str(), "r"));
  REQUIRE(program);
  std::string output;
  std::array<char, 512> part{};
  while (std::fgets(part.data(), static_cast<int>(part.size()), program.get()) != nullptr)
    output += part.data();
  while (output.ends_with('\n'))
    output.pop_back();
  return output;
}

/// The same form from a line that holds one run; hb-shape counts clusters in characters.
std::string ours(const text::Line& line) {
  REQUIRE(line.runs.size() == 1);
  const text::GlyphRun& run = line.runs[0];
  std::string result;
  for (const text::Glyph& glyph : run.glyphs) {
    std::size_t characters = 0;
    for (std::size_t i = 0; i < glyph.text_begin; ++i) {
      if ((static_cast<unsigned char>(run.text[i]) & 0xC0U) != 0x80U) ++characters;
    }
    result += fmt::format("{}{}={}", result.empty() ? "" : "|", glyph.id, characters);
  }
  return "[" + result + "]";
}

constexpr const char* hb_shape = "/usr/bin/hb-shape";

}  // namespace

TEST_CASE("glyphs are those of HarfBuzz's own program") {
  if (::access(hb_shape, X_OK) != 0) {
    MESSAGE("SKIPPED: hb-shape is missing (Debian package libharfbuzz-bin)");
    return;
  }
  struct Case {
    const char *locale, *script, *font, *text;
  };
  for (const Case& row : {
           Case{"en", "Latn", "truetype/noto/NotoSans-Regular.ttf", "Affluent office, AVATAR To. 38 \u00B0C fjord"},
           Case{"en", "Latn", "truetype/noto/NotoSans-Regular.ttf", "e\u0301a\u0300 cafe\u0301"},
           Case{"vi", "Latn", "truetype/noto/NotoSans-Regular.ttf", "Bác sĩ phẫu thuật rạch một đường"},
           Case{"ru", "Cyrl", "truetype/noto/NotoSans-Regular.ttf", "Хирург делает разрез"},
           Case{"ar", "Arab", "truetype/noto/NotoSansArabic-Regular.ttf", "جراحة العمود الفقري بلا ألم"},
           Case{"he", "Hebr", "truetype/noto/NotoSansHebrew-Regular.ttf", "ניתוח בעמוד השדרה"},
           Case{"hi", "Deva", "truetype/noto/NotoSansDevanagari-Regular.ttf", "शल्य चिकित्सा की प्रक्रिया"},
           Case{"th", "Thai", "truetype/noto/NotoSansThai-Regular.ttf", "การผ่าตัดกระดูกสันหลังน้ำ"},
           Case{"zh-Hans", "Hani", "opentype/noto/NotoSansCJK-Regular.ttc --face-index=2", "脊椎手术后休息。"},
       }) {
    CAPTURE(std::string(row.text));
    const std::string font = row.font;
    const std::size_t space = font.find(' ');
    const std::string file = font.substr(0, space);
    const std::string index = space == std::string::npos ? "" : font.substr(space + 1);
    const std::string options = fmt::format("--script={} --language={} {}", row.script, row.locale, index);
    const SetText set = set_text(paragraph(row.text, row.locale), points(4000));
    REQUIRE(set.lines.size() == 1);
    CHECK(set.diagnostics.items().empty());
    CHECK(ours(set.lines[0]) == hb_shape_says(options, file, row.text));
  }
}

TEST_CASE("letters join across a change of colour") {
  // Arabic letters in two spans keep the shapes that they have in one.
  const SetText whole = set_text(paragraph("كلمة", "ar"), points(300));
  design::StyledParagraph cut = paragraph("كلمة", "ar");
  span_of(cut, "مة").tag = design::Artifact::layout;
  const SetText pieces = set_text(cut, points(300));
  REQUIRE(whole.lines[0].runs.size() == 1);
  REQUIRE(pieces.lines[0].runs.size() == 2);
  std::vector<int> one, two;
  for (const text::Glyph& glyph : whole.lines[0].runs[0].glyphs)
    one.push_back(glyph.id);
  for (const text::GlyphRun& run : pieces.lines[0].runs) {
    for (const text::Glyph& glyph : run.glyphs)
      two.push_back(glyph.id);
  }
  CHECK(one == two);
}

TEST_CASE("a word cut by a hyphen is shaped as it prints") {
  // Kerning between the letters on both sides of the cut must go: the first line's width is that of the cut word alone.
  design::StyleTable table = styles();
  table[0].hyphenate = true;
  const SetText cut = set_text(paragraph("physiotherapeutically"), points(80), table);
  REQUIRE(cut.lines.size() >= 2);
  for (const text::Line& line : cut.lines) {
    std::string printed = line.runs[0].text;
    const std::size_t hyphen = printed.find("\u00AD");
    if (hyphen != std::string::npos) printed.replace(hyphen, 2, "\u2010");
    const SetText alone = set_text(paragraph(printed), points(300));
    CHECK(alone.lines[0].width == line.width);
  }
}

TEST_CASE("a Thai tone mark stands above the vowel sign, not on it") {
  // "name", "move", "ascend": consonant, vowel sign above it, tone mark above that. A looped face of Debian's drops the
  // mark by a quarter of the em.
  for (const char* word : {"ชื่อ", "เคลื่อน", "ขึ้น", "สั้น"}) {
    CAPTURE(std::string(word));
    const SetText set = set_text(paragraph(word, "th"), points(300));
    for (const text::Glyph& glyph : set.lines.at(0).runs.at(0).glyphs)
      CHECK(glyph.dy >= -points(1));
  }
}
