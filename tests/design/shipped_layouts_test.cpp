#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "design_project.h"

using namespace handout;

namespace {

/// The project's own layouts, as hospitals get them.
design::Design shipped(const std::string& layout, const char* language) {
  Diagnostics diagnostics;
  const auto design = tests::resolved(DiskFiles(HANDOUT_SOURCE_DIR), {layout, "northgate", language}, diagnostics);
  REQUIRE_MESSAGE(design.has_value(), tests::all_said(diagnostics));
  return *design;
}

std::vector<std::pair<std::string, design::StyleProperties>> rules_of(const design::Design& design) {
  std::vector<std::pair<std::string, design::StyleProperties>> rules;
  for (const design::StyleRule& rule : design.rules) {
    const design::ElementName in = rule.in.value_or(design::ElementName{});
    rules.emplace_back(rule.element.name + '.' + rule.element.kind + ' ' + in.name + '.' + in.kind, rule.properties);
  }
  return rules;
}

}  // namespace

TEST_CASE("what the layouts do for a language they do for those that are set as it is") {
  struct Case {
    const char* known;
    std::vector<const char*> like_it;
    bool alike;
  };
  for (const Case& one : {Case{"ur", {"ks", "skr", "pa-Arab"}, true}, Case{"ur", {"ar", "fa", "pa"}, false},
                          Case{"ru", {"be", "bg", "kk", "sr", "uk"}, true}, Case{"ru", {"pl", "sr-Latn"}, false},
                          Case{"de", {"da", "fi", "hu", "nl", "sv"}, true}, Case{"de", {"en", "es"}, false}}) {
    for (const std::string layout : {"standard", "sheet"}) {
      const design::Design known = shipped(layout, one.known);
      for (const char* language : one.like_it) {
        CAPTURE(layout);
        CAPTURE(std::string(language));
        CHECK((rules_of(shipped(layout, language)) == rules_of(known)) == one.alike);
      }
    }
  }
}

TEST_CASE("a figure's labels are set closer in every script that fonts.xml gives more white between its lines") {
  const Factor open = Factor::thousandths(1100);
  const auto label = [](const char* language) {
    return shipped("standard", language).look_up({"label", ""}, {"figure", ""}).leading.value_or(Factor{});
  };
  const Factor usual = label("en");
  const design::Design english = shipped("standard", "en");
  for (const design::FontRow& row : english.fonts->find("sans")->rows) {
    if (!row.languages.empty() || row.scripts.front() == "any") continue;
    for (const std::string& script : row.scripts) {
      CAPTURE(script);
      CHECK((label(("und-" + script).c_str()).units < usual.units) == (row.leading.units >= open.units));
    }
  }
}
