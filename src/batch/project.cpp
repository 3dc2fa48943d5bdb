#include "batch/project.h"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace handout::batch {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view xml_ending = ".xml";

/// The names of the folders in `folder` that hold `file`.
std::vector<std::string> folders_holding(const Files& files, const std::string& folder, const std::string& file) {
  std::vector<std::string> found;
  for (const std::string& name : files.list(folder)) {
    if (!name.ends_with('/')) continue;
    if (files.exists(folder + "/" + name + file)) found.push_back(name.substr(0, name.size() - 1));
  }
  return found;
}

std::vector<std::string> xml_files(const Files& files, const std::string& folder) {
  std::vector<std::string> found;
  for (const std::string& name : files.list(folder)) {
    if (name.ends_with(xml_ending)) found.push_back(name.substr(0, name.size() - xml_ending.size()));
  }
  return found;
}

/// The value of `name` in a file's first `<element ...>`. Only that tag is looked at: to plan a batch of thousands of
/// handouts, none needs to be read whole twice.
std::optional<std::string> root_attribute(std::string_view text, std::string_view element, std::string_view name) {
  const std::size_t tag = text.find("<" + std::string(element));
  if (tag == std::string_view::npos) return std::nullopt;
  const std::string_view start = text.substr(tag, text.find('>', tag) - tag);
  for (std::size_t at = start.find(name); at != std::string_view::npos; at = start.find(name, at + 1)) {
    const std::size_t equals = start.find_first_not_of(" \t\r\n", at + name.size());
    if (equals == std::string_view::npos || start[equals] != '=' ||
        std::string_view(" \t\r\n").find(start[at - 1]) == std::string_view::npos) {
      continue;
    }
    const std::size_t open = start.find_first_of("\"'", equals);
    if (open == std::string_view::npos) return std::nullopt;
    const std::size_t close = start.find(start[open], open + 1);
    if (close == std::string_view::npos) return std::nullopt;
    return std::string(start.substr(open + 1, close - open - 1));
  }
  return std::nullopt;
}

}  // namespace

Project find_project(const Files& files) {
  return {folders_holding(files, "content", "handout.xml"), xml_files(files, "layouts"),
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

std::vector<std::string> layouts_of_brand(const Project& project, const Files& files, const std::string& brand) {
  std::vector<std::string> layouts = project.layouts;
  for (std::string& name : xml_files(files, "layouts/brands/" + brand)) {
    if (name != "brand") layouts.push_back(std::move(name));
  }
  std::sort(layouts.begin(), layouts.end());
  layouts.erase(std::unique(layouts.begin(), layouts.end()), layouts.end());
  return layouts;
}

std::vector<Locale> locales_of_handout(const Files& files, const std::string& handout) {
  const std::optional<std::string> text = files.read(handout_path(handout));
  if (!text) return {};
  const std::optional<std::string> tag = root_attribute(*text, "handout", "lang");
  const std::optional<Locale> locale = tag ? parse_locale(*tag) : std::nullopt;
  return locale ? std::vector<Locale>{*locale} : std::vector<Locale>{};
}

std::string handout_path(const std::string& handout) {
  return "content/" + handout + "/handout.xml";
}

}  // namespace handout::batch
