#include "batch/earlier_prints.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/files.h"
#include "batch/left_over_prints.h"
#include "batch/render.h"
#include "batch/sample_project.h"

namespace handout::batch {
namespace {

namespace fs = std::filesystem;

/// A folder of prints, gone at the end.
class Prints {
 public:
  Prints() : root_(fs::temp_directory_path() / ("handout-prints-" + std::to_string(getpid()))) {
    fs::remove_all(root_);
    fs::create_directories(root_);
  }
  ~Prints() { fs::remove_all(root_); }
  Prints(const Prints&) = delete;
  Prints& operator=(const Prints&) = delete;

  std::string path(const std::string& name) const { return (root_ / name).string(); }
  void add(const std::string& name) const { write_atomically(path(name), "%PDF"); }
  bool has(const std::string& name) const { return fs::exists(root_ / name); }

 private:
  fs::path root_;
};

/// A handout on a disk that cannot be read.
class UnreadableHandout final : public Files {
 public:
  std::optional<std::string> read(const std::string& path) const override {
    if (path.ends_with("handout.xml")) throw Failure("files.read", path + " cannot be read");
    return std::nullopt;
  }
  bool exists(const std::string&) const override { return false; }
  std::vector<std::string> list(const std::string&) const override { return {}; }
};

}  // namespace

TEST_CASE("What a refused job had printed before is taken away, and nothing else") {
  struct Case {
    std::string file;
    std::vector<std::string> in_other_locales;
    std::vector<std::string> there, gone;
  };
  const std::vector<Case> cases = {
      {"knee.en.sheet.pdf",
       {},
       {"knee.en.sheet.pdf", "knee.es.sheet.pdf", "knee.en.standard.pdf"},
       {"knee.en.sheet.pdf"}},
      {"knee.en.sheet.pdf", {}, {"knee.es.sheet.pdf"}, {}},
      {"knee.en.sheet.pdf", {}, {"knee.en.sheet.pdf/kept"}, {}},
      {"knee.en.sheet.pdf",
       {"knee.es.sheet.pdf", "knee.zh-Hans.sheet.pdf"},
       {"knee.en.sheet.pdf", "knee.zh-Hans.sheet.pdf", "knee.old.sheet.pdf", "knee.en.standard.pdf"},
       {"knee.en.sheet.pdf", "knee.zh-Hans.sheet.pdf"}},
      {"none/en/knee.pdf", {"none/es/knee.pdf"}, {"knee.pdf"}, {}},
  };
  for (const Case& one : cases) {
    const Prints prints;
    for (const std::string& name : one.there)
      prints.add(name);
    Job job;
    job.file = prints.path(one.file);
    for (const std::string& name : one.in_other_locales)
      job.files_in_other_locales.push_back(prints.path(name));
    std::vector<std::string> gone;
    for (const std::string& name : one.gone)
      gone.push_back(prints.path(name));
    CHECK(remove_earlier_prints(job) == gone);
    for (const std::string& name : one.there) {
      const bool kept = std::find(one.gone.begin(), one.gone.end(), name) == one.gone.end();
      CHECK_MESSAGE(prints.has(name) == kept, name);
    }
  }
}

TEST_CASE("An earlier print that cannot be taken away is warned of by name") {
  Job job;
  job.file = "/proc/self/status";  // not even root can remove it
  try {
    remove_earlier_prints(job);
    FAIL("nothing was said");
  } catch (const Failure& failure) {
    CHECK(failure.diagnostic().code == "files.remove");
    CHECK(failure.diagnostic().message.find("the earlier print /proc/self/status cannot be removed: ") == 0);
    CHECK_FALSE(failure.diagnostic().hint.empty());
  }
}

TEST_CASE("A print that is refused takes an earlier one away; a check takes nothing") {
  const Prints prints;
  const tests::MemoryFiles files = project_of(whole_handout("lang=\"en\"", "<wrong/>"));
  Job job;
  job.handout = "knee";
  job.layout = "none";
  job.brand = "north";
  job.file = prints.path("knee.pdf");
  for (const Purpose purpose : {Purpose::check, Purpose::print}) {
    for (const Standing standing : {Standing::ordinary, Standing::release, Standing::draft}) {
      prints.add("knee.pdf");
      Press press(files, ".");
      RenderOptions options;
      options.purpose = purpose;
      options.standing = standing;
      const JobResult result = render(job, options, press);
      CHECK_FALSE(result.printed);
      CHECK(result.removed.size() == (purpose == Purpose::print ? 1 : 0));
      CHECK(prints.has("knee.pdf") == (purpose == Purpose::check));
    }
  }
}

TEST_CASE("A print that fails for reasons of the machine leaves the earlier one where it is") {
  const Prints prints;
  const UnreadableHandout files;
  prints.add("knee.pdf");
  Job job;
  job.handout = "knee";
  job.file = prints.path("knee.pdf");
  for (const Standing standing : {Standing::ordinary, Standing::release, Standing::draft}) {
    Press press(files, ".");
    RenderOptions options;
    options.standing = standing;
    const JobResult result = render(job, options, press);
    CHECK(result.failed);
    CHECK_FALSE(result.printed);
    CHECK(result.removed.empty());
    CHECK(prints.has("knee.pdf"));
  }
}

TEST_CASE("A print in a language that a handout no longer has is told, and stays") {
  const Prints prints;
  for (const char* const name : {"knee.en.one.pdf", "knee.es.one.pdf", "knee.pl.one.pdf", "knee.pl.two.pdf",
                                 "knee.pl.one-a4.pdf", "knee.es-MX.one.pdf", "knee.en-XA.one.pdf", "knee.mine.one.pdf",
                                 "hip.pl.one.pdf", "knee.pl.one.txt", "pl/knee.pdf"})
    prints.add(name);
  tests::MemoryFiles files = project_of(whole_handout("lang=\"en\"", ""));
  files.add("content/knee/es.xlf", "");
  files.add("layouts/one.xml", "<layout id=\"one\" lang=\"en\"/>");
  const auto told = [&](const std::string& name, const std::string& paper) {
    Request request;
    request.out = prints.path("");
    request.out.pop_back();
    request.name = name;
    request.paper = paper;
    Diagnostics diagnostics;
    const Defaults defaults{"north", {"one"}, design::PaperSize::a4, {}};
    const std::vector<Job> jobs = make_jobs(request, {find_project(files), files, defaults}, diagnostics);
    CHECK_FALSE(jobs.empty());
    warn_of_left_over_prints(jobs, files, diagnostics);
    std::vector<std::string> messages;
    for (const Diagnostic& item : diagnostics.items()) {
      CHECK(item.severity == Severity::warning);
      messages.push_back(item.code + " " + item.message.substr(prints.path("").size()));
    }
    return messages;
  };
  const std::string rest = " is an earlier print, in a language that knee no longer has: \"pl\"";
  CHECK(told("", "") == std::vector<std::string>{"usage.left-over knee.pl.one.pdf" + rest});
  CHECK(told("", "a4") == std::vector<std::string>{"usage.left-over knee.pl.one-a4.pdf" + rest});
  CHECK(told("{handout}.{locale}.two", "") == std::vector<std::string>{"usage.left-over knee.pl.two.pdf" + rest});
  CHECK(told("{locale}/{handout}", "").empty());
  CHECK(prints.has("knee.pl.one.pdf"));
}

}  // namespace handout::batch
