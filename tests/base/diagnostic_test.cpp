#include "base/diagnostic.h"

#include <doctest/doctest.h>

#include "support/memory_files.h"

namespace handout {
namespace {

TEST_CASE("a diagnostic is printed with its line and a caret under its character") {
  const SourceFilePtr file = tests::source("content/x/handout.xml", "<a>\n\t<b>\u00E9t\u00E9 <c/></b>\n</a>\n");
  const Diagnostic item{
      Severity::error, "content.unknown-element", "<c> is not allowed in <b>", {file, 14, 18}, "delete it"};
  CHECK(format(item) ==
        "content/x/handout.xml:2:9: error[content.unknown-element]: <c> is not allowed in <b>\n"
        "  2 | \t<b>\u00E9t\u00E9 <c/></b>\n"
        "    | \t       ^\n"
        "  hint: delete it\n");
}

TEST_CASE("one without a place or a hint has neither") {
  CHECK(format({Severity::warning, "batch.x", "nothing is there", {}, {}}) == "warning[batch.x]: nothing is there\n");
}

TEST_CASE("warnings are no errors") {
  Diagnostics diagnostics;
  diagnostics.warning("a.b", "hm");
  CHECK(!diagnostics.has_errors());
  Diagnostics more;
  more.error("a.c", "no");
  diagnostics.append(more);
  CHECK(diagnostics.error_count() == 1);
  CHECK(diagnostics.items().size() == 2);
}

TEST_CASE("the nearest name is one a slip away, or none") {
  const std::vector<std::string_view> names = {"item", "list", "strong", "subtitle", "disc-herniation"};
  struct Row {
    const char* written;
    const char* meant;
  };
  const Row rows[] = {{"itme", "item"},
                      {"items", "item"},
                      {"tiem", "item"},
                      {"lsit", "list"},
                      {"storng", "strong"},
                      {"sub-title", "subtitle"},
                      {"dosage", ""},
                      {"x", ""},
                      {"disk-hernation", "disc-herniation"},
                      {"item", "item"},
                      {"", ""}};
  for (const Row& row : rows) {
    CAPTURE(row.written);
    CHECK(nearest_name(row.written, names) == row.meant);
  }
}

}  // namespace
}  // namespace handout
