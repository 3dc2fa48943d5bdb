#include "batch/project.h"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>

#include "base/peek_xml.h"
#include "design/layout_ids.h"

namespace handout::batch {
namespace {

namespace fs = std::filesystem;

/// The names of the folders in `folder` that hold `file`.
std::vector<std::string> folders_holding(const Files& files, const std::string& folder, const std::string& file) {
  std::vector<std::string> found;
  for (const std::string& name : files.list(folder)) {
    if (!name.ends_with('/')) continue;
    if (files.exists(fmt::format("{}/{}{}", folder, name, file))) found.push_back(name.substr(0, name.size() - 1));
  }
  return found;
}

}  // namespace

Project find_project(const Files& files) {
  return {folders_holding(files, "content", "handout.xml"), design::layout_ids(files),
          folders_holding(files, "layouts/brands", "brand.xml")};
}

bool is_project_root(const std::string& folder) {
  std::error_code error;
  return fs::is_directory(fs::path(folder) / "content", error) && fs::is_directory(fs::path(folder) / "layouts", error);
}

std::optional<std::string> find_project_root(const std::string& start) {
  std::error_code error;
  fs::path folder = fs::absolute(start, error).lexically_normal();
  while (true) {
    if (is_project_root(folder.string())) return folder.string();
    if (!folder.has_relative_path()) return std::nullopt;
    folder = folder.parent_path();
  }
}

std::vector<Locale> locales_of_handout(const Files& files, const std::string& handout) {
  const SourceFilePtr file = read_source(files, handout_path(handout));
  if (!file) return {};
  const std::optional<Peeked> lang = peek_attribute(file, {"handout", "", "lang"});
  const std::optional<Locale> locale = lang ? parse_locale(lang->value) : std::nullopt;
  if (!locale) return {};
  std::vector<Locale> locales{*locale};
  for (const Locale& translated : locales_of_folder(files, "content/" + handout)) {
    if (translated != *locale) locales.push_back(translated);
  }
  return locales;
}

std::vector<Locale> locales_of_folder(const Files& files, const std::string& folder) {
  constexpr std::string_view ending = ".xlf";
  std::vector<Locale> locales;
  for (const std::string& name : files.list(folder)) {
    if (!name.ends_with(ending)) continue;
    if (std::optional<Locale> locale = parse_locale(name.substr(0, name.size() - ending.size()))) {
      locales.push_back(std::move(*locale));
    }
  }
  return locales;
}

std::string handout_path(const std::string& handout) {
  return "content/" + handout + "/handout.xml";
}

std::string sign_offs_path(const std::string& handout) {
  return "content/" + handout + "/sign-offs.xml";
}

std::string xliff_path(const std::string& folder, const Locale& locale) {
  return folder + "/" + locale.tag + ".xlf";
}

}  // namespace handout::batch
