#include <doctest/doctest.h>

#include <cstdlib>

#include "design_project.h"
#include "support/expected_diagnostics.h"

using namespace handout;

namespace {

/// A bad file put in its place in the sample project, and what to load so that it is read.
struct BadInput {
  std::string source;  ///< tests/bad/layouts/bare.xml
  std::string path;    ///< where the project has it
  tests::Asked asked;
};

std::vector<BadInput> bad_inputs() {
  std::vector<BadInput> inputs;
  for (const std::string& source : tests::xml_files("tests/bad/layouts")) {
    const std::string id = tests::stem_of(source);
    inputs.push_back({source, "layouts/" + id + ".xml", {id}});
  }
  for (const std::string& source : tests::xml_files("tests/bad/brands")) {
    const std::string id = tests::stem_of(source);
    inputs.push_back({source, "layouts/brands/" + id + "/brand.xml", {"standard", id}});
  }
  for (const std::string& source : tests::xml_files("tests/bad/fonts")) {
    inputs.push_back({source, "fonts/fonts.xml", {}});
  }
  return inputs;
}

Diagnostics said_about(const BadInput& input, const std::string& text) {
  tests::MemoryFiles files = tests::sample_project();
  files.add(input.path, text);
  Diagnostics diagnostics;
  const std::optional<design::Design> design = tests::resolved(files, input.asked, diagnostics);
  CHECK_MESSAGE(design.has_value() == !diagnostics.has_errors(), input.source);
  return diagnostics;
}

bool schema_accepts(const std::string& source) {
  const std::string schema = source.find("fonts/") != std::string::npos    ? "fonts/fonts.xsd"
                             : source.find("brands/") != std::string::npos ? "layouts/brand.xsd"
                                                                           : "layouts/layout.xsd";
  const std::string root = std::string(HANDOUT_SOURCE_DIR) + "/";
  const std::string command =
      fmt::format("xmllint --nonet --noout --schema '{}{}' '{}{}' >/dev/null 2>&1", root, schema, root, source);
  return std::system(command.c_str()) == 0;  // NOLINT: the test's own paths
}

}  // namespace

TEST_CASE("every mistake in bad layouts, brands and fonts is told, to the letter") {
  const std::vector<BadInput> inputs = bad_inputs();
  REQUIRE(inputs.size() >= 30);
  for (const BadInput& input : inputs) {
    CAPTURE(input.source);
    const std::string text = tests::read_disk(input.source);
    const std::vector<std::string> expected = tests::expected_diagnostics(text);
    const Diagnostics said = said_about(input, text);
    REQUIRE(!expected.empty());
    const std::vector<std::string> actual = tests::told(said, input.path);
    for (const std::string& line : actual) {
      CHECK_MESSAGE(std::count(expected.begin(), expected.end(), line) > 0, "unexpected: ", line);
    }
    for (const std::string& line : expected) {
      CHECK_MESSAGE(std::count(actual.begin(), actual.end(), line) > 0, "not said: ", line);
    }
    CHECK(actual.size() == expected.size());
  }
}

TEST_CASE("the schemas and the loader agree") {
  REQUIRE_MESSAGE(std::system("xmllint --version >/dev/null 2>&1") == 0, "xmllint is missing: install libxml2-utils");
  SUBCASE("what the loader accepts, the schema accepts") {
    for (const char* folder : {"layouts", "tests/samples/layouts"}) {
      for (const std::string& source : tests::xml_files(folder))
        CHECK_MESSAGE(schema_accepts(source), source);
    }
    for (const char* source :
         {"layouts/brands/northgate/brand.xml", "tests/samples/layouts/brands/northgate/brand.xml",
          "tests/samples/layouts/brands/lakeside/brand.xml", "fonts/fonts.xml", "tests/samples/fonts/fonts.xml"}) {
      CHECK_MESSAGE(schema_accepts(source), source);
    }
  }
  SUBCASE("what the schema refuses, the loader refuses") {
    std::size_t refused = 0;
    for (const BadInput& input : bad_inputs()) {
      if (schema_accepts(input.source)) continue;
      ++refused;
      CHECK_MESSAGE(said_about(input, tests::read_disk(input.source)).has_errors(), input.source);
    }
    CHECK(refused >= 15);
  }
  SUBCASE("what a schema can judge, ours judge") {
    for (const BadInput& input : bad_inputs()) {
      const std::string text = tests::read_disk(input.source);
      for (const char* code : {"not-well-formed", "unknown-element", "unknown-attribute", "wrong-order", "raw-colour",
                               "missing-attribute", "bad-id", "outside-folder"}) {
        // XSD 1.0 cannot ask for a width because of another attribute's value.
        const bool by_value = input.source.ends_with("regions.xml");
        if (by_value || text.find(fmt::format("error[design.{}]", code)) == std::string::npos) continue;
        CHECK_MESSAGE(!schema_accepts(input.source), input.source, std::string(" says ") + code);
      }
    }
  }
  SUBCASE("the wrong samples") {
    const std::string folder = "tests/samples/wrong/";
    for (const auto& sample :
         std::vector<std::pair<std::string, std::string>>{{"drawn-marker", "design.bad-value"},
                                                          {"omitted-help", "design.bad-value"},
                                                          {"physical-margin", "design.unknown-attribute"},
                                                          {"place-in-footer", "design.place-not-here"},
                                                          {"raw-colour", "design.raw-colour"},
                                                          {"field-outside-clinic", "design.field-not-here"},
                                                          {"font-with-path", "design.outside-folder"}}) {
      const std::string& name = sample.first;
      const std::string& code = sample.second;
      CAPTURE(name);
      BadInput input{folder + name + ".xml", "layouts/x.xml", {"x"}};
      if (name == "field-outside-clinic") input = {input.source, "layouts/brands/x/brand.xml", {"standard", "x"}};
      if (name == "font-with-path") input = {input.source, "fonts/fonts.xml", {}};
      const Diagnostics said = said_about(input, tests::read_disk(input.source));
      const auto& items = said.items();
      CHECK(std::any_of(items.begin(), items.end(), [&](const Diagnostic& d) { return d.code == code; }));
    }
  }
}
