#include "made_document.h"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "base/diagnostic.h"
#include "base/unicode.h"
#include "design/design.h"

namespace handout::tests {
namespace {

design::FontRow row(std::vector<std::string> scripts, std::string regular, std::string bold, unsigned index = 0) {
  design::FontRow made;
  made.scripts = std::move(scripts);
  made.regular = std::move(regular);
  made.bold = std::move(bold);
  made.index = index;
  return made;
}

std::shared_ptr<const design::FontsList> fonts_list() {
  design::FontFamily family;
  family.name = "sans";
  family.rows = {row({"Latn", "Grek", "Cyrl"}, "NotoSans-Regular.ttf", "NotoSans-Bold.ttf"),
                 row({"Arab"}, "NotoSansArabic-Regular.ttf", ""),
                 row({"Hebr"}, "NotoSansHebrew-Regular.ttf", ""),
                 row({"Deva"}, "NotoSansDevanagari-Regular.ttf", ""),
                 row({"Thai"}, "NotoSansThai-Regular.ttf", ""),
                 row({"Hans"}, "NotoSansCJK-Regular.ttc", "", 2),
                 row({"Jpan"}, "NotoSansCJK-Regular.ttc", "", 0),
                 row({"any"}, "NotoSans-Regular.ttf", "NotoSans-Bold.ttf")};
  auto list = std::make_shared<design::FontsList>();
  list->families.push_back(std::move(family));
  return list;
}

/// Style 0 as the setting says, then bold, underlined, and both.
design::StyleTable styles_for(const Setting& setting) {
  design::StyleTable styles(4);
  for (std::size_t i = 0; i < styles.size(); ++i) {
    styles[i].family = "sans";
    styles[i].size = setting.size;
    styles[i].leading = scaled(setting.size, 14, 10);
    styles[i].ink = setting.ink;
    styles[i].bold = (i & 1U) != 0;
    styles[i].underline = (i & 2U) != 0;
  }
  return styles;
}

}  // namespace

const text::FontSet& test_fonts() {
  static const text::FontSet fonts(fonts_list(), {});
  return fonts;
}

Locale locale(std::string_view tag) {
  const std::optional<Locale> parsed = parse_locale(tag);
  REQUIRE(parsed);
  return *parsed;
}

MadeDocument::MadeDocument(std::string_view language) {
  document.locale = locale(language);
  document.title = "Taking your medicine";
  document.edition = "medicine en 1.0 7f3a";
  document.structure.add({}, StructureType::document);
  new_page();
}

void MadeDocument::new_page() {
  using namespace literals;
  pages::Page added;
  added.size = {210_mm, 297_mm};
  added.label = std::to_string(document.pages.size() + 1);
  document.pages.push_back(std::move(added));
  pen = {60_pt, 60_pt};
}

void MadeDocument::set(design::Tag tag, const std::vector<Piece>& pieces, const Setting& setting) {
  design::StyledParagraph paragraph;
  paragraph.tag = tag;
  paragraph.locale = locale(setting.language);
  for (const Piece& piece : pieces) {
    design::StyledSpan span;
    span.begin = static_cast<std::uint32_t>(paragraph.text.size());
    paragraph.text += piece.text;
    span.end = static_cast<std::uint32_t>(paragraph.text.size());
    span.style.value = (piece.bold ? 1U : 0U) + (piece.underline ? 2U : 0U);
    span.tag = piece.element ? design::Tag(*piece.element) : tag;
    span.locale = paragraph.locale;
    span.field = piece.field;
    paragraph.spans.push_back(std::move(span));
  }
  const design::StyleTable styles = styles_for(setting);
  Diagnostics diagnostics;
  const text::ShapedParagraphPtr shaped = text::shape_paragraph(paragraph, styles, test_fonts(), diagnostics);
  text::LineShape shape;
  shape.width = setting.width;
  const std::vector<text::Line> lines = text::set_paragraph(*shaped, paragraph, styles, test_fonts(), shape);
  for (const text::Line& line : lines)
    text::report_overfull(line, paragraph, diagnostics);
  REQUIRE(diagnostics.items().empty());
  if (const auto* element = std::get_if<StructureId>(&tag))
    document.anchors.push_back({*element, document.pages.size() - 1, pen});
  for (const text::Line& line : lines) {
    for (const text::GlyphRun& run : line.runs)
      page().items.push_back(pages::PlacedRun{{pen.x + run.x, pen.y + line.baseline}, run});
    pen.y += line.height;
  }
}

StructureId MadeDocument::write(StructureId parent, StructureType type, const std::string& words,
                                const Setting& setting) {
  const StructureId element = add(parent, type);
  set(element, words, setting);
  return element;
}

Outcome run(const std::string& command) {
  FILE* pipe = popen(("timeout 20 " + command + " 2>&1").c_str(), "r");
  REQUIRE(pipe != nullptr);
  Outcome outcome;
  char buffer[4096];
  while (const std::size_t read = fread(buffer, 1, sizeof buffer, pipe))
    outcome.output.append(buffer, read);
  const int status = pclose(pipe);
  outcome.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return outcome;
}

bool installed(const std::string& program) {
  const bool found = run("sh -c 'command -v " + program + "'").status == 0;
  if (!found) MESSAGE("SKIPPED: " << program << " is not installed (./bootstrap test does that)");
  return found;
}

TemporaryFile::TemporaryFile(const std::string& bytes) {
  std::string pattern = (std::filesystem::temp_directory_path() / "handout-XXXXXX").string();
  const int descriptor = mkstemp(pattern.data());
  REQUIRE(descriptor >= 0);
  close(descriptor);
  path_ = pattern;
  std::ofstream(path_, std::ios::binary) << bytes;
}
TemporaryFile::~TemporaryFile() {
  std::filesystem::remove(path_);
}

std::string tags_of(const std::string& pdf) {
  const TemporaryFile file(pdf);
  const Outcome outcome = run("python3 " HANDOUT_SOURCE_DIR "/tests/conformance/tags.py " + file.path());
  CHECK_MESSAGE(outcome.status == 0, outcome.output);
  return outcome.output;
}

std::string squashed(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ' && c != '\n' && c != '\f' && c != '\t') {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (!out.empty() && out.back() == ' ')
    out.pop_back();
  return out;
}

}  // namespace handout::tests
