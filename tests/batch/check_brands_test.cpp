#include "batch/check_brands.h"

#include <doctest/doctest.h>

#include "batch/find_defaults.h"
#include "batch/passed_over.h"
#include "batch/sample_project.h"

namespace handout::batch {
namespace {

std::size_t count(const Diagnostics& diagnostics, const std::string& code) {
  std::size_t found = 0;
  for (const Diagnostic& item : diagnostics.items())
    found += item.code == code ? 1 : 0;
  return found;
}

}  // namespace

TEST_CASE("The brands beside the default one are judged, each mistake once, in the layouts that they have") {
  tests::MemoryFiles files = project_of(whole_handout("lang=\"en\"", ""));
  files.add("layouts/standard.xml", "<layout id=\"standard\" lang=\"en\"/>");
  files.add("layouts/sheet.xml", "<layout id=\"sheet\" lang=\"en\"/>");
  files.add("layouts/brands/south/brand.xml",
            "<brand id=\"south\" lang=\"en\" extends=\"noth\"><name>S</name></brand>");
  files.add("layouts/brands/south/wall.xml", "<layout id=\"wall\" lang=\"en\" extends=\"none\"/>");
  const Project project = find_project(files);
  Diagnostics problems;
  const Defaults defaults = find_defaults(files, project, "", problems);
  REQUIRE(problems.items().empty());
  Press press(files, ".");
  const Diagnostics all = check_other_brands({}, {project, files, defaults}, press);
  CHECK(count(all, "design.unknown-extends") == 2);
  Request sheet;
  sheet.layouts = {"sheet"};
  const Diagnostics some = check_other_brands(sheet, {project, files, defaults}, press);
  CHECK(count(some, "design.unknown-extends") == 1);
  for (const Diagnostic& item : all.items()) {
    if (item.where.file) CHECK(item.where.file->path.find("brands/north/") == std::string::npos);
  }
}

TEST_CASE("Who asks for one handout hears of its own misnamed files, and of those that all share") {
  const tests::MemoryFiles files({{"content/knee/handout.xml", ""},
                                  {"content/knee/ES.xlf", ""},
                                  {"content/hip/handout.xml", ""},
                                  {"content/hip/FR.xlf", ""},
                                  {"content/toe/text.xml", ""},
                                  {"content/shared/spanish.xlf", ""}});
  Diagnostics diagnostics;
  warn_of_passed_over(files, {"knee"}, diagnostics);
  REQUIRE(diagnostics.items().size() == 2);
  CHECK(diagnostics.items()[0].message.find("content/knee/ES.xlf") == 0);
  CHECK(diagnostics.items()[1].message.find("content/shared/spanish.xlf") == 0);
}

TEST_CASE("A folder that holds no handout is told, with what to do") {
  const tests::MemoryFiles files({{"content/knee/handout.xml", ""},
                                  {"content/hip/Handout.XML", ""},
                                  {"content/toe/text.xml", ""},
                                  {"content/shared/safety.xml", ""},
                                  {"content/.trash/x", ""},
                                  {"content/glossary.xml", ""}});
  Diagnostics diagnostics;
  warn_of_passed_over(files, {}, diagnostics);
  REQUIRE(diagnostics.items().size() == 2);
  CHECK(diagnostics.error_count() == 0);
  CHECK(diagnostics.items()[0].message == "content/hip holds no handout.xml and is passed over");
  CHECK(diagnostics.items()[0].hint == "rename content/hip/Handout.XML to handout.xml, in small letters");
  CHECK(diagnostics.items()[1].message == "content/toe holds no handout.xml and is passed over");
}

TEST_CASE("An XLIFF file that is named for no language is told") {
  const tests::MemoryFiles files({{"content/knee/handout.xml", ""},
                                  {"content/knee/es.xlf", ""},
                                  {"content/knee/zh-Hans.xlf", ""},
                                  {"content/knee/es_MX.xlf", ""},
                                  {"content/knee/pl.XLF", ""},
                                  {"content/shared/spanish.xlf", ""},
                                  {"content/fr.xliff", ""},
                                  {"layouts/brands/north/german.xlf", ""},
                                  {"layouts/de.xlf", ""}});
  Diagnostics diagnostics;
  warn_of_passed_over(files, {}, diagnostics);
  std::vector<std::string> told;
  for (const Diagnostic& item : diagnostics.items()) {
    CHECK(item.code == "localization.no-language");
    told.push_back(item.message.substr(0, item.message.find(' ')));
  }
  CHECK(told == std::vector<std::string>{"content/fr.xliff", "layouts/brands/north/german.xlf",
                                         "content/knee/es_MX.xlf", "content/knee/pl.XLF",
                                         "content/shared/spanish.xlf"});
}

TEST_CASE("An XLIFF file that is named for the language that the text is written in is told") {
  const tests::MemoryFiles files({{"content/knee/handout.xml", "<handout lang='en'/>"},
                                  {"content/knee/en.xlf", ""},
                                  {"content/knee/en-GB.xlf", ""},
                                  {"content/hip/handout.xml", "<handout lang='es'/>"},
                                  {"content/hip/en.xlf", ""},
                                  {"content/glossary.xml", "<glossary lang='en'/>"},
                                  {"content/en.xlf", ""},  // of the Spanish handout
                                  {"content/shared/safety.xml", "<shared lang='en'/>"},
                                  {"content/shared/en.xlf", ""},
                                  {"layouts/one.xml", "<layout lang='en'/>"},
                                  {"layouts/en.xlf", ""},  // of the Spanish brand
                                  {"layouts/brands/north/brand.xml", "<brand lang='es'/>"},
                                  {"layouts/brands/north/es.xlf", ""}});
  Diagnostics diagnostics;
  warn_of_passed_over(files, {}, diagnostics);
  std::vector<std::string> told;
  for (const Diagnostic& item : diagnostics.items()) {
    CHECK(item.code == "localization.own-language");
    told.push_back(item.message.substr(0, item.message.find(' ')));
  }
  CHECK(told ==
        std::vector<std::string>{"layouts/brands/north/es.xlf", "content/knee/en.xlf", "content/shared/en.xlf"});
}

}  // namespace handout::batch
