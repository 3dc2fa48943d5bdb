#include "app/commands.h"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <exception>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "app/messages.h"
#include "app/new_files.h"
#include "app/options.h"
#include "app/report.h"
#include "base/files.h"
#include "batch/check_brands.h"
#include "batch/find_defaults.h"
#include "batch/left_over_prints.h"
#include "batch/passed_over.h"
#include "batch/press.h"
#include "batch/progress.h"
#include "batch/project.h"
#include "batch/run_batch.h"
#include "batch/sign.h"

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

/// The project's folder, relative to the working directory where that is shorter. nullopt after `usage.no-project`.
std::optional<std::string> find_root(const std::string& asked, Diagnostics& diagnostics) {
  const std::optional<std::string> found = asked.empty() ? batch::find_project_root(".") : asked;
  if (!asked.empty() && !batch::is_project_root(asked)) {
    diagnostics.error("usage.no-project", asked + " does not hold content/ and layouts/", {},
                      "name the folder that holds both");
    return std::nullopt;
  }
  if (!found) {
    diagnostics.error("usage.no-project", "this folder is in no project: no content/ and layouts/ here or above", {},
                      "go to your project's folder, or name it with --project");
    return std::nullopt;
  }
  return asked.empty() ? fs::proximate(*found).string() : asked;
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
    if (options_.format == Format::json && !say(stdout, json_.text())) {
      throw Failure("files.write", "standard output cannot be written");
    }
    if (!options_.report.empty()) write_atomically(options_.report, json_.text());
    return human_.could_write() ? exit_code_ : ExitCode::system_failed;
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

/// Whether it is not about one handout or one brand.
bool checks_whole_project(const PressOptions& options) {
  return options.render.purpose == batch::Purpose::check && options.request.handouts.empty() &&
         options.request.brand.empty();
}

ExitCode run_press(PressOptions options) {
  Telling telling(options);
  Diagnostics problems;
  const std::optional<std::string> root = find_root(options.project, problems);
  if (!root) {
    telling.tell(problems);
    return telling.finish();
  }
  if (options.request.out.empty()) options.request.out = (fs::path(*root) / "output").lexically_normal().string();
  options.render.today = today();
  const DiskFiles files(*root);

  const batch::Project project = batch::find_project(files);
  const batch::Defaults defaults = batch::find_defaults(files, project, options.request.brand, problems);
  std::vector<batch::Job> jobs;
  if (!problems.has_errors()) jobs = batch::make_jobs(options.request, {project, files, defaults}, problems);
  if (options.render.purpose == batch::Purpose::print) batch::warn_of_left_over_prints(jobs, files, problems);
  batch::warn_of_passed_over(files, options.request.handouts, problems);
  telling.tell(problems);
  if (!problems.has_errors()) {
    batch::Press press(files, *root);
    telling.tell(press.shared_problems());
    batch::run_batch(jobs, {options.render, options.workers}, press,
                     [&](const batch::JobResult& result) { telling.tell(result, jobs.size()); });
    if (checks_whole_project(options)) {
      telling.tell(batch::check_other_brands(options.request, {project, files, defaults}, press));
    }
  }
  return telling.finish();
}

/// Tells people what is wrong, and what exit code follows from it.
ExitCode tell_problems(const Diagnostics& problems) {
  HumanReport report(stderr, look_at_standard_error());
  report.tell(problems);
  if (!report.could_write()) return ExitCode::system_failed;
  const std::vector<Diagnostic>& items = problems.items();
  return std::any_of(items.begin(), items.end(), is_usage) ? ExitCode::wrong_usage : ExitCode::problems_in_input;
}

ExitCode tell_done(const std::string& text) {
  return say(stderr, text) ? ExitCode::done : ExitCode::system_failed;
}

ExitCode run_new(const NewOptions& options) {
  Diagnostics problems;
  const std::optional<std::string> root = find_root(options.project, problems);
  if (!root) return tell_problems(problems);
  std::string started;
  for (const NewFile& made : new_files({options.kind, options.id}, DiskFiles(*root), problems)) {
    write_atomically((fs::path(*root) / made.path).lexically_normal().string(), made.text);
    started += "started " + made.path + "\n";
  }
  return started.empty() ? tell_problems(problems) : tell_done(started);
}

ExitCode run_sign(SignOptions options) {
  Diagnostics problems;
  const std::optional<std::string> root = find_root(options.project, problems);
  if (!root) return tell_problems(problems);
  const DiskFiles files(*root);
  batch::Press press(files, *root);
  options.request.on = today();
  const std::optional<std::string> text = batch::sign(options.request, batch::find_project(files), press, problems);
  if (!text) return tell_problems(problems);
  const std::string path = batch::sign_offs_path(options.request.handout);
  write_atomically((fs::path(*root) / path).lexically_normal().string(), *text);
  return tell_done("signed in " + path);
}

ExitCode run_command(const Options& options) {
  if (const auto* end = std::get_if<EndNow>(&options)) {
    if (!say(end->exit_code == 0 ? stdout : stderr, end->text)) return ExitCode::system_failed;
    return end->exit_code == 0 ? ExitCode::done : ExitCode::wrong_usage;
  }
  if (const auto* made = std::get_if<NewOptions>(&options)) return run_new(*made);
  if (const auto* sign = std::get_if<SignOptions>(&options)) return run_sign(*sign);
  return run_press(std::get<PressOptions>(options));
}

/// Nothing more can be done where even this cannot be said.
ExitCode after_failure(const Diagnostic& diagnostic) {
  const bool said = say(stderr, format(diagnostic));
  static_cast<void>(said);
  return ExitCode::system_failed;
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
