#include "localization/compare_numbers.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "localization/coded_words.h"
#include "localization/load_xliff.h"
#include "localization/translate.h"
#include "support/expected_diagnostics.h"

namespace handout::localization {
namespace {

struct Case {
  const char *tag, *source, *target;
};

/// What is said of the unit `u` of a translator's file.
std::vector<std::string> told_of(const Case& unit, const char* source_tag = "en") {
  const auto file = std::make_shared<const SourceFile>(SourceFile{
      "content/a/" + std::string(unit.tag) + ".xlf",
      "<xliff version='1.2'><file target-language='" + std::string(unit.tag) + "'>\n<trans-unit id='u'><source>" +
          unit.source + "</source><target>" + unit.target + "</target></trans-unit></file></xliff>"});
  Diagnostics diagnostics;
  const Locale to = parse_locale(unit.tag).value();
  auto loaded = load_xliff(file, to, diagnostics);
  REQUIRE(loaded);
  const TranslationChain chain{std::make_shared<const Translations>(std::move(*loaded))};
  const std::string written = std::string("<p id='u'>") + unit.source + "</p>";
  const content::Words words = tests::words_of(written);
  translate(words, {parse_locale(source_tag).value(), to, chain}, diagnostics);
  return tests::told(diagnostics, file->path);
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
        std::vector<std::string>{start + "says ٣, ١٠, which the source does not" + end + "Rest.”"});
}

TEST_CASE("Mistakes are found in digits of every script") {
  const Case mistakes[] = {
      {"es", "Wait 38 weeks", "Espere 83 semanas"},
      {"es", "Take 1.5 mg", "Tome 15 mg"},
      {"es", "Take 1 tablet", "Tome 2 comprimidos"},
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
      {"es", "Take 2 tablets", "Tome los comprimidos"},
      {"es", "Weeks 2 to 6", "Semanas a 6"},
      {"es", "Fewer if open: 2.", "Menos en la abierta."},
      {"de", "Take 1,000 mg", "Nehmen Sie 1,000 mg"},  // one, to a German
      {"de", "Take ½ tablet and 10 mg", "Nehmen Sie 1,5 Tabletten und 10 mg"},
      {"pl", "Walk for 30 minutes", "Spaceruj kilka minut"},
      {"ht", "Wait 6 weeks", "Tann 60 semèn"},
      {"ar", "Wait 6 weeks", "انتظر ٩ أسابيع"},
      {"ar", "Wait 6 weeks", "انتظر أسابيع"},
      {"fa", "Take 0.5 mg", "۰٫۰۵ mg بخورید"},
      {"hi", "Wait 38 days", "८३ दिन रुकें"},
      {"bn", "Wait 6 weeks", "৬০ সপ্তাহ"},
      {"bn", "Wait 6 weeks", "সপ্তাহ"},
      {"th", "Wait 24 hours", "รอ ๔๒ ชั่วโมง"},
      {"th", "Wait 24 hours", "รอ"},
      {"ja", "Wait 24 hours", "２４０時間待つ"},
      {"ja", "Wait 3 days", "３０日待つ"},
      {"he", "Wait 24 hours", "המתינו שעות"},
  };
  for (const Case& one : mistakes) {
    CAPTURE(one.target);
    const std::vector<std::string> said = told_of(one);
    REQUIRE(said.size() == 1);
    CHECK(said.front().starts_with("error[localization.number] 2:1 in unit u, "));
  }
}

TEST_CASE("What a good translation does with numbers is no mistake") {
  const Case fine[] = {
      {"ar", "First 2 weeks", "أول أسبوعين"},
      {"he", "First 2 weeks", "שבועיים ראשונים"},
      {"ar", "2 to 6 weeks", "من أسبوعين إلى 6 أسابيع"},
      {"es", "Take 2 tablets", "Tome dos comprimidos"},
      {"bn", "First 2 weeks", "প্রথম দুই সপ্তাহ"},
      {"ru", "Take 1 tablet", "Примите таблетку"},
      {"ar", "1 or 2 days", "يوم أو يومين"},
      {"ru", "From week 2", "Со второй недели"},
      {"ht", "First 2 weeks", "Semèn 1 ak 2"},
      {"ru", "First 2 weeks", "Недели 1–2"},
      {"fr", "both legs weak", "les 2 jambes faibles"},
      {"es", "Weeks 1 and 2", "Semanas 1–2"},
      {"es", "Take 1 tablet", "Tome un comprimido"},
      {"es", "Wait three weeks, then twelve", "Espere 3 semanas y luego 12"},
      {"es", "Wait 3 weeks", "Espere Tres semanas"},
      {"pl", "Wait up to 3 weeks", "Czekaj do trzech tygodni"},
      {"he", "Wait 3 weeks", "המתינו בשלושה שבועות"},
      {"zh-Hans", "Wait 3 weeks", "等待三周"},
      {"fr", "20 minutes, at most 30 minutes", "20 minutes (30 minutes au plus, jamais plus de 30)"},
      {"es", "500 mg in the morning and 500 mg at night", "500 mg por la mañana y por la noche"},
      {"de", "8 am to 5 pm", "8 bis 17 Uhr"},
      {"fr", "from 1 to 5:30 p.m.", "de 13 h à 17 h 30"},
      {"de", "at 5:30 pm", "um 17.30 Uhr"},
      {"de", "at 8:00 AM", "um 8 Uhr"},
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
      {"fr", "Take 1½ tablets", "Prenez 1,5 comprimé"},
      {"es", "Take ½ tablet", "Tome medio comprimido"},
      {"es", "Take 1 1/2 tablets", "Tome 1½ comprimidos"},
      {"es", "Call 020 7946 0000", "Llame al 0207-946-0000"},
      {"es", "Call 555-123-4567", "Llame al (555) 123 4567"},
      {"ja", "80 in 100", "１００人中８０人"},
      {"bn", "80 in 100", "১০০ জনে ৮০"},
      {"th", "Wait 24 hours", "รอ ๒๔ ชั่วโมง"},
      {"hi", "Wait 24 hours", "२४ घंटे"},
      {"am", "after 20 minutes", "ከ20 ደቂቃ በኋላ"},
      {"de", "on 22.11.2026", "am 22. 11. 2026"},
      {"he", "Wait 24 hours", "המתינו \u200E24\u200E שעות"},
  };
  for (const Case& one : fine) {
    CAPTURE(one.target);
    CHECK(told_of(one) == std::vector<std::string>{});
  }
}

TEST_CASE("A source in another language than English is read as that language writes") {
  CHECK(told_of({"en", "Nehmen Sie 1.000 mg um 17:00 Uhr", "Take 1,000 mg at 5 pm"}, "de").empty());
  CHECK(told_of({"en", "Nach drei Wochen", "After 3 weeks"}, "de").empty());
  CHECK(told_of({"en", "Nehmen Sie 1,5 mg", "Take 15 mg"}, "de").size() == 1);
}

}  // namespace handout::localization
