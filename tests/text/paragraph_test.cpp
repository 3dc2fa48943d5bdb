#include "text/paragraph.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <thread>

#include "text/text_support.h"

using namespace handout;
using namespace handout::tests;

namespace {

/// What all lines' runs must hold: the text without <br/> and blanks; soft hyphens of ours are counted apart.
std::string printable(const std::string& text) {
  std::string result = text;
  for (const std::string_view gone :
       {std::string_view("\u2028"), std::string_view("\uFFFC"), std::string_view("\u00AD")}) {
    for (std::size_t at = result.find(gone); at != std::string::npos; at = result.find(gone))
      result.erase(at, gone.size());
  }
  return result;
}

const char* const arabic =
    "(MISS) جراحة العمود الفقري بأقل تدخل. خذ 500 mg مرتين في اليوم لمدة 6 إلى 12 أسبوعا، واتصل على 020 7946 0000.";
const char* const english =
    "Your surgeon makes a cut of about 2 cm in your lower back and passes a tube down to the spine. Through the tube "
    "the "
    "piece of disc that presses on the nerve is taken out. Most people go home the same day and walk within 6 to 12 "
    "weeks.";

struct Sample {
  const char* locale;
  const char* text;
};
const std::vector<Sample> samples = {
    {"en", english},
    {"en", "One word"},
    {"en", "Take 500 mg.\u2028Then rest.\u2028\u2028Call us: \uFFFC mg"},
    {"en", "The Arabic word جراحة and the Hindi शल्य चिकित्सा and Thai การผ่าตัด and Chinese 脊椎手术 in English."},
    {"ar", arabic},
    {"he", "ניתוח (MISS) בעמוד השדרה: 38 °C, L4/L5, 85-90."},
    {"hi", "आपके सर्जन आपकी पीठ में लगभग 2 cm का चीरा लगाते हैं और एक नली डालते हैं।"},
    {"th", "ศัลยแพทย์จะเปิดแผลเล็กๆ ที่หลังส่วนล่างของคุณ แล้วสอดท่อลงไปถึงกระดูกสันหลัง"},
    {"zh-Hans", "外科医生在您的腰部切一个约 2 cm 的小口,通过管道取出压迫神经的椎间盘(MISS)。"},
    {"ja", "外科医は腰に約2 cmの小さな切開を行い、チューブを通して椎間板を取り除きます。"},
    {"ko", "외과 의사가 허리를 약 2 cm 절개하고 관을 통해 신경을 누르는 디스크를 제거합니다."},
    {"de",
     "Die Bandscheibenoperation geschieht durch ein Röhrchen; danach dürfen Sie wieder spazierengehen und arbeiten."},
    {"ru", "Хирург делает небольшой разрез и удаляет часть диска, которая давит на нерв, через трубку."},
    {"vi", "Bác sĩ phẫu thuật rạch một đường khoảng 2 cm ở lưng dưới và luồn ống xuống cột sống."},
};

}  // namespace

TEST_CASE("the text of all lines is the paragraph's text, whatever the width, script and alignment") {
  design::StyleTable table = styles();
  table[0].hyphenate = true;
  for (const design::Align align : {design::Align::start, design::Align::justify, design::Align::end}) {
    table[0].align = align;
    for (const Sample& sample : samples) {
      design::StyledParagraph made = paragraph(sample.text, sample.locale);
      if (made.text.find("\uFFFC") != std::string::npos) {
        span_of(made, "\uFFFC").blank_width = design::Measure{design::Measure::Unit::em, 4 * 65536};
      }
      for (const int width : {60, 90, 137, 200, 333, 2000}) {
        CAPTURE(std::string(sample.text));
        CAPTURE(width);
        SetText set = set_text(made, points(width), table);
        std::string all;
        std::uint32_t at = 0;
        for (const text::Line& line : set.lines) {
          CHECK(line.text_begin == at);
          at = line.text_end;
          all += text_of(line);
          Length reach;
          for (const text::GlyphRun& run : line.runs) {
            Length sum;
            std::uint32_t covered = 0;
            for (const text::Glyph& glyph : run.glyphs) {
              sum += glyph.advance;
              CHECK(glyph.text_begin < glyph.text_end);
              CHECK(glyph.text_end <= run.text.size());
              covered = std::max(covered, glyph.text_end);
            }
            CHECK(sum == run.width);
            CHECK(covered == run.text.size());
            reach = std::max(reach, run.x + run.width);
          }
          const bool overfull = std::any_of(set.diagnostics.items().begin(), set.diagnostics.items().end(),
                                            [](const Diagnostic& d) { return d.code == "text.overfull-line"; });
          if (!overfull) {
            CHECK(line.width <= points(width));
            CHECK(reach <= points(width));
          }
        }
        CHECK(at == made.text.size());
        CHECK(printable(all) == printable(made.text));
        for (const Diagnostic& diagnostic : set.diagnostics.items())
          CHECK(diagnostic.code == "text.overfull-line");
        if (width > 300) CHECK(set.diagnostics.items().empty());
      }
    }
  }
}

