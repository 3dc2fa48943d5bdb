#include "batch/run_batch.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <stdexcept>

#include "support/memory_files.h"

namespace handout::batch {
namespace {

std::vector<Job> jobs_for(std::size_t count) {
  std::vector<Job> jobs(count);
  for (std::size_t i = 0; i < count; ++i) {
    jobs[i].handout = fmt::format("handout-{}", i / 3);
    jobs[i].layout = "none";
    jobs[i].brand = "none";
    jobs[i].file = fmt::format("{}.pdf", i);
  }
  return jobs;
}

}  // namespace

TEST_CASE("Results come in the order of the jobs, each once, however many workers") {
  const tests::MemoryFiles no_files;
  for (const unsigned workers : {0U, 1U, 2U, 7U}) {
    CAPTURE(workers);
    Press press(no_files, ".");
    const std::vector<Job> jobs = jobs_for(50);
    std::vector<std::string> files, expected;
    for (const Job& job : jobs)
      expected.push_back(job.file);
    run_batch(jobs, {{}, workers}, press, [&](const JobResult& result) { files.push_back(result.job.file); });
    CHECK(files == expected);
  }
}

TEST_CASE("What the listener throws ends the batch and reaches the caller, from whichever thread") {
  const tests::MemoryFiles no_files;
  for (const unsigned workers : {1U, 4U}) {
    CAPTURE(workers);
    Press press(no_files, ".");
    std::size_t told = 0;
    const auto listen = [&](const JobResult&) {
      if (++told == 3) throw std::runtime_error("the disk is full");
    };
    CHECK_THROWS_WITH(run_batch(jobs_for(50), {{}, workers}, press, listen), "the disk is full");
    CHECK(told == 3);
  }
}

TEST_CASE("No jobs give no results") {
  const tests::MemoryFiles no_files;
  Press press(no_files, ".");
  run_batch({}, {{}, 4}, press, [](const JobResult&) { FAIL("a result of nothing"); });
}

TEST_CASE("A handout that cannot be read fails its job alone, and says so") {
  const tests::MemoryFiles no_files;
  Press press(no_files, ".");
  std::vector<JobResult> results;
  run_batch(jobs_for(2), {{}, 1}, press, [&](const JobResult& result) { results.push_back(result); });
  REQUIRE(results.size() == 2);
  for (const JobResult& result : results) {
    CHECK(result.failed);
    CHECK_FALSE(result.printed);
    REQUIRE(result.diagnostics.items().size() == 1);
    CHECK(result.diagnostics.items().front().code == "files.read");
  }
}

}  // namespace handout::batch
