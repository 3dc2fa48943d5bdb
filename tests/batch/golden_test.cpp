#include <doctest/doctest.h>

#include <filesystem>
#include <vector>

#include "batch/find_defaults.h"
#include "batch/press.h"
#include "batch/project.h"
#include "batch/render.h"
#include "support/golden.h"

namespace handout::batch {
namespace {

namespace fs = std::filesystem;

const fs::path golden_folder = fs::path(HANDOUT_SOURCE_DIR) / "tests" / "golden";

std::vector<fs::path> golden_cases() {
  std::vector<fs::path> cases;
  for (const fs::directory_entry& entry : fs::directory_iterator(golden_folder)) {
    if (entry.is_directory()) cases.push_back(entry.path());
  }
  return cases;
}

}  // namespace

TEST_CASE("Each golden project gives its pages, line by line") {
  REQUIRE_FALSE(golden_cases().empty());
  for (const fs::path& root : golden_cases()) {
    CAPTURE(root.string());
    const DiskFiles files(root.string());
    const Project project = find_project(files);
    Diagnostics problems;
    const Defaults defaults = find_defaults(files, project, "", problems);
    const std::vector<Job> jobs = make_jobs({}, {project, files, defaults}, problems);
    REQUIRE(problems.items().empty());
    REQUIRE(jobs.size() == 1);
    Press press(files, root.string());
    JobResult result;
    result.job = jobs.front();
    const std::optional<pages::PagedDocument> paged = make_pages({}, press, result);
    for (const Diagnostic& diagnostic : result.diagnostics.items())
      FAIL_CHECK(format(diagnostic));
    REQUIRE(paged);
    tests::check_golden(root / "pages.txt", pages::dump_pages(*paged, press.fonts(*press.design(result.job)->design)));
  }
}

}  // namespace handout::batch
