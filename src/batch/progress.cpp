#include "batch/progress.h"

#include <fmt/format.h>

namespace handout::batch {
namespace {

/// ECMA-48 8.3.41: back to the line's start, then erase to its end.
const char* const start_over = "\r\x1b[K";

}  // namespace

void TerminalProgress::advanced(std::size_t done, std::size_t total, const std::string& file) {
  std::fputs(fmt::format("{}{} of {}  {}", start_over, done, total, file).c_str(), terminal_);
  std::fflush(terminal_);
  shown_ = true;
}

void TerminalProgress::cleared() {
  if (!shown_) return;
  std::fputs(start_over, terminal_);
  std::fflush(terminal_);
  shown_ = false;
}

}  // namespace handout::batch
