#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"

namespace handout {

/// The project's files by path relative to its root, `/` between folders. Tests give files from memory.
class Files {
 public:
  virtual ~Files() = default;
  /// The bytes, or nullopt where there is no such file. Throws Failure(`files.read`) when it is there but unreadable.
  virtual std::optional<std::string> read(const std::string& path) const = 0;
  virtual bool exists(const std::string& path) const = 0;
  /// Names (not paths) directly in a folder, sorted by bytes; folders end with '/'. Empty where there is no folder.
  /// Throws Failure(`files.read`) when it is there but unreadable.
  virtual std::vector<std::string> list(const std::string& folder) const = 0;
};

/// "content/miss/" of "content/miss/es.xlf", with its slash; empty for a file of the project's root.
std::string folder_of(const std::string& path);

/// read() as a SourceFile; null where there is no such file.
SourceFilePtr read_source(const Files&, const std::string& path);

class DiskFiles final : public Files {
 public:
  explicit DiskFiles(std::string root) : root_(std::move(root)) {}
  std::optional<std::string> read(const std::string& path) const override;
  bool exists(const std::string& path) const override;
  std::vector<std::string> list(const std::string& folder) const override;

 private:
  std::string root_;
};

/// Writes to a temporary file beside `path` (an absolute path or one relative to the working directory), then renames
/// it, so that a reader never sees half a file. Makes missing folders. Throws Failure(`files.write`).
void write_atomically(const std::string& path, std::string_view bytes);

}  // namespace handout
