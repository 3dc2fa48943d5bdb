#include "localization/translate.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "base/unicode.h"
#include "localization/coded_words.h"
#include "localization/load_xliff.h"
#include "localization/pseudo_locale.h"
#include "support/expected_diagnostics.h"

namespace handout::localization {
namespace {

CodedText words(const std::string& text) {
  return {{CodedPart::Kind::text, text}};
}

TranslationsPtr xliff(const std::string& tag, const std::string& units, const std::string& folder = "content/a") {
  const auto file = std::make_shared<const SourceFile>(
      SourceFile{folder + "/" + tag + ".xlf",
                 "<xliff version='1.2'><file target-language='" + tag + "'>" + units + "</file></xliff>"});
  Diagnostics diagnostics;
  auto loaded = load_xliff(file, parse_locale(tag).value(), diagnostics);
  REQUIRE(loaded);
  return std::make_shared<const Translations>(std::move(*loaded));
}

std::string unit(const std::string& id, const std::string& source, const std::string& target) {
  return "<trans-unit id='" + id + "'><source>" + source + "</source><target>" + target + "</target></trans-unit>";
}

struct Done {
  TranslatedWords translated;
  std::vector<std::string> said;
};

Done translate_paragraph(const std::string& xml, const std::string& to, TranslationChain chain,
                         Untranslated untranslated = Untranslated::refused) {
  Diagnostics diagnostics;
  Done done;
  done.translated = translate(tests::words_of(xml),
                              {Locale{}, parse_locale(to).value(), std::move(chain), untranslated}, diagnostics);
  done.said = tests::told(diagnostics, "content/a/handout.xml");
  return done;
}

}  // namespace

TEST_CASE("A translation is missing, stale or current by six rules") {
  const std::string now = unit_digest(words("Stop now.")), before = unit_digest(words("Stop.")),
                    pare = unit_digest(words("Pare."));
  struct Case {
    const char* rule;
    std::string file_source;
    std::optional<std::string> target;
    UnitState state;
    std::string source_digest, target_digest;
    UnitStanding standing;
  };
  const Case cases[] = {
      {"1: nothing there", "Stop now.", std::nullopt, UnitState::translated, now, "", UnitStanding::missing},
      {"1: the source copied, to be done", "Stop now.", "Stop now.", UnitState::initial, now, "",
       UnitStanding::missing},
      {"1: the same words may be right", "Stop now.", "Stop now.", UnitState::translated, now, "",
       UnitStanding::current},
      {"2: the file is of an older source", "Stop.", "Pare.", UnitState::translated, before, pare, UnitStanding::stale},
      {"2: whatever its state", "Stop.", "Pare.", UnitState::reviewed, before, pare, UnitStanding::stale},
      {"3", "Stop now.", "Pare.", UnitState::translated, now, pare, UnitStanding::current},
      {"3: someone has still to work on it", "Stop now.", "Pare.", UnitState::initial, now, pare, UnitStanding::stale},
      {"4: the source was refreshed, the words were not", "Stop now.", "Pare.", UnitState::translated, before, pare,
       UnitStanding::stale},
      {"4: but someone has said that they hold", "Stop now.", "Pare.", UnitState::reviewed, before, pare,
       UnitStanding::current},
      {"5: retranslated", "Stop now.", "Pare ya.", UnitState::translated, before, pare, UnitStanding::current},
      {"6: a tool lost the digests", "Stop now.", "Pare.", UnitState::translated, "", "", UnitStanding::current},
      {"6: and the state holds", "Stop now.", "Pare.", UnitState::initial, "", "", UnitStanding::stale},
  };
  for (const Case& each : cases) {
    CAPTURE(each.rule);
    Translation translation;
    translation.source = words(each.file_source);
    if (each.target) translation.target = words(*each.target);
    translation.state = each.state;
    translation.source_digest = each.source_digest;
    translation.target_digest = each.target_digest;
    CHECK(standing_of(translation, words("Stop now.")) == each.standing);
  }
  // A phone number alone is no translation of "Do not call" and the number.
  Translation bare;
  bare.source = {{CodedPart::Kind::text, "Do not call "}, {CodedPart::Kind::mark, "clinic.phone"}};
  bare.target = CodedText{{CodedPart::Kind::mark, "clinic.phone"}};
  CHECK(standing_of(bare, bare.source) == UnitStanding::missing);
}

TEST_CASE("A term is that of the nearest language, never of another script") {
  const auto head = [](const std::string& to, const std::vector<std::string>& agreed) {
    content::Document document;
    content::GlossaryEntry entry;
    entry.id = "disc";
    entry.term = tests::words_of("<term>disc</term>");
    for (const std::string& tag : agreed)
      entry.agreed.push_back({parse_locale(tag).value(), tag, {}, {}});
    document.glossary = {entry};
    Diagnostics diagnostics;
    const auto made = translate(document, {Locale{}, parse_locale(to).value(), {}, Untranslated::marked}, diagnostics);
    return content::plain_text(made.document.glossary.front().term);
  };
  CHECK(head("zh-Hant", {"zh"}) == "disc");
  CHECK(head("zh-Hans", {"zh"}) == "zh");
  CHECK(head("es-MX", {"es", "es-419"}) == "es-419");
  CHECK(head("es-MX", {"es", "es-MX"}) == "es-MX");
  CHECK(head("pl", {"es"}) == "disc");
}

TEST_CASE("The nearest language that is current gives the words, from the folder that the source stands in") {
  const std::string stop = "<p id='u'>Stop.</p>";
  const TranslationsPtr mexico = xliff("es-MX", unit("u", "Stop!", "Alto")),
                        spanish = xliff("es", unit("u", "Stop.", "Pare"));
  CHECK(content::plain_text(translate_paragraph(stop, "es-MX", {mexico, spanish}).translated.words) == "Pare");
  const TranslationsPtr shared = xliff("es", unit("u", "Stop.", "Deténgase"), "content/shared");
  CHECK(content::plain_text(translate_paragraph(stop, "es", {shared, spanish}).translated.words) == "Pare");
  const Done stale = translate_paragraph(stop, "es-MX", {mexico});
  CHECK(stale.translated.standing == UnitStanding::stale);
  CHECK(stale.said ==
        std::vector<std::string>{"error[localization.stale] content/a/es-MX.xlf:1:52 unit u has changed since it was "
                                 "translated into \"es-MX\" | hint: have it translated anew: “Stop.”"});
}

TEST_CASE("Words without a translation are refused, or print as what they are") {
  const std::string stop = "<p id='u'>Stop.</p>";
  CHECK(
      translate_paragraph(stop, "es", {}).said ==
      std::vector<std::string>{
          "error[localization.missing] 1:1 unit u is not translated into \"es\" | hint: have it translated: “Stop.”"});
  CHECK(translate_paragraph("<p>Stop.</p>", "es", {}).said ==
        std::vector<std::string>{
            "error[localization.missing] 1:1 “Stop.” has no id to translate it by | hint: write one, such as "
            "id=\"recovery.week-2\", then translate it"});
  const Done in_source = translate_paragraph(stop, "ar", {}, Untranslated::in_source);
  CHECK(in_source.said.empty());
  CHECK(content::plain_text(in_source.translated.words) == "Stop.");
  CHECK(in_source.translated.words.lang == Locale{});
  const Done marked = translate_paragraph(stop, "ar", {}, Untranslated::marked);
  CHECK(content::plain_text(marked.translated.words) == "[Stop.]");
  CHECK(marked.translated.words.lang == Locale{});
  // British English may print what is English; codes alone, and what is said not to be translated, stay.
  CHECK(translate_paragraph(stop, "en-GB", {}).said.empty());
  CHECK(translate_paragraph("<p id='u'><field name='clinic.phone'/></p>", "es", {}).said.empty());
  CHECK(translate_paragraph("<p id='u' translate='no'>Stop.</p>", "es", {}).said.empty());
  CHECK(translate_paragraph("<p id='u' lang='la'>Stop.</p>", "es", {}).said.empty());
}

TEST_CASE("Pseudo-locales change every letter and no code") {
  const std::string xml = "<p id='u'>Call <field name='clinic.phone'/> <strong>at 8</strong>.</p>";
  const std::string accented = tests::shown(coded_text(translate_paragraph(xml, "en-XA", {}).translated.words));
  CHECK(accented.starts_with("[Çáĺĺ {clinic.phone} <1>áţ 8</1>."));
  CHECK(accented.ends_with("]"));
  const std::string arabic = tests::shown(coded_text(translate_paragraph(xml, "ar-XB", {}).translated.words));
  CHECK(arabic == "كالل {clinic.phone} <1>ات 8</1>.");
  CHECK_FALSE(is_pseudo(parse_locale("ar").value()));
  // Short words grow by half as much again and more, long ones by about a third (in bytes of UTF-16, letters are one).
  const auto length = [](const std::string& text) {
    const CodedText grown = pseudo_translation({{CodedPart::Kind::text, text}}, parse_locale("en-XA").value());
    return to_utf16(grown.front().text).size();
  };
  CHECK(length("Bone") >= 8);
  const std::size_t of_long = length(std::string(100, 'a'));
  CHECK(of_long >= 130);
  CHECK(of_long <= 140);
}

}  // namespace handout::localization
