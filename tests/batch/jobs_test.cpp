#include "batch/jobs.h"

#include <doctest/doctest.h>

#include "support/memory_files.h"

namespace handout::batch {
namespace {

struct Case {
  const char* name;
  Request request;
  std::vector<std::string> files;       ///< what is planned
  std::vector<std::string> complaints;  ///< codes
};

tests::MemoryFiles project_files() {
  return tests::MemoryFiles({{"content/back/handout.xml", "<handout id=\"back\" lang=\"en\"/>"},
                             {"content/knee/handout.xml", "<handout id=\"knee\" lang=\"es\"/>"},
                             {"layouts/standard.xml", ""},
                             {"layouts/sheet.xml", ""},
                             {"layouts/large-print.xml", ""},
                             {"layouts/brands/north/brand.xml", ""},
                             {"layouts/brands/south/brand.xml", ""}});
}

Request request() {
  return {};
}
Request with_handouts(std::vector<std::string> handouts) {
  Request made;
  made.handouts = std::move(handouts);
  return made;
}
Request with_layouts(std::vector<std::string> layouts) {
  Request made = with_handouts({"back"});
  made.layouts = std::move(layouts);
  return made;
}
Request with_locales(std::vector<std::string> locales) {
  Request made;
  made.locales = std::move(locales);
  return made;
}
Request with_paper(std::string paper) {
  Request made = with_handouts({"back"});
  made.paper = std::move(paper);
  return made;
}
Request with_brand(std::string brand) {
  Request made = with_handouts({"back"});
  made.brand = std::move(brand);
  return made;
}
Request with_name(std::string name) {
  Request made;
  made.layouts = {"sheet"};
  made.out = "there";
  made.name = std::move(name);
  return made;
}

}  // namespace

TEST_CASE("What is asked for becomes jobs, and where their files go") {
  const std::vector<Case> cases = {
      {"everything",
       request(),
       {"output/back.en.standard.pdf", "output/back.en.sheet.pdf", "output/knee.es.standard.pdf",
        "output/knee.es.sheet.pdf"},
       {}},
      {"one handout", with_handouts({"knee"}), {"output/knee.es.standard.pdf", "output/knee.es.sheet.pdf"}, {}},
      {"a handout twice",
       with_handouts({"knee", "knee"}),
       {"output/knee.es.standard.pdf", "output/knee.es.sheet.pdf"},
       {}},
      {"unknown handout", with_handouts({"nee"}), {}, {"usage.unknown-handout"}},
      {"two unknown handouts", with_handouts({"hip", "toe"}), {}, {"usage.unknown-handout", "usage.unknown-handout"}},
      {"a layout", with_layouts({"large-print"}), {"output/back.en.large-print.pdf"}, {}},
      {"every layout",
       with_layouts({"all"}),
       {"output/back.en.large-print.pdf", "output/back.en.sheet.pdf", "output/back.en.standard.pdf"},
       {}},
      {"unknown layout", with_layouts({"poster"}), {}, {"usage.unknown-layout"}},
      {"a language", with_locales({"es"}), {"output/knee.es.standard.pdf", "output/knee.es.sheet.pdf"}, {}},
      {"unknown language", with_locales({"es", "de"}), {}, {"usage.unknown-locale"}},
      {"every language, and one that is not", with_locales({"all", "de"}), {}, {"usage.unknown-locale"}},
      {"every layout, and one that is not", with_layouts({"all", "poster"}), {}, {"usage.unknown-layout"}},
      {"a paper", with_paper("letter"), {"output/back.en.standard-letter.pdf", "output/back.en.sheet-letter.pdf"}, {}},
      {"unknown paper", with_paper("b5"), {}, {"usage.unknown-paper"}},
      {"another brand",
       with_brand("south"),
       {"output/south/back.en.standard.pdf", "output/south/back.en.sheet.pdf"},
       {}},
      {"a name",
       with_name("{brand}/{handout}-{locale}-{layout}-{paper}"),
       {"there/north/back-en-sheet-a4.pdf", "there/north/knee-es-sheet-a4.pdf"},
       {}},
      {"unknown name field", with_name("{row}.pdf"), {}, {"usage.unknown-name-field"}},
      {"unclosed name field", with_name("{handout"), {}, {"usage.unknown-name-field"}},
      {"one file for two", with_name("{layout}.pdf"), {}, {"usage.same-file"}},
      {"one file in two spellings", with_name("{handout}/../one"), {}, {"usage.same-file"}},
  };
  const tests::MemoryFiles files = project_files();
  const Project project = find_project(files);
  const Defaults defaults{"north", {"standard", "sheet"}, design::PaperSize::a4, {}};
  for (const Case& one : cases) {
    CAPTURE(one.name);
    Diagnostics diagnostics;
    std::vector<std::string> planned, complaints;
    for (const Job& job : make_jobs(one.request, {project, files, defaults}, diagnostics))
      planned.push_back(job.file);
    for (const Diagnostic& item : diagnostics.items())
      complaints.push_back(item.code);
    CHECK(planned == one.files);
    CHECK(complaints == one.complaints);
  }
}

TEST_CASE(
    "A handout that does not say its language may have been printed in each that the project names, and no other") {
  tests::MemoryFiles files = project_files();
  files.add("content/back/handout.xml", "<handout id=\"back\" lang=“en”/>");
  const Project project = find_project(files);
  Defaults defaults{"north", {"standard"}, design::PaperSize::a4, {}};
  defaults.languages = {parse_locale("zh-Hans").value(), parse_locale("en").value()};
  using Names = std::vector<std::string>;
  const auto jobs_of = [&](const std::string& name) {
    Request asked;
    asked.name = name;
    Diagnostics diagnostics;
    std::vector<Job> jobs = make_jobs(asked, {project, files, defaults}, diagnostics);
    REQUIRE(jobs.size() == 2);
    CHECK(jobs[1].files_in_other_locales.empty());
    return jobs;
  };
  const std::vector<Job> jobs = jobs_of("");
  CHECK(jobs[0].file == "output/back.en.standard.pdf");
  CHECK(jobs[0].files_in_other_locales == Names{"output/back.es.standard.pdf", "output/back.zh-Hans.standard.pdf"});
  CHECK(jobs[1].file == "output/knee.es.standard.pdf");
  // Folders of a clinic's own beside ours are no languages: output/old/back.pdf, output/new/back.pdf.
  CHECK(jobs_of("{locale}/{handout}")[0].files_in_other_locales ==
        Names{"output/es/back.pdf", "output/zh-Hans/back.pdf"});
  // es/standard.pdf is the knee's.
  CHECK(jobs_of("{locale}/{layout}")[0].files_in_other_locales.empty());
  defaults.languages.clear();
  CHECK(jobs_of("")[0].files_in_other_locales == Names{"output/back.es.standard.pdf"});
}

TEST_CASE("A misspelt name is answered with the right one, a foreign one with what there is") {
  const tests::MemoryFiles files = project_files();
  const Project project = find_project(files);
  const Defaults defaults{"north", {"standard"}, design::PaperSize::a4, {}};
  Diagnostics diagnostics;
  make_jobs(with_handouts({"bakc", "appendix", "content/knee/handout.xml", "content/back/", "Knee"}),
            {project, files, defaults}, diagnostics);
  make_jobs(with_layouts({"layouts/sheet.xml"}), {project, files, defaults}, diagnostics);
  make_jobs(with_paper("A4"), {project, files, defaults}, diagnostics);
  make_jobs(with_paper("A9"), {project, files, defaults}, diagnostics);
  Request two_words = with_handouts({"sheet", "back"});
  two_words.layouts = {"standard"};
  make_jobs(two_words, {project, files, defaults}, diagnostics);
  make_jobs(with_handouts({"es"}), {project, files, defaults}, diagnostics);
  std::vector<std::string> hints;
  for (const Diagnostic& item : diagnostics.items())
    hints.push_back(item.hint);
  CHECK(hints == std::vector<std::string>{"did you mean back?", "there are: back, knee", "did you mean knee?",
                                          "did you mean back?", "did you mean knee?", "did you mean sheet?",
                                          "did you mean a4?", "there are: a3, a4, a5, letter, legal, phone",
                                          "it is a layout: write --layout standard,sheet",
                                          "it is a language: write --locale es"});
}

}  // namespace handout::batch
