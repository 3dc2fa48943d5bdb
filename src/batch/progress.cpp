#include "batch/progress.h"

#include <fmt/format.h>

namespace handout::batch {
namespace {

/// ECMA-48 8.3.41: back to the line's start, then erase to its end.
const char* const start_over = "\r\x1b[K";

}  // namespace

void TerminalProgress::advanced(std::size_t done, std::size_t total, const std::string& file) {
  fmt::print(terminal_, "{}{} of {}  {}", start_over, done, total, file);
  std::fflush(terminal_);
  shown_ = true;
}

void TerminalProgress::cleared() {
  if (!shown_) return;
  fmt::print(terminal_, "{}", start_over);
  std::fflush(terminal_);
  shown_ = false;
}

}  // namespace handout::batch
