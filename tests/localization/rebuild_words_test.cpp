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
Rebuilt rebuild(const std::string& target) {
  const auto xml = tests::element_of("<target>" + target + "</target>");
  Diagnostics diagnostics;
  const content::Words words = tests::words_of(source);
  Rebuilt rebuilt;
  rebuilt.words = rebuild_words(read_xliff_words(*xml, diagnostics), words, {}, diagnostics);
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
