// Every script of fonts/fonts.xml: set in its own font, without a lost character, glyph for glyph as HarfBuzz's own
// program sets it.
#include "text/scripts.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <memory>
#include <set>

#include "base/unicode.h"
#include "text/font_file.h"
#include "text/real_fonts.h"
#include "text/shaped_paragraph.h"

using namespace handout;
using namespace handout::tests;

namespace {

text::ShapedParagraphPtr shaped(const design::StyledParagraph& made, Diagnostics& diagnostics) {
  return text::shape_paragraph(made, styles(), shipped_fonts(), diagnostics);
}

const design::FontRow& row_of(std::string_view script, const Locale& language) {
  const design::FontRow* best = nullptr;
  for (const design::FontRow& row : shipped_fonts_list()->families.front().rows) {
    if (std::find(row.scripts.begin(), row.scripts.end(), script) == row.scripts.end()) continue;
    const bool named = std::any_of(row.languages.begin(), row.languages.end(),
                                   [&](const Locale& range) { return range.tag == language.tag; });
    if (named) return row;
    if (best == nullptr && row.languages.empty()) best = &row;
  }
  REQUIRE(best != nullptr);
  return *best;
}

struct CloseProgram {
  void operator()(std::FILE* program) const { ::pclose(program); }
};

std::string output_of(const std::string& command) {
  const std::unique_ptr<std::FILE, CloseProgram> program(::popen(command.c_str(), "r"));
  REQUIRE(program);
  std::string output;
  std::array<char, 4096> part{};
  while (std::fgets(part.data(), static_cast<int>(part.size()), program.get()) != nullptr)
    output += part.data();
  while (output.ends_with('\n'))
    output.pop_back();
  return output;
}

std::string quoted(std::string_view text) {
  std::string result = "'";
  for (const char c : text)
    result += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return result + "'";
}

/// "--features=halt[27:28]": of the pairs of full-width signs that meet in the texts, which one gives up its white.
std::string halves_of(const std::string& text, const text::Item& item) {
  struct Pair {
    std::string_view signs;
    std::size_t half;  ///< 0: the first, 1: the second
  };
  // By hand, from CLReq and JLReq.
  constexpr std::array pairs = {Pair{"、「", 1}, Pair{"）。", 0}, Pair{"。“", 1},  Pair{"”，", 0},
                                Pair{"，《", 1}, Pair{"》：", 0}, Pair{"。「", 1}, Pair{"」，", 0}};
  std::string features;
  std::size_t index = 0;
  for (std::size_t at = item.begin; at < item.end; ++index) {
    for (const Pair& pair : pairs) {
      if (!std::string_view(text).substr(at).starts_with(pair.signs)) continue;
      features += fmt::format("{}halt[{}:{}]", features.empty() ? "--features=" : ",", index + pair.half,
                              index + pair.half + 1);
    }
    next_code_point(text, at);
  }
  return features;
}

/// "[gid=cluster@dx,dy+advance|...]" as hb-shape prints it; it counts clusters in characters of the text given to it.
std::string said_by_hb_shape(const std::string& text, const text::Item& item, const Locale& language,
                             const std::string& file, unsigned index) {
  std::string script;
  for (int shift = 24; shift >= 0; shift -= 8)
    script += static_cast<char>(item.script >> static_cast<unsigned>(shift) & 0xFFU);
  return output_of(
      fmt::format("hb-shape 2>/dev/null --no-glyph-names --cluster-level=0 --direction={} --script={} --language={} "
                  "--face-index={} "
                  "{} {} {} --text-before={} --text-after={} --text={} {}",
                  item.right_to_left() ? "rtl" : "ltr", script, language.tag, index, item.begin == 0 ? "--bot" : "",
                  item.end == text.size() ? "--eot" : "", halves_of(text, item),
                  quoted(std::string_view(text).substr(0, item.begin)), quoted(std::string_view(text).substr(item.end)),
                  quoted(std::string_view(text).substr(item.begin, item.end - item.begin)),
                  quoted(text::find_font_file(file, {}))));
}

std::string ours(const std::string& text, const text::Item& item, const text::ShapedParagraph& paragraph) {
  std::string result;
  for (std::uint32_t i = 0; i < item.glyph_count; ++i) {
    const text::ShapedGlyph& glyph = paragraph.glyphs[item.first_glyph + i];
    std::size_t cluster = 0;
    for (std::size_t byte = item.begin; byte < glyph.cluster; ++byte) {
      if (!is_trail_byte(text[byte])) ++cluster;
    }
    result += fmt::format("{}{}={}", result.empty() ? "" : "|", glyph.id, cluster);
    if (glyph.dx != 0 || glyph.dy != 0) result += fmt::format("@{},{}", glyph.dx, glyph.dy);
    result += fmt::format("+{}", glyph.advance);
  }
  return "[" + result + "]";
}

std::vector<int> glyphs_of(const char* tag, const std::string& words) {
  Diagnostics diagnostics;
  const auto made = shaped(paragraph(words, tag), diagnostics);
  CHECK(diagnostics.items().empty());
  std::vector<int> ids;
  for (const text::ShapedGlyph& glyph : made->glyphs)
    ids.push_back(glyph.id);
  return ids;
}

bool only_vertical(const Diagnostics& diagnostics) {
  return std::all_of(diagnostics.items().begin(), diagnostics.items().end(),
                     [](const Diagnostic& d) { return d.code == "text.vertical-script"; });
}

}  // namespace

