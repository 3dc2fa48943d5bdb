#include "localization/rebuild_words.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "localization/coded_words.h"
#include "localization/xliff_words.h"
#include "support/expected_diagnostics.h"

namespace handout::localization {
namespace {

const char* const source =
    "<p id='u'>Call <field name='clinic.phone'/>. Do <strong>not <nobr>take 2</nobr></strong> of <nobr "
    "translate='no'>Tylenol®</nobr>.<br/><link href='https://a.example'>Rest</link>.<ref source='nhs'/></p>";

struct Rebuilt {
  std::optional<content::Words> words;
  std::vector<std::string> said;
};

/// `target` with codes as XLIFF 1.2 writes them.
Rebuilt rebuild(const std::string& target, const std::string& of = source) {
  const auto xml = tests::element_of("<target>" + target + "</target>");
  Diagnostics diagnostics;
  const content::Words words = tests::words_of(of);
  Rebuilt rebuilt;
  rebuilt.words = rebuild_words(read_xliff_words({xml.get()}, diagnostics), words, {}, diagnostics);
  rebuilt.said = tests::told(diagnostics, "");
  return rebuilt;
}

const std::string phone = "<ph id='clinic.phone'>{clinic.phone}</ph>", brand = "<mrk mtype='protected'>Tylenol®</mrk>",
                  reference = "<ph id='ref.nhs'/>", rest = "<x id='3'/><g id='4'>Reposo</g>.";

}  // namespace

TEST_CASE("Codes become the source's own elements, in the translation's order") {
  const Rebuilt rebuilt =
      rebuild(reference + "<g id='1'>No <g id='2'>tome 2</g></g> de " + brand + ". Llame al " + phone + "." + rest);
  CHECK(rebuilt.said.empty());
  REQUIRE(rebuilt.words);
  CHECK(rebuilt.words->unit == "u");
  CHECK(tests::shown(coded_text(*rebuilt.words)) ==
        "{ref.nhs}<1>No <2>tome 2</2></1> de [[Tylenol®]]. Llame al {clinic.phone}.<3/><4>Reposo</4>.");
  const content::InlineList& inlines = rebuilt.words->inlines;
  CHECK(std::get<content::Reference>(inlines.at(0).item).source == "nhs");
  const auto& strong = std::get<content::Strong>(inlines.at(1).item);
  CHECK(std::holds_alternative<content::NoBreak>(strong.words.at(1).item));
  CHECK(std::get<content::Link>(inlines.at(8).item).href == "https://a.example");
}

TEST_CASE("A code that a tool has made plain words is taken back, with a word about it") {
  const Rebuilt rebuilt =
      rebuild("Llame al {clinic.phone}. <g id='1'>No <g id='2'>tome 2</g></g> de Tylenol®." + rest + reference);
  REQUIRE(rebuilt.words);
  CHECK(tests::shown(coded_text(*rebuilt.words)) ==
        "Llame al {clinic.phone}. <1>No <2>tome 2</2></1> de [[Tylenol®]].<3/><4>Reposo</4>.{ref.nhs}");
  CHECK(rebuilt.said ==
        std::vector<std::string>{"warning[localization.flattened-placeholder] in unit u, {clinic.phone} is plain "
                                 "words; it is taken for the code | hint: keep the codes of the translation tool"});
}

TEST_CASE("Protected elements stand for themselves, whichever their order and whatever is in them") {
  const std::string of =
      "<p id='u'>Day <nobr translate='no'><field name='clinic.phone'/></nobr>, emergency <nobr translate='no'><field "
      "name='clinic.emergency-number'/></nobr>.</p>";
  const Rebuilt turned = rebuild(
      "Urgencias <mrk mtype='protected'>{clinic.emergency-number}</mrk>, dia <mrk mtype='protected'><ph "
      "id='clinic.phone'/></mrk>.",
      of);
  REQUIRE(turned.words);
  CHECK(content::plain_text(*turned.words) == "Urgencias {clinic.emergency-number}, dia {clinic.phone}.");
  CHECK_FALSE(rebuild("Urgencias <mrk mtype='protected'/>, dia <mrk mtype='protected'/>.", of).words);
  CHECK_FALSE(rebuild("Llame ahora.", of).words);
  // "US" is not to be found in another word.
  CHECK_FALSE(rebuild("USted", "<p id='u'><nobr translate='no'>US</nobr> you</p>").words);
  CHECK(rebuild("en US.", "<p id='u'>in <nobr translate='no'>US</nobr>.</p>").words);
}

TEST_CASE("Placeholders of one name are told apart, also from a field that is really called so") {
  const std::string of =
      "<p id='u'>Call <field name='clinic.phone'/>, again <field name='clinic.phone'/>, ward <field "
      "name='clinic.phone-2'/></p>";
  CHECK(tests::shown(coded_text(tests::words_of(of))) ==
        "Call {clinic.phone}, again {clinic.phone-2}, ward {clinic.phone-2-2}");
  const Rebuilt rebuilt = rebuild("<ph id='clinic.phone-2-2'/> <ph id='clinic.phone'/> <ph id='clinic.phone-2'/>", of);
  REQUIRE(rebuilt.words);
  CHECK(content::plain_text(*rebuilt.words) == "{clinic.phone-2} {clinic.phone} {clinic.phone}");
  const std::string two = "<p id='u'><field name='clinic.phone'/> or <field name='clinic.phone'/></p>";
  REQUIRE(rebuild("{clinic.phone} o {clinic.phone}", two).words);
  CHECK(rebuild("{clinic.phone} o {clinic.phone}", two).said.size() == 2);
}

TEST_CASE("What looks like a placeholder and is none is not printed") {
  const std::string of = "<p id='u'>Call <field name='clinic.phone'/></p>";
  const std::string once = "Llame <ph id='clinic.phone'/>";
  CHECK(rebuild(once + " {x}", of).words);
  for (const char* more : {" o {clinic.phone}", " o {clinic.fone}"}) {
    CAPTURE(more);
    CHECK_FALSE(rebuild(once + more, of).words);
  }
}

TEST_CASE("Nothing that the source marks is lost, doubled, invented or crossed") {
  const std::string strong = "<g id='1'>No <g id='2'>tome 2</g></g> ";
  struct Case {
    std::string target;
    std::vector<std::string> codes;
  };
  const Case cases[] = {
      {strong + brand + rest + reference, {"placeholder-missing"}},
      {strong + brand + phone + rest, {"placeholder-missing"}},
      {strong + brand + phone + phone + rest + reference, {"placeholder-duplicate"}},
      {strong + brand + phone + "<ph id='clinic.fax'/>" + rest + reference, {"placeholder-unknown"}},
      {"<g id='1'>No tome 2</g> " + brand + phone + rest + reference, {"tag-missing"}},
      {strong + "<g id='1'>x</g>" + brand + phone + rest + reference, {"tag-duplicate"}},
      {strong + "<g id='9'>x</g>" + brand + phone + rest + reference, {"tag-unknown"}},
      {strong + brand + phone + "<g id='4'>Reposo</g>." + reference, {"tag-missing"}},
      {"<bx id='1'/>No <bx id='2'/>tome 2<ex id='1'/> x<ex id='2'/>" + brand + phone + rest + reference,
       {"tag-nesting"}},
      {strong + "Tilenol" + phone + rest + reference, {"protected-changed"}},
      {strong + brand + brand + phone + rest + reference, {"protected-changed"}},
      {"Llame.",
       {"placeholder-missing", "placeholder-missing", "protected-changed", "tag-missing", "tag-missing", "tag-missing",
        "tag-missing"}},
  };
  for (const Case& each : cases) {
    CAPTURE(each.target);
    const Rebuilt rebuilt = rebuild(each.target);
    CHECK_FALSE(rebuilt.words);
    std::vector<std::string> codes;
    for (const std::string& said : rebuilt.said)
      codes.push_back(said.substr(19, said.find(']') - 19));
    CHECK(codes == each.codes);
  }
}

}  // namespace handout::localization
