#include "batch/earlier_prints.h"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>

#include "base/diagnostic.h"

namespace handout::batch {

std::vector<std::string> remove_earlier_prints(const Job& job) {
  namespace fs = std::filesystem;
  std::vector<std::string> paths = job.files_in_other_locales;
  paths.insert(paths.begin(), job.file);
  std::vector<std::string> removed;
  for (const std::string& path : paths) {
    std::error_code error;
    if (!fs::is_regular_file(path, error)) continue;
    fs::remove(path, error);
    if (error) {
      throw Failure({Severity::error,
                     "files.remove",
                     fmt::format("the earlier print {} cannot be removed: {}", path, error.message()),
                     {},
                     "do not hand it out: it is not what the handout says now"});
    }
    removed.push_back(path);
  }
  return removed;
}

}  // namespace handout::batch
