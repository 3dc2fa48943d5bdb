#include "localization/compare_numbers.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "localization/coded_words.h"
#include "localization/load_xliff.h"
#include "localization/translate.h"
#include "support/expected_diagnostics.h"

namespace handout::localization {
namespace {

struct Case {
  std::string tag, source, target;
};

/// What is said of the unit `u` of a translator's file.
std::vector<std::string> told_of(const Case& unit, const char* source_tag = "en") {
  const auto file = std::make_shared<const SourceFile>(SourceFile{
      "content/a/" + unit.tag + ".xlf", "<xliff version='1.2'><file target-language='" + unit.tag +
                                            "'>\n<trans-unit id='u'><source>" + unit.source + "</source><target>" +
                                            unit.target + "</target></trans-unit></file></xliff>"});
  Diagnostics diagnostics;
  const Locale to = parse_locale(unit.tag).value();
  auto loaded = load_xliff(file, to, diagnostics);
  REQUIRE(loaded);
  const TranslationChain chain{std::make_shared<const Translations>(std::move(*loaded))};
  const std::string written = "<p id='u'>" + unit.source + "</p>";
  const content::Words words = tests::words_of(written);
  translate(words, {parse_locale(source_tag).value(), to, chain}, diagnostics);
  return tests::told(diagnostics, file->path);
}

/// What follows a mistake in the same unit: words that look like numbers, and are none.
std::string ordinary_sentence(std::string_view tag) {
  constexpr std::pair<std::string_view, std::string_view> sentences[] = {
      {"es", " con un vaso de agua."},    {"fr", " avec un verre d’eau, dans un lit neuf."},
      {"pt-BR", " com um copo de água."}, {"de", " mit einem Glas Wasser. Geben Sie acht."},
      {"pl", " i popij szklanką wody."},  {"ar", " مع كوب ماء واحد أو نصف كوب."},
      {"he", " אני חושש מכאב."},          {"fa", "، استفاده شده است."},
      {"hi", " एक गिलास पानी के साथ।"},    {"th", " ห้ามลืม คุณสามารถหกล้มจากเก้าอี้"},
      {"zh-Hans", "。一般十分重要。"},    {"ja", "。一般に十分に休んでください。"},
      {"ko", " 이 약은 일이 있습니다."},  {"vi", " trong năm nay."},
  };
  for (const auto& [of, sentence] : sentences) {
    if (of == tag) return std::string(sentence);
  }
  return ".";
}

void check_all(const std::vector<Case>& cases, std::string_view start) {
  for (const Case& one : cases) {
    CAPTURE(one.source);
    CAPTURE(one.target);
    const std::vector<std::string> said = told_of(one);
    CHECK(said.size() == 1);
    if (!said.empty()) CHECK_MESSAGE(said.front().starts_with(start), said.front());
  }
}

}  // namespace

TEST_CASE("A number that the translation changes, drops or adds is told with its file, unit and values") {
  const std::string start = "error[localization.number] 2:1 in unit u, the translation ";
  const std::string end = " | hint: write the same numbers as the source, in digits: “";
  CHECK(told_of({"es", "Take 5 tablets.", "Tome 50 comprimidos."}) ==
        std::vector<std::string>{start + "says 50 where the source says 5" + end + "Take 5 tablets.”"});
  CHECK(told_of({"es", "Call 020 7946 0000 or 12.", "Llame al 12."}) ==
        std::vector<std::string>{start + "does not say 020 7946 0000" + end + "Call 020 7946 0000 or 12.”"});
  CHECK(told_of({"ar", "Rest.", "استرح ٣ أيام أو ١٠."}) ==
        std::vector<std::string>{start + "says ٣, ١٠, which the source does not say" + end + "Rest.”"});
}

TEST_CASE("What is certainly a mistake is refused, whatever words stand beside it") {
  const std::vector<Case> refused = {
      {"es", "Wait 38 weeks", "Espere 83 semanas"},
      {"es", "Take 1.5 mg", "Tome 15 mg"},
      {"es", "Take 500 mg", "Tome 500 g"},
      {"ru", "Take 500 mg", "Примите 500 г"},
      {"zh-Hans", "Take 5 ml", "服5毫克"},
      {"ar", "Take 5 ml", "خذ 5 ملغ"},
      {"de", "Above 38 °C", "Über 38 °F"},
      {"es", "Dial 0123", "Marque 0132"},
      {"es", "Take 5 tablets", "Tome los comprimidos"},
      {"es", "Take 2 mg", "Tome el comprimido"},
      {"es", "Take it", "Tome 2 mg"},
      {"es", "Take it", "Tome 3 comprimidos"},
      {"es", "Take 1–5 tablets", "Tome 15 comprimidos"},
      {"es", "Call 020 7946 0000", "Llame al 020 7946 0001"},
      {"es", "Call 020 7946 0000", "Llame"},
      {"es", "8 am to 5 pm", "de 8 a 18"},
      {"es", "Take 5 ml", "Tome 17 ml"},
      {"es", "5, then 5, then 6", "5, luego 6, luego 6"},
      {"de", "Take 1,000 mg", "Nehmen Sie 1,000 mg"},  // one, to a German
      {"de", "Take ½ tablet and 10 mg", "Nehmen Sie 1,5 Tabletten und 10 mg"},
      {"pl", "Walk for 30 minutes", "Spaceruj kilka minut"},
      {"ht", "Wait 6 weeks", "Tann 60 semèn"},
      {"ar", "Wait 6 weeks", "انتظر ٩ أسابيع"},
      {"ar", "Wait 6 weeks", "انتظر أسابيع"},
      {"fa", "Take 0.5 mg", "۰٫۰۵ mg بخورید"},
      {"fa", "Wait 30 days", "استفاده شده"},
      {"hi", "Wait 38 days", "८३ दिन रुकें"},
      {"bn", "Wait 6 weeks", "৬০ সপ্তাহ"},
      {"bn", "Wait 24 hours", "ঘণ্টা"},
      {"th", "Wait 24 hours", "รอ ๔๒ ชั่วโมง"},
      {"th", "Wait 24 hours", "รอ"},
      {"ja", "Wait 24 hours", "２４０時間待つ"},
      {"ja", "Wait 3 days", "３０日待つ"},
      {"he", "Wait 24 hours", "המתינו שעות"},
      // An article is not the number that another one stands in the place of.
      {"es", "Take 1 tablet", "Tome 2 comprimidos"},
      {"fr", "Take 1 tablet", "Prenez 2 comprimés"},
      {"pt-BR", "Take 1 tablet", "Tome 2 comprimidos"},
      {"de", "Take 1 tablet", "Nehmen Sie 2 Tabletten"},
      {"zh-Hans", "Take 1 tablet", "服用2片"},
      {"ja", "Take 1 tablet", "2錠を服用"},
      {"hi", "Take 1 tablet", "2 गोली"},
      {"es", "Take 1 mg a day", "Tome una dosis al día"},
      {"es", "Take 5 mg a day", "Tome cinco al día"},
      // Number words within other words.
      {"th", "Not more than 5 tablets", "ห้ามกินเม็ด"},
      {"th", "Not more than 5 tablets", "ห้ามกินเกิน 2 เม็ด"},
      {"th", "Wait 3 weeks", "คุณสามารถรอ"},
      {"th", "Wait 6 weeks", "ระวังหกล้ม"},
      {"th", "Wait 9 weeks", "นั่งเก้าอี้"},
      {"ja", "Wait 10 days", "十分に待つ"},
      {"zh-Hans", "Wait 10 days", "十分重要"},
      {"he", "Wait 6 weeks", "אני חושש"},
      {"es", "Take 1 tablet 2 times a day", "Tome 2 comprimidos 2 veces al día"},
      {"es", "Take 1 tablet 3 times a day", "Tome 3 comprimidos 3 veces al día"},
      // Parts of larger numbers.
      {"zh-Hans", "Wait 3 weeks", "等待十三周"},
      {"zh-Hans", "Take 5 tablets", "服用五十片"},
      {"es", "Wait 3 weeks", "Espere treinta y tres semanas"},
      {"es", "Wait 3 weeks", "Espere ciento tres semanas"},
      {"fr", "Wait 4 weeks", "Attendez quatre-vingts semaines"},
      {"ar", "Wait 3 weeks", "انتظر ثلاثة عشر أسبوعا"},
      {"ar", "Wait 5 days", "انتظر خمسة وعشرين يوما"},
      // What another word of the source says.
      {"es", "Take 3 tablets three times a day", "Tome comprimidos tres veces al día"},
      {"ja", "on 22 November 2026", "2026年12月22日"},
      {"ja", "Take 1 tablet on 22 November", "11月22日に11錠"},
      {"es", "You may take it", "Tome 6 comprimidos"},
      {"ja", "Wait 1.5 hours", "1時間待つ"},
      {"es", "10,000 people", "1 persona"},
      {"zh-Hans", "10,000 people", "1千人"},
      {"zh-Hans", "Lose 5 kg", "减5000千克"},
  };
  check_all(refused, "error[localization.number] 2:1 in unit u, ");
  for (const Case& one : refused) {
    const std::string with_sentence = one.target + ordinary_sentence(one.tag);
    check_all({{one.tag, one.source, with_sentence}}, "error[localization.number] 2:1 in unit u, ");
  }
}

TEST_CASE("What the words may say is told, and printed") {
  check_all(
      {
          {"es", "Take 0.5 tablet", "Tome el comprimido"},
          {"es", "Take 1 to 2 tablets", "Tome 2 comprimidos"},
          {"es", "Take 2 tablets 2 times a day", "Tome 2 comprimidos"},
          {"es", "Take one tablet", "Tome 2 comprimidos"},
          {"es", "Take 2 tablets", "Tome los comprimidos"},
          {"es", "Weeks 2 to 6", "Semanas a 6"},
          {"es", "Fewer if open: 2.", "Menos en la abierta."},
          {"ru", "Take 1 tablet", "Примите таблетку"},
          {"ar", "1 or 2 days", "يوم أو يومين"},
          {"ru", "From week 2", "Со второй недели"},
          {"ht", "First 2 weeks", "Semèn 1 ak 2"},
          {"ru", "First 2 weeks", "Недели 1–2"},
          {"fr", "both legs weak", "les 2 jambes faibles"},
          {"es", "500 mg in the morning and 500 mg at night", "500 mg por la mañana y por la noche"},
          {"es", "Take 5 tablets three times", "Tome cinco comprimidos 3 veces"},
          {"es", "Wait 30 minutes", "Espere treinta minutos"},
          {"bn", "First 2 weeks", "প্রথম দুই সপ্তাহ"},
          {"bn", "Wait 6 weeks", "ছয় সপ্তাহ"},
          {"ht", "Wait 6 weeks", "Tann sis semèn"},
          {"he", "Wait 3 weeks", "המתינו בשלושה שבועות"},
          {"ar", "Wait 3 weeks", "انتظر وثلاثة أسابيع"},
          {"fr", "Take 2 tablets every 4 hours, at most 8",
           "Prenez deux comprimés toutes les 4 heures (8, jamais plus de 8)"},
          // ICU has no ordinals of these, nor all cases.
          {"uk", "By week 6", "До шостого тижня"},
          {"pl", "By week 6", "Do szóstego tygodnia"},
          {"fa", "Wait 10 days", "استفاده شده"},
          {"fa", "Wait 9 days", "روزانه"},
          // Words that say something else as often.
          {"ar", "Wait 6 weeks", "لست وحدك"},  // "you are not", or "for six"
          {"ko", "Take 2 tablets", "이 약을 드세요"},
          {"vi", "Wait 5 weeks", "trong năm nay"},
          {"fr", "Wait 9 weeks", "un lit neuf"},
          {"ko", "Wait 3 weeks", "삼주 기다리세요"},
          {"ko", "Wait 3 weeks", "세 주 기다리세요"},
          {"vi", "Wait 10 years", "Chờ mười năm"},
          {"es", "Wait 4 weeks", "Espere en el cuarto"},
          // Halves and the clock.
          {"ja", "Wait 1.5 hours", "1時間半待つ"},
          {"es", "Wait 1.5 hours", "Espere una hora y media"},
          {"en-GB", "Wait 1.5 hours", "Wait one and a half hours"},
          {"ja", "at 8:30", "8時半に"},
          // Names without a day beside them may be other words.
          {"vi", "Monday to Friday", "thứ 2 đến thứ 6"},
          {"pt-BR", "Monday to Friday", "2ª a 6ª feira"},
          {"zh-Hans", "Monday to Friday", "周1至周5"},
          {"ja", "in November", "11月に"},
      },
      "warning[localization.number-in-words] 2:1 in unit u, ");
  CHECK(told_of({"ht", "First 2 weeks", "Semèn 1 ak 2"}) ==
        std::vector<std::string>{
            "warning[localization.number-in-words] 2:1 in unit u, the translation says 1, which the "
            "source does not say in digits | hint: see that its words say the same, or write digits: "
            "“First 2 weeks”"});
  CHECK(told_of({"es", "Take ½ tablet", "Tome el comprimido"}).front().find("does not say ½ in digits | hint:") !=
        std::string::npos);
}

TEST_CASE("What a good translation does with numbers is no mistake") {
  const Case same[] = {
      {"ar", "First 2 weeks", "أول أسبوعين"},
      {"he", "First 2 weeks", "שבועיים ראשונים"},
      {"ru", "Take 500 mg", "Примите 500 мг"},
      {"ja", "About 2 cm", "約2センチ"},
      {"es", "Take 5 mg in 5 ml", "Tome 5 ml con 5 mg"},
      {"ar", "2 to 6 weeks", "من أسبوعين إلى 6 أسابيع"},
      {"es", "Take 2 tablets", "Tome dos comprimidos"},
      {"es", "Weeks 1 and 2", "Semanas 1–2"},
      {"es", "Take 1 tablet", "Tome un comprimido"},
      {"es", "Wait three weeks, then twelve", "Espere 3 semanas y luego 12"},
      {"es", "Wait 3 weeks", "Espere Tres semanas"},
      {"pl", "Wait up to 3 weeks", "Czekaj do trzech tygodni"},
      {"he", "Wait 3 weeks", "המתינו שלושה שבועות"},
      {"zh-Hans", "Wait 3 weeks", "等待三周"},
      {"zh-Hans", "Take 3 tablets", "服用三片"},
      {"zh-Hans", "Wait 10 minutes", "等待十分钟"},
      {"ja", "Wait 10 minutes", "十分間待つ"},
      {"ja", "Wait 3 days", "三日待つ"},
      {"ja", "Wait 3 weeks", "三週間待つ"},
      {"th", "Wait 3 weeks", "รอสามสัปดาห์"},
      {"th", "Take ½ tablet", "กินครึ่งเม็ด"},
      {"tl", "Wait 3 weeks", "Maghintay ng tatlong linggo"},
      {"tl", "Take 2 tablets", "Uminom ng dalawa"},
      {"uk", "Wait 5 days", "Чекайте п'ять днів"},
      {"uk", "Wait 5 days", "Чекайте п’ять днів"},
      {"uk", "Wait 5 days", "Чекайте пʼять днів"},
      {"ru", "Wait 3 days", "около трёх дней"},
      {"ar", "Wait 3 weeks", "انتظر ثلاث أسابيع"},
      {"ar", "Wait 3 weeks", "انتظر ثلاثة أسابيع"},
      {"de", "Take it 3 times", "Nehmen Sie es dreimal"},
      {"fr", "20 minutes, at most 30 minutes", "20 minutes (30 minutes au plus, jamais plus de 30)"},
      {"de", "8 am to 5 pm", "8 bis 17 Uhr"},
      {"fr", "from 1 to 5:30 p.m.", "de 13 h à 17 h 30"},
      {"de", "at 5:30 pm", "um 17.30 Uhr"},
      {"de", "at 5.30 pm", "um 17.30 Uhr"},
      {"fr", "at 8.30 am", "à 8 h 30"},
      {"ja", "at 8.30 am", "午前8時30分"},
      {"de", "at 12:30 am", "um 00:30 Uhr"},
      {"de", "at 12.30 am", "um 0.30 Uhr"},
      {"de", "at 8:00 AM", "um 8 Uhr"},
      {"fr", "from 8:00 am to 9:00 am", "de 8h00 à 9 h 00"},
      {"es", "between 1 and 5 pm", "entre las 13 y las 17"},
      {"pt-BR", "from 8 am", "a partir das 08h00"},
      {"de", "until 12 am", "bis 24 Uhr"},
      {"de", "Take 1,000 mg", "Nehmen Sie 1.000 mg"},
      {"fr", "Take 1,000 mg", "Prenez 1\u202F000 mg"},
      {"pl", "Take 1,000 mg", "Weź 1 000 mg"},
      {"es", "Take 1 500 mg tablet", "Tome 1 comprimido de 500 mg"},
      {"es", "Take 1,000 mg", "Tome 1 000 mg"},
      {"ht", "Take 1,000 mg", "Pran 1.000 mg"},
      {"hi", "100,000 people", "1,00,000 लोग"},
      {"de", "Take 1.50 mg", "Nehmen Sie 1,5 mg"},
      {"es", "Take 1.5 mg", "Tome 1.5 mg"},
      {"ar", "Take 1.5 mg", "تناول ١٫٥ mg"},
      {"ar", "Take 1.5 mg", "تناول 1.5 mg"},
      {"ar", "Take 1.5 mg", "تناول ١،٥ mg"},
      {"ar", "10,000 people", "١٠،٠٠٠ شخص"},
      {"ja", "10,000 people", "１０，０００人"},
      {"zh-Hans", "5, 10 or 15", "5，10，15"},
      {"fr", "Take 1½ tablets", "Prenez 1,5 comprimé"},
      {"es", "Take ½ tablet", "Tome medio comprimido"},
      {"es", "Take 1 1/2 tablets", "Tome 1½ comprimidos"},
      {"es", "Take half a tablet", "Tome ½ comprimido"},
      {"de", "Take ½ tablet", "Nehmen Sie eine halbe Tablette"},
      {"de", "Take 2.5 tablets", "Nehmen Sie zweieinhalb Tabletten"},
      {"ru", "Wait 1.5 hours", "полтора часа"},
      {"hi", "First 2 weeks", "पहले दो हफ़्ते"},
      {"ja", "10,000 people", "1万人"},
      {"zh-Hans", "2 million people", "200万人"},
      {"hi", "2 million people", "20 लाख लोग"},
      {"ko", "5 million people", "5백만 명"},
      {"ko", "2 vaccines", "2백신"},
      {"es", "2 million people", "2 millones de personas"},
      {"de", "2 million people", "2.000.000 Menschen"},
      {"zh-Hans", "Lose 5 kg", "减5千克"},
      {"es", "Call 020 7946 0000", "Llame al 0207-946-0000"},
      {"es", "Call 555-123-4567", "Llame al (555) 123 4567"},
      {"ja", "80 in 100", "１００人中８０人"},
      {"bn", "80 in 100", "১০০ জনে ৮০"},
      {"th", "Wait 24 hours", "รอ ๒๔ ชั่วโมง"},
      {"hi", "Wait 24 hours", "२४ घंटे"},
      {"am", "after 20 minutes", "ከ20 ደቂቃ በኋላ"},
      {"de", "on 22.11.2026", "am 22. 11. 2026"},
      {"he", "Wait 24 hours", "המתינו \u200E24\u200E שעות"},
      // A month by its name and by its number.
      {"zh-Hans", "on 22 November 2026", "2026年11月22日"},
      {"ja", "on 22 November 2026", "2026年11月22日"},
      {"ko", "until November 3", "11월 3일까지"},
      {"vi", "on the 3rd of November", "ngày 3 tháng 11"},
      {"es", "on 22.11.2026", "el 22 de noviembre de 2026"},
  };
  for (const Case& one : same) {
    CAPTURE(one.source);
    CAPTURE(one.target);
    CHECK(told_of(one) == std::vector<std::string>{});
  }
}

TEST_CASE("A number that is typed the same and means another says how it is read") {
  const std::string start = "error[localization.number] 2:1 in unit u, the translation says ";
  CHECK(told_of({"es", "Take 1,000 mg", "Tome 1,000 mg"}) ==
        std::vector<std::string>{start + "1,000, which is 1 in Spanish, where the source says 1,000, which is 1000 in "
                                         "English | hint: write 1000: in Spanish, “,” stands before tenths"});
  CHECK(told_of({"de", "Take 1.500 mg", "Nehmen Sie 1.500 mg"}) ==
        std::vector<std::string>{start + "1.500, which is 1500 in German, where the source says 1.500, which is 1.5 in "
                                         "English | hint: write 1,5: in German, “,” stands before tenths"});
}

TEST_CASE("The hint has the source's words as they are written") {
  using Kind = CodedPart::Kind;
  const CodedText source = {{Kind::text, "Take 2½ tablets, "},
                            {Kind::opening, "1"},
                            {Kind::text, "then"},
                            {Kind::closing, "1"},
                            {Kind::text, " call "},
                            {Kind::mark, "clinic.phone"}},
                  target = {{Kind::text, "Tome 3 comprimidos"}};
  const std::string unit = "u";
  const Locale from, to = parse_locale("es").value();
  Diagnostics diagnostics;
  compare_numbers({unit, source, target, from, to, {}}, diagnostics);
  CHECK(
      tests::told(diagnostics, "") ==
      std::vector<std::string>{"error[localization.number] in unit u, the translation says 3 where the source says 2½ "
                               "| hint: write the same numbers as the source, in digits: “Take 2½ tablets, then call "
                               "{clinic.phone}”"});
}

TEST_CASE("A source in another language than English is read as that language writes") {
  CHECK(told_of({"en", "Nehmen Sie 1.000 mg um 17:00 Uhr", "Take 1,000 mg at 5 pm"}, "de").empty());
  CHECK(told_of({"en", "Nach drei Wochen", "After 3 weeks"}, "de").empty());
  CHECK(told_of({"en", "Nehmen Sie 1,5 mg", "Take 15 mg"}, "de").size() == 1);
}

}  // namespace handout::localization
