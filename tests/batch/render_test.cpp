#include "batch/render.h"

#include <doctest/doctest.h>

#include <new>
#include <optional>
#include <string>
#include <vector>

#include "batch/sample_project.h"

namespace handout::batch {
namespace {

JobResult result_of(const tests::MemoryFiles& files, const std::string& locale) {
  Press press(files, ".");
  Job job;
  job.handout = "knee";
  job.locale = parse_locale(locale).value();
  job.layout = "none";
  job.brand = "north";
  return render(job, {}, press);
}

/// Code and message of what was said under `code`.
std::vector<std::string> said_under(const std::string& code, const JobResult& result) {
  std::vector<std::string> said;
  for (const Diagnostic& item : result.diagnostics.items()) {
    if (item.code == code) said.push_back(item.message);
  }
  return said;
}

/// A handout that makes whoever reads it run out of memory.
class HugeHandout final : public Files {
 public:
  std::optional<std::string> read(const std::string& path) const override {
    if (path.ends_with("handout.xml")) throw std::bad_alloc();
    return std::nullopt;
  }
  bool exists(const std::string&) const override { return false; }
  std::vector<std::string> list(const std::string&) const override { return {}; }
};

}  // namespace

TEST_CASE("A job in a language that the handout has no words in is refused, unit by unit") {
  const tests::MemoryFiles files = project_of(whole_handout("lang=\"&#101;n\"", ""));
  CHECK(said_under("localization.missing", result_of(files, "en")).empty());
  const std::vector<std::string> missing = said_under("localization.missing", result_of(files, "ar"));
  REQUIRE(missing.size() == 17);
  CHECK(missing.front() == "unit title is not translated into \"ar\"");
}

TEST_CASE("What the brand lacks is told beside every other mistake") {
  const std::string field = "<p id=\"p\"><field name=\"clinic.fax\"/> <field name=\"clinic.phone\"/></p>";
  const std::vector<std::string> missing = {"the field \"clinic.fax\" has no value"};
  for (const std::string& wrong : {std::string(), std::string("<wrong/>")}) {
    CAPTURE(wrong);
    const JobResult result = result_of(project_of(whole_handout("lang=\"en\"", field + wrong)), "en");
    CHECK(said_under("content.unknown-element", result).size() == (wrong.empty() ? 0 : 1));
    CHECK(said_under("content.unknown-field", result) == missing);
    for (const Diagnostic& item : result.diagnostics.items()) {
      if (item.code == "content.unknown-field") CHECK(item.where.file);
    }
  }
}

TEST_CASE("A handout without a sign-off is warned of; broken sign-offs are told, and nothing is made of them") {
  tests::MemoryFiles files = project_of(whole_handout("lang=\"en\"", ""));
  CHECK(said_under("content.not-signed-off", result_of(files, "en")).size() == 1);
  files.add("content/knee/sign-offs.xml", "<sign-offs><sign-of/></sign-offs>");
  const JobResult result = result_of(files, "en");
  CHECK(said_under("content.unknown-element", result).size() == 1);
  CHECK(said_under("content.not-signed-off", result).empty());
}

TEST_CASE("Whatever a library throws fails the job and is told") {
  const HugeHandout files;
  Press press(files, ".");
  Job job;
  job.handout = "knee";
  const JobResult result = render(job, {}, press);
  CHECK(result.failed);
  REQUIRE(result.diagnostics.items().size() == 1);
  CHECK(result.diagnostics.items().front().code == "system.failed");
}

}  // namespace handout::batch
