#include "app/messages.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <utility>

namespace handout::app {
namespace {

// ECMA-48 8.3.117, select graphic rendition.
const char* const red = "\x1b[1;31m";
const char* const yellow = "\x1b[1;33m";
const char* const plain = "\x1b[0m";

std::string coloured(std::string text, const Diagnostic& diagnostic) {
  const bool is_error = diagnostic.severity == Severity::error;
  const std::string word = fmt::format("{}[{}]", is_error ? "error" : "warning", diagnostic.code);
  const std::size_t at = text.find(word);
  if (at == std::string::npos) return text;
  return text.replace(at, word.size(), fmt::format("{}{}{}", is_error ? red : yellow, word, plain));
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

/// What the reader of a job's line wants to know about its pages.
std::string page_line(const batch::JobResult& result) {
  std::string text = counted(result.pages, "page", "pages");
  if (result.overflow_lines > 0)
    text += fmt::format(", too long by {}", counted(static_cast<std::size_t>(result.overflow_lines), "line", "lines"));
  else if (result.setting > 0)
    text += fmt::format(", fitted at step {} of {}", result.setting, batch::tightest_setting);
  return text;
}

/// What became of a job that printed nothing, and of what it had printed before.
std::string refusal_line(const batch::JobResult& result) {
  if (result.removed.empty()) return "not printed";
  if (result.removed == std::vector<std::string>{result.job.file})
    return "not printed; what was printed there before is removed";
  return fmt::format("not printed; removed what was printed before: {}", fmt::join(result.removed, ", "));
}

/// What people read of a problem; where it is in no file, `where` says whose it is.
std::string placed(const Diagnostic& diagnostic, const std::string& where) {
  const std::string text = format(diagnostic);
  return diagnostic.where.file || where.empty() ? text : where + ": " + text;
}

/// Without its numbers: "12.5pt of 10pt" in one layout is "12.5pt of 9.25pt" in another.
std::string without_measures(const std::string& message) {
  std::string text;
  for (const char letter : message) {
    const bool is_number = (letter >= '0' && letter <= '9') || letter == '.';
    if (!is_number) text += letter;
  }
  return text;
}

/// Whether a mistake of one layout is that of another: the same at the same place of a file, whose measure differs.
bool is_same_but_for_measures(const Diagnostic& one, const Diagnostic& other) {
  return one.where.file && one.where.file == other.where.file && one.where.begin == other.where.begin &&
         one.code == other.code && one.severity == other.severity &&
         without_measures(one.message) == without_measures(other.message);
}

std::string layouts_note(const std::vector<std::string>& layouts) {
  return fmt::format("  in layout{}: {}\n", layouts.size() == 1 ? "" : "s", fmt::join(layouts, ", "));
}

}  // namespace

Terminal look_at_standard_error() {
  const char* const term = std::getenv("TERM");
  const char* const no_color = std::getenv("NO_COLOR");
  Terminal terminal;
  terminal.is_terminal = isatty(STDERR_FILENO) == 1 && !(term && std::string_view(term) == "dumb");
  terminal.colour = terminal.is_terminal && !(no_color && *no_color != '\0');
  return terminal;
}

void HumanReport::tell(const Diagnostic& diagnostic, std::string text, const std::string& note) {
  if (!told_.insert(text).second) return;
  ++(diagnostic.severity == Severity::error ? errors_ : warnings_);
  text += note;
  write(terminal_.colour ? coloured(text, diagnostic) : text);
}

void HumanReport::tell(const Diagnostics& diagnostics) {
  tell_gathered();
  for (const Diagnostic& diagnostic : diagnostics.items())
    tell(diagnostic, format(diagnostic), "");
}

void HumanReport::tell(const batch::JobResult& result, batch::Purpose purpose) {
  if (purpose == batch::Purpose::check) return gather(result);
  for (const Diagnostic& diagnostic : result.diagnostics.items())
    tell(diagnostic, placed(diagnostic, result.job.file), "");
  ++(result.printed ? good_ : bad_);
  write(fmt::format("{}  {}\n", result.job.file, result.printed ? page_line(result) : refusal_line(result)));
}

void HumanReport::gather(const batch::JobResult& result) {
  const std::string handout = fmt::format("{} {}", result.job.handout, result.job.locale.tag);
  if (handout != gathered_handout_) tell_gathered();
  gathered_handout_ = handout;
  ++gathered_layouts_;
  for (const Diagnostic& diagnostic : result.diagnostics.items()) {
    std::string text = placed(diagnostic, result.job.handout);
    auto same = std::find_if(findings_.begin(), findings_.end(), [&](const Finding& f) { return f.text == text; });
    if (same == findings_.end()) {
      same = std::find_if(findings_.begin(), findings_.end(), [&](const Finding& f) {
        return f.layouts.back() != result.job.layout && is_same_but_for_measures(f.diagnostic, diagnostic);
      });
    }
    if (same == findings_.end()) same = findings_.insert(same, {diagnostic, std::move(text), {}});
    if (same->layouts.empty() || same->layouts.back() != result.job.layout) same->layouts.push_back(result.job.layout);
  }
  gathered_errors_ += result.diagnostics.error_count();
}

void HumanReport::tell_gathered() {
  for (Finding& finding : findings_) {
    const bool everywhere = finding.layouts.size() == gathered_layouts_;
    tell(finding.diagnostic, std::move(finding.text), everywhere ? "" : layouts_note(finding.layouts));
  }
  if (gathered_layouts_ > 0) ++(gathered_errors_ > 0 ? bad_ : good_);
  findings_.clear();
  gathered_layouts_ = gathered_errors_ = 0;
}

void HumanReport::sum_up(batch::Purpose purpose) {
  tell_gathered();
  const bool checked = purpose == batch::Purpose::check;
  std::string line = fmt::format("{} {}", good_, checked ? "good" : "printed");
  if (bad_ > 0) line += fmt::format(", {} {}", bad_, checked ? "with problems" : "not printed");
  if (errors_ > 0) line += ", " + counted(errors_, "error", "errors");
  if (warnings_ > 0) line += ", " + counted(warnings_, "warning", "warnings");
  write(line + "\n");
}

void HumanReport::write(const std::string& text) {
  if (!say(stream_, text)) could_write_ = false;
}

bool say(std::FILE* stream, const std::string& text) {
  const std::string line = text.ends_with('\n') ? text : text + "\n";
  const bool written = std::fwrite(line.data(), 1, line.size(), stream) == line.size();
  return std::fflush(stream) == 0 && written;
}

}  // namespace handout::app
