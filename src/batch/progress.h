#pragma once

#include <cstddef>
#include <cstdio>
#include <string>

namespace handout::batch {

/// Told how far a batch has come. The edge where a terminal, a pipe and a test differ.
class ProgressReporter {
 public:
  virtual ~ProgressReporter() = default;
  /// `done` of `total` jobs are finished; `file` is the latest.
  virtual void advanced(std::size_t done, std::size_t total, const std::string& file) = 0;
  /// Something else is about to be written, or the batch is over.
  virtual void cleared() = 0;
};

/// For a pipe or a file: no progress.
class SilentProgress final : public ProgressReporter {
 public:
  void advanced(std::size_t, std::size_t, const std::string&) override {}
  void cleared() override {}
};

/// One line of a terminal, written over and over.
class TerminalProgress final : public ProgressReporter {
 public:
  explicit TerminalProgress(std::FILE* terminal) : terminal_(terminal) {}
  void advanced(std::size_t done, std::size_t total, const std::string& file) override;
  void cleared() override;

 private:
  std::FILE* terminal_;
  bool shown_ = false;
};

}  // namespace handout::batch
