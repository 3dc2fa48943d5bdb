#include "batch/recorded_files.h"

#include "base/sha256.h"

namespace handout::batch {

std::optional<std::string> RecordedFiles::read(const std::string& path) const {
  std::optional<std::string> bytes = files_.read(path);
  if (bytes) {
    const std::lock_guard lock(mutex_);
    digests_.try_emplace(path, sha256_hex(*bytes));
  }
  return bytes;
}

std::map<std::string, std::string> RecordedFiles::digests() const {
  const std::lock_guard lock(mutex_);
  return digests_;
}

}  // namespace handout::batch
