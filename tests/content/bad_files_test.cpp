// Every content file of tests/bad and tests/samples/wrong against the diagnostics that its comments expect, to the
// letter. A comment stands above the line that it is about, or, where none may stand there, anywhere above:
//   <!-- expect: error[content.unknown-element] :9 <dosage> is not allowed in <list> | hint: did you mean <item>? -->
//   <!-- expect: error[content.bad-value] 12:9 … -->
// The place is [file of another name] [line]:column; without a line it is the next line that is no such comment.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <regex>
#include <set>

#include "content/load_sample.h"

namespace handout {
namespace {

/// A diagnostic in one line, as it is expected.
std::string line_of(const Diagnostic& item) {
  std::string place;
  if (item.where.file) {
    const LineColumn at = line_column(*item.where.file, item.where.begin);
    const std::string& path = item.where.file->path;
    const bool is_other = path.ends_with(".svg");
    place = fmt::format("{}{}:{}", is_other ? path.substr(path.rfind('/') + 1) + " " : "", at.line, at.column);
  }
  return fmt::format("{}[{}] {} {}{}", item.severity == Severity::error ? "error" : "warning", item.code, place,
                     item.message, item.hint.empty() ? "" : " | hint: " + item.hint);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

std::multiset<std::string> expected_of(const std::string& text) {
  const std::regex comment("^\\s*<!-- expect: (\\S+) (.*?)(\\d*):(\\d+) (.*) -->$");
  std::multiset<std::string> expected;
  std::vector<std::smatch> waiting;
  const std::vector<std::string> lines = lines_of(text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::smatch match;
    if (std::regex_match(lines[i], match, comment)) {
      waiting.push_back(match);
      continue;
    }
    for (const std::smatch& one : waiting) {
      const std::string line = one[3].length() > 0 ? one[3].str() : std::to_string(i + 1);
      expected.insert(fmt::format("{} {}{}:{} {}", one[1].str(), one[2].str(), line, one[4].str(), one[5].str()));
    }
    waiting.clear();
  }
  CHECK(waiting.empty());
  return expected;
}

void check_file(const std::string& path) {
  CAPTURE(path);
  const std::string text = tests::read_test_file(path);
  if (!tests::is_content(text)) return;
  std::multiset<std::string> said;
  const Diagnostics diagnostics = tests::load_any(text);
  for (const Diagnostic& item : diagnostics.items())
    said.insert(line_of(item));
  const std::multiset<std::string> expected = expected_of(text);
  for (const std::string& line : said) {
    if (!expected.contains(line)) FAIL_CHECK("not expected: " << line);
  }
  for (const std::string& line : expected) {
    if (!said.contains(line)) FAIL_CHECK("not said: " << line);
  }
  CHECK(said.size() == expected.size());
  CHECK(!expected.empty());
}

TEST_CASE("every bad file is refused for its own reasons, each at its place") {
  for (const std::string& name : tests::xml_files_in("bad"))
    check_file("bad/" + name);
}

TEST_CASE("the wrong samples are refused") {
  for (const std::string& name : tests::xml_files_in("samples/wrong")) {
    CAPTURE(name);
    const std::string text = tests::read_test_file("samples/wrong/" + name);
    if (tests::is_content(text)) CHECK(tests::load_any(text).has_errors());
  }
}

TEST_CASE("the samples are accepted without a word") {
  std::size_t loaded = 0;
  for (const std::string& name : tests::xml_files_in("samples")) {
    CAPTURE(name);
    const std::string text = tests::read_test_file("samples/" + name);
    if (!tests::is_content(text)) continue;
    ++loaded;
    for (const Diagnostic& item : tests::load_any(text).items())
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