TEST_CASE("setting the same paragraph twice gives the same lines") {
  const design::StyledParagraph made = paragraph(english);
  const SetText one = set_text(made, points(200));
  const SetText two = set_text(made, points(200));
  REQUIRE(one.lines.size() == two.lines.size());
  CHECK(lines_of(one.lines) == lines_of(two.lines));
}

TEST_CASE("a width below zero is written as one") {
  const SetText set = set_text(paragraph("Wide"), Length{-8 * Length::per_point - Length::per_point / 2});
  REQUIRE(set.diagnostics.items().size() == 1);
  CHECK(set.diagnostics.items().front().message.find("-8.5pt") != std::string::npos);
}

TEST_CASE("threads set the same text at once") {
  std::vector<std::string> results(4);
  std::vector<std::thread> threads;
  for (std::string& result : results) {
    threads.emplace_back([&result] {
      design::StyleTable table = styles();
      table[0].hyphenate = true;
      for (const Sample& sample : samples) {
        if (std::string(sample.text).find("\uFFFC") != std::string::npos) continue;
        for (const std::string& line :
             lines_of(set_text(paragraph(sample.text, sample.locale), points(120), table).lines)) {
          result += line + "\n";
        }
      }
    });
  }
  for (std::thread& thread : threads)
    thread.join();
  for (const std::string& result : results)
    CHECK(result == results[0]);
  CHECK(results[0].size() > 1000);
}

TEST_CASE("an empty paragraph has no lines") {
  CHECK(set_text(paragraph(""), points(200)).lines.empty());
}

TEST_CASE("lines stand where their alignment puts them") {
  struct Case {
    design::Align align;
    const char* locale;
    int start;  ///< thousandths of the white before the left edge
  };
  for (const Case& row : {Case{design::Align::start, "en", 0}, Case{design::Align::end, "en", 1000},
                          Case{design::Align::center, "en", 500}, Case{design::Align::start, "ar", 1000},
                          Case{design::Align::end, "ar", 0}, Case{design::Align::center, "ar", 500}}) {
    design::StyleTable table = styles();
    table[0].align = row.align;
    const SetText set = set_text(paragraph(row.locale == std::string("en") ? "One word" : "كلمة واحدة", row.locale),
                                 points(200), table);
    REQUIRE(set.lines.size() == 1);
    const Length white = points(200) - set.lines[0].width;
    CAPTURE(row.locale);
    Length left = points(200);
    for (const text::GlyphRun& run : set.lines[0].runs)
      left = std::min(left, run.x);
    const Length error = left - scaled(white, row.start, 1000);
    CHECK(error <= Length{1});
    CHECK(error >= Length{-1});
  }
}

TEST_CASE("justified lines fill the measure, but the last") {
  design::StyleTable table = styles();
  table[0].align = design::Align::justify;
  const SetText set = set_text(paragraph(english), points(220), table);
  REQUIRE(set.lines.size() > 3);
  for (std::size_t i = 0; i < set.lines.size(); ++i) {
    CHECK((set.lines[i].width == points(220)) == (i + 1 < set.lines.size()));
  }
}

