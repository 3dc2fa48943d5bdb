#include "checks/check_content.h"

#include <doctest/doctest.h>

#include <vector>

#include "checks/release.h"
#include "support/memory_files.h"

namespace handout::checks {

TEST_CASE("A handout past its review is warned of, a withdrawn one is refused") {
  struct Case {
    const char *today, *code;
    Severity severity;
  };
  const std::vector<Case> cases = {{"2026-12-31", "", Severity::warning},
                                   {"2027-01-01", "", Severity::warning},
                                   {"2027-01-02", "content.past-review", Severity::warning},
                                   {"2027-12-31", "content.past-review", Severity::warning},
                                   {"2028-01-01", "content.withdrawn", Severity::error},
                                   {"", "", Severity::warning}};
  for (const Case& one : cases) {
    CAPTURE(one.today);
    content::Document document;
    document.id = "knee";
    document.file = tests::source("content/knee/handout.xml", "<handout/>");
    document.review_by = "2027-01-01";
    document.withdraw_on = "2028-01-01";
    Diagnostics diagnostics;
    check_content(document, {one.today}, diagnostics);
    if (std::string_view(one.code).empty()) {
      CHECK(diagnostics.items().empty());
    } else {
      REQUIRE_FALSE(diagnostics.items().empty());
      CHECK(diagnostics.items().front().code == one.code);
      CHECK(diagnostics.items().front().severity == one.severity);
    }
  }
}

TEST_CASE("Every check reports under its own code") {
  for (const ContentCheck& check : content_checks()) {
    content::Document document;
    document.review_by = document.withdraw_on = "2000-01-01";
    document.file = tests::source("content/knee/handout.xml", "<handout/>");
    Diagnostics diagnostics;
    check.function(document, {"2027-01-01"}, diagnostics);
    for (const Diagnostic& item : diagnostics.items())
      CHECK(item.code == check.code);
  }
}

TEST_CASE("A release refuses what a working copy is only warned of") {
  Diagnostics diagnostics;
  diagnostics.warning("content.missing-zone", "a");
  diagnostics.warning("content.unused-source", "b");
  diagnostics.error("content.bad-value", "c");
  const Diagnostics held = hold_to_release(diagnostics);
  REQUIRE(held.items().size() == 3);
  CHECK(held.items()[0].severity == Severity::error);
  CHECK(held.items()[1].severity == Severity::warning);
  CHECK(held.items()[2].severity == Severity::error);
}

}  // namespace handout::checks
