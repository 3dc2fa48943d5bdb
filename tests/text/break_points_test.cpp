#include "text/break_points.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

#include "text/text_support.h"

using namespace handout;
using namespace handout::tests;

namespace {

/// The text with a bar wherever a line may end.
std::string with_bars(const design::StyledParagraph& made, const design::StyleTable& table = styles()) {
  static const text::HyphenationDictionaries dictionaries;
  const text::Characters characters = text::read_characters(made.text);
  std::string result;
  std::size_t at = 0;
  for (const text::BreakPoint& point : text::find_breaks({made, characters, table, dictionaries})) {
    result += made.text.substr(at, point.at - at);
    if (point.kind == text::BreakKind::added_hyphen) result += "~";
    if (point.at < made.text.size()) result += "|";
    at = point.at;
  }
  return result;
}

struct Case {
  const char *locale, *expected;
};

void check(const std::vector<Case>& cases) {
  for (const Case& row : cases) {
    std::string plain = row.expected;
    std::erase(plain, '|');
    CHECK(with_bars(paragraph(plain, row.locale)) == std::string(row.expected));
  }
}

}  // namespace

TEST_CASE("lines break where Unicode breaks them") {
  check({{"en", "You |may |go |home |(today)."},
         {"en", "“Yes,” |she |said – |twice."},
         {"en", "Open |well-|being |and |post\u2011operative |care"},
         {"th", "ศัลยแพทย์|จะ|เปิด|แผล"},
         {"zh-Hans", "手|术|后|休|息。|回|家"},
         {"ja", "手|術|は、|「安|全」|で|す。"},
         {"en", "One\u2028|two"}});
}

TEST_CASE("a number stays with what it counts") {
  check({{"en", "Take |500 mg |now"},
         {"en", "about |2 cm |long"},
         {"en", "over |38 °C |or |(100.4 °F)."},
         {"en", "take |2½ tablets |now"},
         {"de", "etwa |500\u2009mg |nehmen"},
         {"ja", "薬|を|１５００ｍｇ|飲|む"},
         {"ja", "約4|週|間"},
         {"zh-Hans", "服|用|１５００ｍｇ，|电|话|０２０７"},
         {"en", "for |6 weeks, |then"},
         {"en", "in |2019 |the |clinic"},
         {"en", "the |3 |big |risks"},
         {"en", "85 % |of |them"},
         {"en", "a |BMI |of |35 kg/m2 |or |more"},
         {"en", "on |22 November |2026"},
         {"es", "durante |6 semanas, |luego"},
         {"de", "nach |3 Tagen |gehen"},
         {"de", "etwa |10–15 Minuten |oder |12,5 Tropfen"},
         {"de", "bis |1.500 Schritte |gehen"},
         {"de", "im |Jahr |2019–2020 |stieg"}});
}

TEST_CASE("ranges and shares hold together") {
  check({{"en", "within |6 to 12 weeks |you"},
         {"en", "in |85-90 |of |them"},
         {"en", "in |85–90 |of |them"},
         {"en", "about |4 in 100 people |have"},
         {"en", "page 2 of 4 |and"},
         {"en", "go |to |12 |shops"},
         {"fr", "de |6 à 12 semaines |environ"},
         {"de", "nach |6 bis 12 Wochen |wieder"},
         {"be", "праз |6 да 12 тыдняў |пасля"},
         {"he", "בין |6 עד 12 שבועות"},
         {"hi", "करीब |6 से 12 हफ़्ते"},
         {"tl", "mga |6 hanggang 12 linggo |pa"}});
}

TEST_CASE("a range of quantities holds together in every script") {
  check({{"en", "take |500 mg – 1000 mg |now"},
         {"en", "take |5 mg |at |night – |2 times"},
         {"ar", "خذ |500 mg – 1000 mg |الآن"},
         {"ar", "خذ |1000 ملغ |الآن"},
         {"ar", "خذ |500 ملغ – 1000 ملغ، |ثم"},
         {"ar", "بين |1000–2000 ملغ |الآن"},
         {"ar", "من |2 إلى 6 أسابيع |بعد"},
         {"ar", "حرارة |≥ 38 °م |اليوم"},
         {"ar", "عام |2026 |في"},
         {"he", "עד |1000 מ״ג |ביום"},
         {"fa", "۵۰۰ گرم – ۱۰۰۰ گرم |آب"}});
}

TEST_CASE("ranges without spaces hold together") {
  check({{"zh-Hans", "其|他|诊|所|75至95"},
         {"zh-Hant", "診|所|75到95"},
         {"zh-Hans", "75%至95%"},
         {"zh-Hans", "来|到|诊|所"},
         {"ja", "約80〜90|人"},
         {"ko", "다른 |병원 |75~95명"},
         {"am", "ክሊኒኮች |75–95"},
         {"th", "คลินิก|อื่น |75 ถึง 95"}});
}

TEST_CASE("Ethiopic prepositions before a number leave it with what it counts") {
  check({{"am", "በ16 ሙከራዎች፣ |ዲስኮች"}, {"am", "ከ20 እስከ 30 ደቂቃ |ብቻ"}});
}

TEST_CASE("in brackets a name and its year hold together") {
  check({{"en", "rounded |(Bombieri 2022), |not"},
         {"ja", "入|（Bombieri 2022）|で"},
         {"am", "ቁጥሮች |(Bombieri 2022)፣ |ንጽጽር"},
         {"en", "rounded |by |Bombieri |2022"},
         {"en", "done |(mostly |2022)"}});
}

