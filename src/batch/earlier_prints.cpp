#include "batch/earlier_prints.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>

#include "base/diagnostic.h"
#include "base/locale.h"

namespace handout::batch {
namespace {

namespace fs = std::filesystem;

/// Whether `name` is `pattern` with a language in each place of `any_locale`.
bool is_in_some_language(std::string_view name, std::string_view pattern) {
  const std::size_t before = pattern.find(any_locale);
  if (before == std::string_view::npos) return name == pattern;
  const std::string_view after = pattern.substr(before + 1);
  if (!name.starts_with(pattern.substr(0, before))) return false;
  for (std::size_t end = before + 1; end <= name.size(); ++end) {
    if (parse_locale(name.substr(before, end - before)) && is_in_some_language(name.substr(end), after)) return true;
  }
  return false;
}

/// The paths below `folder` that `parts` names, with any language where it is not known.
std::vector<fs::path> paths_in(const fs::path& folder, fs::path::iterator part, const fs::path::iterator& end) {
  if (part == end) return {folder};
  const std::string pattern = part->string();
  ++part;
  if (pattern.find(any_locale) == std::string::npos) return paths_in(folder / pattern, part, end);
  std::vector<fs::path> found;
  std::error_code error;
  for (fs::directory_iterator entry(folder.empty() ? fs::path(".") : folder, error), none; !error && entry != none;
       entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (!is_in_some_language(name, pattern)) continue;
    for (fs::path& path : paths_in(folder / name, part, end))
      found.push_back(std::move(path));
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

std::vector<std::string> remove_earlier_prints(const Job& job) {
  const fs::path any(job.file_in_any_locale);
  const std::vector<fs::path> paths =
      any.empty() ? std::vector<fs::path>{job.file} : paths_in({}, any.begin(), any.end());
  std::vector<std::string> removed;
  for (const fs::path& path : paths) {
    std::error_code error;
    if (!fs::is_regular_file(path, error)) continue;
    fs::remove(path, error);
    if (error) {
      throw Failure({Severity::error,
                     "files.remove",
                     fmt::format("the earlier print {} cannot be removed: {}", path.string(), error.message()),
                     {},
                     "do not hand it out: it is not what the handout says now"});
    }
    removed.push_back(path.string());
  }
  return removed;
}

}  // namespace handout::batch
