#include "text/fonts.h"

#include <doctest/doctest.h>

#include <thread>

#include "text/font_file.h"
#include "text/real_fonts.h"

using namespace handout;
using namespace handout::tests;

namespace {

std::string first_font(std::string_view family, std::string_view script, const char* tag, bool bold = false,
                       bool italic = false) {
  const Locale language = locale(tag);
  const auto matches = fonts().candidates({family, script, language, bold, italic});
  return matches.empty() ? "" : fonts().program(matches.front().font).postscript_name;
}

}  // namespace

TEST_CASE("the closest row comes first") {
  CHECK(first_font("sans", "Latn", "en") == "NotoSans-Regular");
  CHECK(first_font("sans", "Arab", "ar") == "NotoSansArabic-Regular");
  CHECK(first_font("sans", "Hant", "zh-HK") == "NotoSansCJKhk-Regular");
  CHECK(first_font("sans", "Hant", "zh-Hant") == "NotoSansCJKtc-Regular");
  CHECK(first_font("sans", "Jpan", "ja") == "NotoSansCJKjp-Regular");
  const Locale vietnamese = locale("vi"), english = locale("en");
  CHECK(fonts().candidates({"sans", "Latn", vietnamese}).front().leading == Factor::thousandths(1080));
  CHECK(fonts().candidates({"sans", "Latn", english}).front().leading == Factor{});
}

TEST_CASE("nothing is synthetic: italics print bold, a missing bold prints regular") {
  CHECK(first_font("sans", "Latn", "en", true) == "NotoSans-Bold");
  CHECK(first_font("sans", "Latn", "en", false, true) == "NotoSans-Bold");
  CHECK(first_font("sans", "Latn", "en", true, true) == "NotoSans-Bold");
  CHECK(first_font("serif", "Latn", "en", false, true) == "NotoSerif-Italic");
  CHECK(first_font("serif", "Latn", "en", true, true) == "NotoSerif-Bold");
  CHECK(first_font("sans", "Geor", "ka", true) == "NotoSansSymbols2-Regular");
}

TEST_CASE("the fallback family has what the family lacks") {
  CHECK(first_font("serif", "Arab", "ar") == "NotoSansArabic-Regular");
  CHECK(first_font("unknown", "Latn", "en").empty());
}

TEST_CASE("a face is one face, however it was found") {
  const Locale english = locale("en"), vietnamese = locale("vi");
  CHECK(fonts().candidates({"sans", "Latn", english}).front().font ==
        fonts().candidates({"sans", "Latn", vietnamese}).front().font);
}

