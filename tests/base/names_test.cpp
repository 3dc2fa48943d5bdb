#include "base/names.h"

#include <doctest/doctest.h>

namespace handout {
namespace {

TEST_CASE("names and ids are small letters, digits, single hyphens; ids have parts after dots") {
  struct Row {
    const char* text;
    bool name, id;
  };
  const Row rows[] = {{"knee", true, true},
                      {"day-of-surgery", true, true},
                      {"week-2", true, true},
                      {"a", true, true},
                      {"recovery.week-2", false, true},
                      {"step.1", false, true},
                      {"a.b.c", false, true},
                      {"", false, false},
                      {"2-weeks", false, false},
                      {"-knee", false, false},
                      {"knee-", false, false},
                      {"a--b", false, false},
                      {"Knee", false, false},
                      {"knee surgery", false, false},
                      {"a.", false, false},
                      {".a", false, false},
                      {"a..b", false, false},
                      {"a.-b", false, false},
                      {"a.b-", false, false},
                      {"kn\u00E9e", false, false},
                      {"a_b", false, false}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(is_name(row.text) == row.name);
    CHECK(is_id(row.text) == row.id);
  }
}

TEST_CASE("a name that is right but for its capitals is told so") {
  CHECK(name_hint("Section", "section", "did you mean <section>?") == "names are in small letters: section");
  CHECK(name_hint("LIST", "list", "") == "names are in small letters: list");
  CHECK(name_hint("Sectoin", "section", "did you mean <section>?") == "did you mean <section>?");
  CHECK(name_hint("section", "section", "otherwise") == "otherwise");
}

}  // namespace
}  // namespace handout
