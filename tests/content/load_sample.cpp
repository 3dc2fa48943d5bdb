#include "content/load_sample.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>

#include "content/load_glossary.h"
#include "content/load_sign_offs.h"
#include "content/shared_blocks.h"
#include "figures/load_image.h"
#include "figures/load_svg.h"

namespace handout::tests {
namespace {

namespace fs = std::filesystem;

const char* const disc = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">
  <rect x="1" y="1" width="8" height="8" class="fill-primary"/>
  <text id="nerve" x="12" y="5" font-size="2"><tspan>a</tspan><tspan>nerve</tspan></text>
  <text x="2" y="5" font-size="2">1</text>
</svg>)";
const char* const unlabelled = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">
  <text x="12" y="5" font-size="2">nerve</text>
</svg>)";

const char* const phone = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">
  <text id="number" x="2" y="5" font-size="2"><tspan>Ring</tspan><tspan>999</tspan></text>
</svg>)";

const char* const typed_field = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">
  <text id="desk" x="2" y="5" font-size="2">{clinic.phone}</text>
</svg>)";

std::string root_of(const std::string& text) {
  std::smatch match;
  const std::regex root("<(handout|shared|glossary|sign-offs)\\b");
  return std::regex_search(text, match, root) ? match[1].str() : std::string{};
}

}  // namespace

std::string read_test_file(const std::string& path) {
  std::ifstream stream(fs::path(HANDOUT_SOURCE_DIR) / "tests" / path, std::ios::binary);
  REQUIRE(stream);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<std::string> xml_files_in(const std::string& folder) {
  std::vector<std::string> names;
  for (const fs::directory_entry& entry : fs::directory_iterator(fs::path(HANDOUT_SOURCE_DIR) / "tests" / folder)) {
    if (entry.path().extension() == ".xml") names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

content::LoadFigure figure_loader() {
  return [](const std::string& path, std::string_view bytes, const SourceRange& where,
            Diagnostics& diagnostics) -> std::optional<figures::Drawing> {
    if (path.ends_with(".svg")) return figures::load_svg(source(path, std::string(bytes)), diagnostics);
    return figures::load_image(path, bytes, "content", where, diagnostics);
  };
}

MemoryFiles sample_project() {
  MemoryFiles files;
  files.add("content/shared/safety.xml", read_test_file("samples/shared.xml"));
  files.add("content/glossary.xml", read_test_file("samples/glossary.xml"));
  for (const char* name : {"disc.svg", "disc-herniation.svg", "tube-surgery.svg"}) {
    files.add(std::string("content/x/figures/") + name, disc);
    files.add(std::string("content/miss-disc-herniation/figures/") + name, disc);
  }
  files.add("content/x/figures/unlabelled.svg", unlabelled);
  files.add("content/x/figures/phone.svg", phone);
  files.add("content/x/figures/field.svg", typed_field);
  files.add("content/x/figures/broken.png", "this is no picture");
  return files;
}

bool is_content(const std::string& text) {
  return !root_of(text).empty();
}

std::string project_path(const std::string& text) {
  const std::string root = root_of(text);
  if (root == "shared") return "content/shared/safety.xml";
  if (root == "glossary") return "content/glossary.xml";
  if (root == "sign-offs") return "content/x/sign-offs.xml";
  std::smatch match;
  const bool is_sample = std::regex_search(text, match, std::regex("<handout[^>]* id=\"(miss[a-z-]+|pain[a-z-]+)\""));
  return "content/" + (is_sample ? match[1].str() : "x") + "/handout.xml";
}

Diagnostics load_any(const std::string& text) {
  MemoryFiles files = sample_project();
  const std::string root = root_of(text);
  Diagnostics said;
  if (root == "shared") {
    files.add(project_path(text), text);
    content::SharedBlocks::load(files, "content/shared", said);
    return said;
  }
  if (root == "glossary") {
    const bool loaded = content::load_glossary(source(project_path(text), text), said).has_value();
    CHECK(loaded == !said.has_errors());
    return said;
  }
  if (root == "sign-offs") {
    const bool loaded = content::load_sign_offs(source(project_path(text), text), said).has_value();
    CHECK(loaded == !said.has_errors());
    return said;
  }
  Diagnostics clean;
  const content::SharedBlocks shared = content::SharedBlocks::load(files, "content/shared", clean);
  const content::Glossary glossary = content::load_glossary(read_source(files, "content/glossary.xml"), clean).value();
  REQUIRE(clean.items().empty());
  const auto document =
      content::load_document(source(project_path(text), text), {files, shared, glossary, figure_loader()}, said);
  CHECK(document.has_value() == !said.has_errors());
  return said;
}

std::string handout_with(const std::string& blocks) {
  return R"(<handout id="x" lang="en" version="1.0" published="2026-11-22" review-by="2028-11-22">
  <title>A title</title>
  <summary id="summary"><p id="summary.main">One message.</p></summary>
  <section role="condition" id="condition"><title>What is it?</title><p id="condition.p">A disc.</p></section>
  <section role="procedure" id="procedure"><title>How?</title><p id="procedure.p">You sleep.</p></section>
  <section role="benefits" id="benefits"><title>Why?</title><p id="benefits.p">It helps.</p></section>
  <section role="options" id="options"><title>Choices</title>
)" + blocks +
         R"(
  </section>
  <section role="risks" id="risks"><title>Risks</title><p id="risks.p">It may hurt.</p></section>
  <section role="recovery" id="recovery"><title>Then?</title><p id="recovery.p">You walk.</p></section>
  <section role="help" id="help"><title>Help</title><zones id="help.zones">
    <zone kind="emergency" id="help.now"><title>Now</title><p id="help.now.p">Chest pain.</p></zone>
    <zone kind="call" id="help.today"><title>Today</title><p id="help.today.p">Fever.</p></zone>
  </zones></section>
</handout>
)";
}

content::Document load_clean(const std::string& text) {
  const MemoryFiles files = sample_project();
  Diagnostics said;
  const content::SharedBlocks shared = content::SharedBlocks::load(files, "content/shared", said);
  const content::Glossary glossary = content::load_glossary(read_source(files, "content/glossary.xml"), said).value();
  const auto document =
      content::load_document(source("content/x/handout.xml", text), {files, shared, glossary, figure_loader()}, said);
  for (const Diagnostic& item : said.items())
    FAIL_CHECK(format(item));
  REQUIRE(document);
  return *document;
}

}  // namespace handout::tests
