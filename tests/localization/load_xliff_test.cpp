#include "localization/load_xliff.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "localization/coded_words.h"
#include "support/expected_diagnostics.h"

namespace handout::localization {
namespace {

struct Loaded {
  std::optional<Translations> translations;
  std::vector<std::string> said;
};

Loaded load(const std::string& text, const std::string& locale = "es") {
  const auto file = std::make_shared<const SourceFile>(SourceFile{"content/a/es.xlf", text});
  Diagnostics diagnostics;
  Loaded loaded;
  loaded.translations = load_xliff(file, parse_locale(locale).value(), diagnostics);
  loaded.said = tests::told(diagnostics, file->path);
  return loaded;
}

std::string one(const std::string& units, const std::string& language = "es") {
  return "<xliff xmlns='urn:oasis:names:tc:xliff:document:1.2' version='1.2'><file original='handout.xml' "
         "source-language='en' target-language='" +
         language + "' datatype='xml'><body>" + units + "</body></file></xliff>";
}

std::string two(const std::string& units, const std::string& version = "2.0") {
  return "<xliff xmlns='urn:oasis:names:tc:xliff:document:" + version + "' version='" + version +
         "' srcLang='en' trgLang='es'><file id='f'>" + units + "</file></xliff>";
}

/// The unit "u" of a file that loads without a word.
Translation unit_of(const std::string& xliff) {
  CAPTURE(xliff);
  const Loaded loaded = load(xliff);
  CHECK(loaded.said.empty());
  REQUIRE(loaded.translations);
  REQUIRE(loaded.translations->units.contains("u"));
  return loaded.translations->units.at("u");
}

std::string target_of(const std::string& xliff) {
  const Translation unit = unit_of(xliff);
  return unit.target ? tests::shown(*unit.target) : "none";
}

}  // namespace

TEST_CASE("Every way of XLIFF 1.2 and 2 to write codes is one text") {
  struct Case {
    std::string xliff, target;
  };
  const auto of_one = [](const std::string& target) {
    return one("<trans-unit id='u'><source>x</source><target>" + target + "</target></trans-unit>");
  };
  const auto of_two = [](const std::string& target) {
    return two("<unit id='u'><segment><source>x</source><target>" + target + "</target></segment></unit>");
  };
  const Case cases[] = {
      {of_one("Llame al <ph id='clinic.phone' ctype='x-placeholder'>{clinic.phone}</ph>."), "Llame al {clinic.phone}."},
      {of_one(
           "<g id='1' ctype='bold'>No</g> tome <mrk mtype='protected'>Tylenol®</mrk>.<x id='2' ctype='lb'/>Descanse."),
       "<1>No</1> tome [[Tylenol®]].<2/>Descanse."},
      {of_one("<bpt id='1' rid='7'>&lt;b></bpt>No<ept id='2' rid='7'>&lt;/b></ept> tome"), "<1>No</1> tome"},
      {of_one("<bx id='1'/>No<ex id='1'/> tome <it id='2' pos='open'>&lt;i></it>esto<it id='2' pos='close'/>"),
       "<1>No</1> tome <2>esto</2>"},
      {of_one("<mrk mtype='seg' mid='0'>Uno. </mrk><mrk mtype='seg' mid='1'>Dos.</mrk>"), "Uno. Dos."},
      {of_one("<mrk mtype='x-remark'>Uno</mrk> <ph id='3'>{ref.nhs}</ph>"), "Uno {ref.nhs}"},
      {of_one(" \n Uno\n\tdos  "), "Uno dos"},
      {of_one("   "), "none"},
      {of_two("<pc id='1'>No</pc> tome <mrk id='m' translate='no'>Tylenol®</mrk>.<ph id='2'/>Descanse."),
       "<1>No</1> tome [[Tylenol®]].<2/>Descanse."},
      {of_two("<sc id='1'/>No<ec startRef='1'/> a <ph id='9' equiv='{clinic.phone}'/> o <ph id='8' "
              "disp='{clinic.phone}'/>"),
       "<1>No</1> a {clinic.phone} o {clinic.phone-2}"},
      {of_two("caf<cp hex='E9'/>"), "café"},
      // Sentences in another order than the source's, and a code over two of them.
      {two("<unit id='u'><segment><source>A. </source><target order='3'>Uno.</target></segment><ignorable><source> "
           "</source></ignorable><segment><source>B.</source><target order='1'>Dos.</target></segment></unit>"),
       "Dos. Uno."},
      {two("<unit id='u'><segment><source>A. </source><target><sc id='1'/>Uno. </target></segment><segment><source>B."
           "</source><target>Dos.<ec startRef='1'/></target></segment></unit>"),
       "<1>Uno. Dos.</1>"},
      {two("<unit id='u'><segment><source>A.</source><target>Uno.</target></segment><ignorable><source> "
           "</source></ignorable>"
           "<segment><source>B.</source><target>Dos.</target></segment></unit>",
           "2.2"),
       "Uno. Dos."},
      {two("<unit id='u'><segment><source>A. </source><target>Uno. "
           "</target></segment><segment><source>B.</source></segment>"
           "</unit>",
           "2.1"),
       "none"},
      // A tool's own prefix for the namespace, groups, notes and proposals.
      {"<x:xliff xmlns:x='urn:oasis:names:tc:xliff:document:1.2' version='1.2'><x:file "
       "target-language='es'><x:body><x:group>"
       "<x:trans-unit "
       "id='u'><x:source>A</x:source><x:seg-source>A</x:seg-source><x:target>Uno</x:target><x:note>n</x:note>"
       "<x:alt-trans><x:target>Nada</x:target></x:alt-trans></x:trans-unit></x:group></x:body></x:file></x:xliff>",
       "Uno"},
  };
  for (const Case& each : cases)
    CHECK(target_of(each.xliff) == each.target);
}

TEST_CASE("States of both versions are those of one ladder") {
  struct Case {
    std::string unit, target;
    UnitState state;
  };
  const Case cases[] = {
      {"", "", UnitState::translated},
      {"", "state='translated'", UnitState::translated},
      {"", "state='new'", UnitState::initial},
      {"", "state='needs-review-translation'", UnitState::initial},
      {"", "state='signed-off'", UnitState::reviewed},
      {"", "state='final'", UnitState::final},
      {"approved='yes'", "state='translated'", UnitState::reviewed},
      {"approved='no'", "state='translated'", UnitState::translated},
  };
  for (const Case& each : cases) {
    CAPTURE(each.target);
    const Translation unit =
        unit_of(one("<trans-unit id='u' " + each.unit + " extradata='src=aa tgt=bb'><source>A</source><target " +
                    each.target + ">Uno</target></trans-unit>"));
    CHECK(unit.state == each.state);
    CHECK(unit.source_digest == "aa");
    CHECK(unit.target_digest == "bb");
  }
  const auto of_two = [](const std::string& first, const std::string& second) {
    return unit_of(two("<unit id='u'><segment " + first +
                       "><source>A. </source><target>Uno. </target></segment><segment " + second +
                       "><source>B.</source><target>Dos.</target></segment></unit>"));
  };
  CHECK(of_two("state='final'", "state='reviewed'").state == UnitState::reviewed);
  CHECK(of_two("state='final'", "state='final'").state == UnitState::final);
  CHECK(of_two("", "state='final'").state == UnitState::translated);
  CHECK(of_two("state='final'", "state='initial'").state == UnitState::initial);
  const auto without_state = [](const std::string& target) {
    return unit_of(two("<unit id='u'><segment><source>Stop.</source><target>" + target + "</target></segment></unit>"));
  };
  CHECK(is_unfinished(without_state("Stop.")));
  CHECK_FALSE(is_unfinished(without_state("Pare.")));
}

TEST_CASE("What is no XLIFF of the language is refused, with its place") {
  struct Case {
    std::string xliff;
    std::vector<std::string> said;
  };
  const Case cases[] = {
      {"<po/>",
       {"error[localization.bad-file] 1:1 <po> does not begin an XLIFF file of version 1.2 or 2 | hint: export it "
        "from the translation tool as XLIFF 1.2"}},
      {"<xliff version='3.0'/>",
       {"error[localization.bad-file] 1:1 <xliff> does not begin an XLIFF file of version 1.2 or 2 | "
        "hint: export it from the translation tool as XLIFF 1.2"}},
      {one("", "pl"),
       {"error[localization.bad-file] 1:68 target-language=\"pl\", but the file is named for \"es\" | hint: write "
        "target-language=\"es\", or rename the file"}},
      {"<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='2.0' srcLang='en'/>",
       {"error[localization.bad-file] 1:1 <xliff> does not say its language in trgLang | hint: write trgLang=\"es\", "
        "or rename "
        "the file"}},
      {one("<trans-unit id='u'><source>A</source></trans-unit><trans-unit "
           "id='u'><source>A</source></trans-unit><trans-unit/>"),
       {"error[localization.bad-file] 1:210 a second unit has the id \"u\" | hint: keep the one that is right",
        "error[localization.bad-file] 1:260 <trans-unit> has no id | hint: give it the id of the unit that it "
        "translates"}},
      {one("<trans-unit id='u'><source>A</source><target>Uno <b>dos</b></target></trans-unit>"),
       {"error[localization.bad-file] 1:209 <b> is no code that may stand among the words of a unit | hint: have the "
        "tool that "
        "wrote it write plain XLIFF"}},
      {one("<trans-unit id='u'><source>A</source>"), {}},  // told by the scan of the XML
  };
  for (const Case& each : cases) {
    CAPTURE(each.xliff);
    const Loaded loaded = load(each.xliff);
    CHECK_FALSE(loaded.translations);
    if (each.said.empty()) {
      REQUIRE_FALSE(loaded.said.empty());
      CHECK(loaded.said.front().starts_with("error[localization.not-well-formed]"));
    } else {
      CHECK(loaded.said == each.said);
    }
  }
  // What the file may not hold it may not bring in as a number: it would turn a dose around.
  for (const char* code : {"202E", "2067", "2069", "D800", "0", "110000", "x"}) {
    CAPTURE(code);
    const Loaded loaded = load(two("<unit id='u'><segment><source>A</source><target>12 <cp hex='" + std::string(code) +
                                   "'/>mg</target></segment></unit>"));
    CHECK_FALSE(loaded.translations);
    REQUIRE(loaded.said.size() == 1);
    CHECK(loaded.said.front().starts_with("error[localization.control-character]"));
  }
  const Loaded isolated =
      load(two("<unit id='u'><segment><source>A</source><target>\u206712 mg\u2069</target></segment></unit>"));
  CHECK_FALSE(isolated.translations);
  REQUIRE(isolated.said.size() == 2);
  CHECK(isolated.said.front().starts_with("error[localization.control-character]"));
  CHECK(isolated.said.front().find("U+2067 (right-to-left isolate)") != std::string::npos);
  // The same language, written otherwise.
  CHECK(load(one("", "ZH-hans"), "zh-Hans").translations);
  CHECK(load(one("", "zh_CN"), "zh-Hans").translations);
  CHECK_FALSE(load(one("", "zh-TW"), "zh-Hans").translations);
}

}  // namespace handout::localization
