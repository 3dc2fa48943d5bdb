#include "batch/project.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "support/memory_files.h"

namespace handout::batch {
namespace {

tests::MemoryFiles small_project() {
  return tests::MemoryFiles(
      {{"content/knee/handout.xml",
        "<?xml version='1.0'?><!-- <handout lang=\"ar\"> -->\n<handout id=\"knee\"\n  title='a > b' lang = ' es-MX'/>"},
       {"content/back/handout.xml", "<handout id=\"back\" xlang=\"fr\" lang=\"en\"/>"},
       {"content/back/es.xlf", "<xliff/>"},
       {"content/broken/handout.xml", "<handout id=\"broken\">lang=\"en\"</handout>"},
       {"content/other/handout.xml", "<leaflet lang=\"en\"><handout lang=\"en\"/></leaflet>"},
       {"content/shared/safety.xml", "<shared/>"},
       {"content/glossary.xml", "<glossary/>"},
       {"layouts/standard.xml", "<layout/>"},
       {"layouts/sheet.xml", "<layout/>"},
       {"layouts/brands/north/brand.xml", "<brand/>"},
       {"layouts/brands/north/poster.xml", "<layout/>"},
       {"layouts/brands/north/sheet.xml", "<layout/>"},
       {"layouts/brands/empty/logo.svg", "<svg/>"}});
}

}  // namespace

TEST_CASE("A project's handouts, layouts and brands are its folders and files, sorted") {
  const Project project = find_project(small_project());
  CHECK(project.handouts == std::vector<std::string>{"back", "broken", "knee", "other"});
  CHECK(project.layouts == std::vector<std::string>{"sheet", "standard"});
  CHECK(project.brands == std::vector<std::string>{"north"});
}

TEST_CASE("A handout's languages are the one its root says and those of its XLIFF files") {
  const tests::MemoryFiles files = small_project();
  REQUIRE(locales_of_handout(files, "knee").size() == 1);
  CHECK(locales_of_handout(files, "knee").front().tag == "es-MX");
  REQUIRE(locales_of_handout(files, "back").size() == 2);
  CHECK(locales_of_handout(files, "back").front().tag == "en");
  CHECK(locales_of_handout(files, "back").back().tag == "es");
  CHECK(locales_of_handout(files, "broken").empty());
  CHECK(locales_of_handout(files, "other").empty());
  CHECK(locales_of_handout(files, "no-such").empty());
}

TEST_CASE("The project is the nearest folder above that holds content/ and layouts/") {
  namespace fs = std::filesystem;
  const fs::path root = fs::temp_directory_path() / "handout-project-test";
  fs::remove_all(root);
  fs::create_directories(root / "content" / "knee" / "figures");
  CHECK_FALSE(is_project_root(root.string()));
  fs::create_directories(root / "layouts");
  CHECK(is_project_root(root.string()));
  CHECK(find_project_root((root / "content" / "knee" / "figures").string()) == root.string());
  CHECK(find_project_root(root.string()) == root.string());
  CHECK(find_project_root("/") == std::nullopt);
  fs::remove_all(root);
}

}  // namespace handout::batch