TEST_CASE("every script of fonts.xml has a text") {
  REQUIRE(shipped_fonts_list());
  std::set<std::string> told;
  for (const ScriptText& text : script_texts())
    told.insert(text.script);
  for (const design::FontFamily& family : shipped_fonts_list()->families) {
    for (const design::FontRow& row : family.rows) {
      for (const std::string& script : row.scripts) {
        CAPTURE(script);
        // Nastaliq is a hand of Arabic letters, not a script of its own.
        CHECK((script == "any" || script == "Aran" || told.contains(script)));
      }
    }
  }
}

TEST_CASE("each text is set in its script's font, and nothing is lost") {
  for (const ScriptText& text : script_texts()) {
    CAPTURE(text.script);
    CAPTURE(text.tag);
    Diagnostics diagnostics;
    const design::StyledParagraph made = paragraph(text.words, text.tag);
    CHECK(made.locale.script == text.script);
    const auto set = shaped(made, diagnostics);
    for (const Diagnostic& problem : diagnostics.items())
      CHECK_MESSAGE(problem.code == "text.vertical-script", problem.message);
    CHECK(only_vertical(diagnostics));
    const design::FontRow& row = row_of(text.script, made.locale);
    std::string printed;
    const std::vector<text::Line> lines =
        text::set_paragraph(*set, made, styles(), shipped_fonts(), {points(200), std::nullopt, text::Rag::running});
    for (const text::Line& line : lines) {
      printed += text_of(line);
      CHECK_FALSE(line.room.has_value());
    }
    std::erase(printed, ' ');
    std::string expected = text.words;
    std::erase(expected, ' ');
    CHECK(printed == expected);
    const Locale language = locale(text.tag);
    const text::FontId font = shipped_fonts().candidates({"sans", text.script, language}).front().font;
    CHECK(set->main_font == font);
    CHECK(shipped_fonts().program(font).index == row.index);
    for (const text::ShapedGlyph& glyph : set->glyphs)
      CHECK(glyph.id != 0);
  }
}

TEST_CASE("glyphs, clusters, advances and offsets are those of hb-shape") {
  if (::access("/usr/bin/hb-shape", X_OK) != 0) {
    MESSAGE("SKIPPED: hb-shape is missing (Debian package libharfbuzz-bin)");
    return;
  }
  for (const ScriptText& text : script_texts()) {
    CAPTURE(text.script);
    CAPTURE(text.tag);
    Diagnostics diagnostics;
    const design::StyledParagraph made = paragraph(text.words, text.tag);
    const auto set = shaped(made, diagnostics);
    const design::FontRow& row = row_of(text.script, made.locale);
    const text::FontId own = shipped_fonts().candidates({"sans", text.script, made.locale}).front().font;
    std::size_t compared = 0;
    for (const text::Item& item : set->items) {
      if (item.font != own || item.kind != text::ItemKind::text) continue;
      CHECK(ours(text.words, item, *set) == said_by_hb_shape(text.words, item, made.locale, row.regular, row.index));
      compared += item.end - item.begin;
    }
    // What another font sets are the digits and signs that this one lacks.
    CHECK(compared * 10 >= text.words.size() * 9);
  }
}