TEST_CASE("a raised number never begins a line") {
  for (const auto& [tag, expected] : {std::array{"hi", "राहत |है।12 |आप"}, std::array{"zh-Hans", "休|息。12|回|家"},
                                      std::array{"fr", "dit |«\u00A0oui\u00A0»12 |puis"}}) {
    std::string words = expected;
    std::erase(words, '|');
    design::StyledParagraph made = paragraph(words, tag);
    span_of(made, "12").rise_thousandths_em = 480;
    CHECK(with_bars(made) == std::string(expected));
  }
}

TEST_CASE("a label stays with its number, a title with its name") {
  check({{"en", "Week 1 |and |Day 2 |with |Dr Khan"}, {"en", "the |week |that |Miss |out"}, {"es", "la |semana |2"}});
}

TEST_CASE("groups of digits, pairs around a slash and short hyphenations hold together") {
  check({{"en", "Call |020 7946 0000 |now"},
         {"en", "Call |+44 (0) 20 7946 |now |(today)"},
         {"en", "the |L4/L5 |disc |and/or |pain"},
         {"en", "physiotherapist/|occupational |therapist"},
         {"en", "an |X-ray |and |a |follow-up |visit"},
         {"en", "an |evidence-|based |plan"}});
}

TEST_CASE("Korean breaks at spaces") {
  check({{"ko", "외과 |의사가 |허리를(등) |절개합니다."}});
}

TEST_CASE("addresses break before their slashes and dots, if they are long") {
  check({{"en", "see |www.nhs.uk/back |now"},
         {"en", "see |https://www|.example|.org|/surgery|/spine|/aftercare |now"},
         {"en", "write |to |a.b@c.org |now"},
         {"en", "write |to |spine|.surgery|@hospital|.example|.org |now"}});
}

TEST_CASE("nobr and telephone numbers never break") {
  design::StyledParagraph nobr = paragraph("Ask for Spine Ward Two please");
  span_of(nobr, "Spine Ward Two").no_break = 1;
  CHECK(with_bars(nobr) == "Ask |for |Spine Ward Two |please");
  design::StyledParagraph phone = paragraph("Call 555 CALL NOW today");
  design::StyledSpan& number = span_of(phone, "555 CALL NOW");
  number.field = "clinic.phone";
  number.field_kind = content::FieldKind::phone;
  CHECK(with_bars(phone) == "Call |555 CALL NOW |today");
  design::StyledParagraph date = paragraph("On Monday 14 December 2026 at");
  design::StyledSpan& day = span_of(date, "Monday 14 December 2026");
  day.field = "patient.date";
  day.field_kind = content::FieldKind::date;
  CHECK(with_bars(date) == "On |Monday |14 December 2026 |at");
}

TEST_CASE("nobr holds its words, fields and blanks together, and no more than those") {
  design::StyledParagraph call = paragraph("Then call 999 now");
  span_of(call, "call ").no_break = 1;
  span_of(call, "999").no_break = 1;
  span_of(call, "999").field = "clinic.emergency-number";
  CHECK(with_bars(call) == "Then |call 999 |now");
  CHECK(lines_of(set_text(call, points(60)).lines) == std::vector<std::string>{"Then", "call 999", "now"});
  design::StyledParagraph address = paragraph("see https://www.example.org/surgery/spine");
  span_of(address, "https://www.example.org/surgery/spine").no_break = 1;
  CHECK(with_bars(address) == "see |https://www.example.org/surgery/spine");
  design::StyledParagraph two = paragraph("Last food or Last drink");
  span_of(two, "Last food ").no_break = 1;
  span_of(two, "or Last drink").no_break = 2;
  CHECK(with_bars(two) == "Last food |or Last drink");
}

TEST_CASE("a blank stays with what touches it and with a short word after it") {
  const auto bars = [](const char* text, int ems) {
    design::StyledParagraph made = paragraph(text);
    span_of(made, "\uFFFC").blank_width = design::Measure{design::Measure::Unit::em, ems * Factor::one};
    return with_bars(made);
  };
  CHECK(bars("Take \uFFFC mg daily", 4) == "Take |\uFFFC mg |daily");
  CHECK(bars("Take \uFFFC tablets daily", 4) == "Take |\uFFFC |tablets |daily");
  CHECK(bars("Name: \uFFFC, ward", 4) == "Name: |\uFFFC, |ward");
  CHECK(bars("Name: \uFFFC and", 20) == "Name: |\uFFFC |and");
}

TEST_CASE("hyphens are added where the style asks for them, and to words alone") {
  design::StyleTable table = styles();
  CHECK(with_bars(paragraph("anaesthetic"), table) == "anaesthetic");
  table[0].hyphenate = true;
  CHECK(with_bars(paragraph("hyphenation Hyphenation HYPHENATION"), table).find("hy~|phen") == 0);
  CHECK(with_bars(paragraph("Hyphenation HYPHENATION"), table) == "Hyphenation |HYPHENATION");
  CHECK(with_bars(paragraph("self-determination www.hyphenation.org"), table) ==
        "self-|determination |www.hyphenation.org");
  // Only a German capital begins a noun: the phrase's language tells, not the page's.
  design::StyledParagraph phrase = paragraph("anaesthetic Rückenschmerzen", "en");
  span_of(phrase, "Rückenschmerzen").locale = locale("de");
  CHECK(with_bars(phrase, table).find("Rü~|cken") != std::string::npos);
  design::StyledParagraph name = paragraph("nach Hyphenation", "de");
  span_of(name, "Hyphenation").locale = locale("en");
  CHECK(with_bars(name, table) == "nach |Hyphenation");
  design::StyledParagraph nobr = paragraph("hyphenation");
  nobr.spans[0].no_break = 1;
  CHECK(with_bars(nobr, table) == "hyphenation");
}
