#pragma once

#include <cstdio>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "batch/progress.h"
#include "batch/render.h"

namespace handout::app {

/// How standard error may be written to.
struct Terminal {
  bool is_terminal = false;
  bool colour = false;
};
/// A terminal, unless TERM says "dumb"; colour on a terminal, and never with NO_COLOR (https://no-color.org).
Terminal look_at_standard_error();

/// Tells people, on `stream`, what became of each job. A mistake that several jobs meet in one place is told once. A
/// check tells of a handout when all its layouts are looked at, and names the layouts of what only some of them have;
/// where no more than a measure differs between them it tells the first. It counts handouts, in each language.
class HumanReport {
 public:
  HumanReport(std::FILE* stream, Terminal terminal) : stream_(stream), terminal_(terminal) {}

  void tell(const Diagnostics&);
  void tell(const batch::JobResult&, batch::Purpose);
  /// The last line: what was printed or is good, what not, and how many problems there are.
  void sum_up(batch::Purpose);
  /// Whether everything said so far could be written; a full disk or a closed pipe takes nothing.
  bool could_write() const { return could_write_; }

 private:
  /// Something that a check found in a handout, as it is told, and in which layouts.
  struct Finding {
    Diagnostic diagnostic;
    std::string text;
    std::vector<std::string> layouts;
  };

  void tell(const Diagnostic&, std::string text, const std::string& note);
  void gather(const batch::JobResult&);
  void tell_gathered();
  void write(const std::string& text);

  std::FILE* stream_;
  Terminal terminal_;
  bool could_write_ = true;
  std::set<std::string> told_;
  std::string gathered_handout_;  ///< what `findings_` are of: handout and language
  std::size_t gathered_layouts_ = 0, gathered_errors_ = 0;
  std::vector<Finding> findings_;
  std::size_t errors_ = 0, warnings_ = 0, good_ = 0, bad_ = 0;
};

/// Says one thing and nothing else: what is wrong with the command line, what help was asked for. Returns whether it
/// could be written.
[[nodiscard]] bool say(std::FILE* stream, const std::string& text);

}  // namespace handout::app