TEST_CASE("a language has the letters of its readers") {
  CHECK(glyphs_of("sr", "бгпдт") != glyphs_of("ru", "бгпдт"));
  CHECK(glyphs_of("mk", "бгпдт") == glyphs_of("sr", "бгпдт"));
  CHECK(glyphs_of("ro", "şţ") == glyphs_of("ro", "șț"));
  CHECK(glyphs_of("tr", "şţ") != glyphs_of("tr", "șț"));
  CHECK(glyphs_of("ur", "۴۶۷") != glyphs_of("ar", "۴۶۷"));
  CHECK(glyphs_of("mr", "लश") != glyphs_of("hi", "लश"));
  CHECK(glyphs_of("ne", "झ५८") != glyphs_of("hi", "झ५८"));
  // One code point, five regions; not every region differs in every character.
  std::set<std::vector<int>> regions;
  for (const char* tag : {"ja", "ko", "zh-Hans", "zh-Hant", "zh-HK"})
    regions.insert(glyphs_of(tag, "直骨角返"));
  CHECK(regions.size() == 5);
}

TEST_CASE("numbers in Nastaliq stand in the Latin font, whole, with room between their groups") {
  Diagnostics diagnostics;
  const std::string words = "فون 020 7946 0123 پر، 38.5 یا +44 اور ۴۶";
  const design::StyledParagraph made = paragraph(words, "ur");
  const auto set = shaped(made, diagnostics);
  const auto font_of = [&](std::string_view script, const Locale& language) {
    return shipped_fonts().candidates({"sans", script, language}).front().font;
  };
  const text::FontId latin = font_of("Latn", locale("ur")), own = font_of("Arab", locale("ur"));
  REQUIRE(latin != own);
  std::string in_latin;
  for (const text::Item& item : set->items) {
    if (item.font == latin) in_latin += words.substr(item.begin, item.end - item.begin) + "|";
  }
  CHECK(in_latin == "020 7946 0123|38.5|+44|");
}

TEST_CASE("words of another script keep the shapes of their own language") {
  design::StyledParagraph made = paragraph("直骨 and 返角", "en");
  span_of(made, "直骨").locale = locale("ja");
  span_of(made, "返角").locale = locale("zh-Hant");
  Diagnostics diagnostics;
  const auto set = shaped(made, diagnostics);
  CHECK(diagnostics.items().empty());
  std::set<std::uint32_t> fonts;
  for (const text::Item& item : set->items)
    fonts.insert(item.font.value);
  CHECK(fonts.size() == 3);
}

TEST_CASE("a language that CLDR does not know has the fonts of its script") {
  Diagnostics diagnostics;
  const design::StyledParagraph made = paragraph("ထံ 38 (စုလီၢ်)", "ksw");
  const auto set = shaped(made, diagnostics);
  CHECK(diagnostics.items().empty());
  CHECK(shipped_fonts().program(set->main_font).postscript_name == "NotoSansMyanmar-Regular");
  for (const text::Item& item : set->items)
    CHECK(shipped_fonts().program(item.font).postscript_name != "NotoSansSymbols2-Regular");
}

TEST_CASE("direction is the script's") {
  for (const char* tag :
       {"ar", "he", "ur", "dv", "syr", "nqo", "ff-Adlm", "rhg-Rohg", "myz-Mand", "smp-Samr", "men-Mend", "ku-Yezi"}) {
    CAPTURE(std::string(tag));
    CHECK(locale(tag).direction == Direction::right_to_left);
  }
  for (const ScriptText& text : script_texts()) {
    CAPTURE(text.tag);
    Diagnostics diagnostics;
    const design::StyledParagraph made = paragraph(text.words, text.tag);
    const auto set = shaped(made, diagnostics);
    const bool right = made.locale.direction == Direction::right_to_left;
    CHECK(set->right_to_left == right);
    CHECK(set->items.front().right_to_left() == right);
  }
}