TEST_CASE("a first line gives way to its indent, and <br/> starts a line at the margin") {
  design::StyleTable table = styles();
  table[0].first_indent = points(20);
  const SetText set = set_text(paragraph("One\u2028Two"), points(100), table);
  REQUIRE(set.lines.size() == 2);
  CHECK(set.lines[0].runs[0].x == points(20));
  CHECK(set.lines[1].runs[0].x == Length{});
  CHECK_FALSE(set.lines[0].ends_paragraph);
  CHECK(set.lines[1].ends_paragraph);
}

TEST_CASE("the baseline stands so that ascent and descent are centred in the leading") {
  const SetText set = set_text(paragraph("Text"), points(100));
  const text::FontMetrics& metrics = fonts().program(set.lines[0].runs[0].font).metrics;
  const Length ascent = scaled(points(12), metrics.ascender, metrics.units_per_em);
  const Length descent = scaled(points(12), -metrics.descender, metrics.units_per_em);
  const Length above = set.lines[0].baseline - ascent;
  const Length below = set.lines[0].height - set.lines[0].baseline - descent;
  CHECK((above - below).units <= 1);
  CHECK((below - above).units <= 1);
}

TEST_CASE("a script's own factors multiply size and leading") {
  const SetText set = set_text(paragraph("كلمة", "ar"), points(100));
  CHECK(set.lines[0].height == styles()[0].leading * Factor::thousandths(1080));
  CHECK(set.lines[0].runs[0].size == points(12) * Factor::thousandths(1043));
}

TEST_CASE("a blank is a rule on the baseline that takes its width from the line") {
  design::StyledParagraph made = paragraph("Name: \uFFFC now");
  design::StyledSpan& blank = span_of(made, "\uFFFC");
  blank.blank_width = design::Measure{design::Measure::Unit::em, 5 * 65536};
  blank.blank_ink = Color{1, 2, 3};
  const SetText set = set_text(made, points(300));
  REQUIRE(set.lines.size() == 1);
  REQUIRE(set.lines[0].blanks.size() == 1);
  CHECK(set.lines[0].blanks[0].width == points(60));
  CHECK(set.lines[0].blanks[0].color == Color{1, 2, 3});
  CHECK(set.lines[0].blanks[0].x == set.lines[0].runs[0].width);
  CHECK(set.lines[0].runs[1].x == set.lines[0].runs[0].width + points(60));
  // Too wide a blank is as wide as the measure, not an error.
  made.spans[1].blank_width = design::Measure{design::Measure::Unit::absolute, points(500).units};
  const SetText narrow = set_text(made, points(100));
  CHECK(narrow.diagnostics.items().empty());
  CHECK(narrow.lines.size() > 1);
}

TEST_CASE("a blank may stand alone on the last line, a word may not") {
  design::StyledParagraph made = paragraph("Come on \uFFFC at \uFFFC");
  span_of(made, "\uFFFC").blank_width = design::Measure{design::Measure::Unit::em, 5 * 65536};
  made.spans.back().blank_width = made.spans[1].blank_width;
  const SetText blank = set_text(made, points(150));
  REQUIRE(blank.lines.size() == 2);
  CHECK(blank.lines[0].blanks.size() == 1);
  CHECK(blank.lines[1].text_begin == made.text.rfind("\uFFFC"));
  const SetText word = set_text(paragraph("Come on Wednesday at seventeen"), points(150));
  REQUIRE(word.lines.size() == 2);
  CHECK(word.lines[1].text_begin < word.lines[1].text_end - std::string("seventeen").size());
}

TEST_CASE("words in no ink take their room and print nothing") {
  design::StyleTable table = styles();
  table[1].ink.reset();
  design::StyledParagraph made = paragraph("seen hidden \uFFFC seen");
  span_of(made, "hidden").style = {1};
  design::StyledSpan& blank = span_of(made, "\uFFFC");
  blank.blank_width = design::Measure{design::Measure::Unit::em, 5 * 65536};
  const SetText inked = set_text(made, points(300));
  blank.blank_ink.reset();
  const SetText set = set_text(made, points(300), table);
  REQUIRE(set.lines.size() == 1);
  CHECK(set.lines[0].width == inked.lines[0].width);
  CHECK(set.lines[0].blanks.empty());
  CHECK(inked.lines[0].blanks.size() == 1);
  CHECK(set.lines[0].runs.size() + 1 == inked.lines[0].runs.size());
  CHECK(set.lines[0].runs.back().x == inked.lines[0].runs.back().x);
  for (const text::GlyphRun& run : set.lines[0].runs)
    CHECK(run.text.find("hidden") == std::string::npos);
}