TEST_CASE("measures and programs are those of the file") {
  const Locale english = locale("en"), chinese = locale("zh-Hans");
  const text::FontId latin = fonts().candidates({"sans", "Latn", english}).front().font;
  const text::FontProgram& program = fonts().program(latin);
  CHECK(program.metrics.units_per_em == 1000);
  CHECK(program.metrics.ascender == 1069);
  CHECK(program.metrics.descender == -293);
  CHECK(program.metrics.cap_height == 714);
  CHECK(program.metrics.x_height == 536);
  CHECK(program.metrics.x_max > program.metrics.x_min);
  CHECK_FALSE(program.is_cff);
  CHECK(program.bytes.size() > 100'000);
  CHECK(fonts().has_glyph(latin, U'A'));
  CHECK(fonts().has_glyph(latin, U'\u1EA5'));
  CHECK_FALSE(fonts().has_glyph(latin, U'\u4E00'));
  const text::FontProgram& cjk = fonts().program(fonts().candidates({"sans", "Hans", chinese}).front().font);
  CHECK(cjk.is_cff);
  CHECK(cjk.index == 2);
}

TEST_CASE("a missing file is a failure that names its package") {
  struct Case {
    const char *file, *package;
  };
  for (const Case& row :
       {Case{"NotoSansKlingon-Regular.ttf", "fonts-noto-core"}, Case{"NotoSansCJK-Thin.ttc", "fonts-noto-cjk"}}) {
    auto list = std::make_shared<design::FontsList>();
    list->families.emplace_back();
    list->families[0].name = "sans";
    list->families[0].rows.emplace_back();
    list->families[0].rows[0].scripts = {"Latn"};
    list->families[0].rows[0].regular = row.file;
    const text::FontSet set(list, {"/nowhere"});
    const Locale english = locale("en");
    try {
      set.candidates({"sans", "Latn", english});
      FAIL("no failure");
    } catch (const Failure& failure) {
      CHECK(failure.diagnostic().code == "text.missing-font");
      CHECK(failure.diagnostic().message.find(row.file) != std::string::npos);
      CHECK(failure.diagnostic().hint.find(row.package) != std::string::npos);
    }
  }
}

TEST_CASE("threads that open the same faces get the same faces") {
  const text::FontSet set(fonts_list(), {});
  const Locale english = locale("en"), arabic = locale("ar");
  std::vector<const text::FontProgram*> programs(8);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < programs.size(); ++i) {
    threads.emplace_back([&, i] {
      const bool odd = i % 2 == 1;
      const text::FontId font = set.candidates({"sans", odd ? "Arab" : "Latn", odd ? arabic : english}).front().font;
      programs[i] = &set.program(font);
    });
  }
  for (std::thread& thread : threads)
    thread.join();
  for (std::size_t i = 2; i < programs.size(); ++i)
    CHECK(programs[i] == programs[i % 2]);
}

TEST_CASE("the package of a missing file is the one that has it") {
  struct Case {
    const char *file, *hint;
  };
  for (const Case& row : {
           Case{"NotoSansKlingon-Bold.ttf", "install the Debian package fonts-noto-core, or"},
           Case{"NotoSans-Thin.ttf", "install the Debian package fonts-noto-extra, or"},
           Case{"NotoSerifCJK-Missing-Bold.ttc", "install the Debian package fonts-noto-cjk, or"},
           Case{"NotoSansCJK-Thin.ttc", "install the Debian package fonts-noto-cjk-extra, or"},
           Case{"House-Regular.otf", "put the file in the project's fonts/ or the brand's fonts/ folder, or correct"},
           // Installed, but not among Debian's Noto fonts: a page must not depend on it.
           Case{"DejaVuSans.ttf", "put the file in the project's fonts/ or the brand's fonts/ folder, or correct"},
       }) {
    CAPTURE(std::string(row.file));
    try {
      text::find_font_file(row.file, {"/nowhere"});
      FAIL("no failure");
    } catch (const Failure& failure) {
      CHECK(failure.diagnostic().code == "text.missing-font");
      CHECK(failure.diagnostic().message ==
            std::string("the font file ") + row.file +
                " was found neither in the brand's fonts/ nor in the project's, nor among Debian's Noto fonts in "
                "/usr/share/fonts/truetype/noto and /usr/share/fonts/opentype/noto");
      CHECK(failure.diagnostic().hint.starts_with(row.hint));
    }
  }
}

TEST_CASE("every row of the shipped list is there, and a row without bold prints regular") {
  for (const design::FontFamily& family : shipped_fonts_list()->families) {
    for (const design::FontRow& row : family.rows) {
      for (const std::string& file : {row.regular, row.bold, row.italic, row.bold_italic}) {
        if (!file.empty()) CHECK_FALSE(text::find_font_file(file, {}).empty());
      }
      if (!row.bold.empty() || row.scripts.front() == "any") continue;
      const Locale language = locale("und-" + row.scripts.front());
      const text::FontId regular =
          shipped_fonts().candidates({family.name, row.scripts.front(), language}).front().font;
      CHECK(shipped_fonts().candidates({family.name, row.scripts.front(), language, true}).front().font == regular);
    }
  }
}