TEST_CASE("joined letters are never set apart") {
  design::StyleTable spaced = styles();
  spaced[0].tracking = points(1);
  for (const ScriptText& text : script_texts()) {
    CAPTURE(text.tag);
    const design::StyledParagraph made = paragraph(text.words, text.tag);
    Diagnostics diagnostics;
    const auto set = text::shape_paragraph(made, spaced, shipped_fonts(), diagnostics);
    for (const text::Item& item : set->items) {
      if (item.kind != text::ItemKind::text) continue;
      // Unicode's joining types are the measure, but for scripts whose letters hang from a line.
      bool joins = false;
      for (std::size_t at = item.begin; at < item.end;) {
        const auto code = static_cast<UChar32>(next_code_point(text.words, at));
        const int type = u_getIntPropertyValue(code, UCHAR_JOINING_TYPE);
        joins = joins || type == U_JT_DUAL_JOINING || type == U_JT_RIGHT_JOINING || type == U_JT_LEFT_JOINING;
      }
      if (joins) CHECK(item.joined);
    }
  }
}

TEST_CASE("a script that is written in columns is set in lines, with one warning a document") {
  Diagnostics diagnostics;
  shaped(paragraph("ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡ", "mn-Mong"), diagnostics);
  shaped(paragraph("ᠭᠠᠷ", "mn-Mong"), diagnostics);
  REQUIRE(diagnostics.items().size() == 1);
  CHECK(diagnostics.items()[0].code == "text.vertical-script");
  CHECK(diagnostics.items()[0].severity == Severity::warning);
  CHECK(diagnostics.items()[0].message ==
        "Mongolian is written in columns, from top to bottom: it is printed in lines, from left to right");
}

TEST_CASE("what cannot be printed is told, each once, with its unit and code point") {
  struct Case {
    const char *text, *code, *message;
  };
  for (const Case& row : {
           Case{"Good 😀😀 luck", "text.emoji", "emoji are not printed: “😀” (U+1F600 GRINNING FACE)"},
           Case{"A 👩🏽‍⚕️ nurse", "text.emoji",
                "emoji are not printed: “👩🏽‍⚕️” (U+1F469 WOMAN, U+2695 STAFF OF AESCULAPIUS)"},
           Case{"In 🇬🇧 now", "text.emoji",
                "emoji are not printed: “🇬🇧” (U+1F1EC REGIONAL INDICATOR SYMBOL LETTER G, U+1F1E7 REGIONAL "
                "INDICATOR SYMBOL LETTER B)"},
           Case{"Step 1️⃣ now", "text.emoji", "emoji are not printed: “1️⃣” (U+0031 DIGIT ONE)"},
           Case{"Mind ⚠️ this", "text.emoji", "emoji are not printed: “⚠️” (U+26A0 WARNING SIGN)"},
           Case{"A \uE000 sign", "text.control-character",
                "the text holds U+E000, which cannot be printed: it is for private use: each font has another sign "
                "there"},
           Case{"Beba \uFFFD agua", "text.control-character",
                "the text holds U+FFFD, which cannot be printed: it is what stands for one that was lost"},
           Case{"A \uFDD0 sign", "text.control-character",
                "the text holds U+FDD0, which cannot be printed: it is no character"},
           Case{"A \U0001E6F0 sign", "text.control-character",
                "the text holds U+1E6F0, which cannot be printed: it is not yet a character"},
           Case{"A \u0081 sign", "text.control-character",
                "the text holds U+0081 <control-0081>, which cannot be printed"},
           Case{"ᚠᚢ", "text.no-glyph",
                "no font of family \"sans\" has “ᚠ” (U+16A0 RUNIC LETTER FEHU FEOH FE F, script Runr)"},
           Case{"A\u0F77", "text.no-glyph",
                "no font of family \"sans\" has “\u25CC\u0F77” (U+0F77 TIBETAN VOWEL SIGN VOCALIC RR, script Tibt)"},
       }) {
    CAPTURE(std::string(row.text));
    Diagnostics diagnostics;
    shaped(paragraph(row.text), diagnostics);
    REQUIRE_FALSE(diagnostics.items().empty());
    CHECK(diagnostics.items()[0].severity == Severity::error);
    CHECK(diagnostics.items()[0].code == row.code);
    CHECK(diagnostics.items()[0].message == "in unit test.unit, " + std::string(row.message));
    if (row.code != std::string("text.no-glyph")) CHECK(diagnostics.items().size() == 1);
  }
  // These are text, though they have an emoji's form too.
  Diagnostics plain;
  shaped(paragraph("© ® ™ ✓ ☎ ⚠ 1 # ♥"), plain);
  CHECK(plain.items().empty());
}