TEST_CASE("a blank that may run on goes to the end of the measure where it ends its line") {
  struct Case {
    const char* locale;
    const char* text;
    design::Align align;
    bool runs_on;
    bool is_filled;
  };
  const std::vector<Case> cases = {
      {"en", "Name: \uFFFC", design::Align::start, true, true},
      {"en", "Name: \uFFFC ", design::Align::start, true, true},
      {"en", "Name: \uFFFC\u2028and a date", design::Align::start, true, true},
      {"en", "\uFFFC", design::Align::justify, true, true},
      {"ar", "الاسم: \uFFFC", design::Align::start, true, true},
      {"en", "Name: \uFFFC", design::Align::start, false, false},  // a short one
      {"en", "Name: \uFFFC.", design::Align::start, true, false},
      {"en", "Come at \uFFFC in the morning", design::Align::start, true, false},
      {"ar", "الاسم: \uFFFC الآن", design::Align::start, true, false},
      {"en", "Name: \uFFFC", design::Align::center, true, false},
      {"en", "Name: \uFFFC", design::Align::end, true, false},
  };
  for (const Case& one : cases) {
    CAPTURE(std::string(one.text));
    CAPTURE(static_cast<int>(one.align));
    design::StyledParagraph made = paragraph(one.text, one.locale);
    design::StyledSpan& blank = span_of(made, "\uFFFC");
    blank.blank_width = design::Measure{design::Measure::Unit::em, 5 * 65536};
    blank.blank_runs_on = one.runs_on;
    design::StyleTable table = styles();
    table[0].align = one.align;
    const text::Line line = set_text(made, points(300), table).lines.at(0);
    REQUIRE(line.blanks.size() == 1);
    const text::BlankRule& rule = line.blanks[0];
    if (!one.is_filled) {
      CHECK(rule.width == points(60));
      continue;
    }
    CHECK(rule.width > points(60));
    CHECK(line.width == points(300));
    const bool runs_left = std::string(one.locale) == "ar";
    CHECK((runs_left ? rule.x : points(300) - rule.x - rule.width) == Length{});
    for (const text::GlyphRun& run : line.runs) {
      if (run.width == Length{}) continue;
      CHECK((runs_left ? run.x >= rule.width : run.x + run.width <= rule.x));
    }
  }
}

TEST_CASE("superscripts rise by their share of their own size") {
  design::StyledParagraph made = paragraph("m2 and");
  span_of(made, "2").rise_thousandths_em = 350;
  const SetText set = set_text(made, points(300));
  REQUIRE(set.lines[0].runs.size() == 3);
  CHECK(set.lines[0].runs[0].rise == Length{});
  CHECK(set.lines[0].runs[1].rise == scaled(points(12), 350, 1000));
}

TEST_CASE("tracking widens every cluster and undoes ligatures, but not where letters join") {
  design::StyleTable tracked = styles();
  tracked[0].tracking = points(1);
  const SetText plain = set_text(paragraph("office"), points(300));
  const SetText wide = set_text(paragraph("office"), points(300), tracked);
  CHECK(plain.lines[0].runs[0].glyphs.size() == 4);
  CHECK(wide.lines[0].runs[0].glyphs.size() == 6);
  tracked[0].tracking = Length{} - points(12) / 100;
  CHECK(set_text(paragraph("office"), points(300), tracked).lines[0].runs[0].glyphs.size() == 4);
  tracked[0].tracking = points(1);
  const SetText joined = set_text(paragraph("كلمة", "ar"), points(300));
  const SetText still = set_text(paragraph("كلمة", "ar"), points(300), tracked);
  CHECK(joined.lines[0].width == still.lines[0].width);
}

