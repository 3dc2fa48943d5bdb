#include "text/fonts.h"

#include <doctest/doctest.h>

#include <thread>

#include "text/text_support.h"

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
