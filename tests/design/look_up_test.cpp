#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "design/design.h"
#include "design_project.h"

using namespace handout;
using design::ElementName;

namespace {

/// A style that sets ink alone, so that its value tells which rule won.
design::StyleRule rule(const char* element, const char* kind, const char* in, const char* in_kind) {
  design::StyleRule made;
  made.element = {element, kind};
  if (*in != '\0') made.in = ElementName{in, in_kind};
  made.properties.ink = fmt::format("{}.{} in {}.{}", element, kind, in, in_kind);
  return made;
}

design::Design with(std::vector<design::StyleRule> rules) {
  design::Design made;
  made.rules = std::move(rules);
  design::order_rules(made.rules);
  return made;
}

}  // namespace

TEST_CASE("later in the order of look-up wins, whatever the order of the file") {
  // Weakest first: E, E.kind, E in P, E.kind in P, E in P.kind, E.kind in P.kind.
  const std::vector<design::StyleRule> weakest_first{
      rule("item", "", "", ""),      rule("item", "k", "", ""),         rule("item", "", "list", ""),
      rule("item", "k", "list", ""), rule("item", "", "list", "check"), rule("item", "k", "list", "check"),
  };
  const ElementName element{"item", "k"};
  const ElementName parent{"list", "check"};
  for (std::size_t strongest = 0; strongest < weakest_first.size(); ++strongest) {
    std::vector<design::StyleRule> rules(weakest_first.begin(),
                                         weakest_first.begin() + static_cast<std::ptrdiff_t>(strongest) + 1);
    const std::string expected = *rules.back().properties.ink;
    std::reverse(rules.begin(), rules.end());
    CHECK(with(rules).look_up(element, parent).ink == expected);
  }
}

TEST_CASE("a rule is for its element, kind and parent alone") {
  struct Case {
    design::StyleRule rule;
    ElementName element, parent;
    bool found;
  };
  const std::vector<Case> cases{
      {rule("p", "", "", ""), {"p", ""}, {"section", "risks"}, true},
      {rule("p", "", "", ""), {"p", "strip"}, {"band", ""}, true},
      {rule("p", "strip", "", ""), {"p", ""}, {"band", ""}, false},
      {rule("p", "strip", "", ""), {"p", "label"}, {"band", ""}, false},
      {rule("p", "", "section", ""), {"p", ""}, {"section", "risks"}, true},
      {rule("p", "", "section", "help"), {"p", ""}, {"section", "risks"}, false},
      {rule("p", "", "section", "help"), {"p", ""}, {"section", ""}, false},
      {rule("p", "", "subsection", ""), {"p", ""}, {"section", ""}, false},
      {rule("pp", "", "", ""), {"p", ""}, {"section", ""}, false},
      {rule("band", "", "page", "first"), {"band", ""}, {"page", "first"}, true},
      {rule("band", "", "page", "first"), {"band", ""}, {"page", "all"}, false},
  };
  for (const Case& each : cases) {
    CAPTURE(*each.rule.properties.ink);
    const design::Design made = with({rule("a", "", "", ""), each.rule, rule("z", "", "", "")});
    CHECK(made.look_up(each.element, each.parent).ink.has_value() == each.found);
    std::size_t found = 0;
    made.each_matching_rule(each.element, each.parent, [&found](const design::StyleRule&) { ++found; });
    CHECK(found == (each.found ? 1U : 0U));
  }
}

TEST_CASE("rules merge by attribute: what the stronger leaves unset stays") {
  design::StyleRule weak = rule("p", "", "", "");
  weak.properties.bold = true;
  weak.properties.rule_start = design::Measure{design::Measure::Unit::absolute, 3};
  design::StyleRule strong = rule("p", "", "callout", "");
  strong.properties.rule = design::Measure{design::Measure::Unit::absolute, 9};
  const design::StyleProperties style = with({strong, weak}).look_up({"p", ""}, {"callout", "tip"});
  CHECK(style.bold == true);
  CHECK(style.ink == *strong.properties.ink);
  // Both stay: whoever settles the style lets the side's own win.
  CHECK(style.rule_start->units == 3);
  CHECK(style.rule->units == 9);
}

TEST_CASE("papers have their standard sizes and their names") {
  struct Case {
    design::PaperSize paper;
    const char* name;
    double width_mm, height_mm;
  };
  for (const Case& each :
       {Case{design::PaperSize::a3, "a3", 297, 420}, Case{design::PaperSize::a4, "a4", 210, 297},
        Case{design::PaperSize::a5, "a5", 148, 210}, Case{design::PaperSize::letter, "letter", 215.9, 279.4},
        Case{design::PaperSize::legal, "legal", 215.9, 355.6}, Case{design::PaperSize::phone, "phone", 90, 180}}) {
    CAPTURE(each.name);
    CHECK(design::paper_name(each.paper) == each.name);
    CHECK(design::paper_from_name(each.name) == each.paper);
    const Size size = design::paper_dimensions(each.paper);
    const auto mm = [](Length length) { return static_cast<double>(length.units) / Length::per_point * 25.4 / 72; };
    CHECK(mm(size.width) == doctest::Approx(each.width_mm).epsilon(1e-5));
    CHECK(mm(size.height) == doctest::Approx(each.height_mm).epsilon(1e-5));
  }
  CHECK_FALSE(design::paper_from_name("a6"));
}
