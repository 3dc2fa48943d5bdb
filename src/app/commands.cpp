#include "app/commands.h"

#include <cstdio>
#include <ctime>
#include <exception>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "app/messages.h"
#include "app/new_files.h"
#include "app/options.h"
#include "app/report.h"
#include "base/files.h"
#include "batch/find_defaults.h"
#include "batch/press.h"
#include "batch/progress.h"
#include "batch/project.h"
#include "batch/run_batch.h"

namespace handout::app {
namespace {

namespace fs = std::filesystem;

/// The day, for review and withdrawal dates; it never reaches a page.
std::string today() {
  const std::time_t now = std::time(nullptr);
  std::tm day{};
  localtime_r(&now, &day);
  char text[sizeof "2026-11-22"] = {};
  std::strftime(text, sizeof text, "%Y-%m-%d", &day);
  return text;
}

/// The project's folder, relative to the working directory where that is shorter. Throws Failure(`usage.no-project`).
std::string find_root(const std::string& asked) {
  if (!asked.empty()) {
    if (batch::is_project_root(asked)) return asked;
    throw Failure("usage.no-project", asked + " does not hold content/ and layouts/");
  }
  const std::optional<std::string> found = batch::find_project_root(".");
  if (found) return fs::proximate(*found).string();
  throw Failure({Severity::error,
                 "usage.no-project",
                 "this folder is in no project: no content/ and layouts/ here or above",
                 {},
                 "go to your project's folder, or name it with --project"});
}

bool is_usage(const Diagnostic& diagnostic) {
  return diagnostic.code.starts_with("usage.");
}

/// Everything told about a batch, to people and to machines, and the exit code that follows from it.
class Telling {
 public:
  explicit Telling(const PressOptions& options)
      : options_(options), terminal_(look_at_standard_error()), human_(stderr, terminal_) {
    if (options.format == Format::human && terminal_.is_terminal) {
      progress_ = std::make_unique<batch::TerminalProgress>(stderr);
    } else {
      progress_ = std::make_unique<batch::SilentProgress>();
    }
  }

  void tell(const Diagnostics& diagnostics) {
    note(diagnostics);
    if (is_human()) human_.tell(diagnostics);
    json_.add(diagnostics);
  }
  void tell(const batch::JobResult& result, std::size_t total) {
    note(result.diagnostics);
    if (result.failed) exit_code_ = ExitCode::system_failed;
    progress_->cleared();
    if (is_human()) human_.tell(result, options_.render.purpose);
    json_.add(result);
    progress_->advanced(++done_, total, result.job.file);
  }
  ExitCode finish() {
    progress_->cleared();
    if (is_human() && exit_code_ != ExitCode::wrong_usage) human_.sum_up(options_.render.purpose);
    if (options_.format == Format::json) say(stdout, json_.text());
    if (!options_.report.empty()) write_atomically(options_.report, json_.text());
    return exit_code_;
  }

 private:
  bool is_human() const { return options_.format == Format::human; }
  void note(const Diagnostics& diagnostics) {
    for (const Diagnostic& diagnostic : diagnostics.items()) {
      if (diagnostic.severity != Severity::error || exit_code_ > ExitCode::problems_in_input) continue;
      exit_code_ = is_usage(diagnostic) ? ExitCode::wrong_usage : ExitCode::problems_in_input;
    }
  }

  const PressOptions& options_;
  Terminal terminal_;
  HumanReport human_;
  JsonReport json_;
  std::unique_ptr<batch::ProgressReporter> progress_;
  ExitCode exit_code_ = ExitCode::done;
  std::size_t done_ = 0;
};

ExitCode run_press(PressOptions options) {
  const std::string root = find_root(options.project);
  if (options.request.out.empty()) options.request.out = (fs::path(root) / "output").lexically_normal().string();
  options.render.today = today();
  const DiskFiles files(root);
  Telling telling(options);

  const batch::Project project = batch::find_project(files);
  Diagnostics problems;
  const batch::Defaults defaults = batch::find_defaults(files, project, options.request.brand, problems);
  std::vector<batch::Job> jobs;
  if (!problems.has_errors()) jobs = batch::make_jobs(options.request, {project, files, defaults}, problems);
  telling.tell(problems);
  if (!problems.has_errors()) {
    batch::Press press(files, root);
    telling.tell(press.shared_problems());
    batch::run_batch(jobs, {options.render, options.workers}, press,
                     [&](const batch::JobResult& result) { telling.tell(result, jobs.size()); });
  }
  return telling.finish();
}

ExitCode run_new(const NewOptions& options) {
  const std::string root = find_root(options.project);
  const DiskFiles files(root);
  for (const NewFile& made : new_files({options.kind, options.id}, files)) {
    write_atomically(root + "/" + made.path, made.text);
    say(stderr, "started " + made.path);
  }
  return ExitCode::done;
}

ExitCode run_command(const Options& options) {
  if (const auto* end = std::get_if<EndNow>(&options)) {
    say(end->exit_code == 0 ? stdout : stderr, end->text);
    return end->exit_code == 0 ? ExitCode::done : ExitCode::wrong_usage;
  }
  if (const auto* made = std::get_if<NewOptions>(&options)) return run_new(*made);
  return run_press(std::get<PressOptions>(options));
}

ExitCode after_failure(const Diagnostic& diagnostic) {
  say(stderr, format(diagnostic));
  return is_usage(diagnostic) ? ExitCode::wrong_usage : ExitCode::system_failed;
}

}  // namespace

int run(int argc, char** argv) {
  ExitCode code = ExitCode::system_failed;
  try {
    code = run_command(parse_options(argc, argv));
  } catch (const Failure& failure) {
    code = after_failure(failure.diagnostic());
  } catch (const std::exception& error) {
    code = after_failure({Severity::error, "system.failed", error.what(), {}, {}});
  }
  return static_cast<int>(code);
}

}  // namespace handout::app
