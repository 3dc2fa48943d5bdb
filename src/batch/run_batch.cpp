#include "batch/run_batch.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

namespace handout::batch {
namespace {

/// Hands results on in the order of the jobs, holding back those that came early. After one that `take` throws at it
/// hands on none: other threads may come with theirs before they hear of it.
class InOrder {
 public:
  explicit InOrder(const TakeResult& take) : take_(take) {}

  void add(std::size_t index, JobResult result) {
    const std::lock_guard lock(mutex_);
    waiting_.emplace(index, std::move(result));
    for (auto next = waiting_.find(next_); next != waiting_.end(); next = waiting_.find(next_)) {
      const JobResult one = std::move(next->second);
      waiting_.erase(next);
      // Advanced only when all went well: after a throw nothing waits for this number any more.
      take_(one);
      ++next_;
    }
  }

 private:
  const TakeResult& take_;
  std::mutex mutex_;
  std::map<std::size_t, JobResult> waiting_;
  std::size_t next_ = 0;
};

/// Counts down the jobs of each handout, and of each of its languages, so that the last one lets it go.
class Uses {
 public:
  explicit Uses(const std::vector<Job>& jobs) {
    for (const Job& job : jobs) {
      ++left_[job.handout];
      ++left_in_locale_[{job.handout, job.locale}];
    }
  }
  void done(const Job& job, Press& press) {
    const std::lock_guard lock(mutex_);
    if (--left_in_locale_.at({job.handout, job.locale}) == 0) press.release_document(job.handout, job.locale);
    if (--left_.at(job.handout) == 0) press.release_document(job.handout);
  }

 private:
  std::mutex mutex_;
  std::map<std::string, std::size_t> left_;
  std::map<std::pair<std::string, Locale>, std::size_t> left_in_locale_;
};

/// What `take` threw on whichever thread, for the caller.
class FirstException {
 public:
  void keep(std::exception_ptr exception) {
    const std::lock_guard lock(mutex_);
    if (!exception_) exception_ = std::move(exception);
  }
  void rethrow() const {
    if (exception_) std::rethrow_exception(exception_);
  }

 private:
  std::mutex mutex_;
  std::exception_ptr exception_;
};

}  // namespace

void run_batch(const std::vector<Job>& jobs, const BatchOptions& options, Press& press, const TakeResult& take) {
  InOrder results(take);
  Uses uses(jobs);
  std::atomic<std::size_t> next{0};
  FirstException thrown;
  const auto work = [&] {
    try {
      for (std::size_t index = next++; index < jobs.size(); index = next++) {
        results.add(index, render(jobs[index], options.render, press));
        uses.done(jobs[index], press);
      }
    } catch (...) {
      thrown.keep(std::current_exception());
      next = jobs.size();
    }
  };
  const std::size_t workers = std::min<std::size_t>(std::max(1U, options.workers), jobs.size());
  std::vector<std::thread> threads;
  for (std::size_t i = 1; i < workers; ++i)
    threads.emplace_back(work);
  work();
  for (std::thread& thread : threads)
    thread.join();
  thrown.rethrow();
}

}  // namespace handout::batch
