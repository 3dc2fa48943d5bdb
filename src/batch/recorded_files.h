#pragma once

#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "base/files.h"

namespace handout::batch {

/// Files that remember what was read through them, so that the edition's code covers everything that went into a page.
class RecordedFiles final : public Files {
 public:
  explicit RecordedFiles(const Files& files) : files_(files) {}

  std::optional<std::string> read(const std::string& path) const override;
  bool exists(const std::string& path) const override { return files_.exists(path); }
  std::vector<std::string> list(const std::string& folder) const override { return files_.list(folder); }

  /// SHA-256 of each file read so far, by path.
  std::map<std::string, std::string> digests() const;

 private:
  const Files& files_;
  mutable std::mutex mutex_;
  mutable std::map<std::string, std::string> digests_;
};

}  // namespace handout::batch
