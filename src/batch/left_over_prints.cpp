#include "batch/left_over_prints.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <system_error>

#include "base/locale.h"
#include "batch/project.h"

namespace handout::batch {
namespace {

/// The names of a folder's files, sorted; none where it cannot be looked into.
std::set<std::string> names_in(const std::string& folder) {
  std::set<std::string> names;
  std::error_code error;
  for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
    names.insert(entry->path().filename().string());
  return names;
}

/// The language in the name of a print of the same handout in the same layout; nullopt for any other file.
std::optional<Locale> language_in(std::string_view name, const PrintNames& names) {
  const std::string_view begin = std::string_view(names.before_locale).substr(folder_of(names.before_locale).size());
  const std::string_view end = names.after_locale;
  if (name.size() <= begin.size() + end.size() || !name.starts_with(begin) || !name.ends_with(end)) return std::nullopt;
  return parse_locale(name.substr(begin.size(), name.size() - begin.size() - end.size()));
}

}  // namespace

void warn_of_left_over_prints(const std::vector<Job>& jobs, const Files& project, Diagnostics& diagnostics) {
  std::map<std::string, std::set<std::string>> folders;
  std::map<std::string, std::vector<Locale>> languages;
  std::set<std::string> told;
  for (const Job& job : jobs) {
    const PrintNames& names = job.in_any_locale;
    if (names.before_locale.empty() || names.after_locale.find('/') != std::string::npos) continue;
    const std::string folder = folder_of(names.before_locale);
    if (!folders.contains(folder)) folders.emplace(folder, names_in(folder));
    if (!languages.contains(job.handout)) languages.emplace(job.handout, locales_of_handout(project, job.handout));
    const std::vector<Locale>& available = languages.at(job.handout);
    if (available.empty()) continue;  // it does not say its language: it is broken, and its job tells why
    for (const std::string& name : folders.at(folder)) {
      const std::optional<Locale> locale = language_in(name, names);
      if (!locale || can_print(available, *locale) || !told.insert(folder + name).second) continue;
      diagnostics.warning("usage.left-over",
                          fmt::format("{}{} is an earlier print, in a language that {} no longer has: \"{}\"", folder,
                                      name, job.handout, locale->tag),
                          {}, "do not hand it out; take the file away");
    }
  }
}

}  // namespace handout::batch
