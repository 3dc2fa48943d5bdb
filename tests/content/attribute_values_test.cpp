#include "content/attribute_values.h"

#include <doctest/doctest.h>

namespace handout::content {
namespace {

TEST_CASE("each kind of value takes its own form and no other") {
  struct Row {
    const char* kind;
    std::vector<const char*> good, bad;
  };
  const Row rows[] = {
      {"any", {"", "x"}, {}},
      {"text", {"x"}, {""}},
      {"id",
       {"a", "recovery.week-2", "a.1", "a1.2-b.c"},
       {"", "A", "1a", "a.", ".a", "a..b", "-a", "a-", "a--b", "a b", "é"}},
      {"name", {"a", "disc-herniation", "a1"}, {"", "a.b", "1a", "a_b"}},
      {"block", {"safety.smoking", "s.a.b"}, {"safety", "safety.", "Safety.a"}},
      {"language", {"en", "zh-Hans", "pt-BR", "es-419"}, {"", "english", "en_GB", "EN"}},
      {"yes-no", {"yes", "no"}, {"", "true", "Yes"}},
      {"date",
       {"2026-11-22", "2028-02-29", "2000-02-29"},
       {"", "2026-13-01", "2026-00-10", "2026-04-31", "2027-02-29", "1900-02-29", "0000-01-01", "22.11.2026",
        "2026-11-22Z"}},
      {"file",
       {"disc.svg", "figures/disc.png", "figures/old/disc-2_B.jpg", "a.b.svg"},
       {"", ".svg", "disc.gif", "figures//disc.svg", "a b.svg", "disc.SVG", "./disc.svg", "../disc.svg", "disc.svg/"}},
      {"address",
       {"https://a.b", "mailto:a@b.c", "tel:{clinic.phone}", "{clinic.website}/x"},
       {"", "www.a.b", "https://", "https://a b", "ftp://a", "{", "javascript:x"}},
      {"url", {"http://a"}, {"{clinic.website}"}},
      {"number", {"1", "99"}, {"", "0", "100", "01", "1.5", "-1", "x"}},
      {"count", {"0", "99"}, {"", "100", "00"}},
      {"lines", {"1", "40"}, {"0", "41"}},
      {"counts", {"4", "4 7", "0 1000 3"}, {"", "4, 7", "-4", "4.5", "04", "123456"}},
      {"one-or-two-counts", {"4", "85 90"}, {"", "1 2 3"}},
      {"decimal", {"38", "38.5", "-2"}, {"", "38,5", "38.", ".5", "+3", "1e3"}},
      {"digest", {"9f3c0a71d2e4b865"}, {"", "9f3c", "9F3C0A71D2E4B865", "9f3c0a71d2e4b86g"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.kind);
    const ValueRule rule{value_kind_named(row.kind), {}};
    for (const char* value : row.good) {
      CAPTURE(value);
      CHECK(!check_value(rule, value));
    }
    for (const char* value : row.bad) {
      CAPTURE(value);
      const std::optional<ValueProblem> problem = check_value(rule, value);
      REQUIRE(problem);
      CHECK(!problem->is.empty());
      CHECK(!problem->hint.empty());
    }
  }
}

TEST_CASE("a misspelt choice names the nearest, a wrong one all") {
  const ValueRule rule{ValueKind::choice, {"bullet", "number", "check"}};
  CHECK(check_value(rule, "numbr")->hint == "did you mean number?");
  CHECK(check_value(rule, "stars")->hint == "write bullet, number or check");
  CHECK(!check_value(rule, "check"));
}

TEST_CASE("a file outside its folder is told apart from one that is none") {
  const ValueRule rule{ValueKind::file, {}};
  for (const char* path : {"../a.svg", "/a.svg", "a/../../b.svg", "C:\\a.svg", "https://a.b/c.svg"}) {
    CAPTURE(path);
    CHECK(check_value(rule, path)->code == "outside-folder");
  }
  CHECK(check_value(rule, "a.gif")->code == "bad-value");
}

}  // namespace
}  // namespace handout::content
