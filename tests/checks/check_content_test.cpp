#include "checks/check_content.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

#include "checks/release.h"
#include "support/memory_files.h"

namespace handout::checks {

TEST_CASE("A handout past its review is warned of, a withdrawn one is refused, each at its date") {
  struct Case {
    const char* today;
    std::vector<std::string> told;  ///< severity, code and line
  };
  const std::vector<Case> cases = {
      {"2026-12-31", {}},
      {"2027-01-01", {}},
      {"2027-01-02", {"warning content.past-review 2"}},
      {"2027-12-31", {"warning content.past-review 2"}},
      {"2028-01-01", {"error content.withdrawn 3", "warning content.past-review 2"}},
      {"", {}},
  };
  for (const Case& one : cases) {
    CAPTURE(one.today);
    const SourceFilePtr file =
        tests::source("content/knee/handout.xml", "<handout\n review-by=\"2027-01-01\"\n withdraw-on=\"2028-01-01\"/>");
    content::Document document;
    document.id = "knee";
    document.file = file;
    document.review_by = "2027-01-01";
    document.review_by_where = {file, 10, 32};
    document.withdraw_on = "2028-01-01";
    document.withdraw_on_where = {file, 34, 58};
    Diagnostics diagnostics;
    check_content(document, one.today, diagnostics);
    std::vector<std::string> told;
    for (const Diagnostic& item : diagnostics.items())
      told.push_back(fmt::format("{} {} {}", item.severity == Severity::error ? "error" : "warning", item.code,
                                 line_column(*item.where.file, item.where.begin).line));
    CHECK(told == one.told);
  }
}

TEST_CASE("A release refuses what docs/formats.md marks r, and nothing else") {
  struct Case {
    const char* code;
    bool refused;
  };
  const std::vector<Case> cases = {
      {"content.missing-role", true},   {"content.missing-zone", true},   {"content.past-review", true},
      {"content.untranslated", true},   {"content.not-signed-off", true}, {"design.untranslated", true},
      {"content.unused-source", false}, {"content.missing-id", false},    {"content.literal-phone", true},
      {"design.unknown-kind", false},   {"checks.readability", false},    {"checks.empty-page", false},
  };
  Diagnostics diagnostics;
  for (const Case& one : cases)
    diagnostics.warning(one.code, "w", {}, "h");
  diagnostics.error("content.bad-value", "e");
  const Diagnostics held = hold_to_release(diagnostics);
  REQUIRE(held.items().size() == cases.size() + 1);
  for (std::size_t i = 0; i < cases.size(); ++i) {
    CAPTURE(cases[i].code);
    CHECK(held.items()[i].code == cases[i].code);
    CHECK((held.items()[i].severity == Severity::error) == cases[i].refused);
    CHECK(held.items()[i].hint == "h");
  }
  CHECK(held.items().back().severity == Severity::error);
}

}  // namespace handout::checks