TEST_CASE("what cannot be set is an error that names unit and character") {
  const SetText missing = set_text(paragraph("Go \U00013000 home \U00013000"), points(300));
  REQUIRE(missing.diagnostics.items().size() == 1);
  CHECK(missing.diagnostics.items()[0].code == "text.no-glyph");
  CHECK(
      missing.diagnostics.items()[0].message ==
      "in unit test.unit, no font of family \"sans\" has “\U00013000” (U+13000 EGYPTIAN HIEROGLYPH A001, script Egyp)");
  const SetText control = set_text(paragraph("bad\x07text"), points(300));
  REQUIRE(control.diagnostics.items().size() == 1);
  CHECK(control.diagnostics.items()[0].code == "text.control-character");
  CHECK(control.diagnostics.items()[0].message.find("U+0007") != std::string::npos);
  const SetText stray = set_text(paragraph("A stray \uFFFC sign"), points(300));
  REQUIRE(stray.diagnostics.items().size() == 1);
  CHECK(stray.diagnostics.items()[0].code == "text.control-character");
  CHECK(stray.diagnostics.items()[0].message.find("U+FFFC") != std::string::npos);
  const SetText overfull = set_text(paragraph("A laparoscopically small cut"), points(50));
  REQUIRE(overfull.diagnostics.items().size() == 1);
  CHECK(overfull.diagnostics.items()[0].code == "text.overfull-line");
  CHECK(overfull.diagnostics.items()[0].message.find("“laparoscopically”") != std::string::npos);
  // As much of an endless word as a message can show, cut between two letters.
  std::string endless;
  for (int letters = 0; letters < 31; ++letters)
    endless += "é";
  const SetText cut = set_text(paragraph("x" + endless), points(50));
  REQUIRE(cut.diagnostics.items().size() == 1);
  CHECK(cut.diagnostics.items()[0].message.find("“x" + endless.substr(0, 60) + "…”") != std::string::npos);
  const SetText broken = set_text(paragraph("laparoscopically\xE2\x80\xA8small"), points(50));
  REQUIRE(broken.diagnostics.items().size() == 1);
  CHECK(broken.diagnostics.items()[0].message.find("“laparoscopically”") != std::string::npos);
}

TEST_CASE("content widths are those of the widest word and of the whole on one line") {
  const design::StyleTable table = styles();
  Diagnostics diagnostics;
  for (const char* text : {"A laparoscopically small cut", "Take 500 mg twice", "One\u2028two words"}) {
    CAPTURE(text);
    const design::StyledParagraph made = paragraph(text);
    const auto shaped = text::shape_paragraph(made, table, fonts(), diagnostics);
    const text::ContentWidths widths = text::content_widths(*shaped, made, table);
    const auto forced = static_cast<std::size_t>(made.text.find("\u2028") != std::string::npos ? 2 : 1);
    CHECK(set_text(made, widths.most).lines.size() == forced);
    CHECK(set_text(made, widths.most - Length{1}).lines.size() > forced);
    CHECK(set_text(made, widths.least).diagnostics.items().empty());
    CHECK_FALSE(set_text(made, widths.least - Length{1}).diagnostics.items().empty());
  }
}

TEST_CASE("an added hyphen is a soft hyphen in the text and a hyphen in print") {
  design::StyleTable table = styles();
  table[0].hyphenate = true;
  const SetText set = set_text(paragraph("anaesthesiologically", "en"), points(70), table);
  REQUIRE(set.lines.size() > 1);
  CHECK(set.diagnostics.items().empty());
  const text::GlyphRun& run = set.lines[0].runs[0];
  CHECK(run.text.ends_with("\u00AD"));
  CHECK(run.glyphs.back().text_begin == run.text.size() - 2);
  const SetText hyphen = set_text(paragraph("\u2010"), points(70));
  CHECK(run.glyphs.back().id == hyphen.lines[0].runs[0].glyphs[0].id);
  // The text's own soft hyphens work without patterns and are not doubled.
  const SetText own = set_text(paragraph("Donaudampf\u00ADschifffahrt"), points(80));
  REQUIRE(own.lines.size() == 2);
  CHECK(own.lines[0].runs[0].text == "Donaudampf\u00AD");
  CHECK(own.lines[1].runs[0].text == "schifffahrt");
}
