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

TEST_CASE("of a long line only what stands around the caret is shown") {
  const std::string words(1000, 'x');
  const auto excerpt = [](const std::string& text, std::uint32_t at) {
    const std::string shown = format({Severity::error, "a.b", "m", {tests::source("f.xml", text), at, at + 1}, {}});
    return shown.substr(shown.find('\n') + 1);
  };
  const std::string sixty(60, 'x'), blanks(60, ' ');
  CHECK(excerpt(words, 500) == "  1 | \u2026" + sixty + sixty + "\u2026\n    |  " + blanks + "^\n");
  CHECK(excerpt(words, 0) == "  1 | " + sixty + "\u2026\n    | ^\n");
  CHECK(excerpt(words, 999) == "  1 | \u2026" + sixty + "x\n    |  " + blanks + "^\n");
  CHECK(excerpt(words.substr(0, 120), 119).starts_with("  1 | " + sixty + sixty + "\n"));
  // A character is never cut in two, and one of several bytes takes one place.
  std::string accented;
  for (int i = 0; i < 500; ++i)
    accented += "\u00E9";
  const std::string sixty_accented = accented.substr(0, 120);
  CHECK(excerpt(accented, 400) ==
        "  1 | \u2026" + sixty_accented + sixty_accented + "\u2026\n    |  " + blanks + "^\n");
}

TEST_CASE("what a terminal would obey is not sent to it") {
  const SourceFilePtr file = tests::source("f.xml", "\x1B[2Jab\u202Ec\xFF\tde");
  CHECK(format({Severity::error, "a.b", "\x1B]0;title\x07 in\ntwo lines", {file, 12, 13}, "say\x1B"}) ==
        "f.xml:1:11: error[a.b]: \uFFFD]0;title\uFFFD in\ntwo lines\n"
        "  1 | \uFFFD[2Jab\uFFFDc\uFFFD\tde\n"
        "    |          \t^\n"
        "  hint: say\uFFFD\n");
}

TEST_CASE("mistakes come file by file, in the order that files were first named, and from top to end") {
  const SourceFilePtr one = tests::source("one.xml", "12345"), two = tests::source("two.xml", "12345");
  Diagnostics found;
  found.error("a.1", "two, late", {two, 3, 4});
  found.error("a.2", "one, late", {one, 4, 5});
  found.warning("a.3", "two, early", {two, 1, 2});
  found.error("a.4", "nowhere");
  found.error("a.5", "one, early", {one, 0, 1});
  found.error("a.6", "one, early too", {one, 0, 1});
  std::vector<std::string> order;
  const Diagnostics sorted = in_file_order(found);
  for (const Diagnostic& item : sorted.items())
    order.push_back(item.message);
  CHECK(order ==
        std::vector<std::string>{"two, early", "two, late", "one, early", "one, early too", "one, late", "nowhere"});
}

TEST_CASE("a hundred mistakes are told, and how many more there are") {
  Diagnostics hundred, more;
  for (int i = 0; i < 100; ++i)
    hundred.warning("a.b", "hm");
  CHECK(first_hundred(hundred, "why?").items().size() == 100);
  more.append(hundred);
  more.warning("a.c", "hm");
  more.error("a.d", "no");
  const Diagnostics cut = first_hundred(more, "why?");
  REQUIRE(cut.items().size() == 101);
  CHECK(format(cut.items().back()) == "error[a.d]: and 2 mistakes more\n  hint: why?\n");
}

TEST_CASE("another place is named by its line, and by its file where that is another") {
  const SourceFilePtr one = tests::source("one.xml", "\n\n<a/>"), two = tests::source("two.xml", "<b/>");
  CHECK(line_name({one, 2, 6}, {one, 0, 1}) == "line 3");
  CHECK(line_name({one, 2, 6}, {two, 0, 1}) == "line 3 of one.xml");
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
                      {"LIST", "list"},
                      {"Storng", "strong"},
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
