// Every content file of tests/bad against the diagnostics that its comments expect, to the letter
// (support/expected_diagnostics.h).
#include <doctest/doctest.h>

#include <algorithm>

#include "content/load_sample.h"
#include "support/expected_diagnostics.h"

namespace handout {
namespace {

void check_file(const std::string& path) {
  CAPTURE(path);
  const std::string text = tests::read_test_file(path);
  if (!tests::is_content(text)) return;
  const std::vector<std::string> said = tests::told(tests::load_any(text), tests::project_path(text));
  const std::vector<std::string> expected = tests::expected_diagnostics(text);
  const auto has = [](const std::vector<std::string>& lines, const std::string& line) {
    return std::find(lines.begin(), lines.end(), line) != lines.end();
  };
  for (const std::string& line : said) {
    if (!has(expected, line)) FAIL_CHECK("not expected: " << line);
  }
  for (const std::string& line : expected) {
    if (!has(said, line)) FAIL_CHECK("not said: " << line);
  }
  CHECK(said.size() == expected.size());
  CHECK(!expected.empty());
}

TEST_CASE("every bad file is refused for its own reasons, each at its place") {
  for (const std::string& name : tests::xml_files_in("bad"))
    check_file("bad/" + name);
}

TEST_CASE("the wrong samples are refused, each mistake at its place and with what to do") {
  std::size_t refused = 0;
  for (const std::string& name : tests::xml_files_in("samples/wrong")) {
    CAPTURE(name);
    const std::string text = tests::read_test_file("samples/wrong/" + name);
    if (!tests::is_content(text)) continue;
    ++refused;
    const Diagnostics said = tests::load_any(text);
    CHECK(said.has_errors());
    for (const Diagnostic& item : said.items()) {
      CHECK(item.where.file);
      CHECK(!item.hint.empty());
    }
  }
  CHECK(refused >= 3);
}

TEST_CASE("the samples are accepted without a word") {
  std::size_t loaded = 0;
  for (const std::string& name : tests::xml_files_in("samples")) {
    CAPTURE(name);
    const std::string text = tests::read_test_file("samples/" + name);
    if (!tests::is_content(text)) continue;
    ++loaded;
    const Diagnostics said = tests::load_any(text);
    for (const Diagnostic& item : said.items())
      FAIL_CHECK(format(item));
  }
  CHECK(loaded >= 5);
}

TEST_CASE("mistakes come in the order of the file, with the line and a caret") {
  const Diagnostics said = tests::load_any(
      tests::handout_with("    <p id=\"a\">One <em>word</em>.</p>\n    <p class=\"b\" id=\"c\">Two</p>"));
  std::string text;
  for (const Diagnostic& item : said.items())
    text += format(item);
  CHECK(text ==
        "content/x/handout.xml:8:19: error[content.unknown-element]: <em> is not allowed in <p>\n"
        "  8 |     <p id=\"a\">One <em>word</em>.</p>\n"
        "    |                   ^\n"
        "  hint: did you mean <strong>?\n"
        "content/x/handout.xml:9:8: error[content.unknown-attribute]: <p> has no attribute \"class\"\n"
        "  9 |     <p class=\"b\" id=\"c\">Two</p>\n"
        "    |        ^\n"
        "  hint: <p> has id, lang, translate, translator-note, detail\n");
}

}  // namespace
}  // namespace handout
