#include "batch/passed_over.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/locale.h"
#include "base/names.h"
#include "base/peek_xml.h"

namespace handout::batch {
namespace {

bool is_handout_but_for_case(const std::string& name) {
  return in_small_letters(name) == "handout.xml";
}

std::string what_to_do(const std::string& folder, const std::vector<std::string>& names) {
  const auto misspelt = std::find_if(names.begin(), names.end(), is_handout_but_for_case);
  if (misspelt != names.end()) return fmt::format("rename {}/{} to handout.xml, in small letters", folder, *misspelt);
  return "name its handout handout.xml, or move the folder out of content/";
}

bool is_translation(const std::string& name) {
  const std::string small = in_small_letters(name);
  return small.ends_with(".xlf") || small.ends_with(".xliff");
}

/// "es.XLF", "spanish.xlf", "es.xliff": translations that no one would miss until a patient asks for them.
bool is_misnamed_translation(const std::string& name) {
  return is_translation(name) && (!name.ends_with(".xlf") || !parse_locale(name.substr(0, name.rfind('.'))));
}

/// What the files of a folder, and of those below it, say that they are written in.
std::set<std::string> languages_in(const Files& files, const std::string& folder) {
  std::set<std::string> tags;
  for (const std::string& name : files.list(folder)) {
    const std::string path = fmt::format("{}/{}", folder, name);
    if (name.ends_with('/') && !name.starts_with('.')) tags.merge(languages_in(files, path.substr(0, path.size() - 1)));
    if (!name.ends_with(".xml")) continue;
    const SourceFilePtr file = read_source(files, path);
    for (const std::string_view root : {"handout", "shared", "glossary", "layout", "brand"}) {
      if (const std::optional<Peeked> lang = peek_attribute(file, {root, "", "lang"})) tags.insert(lang->value);
    }
  }
  return tags;
}

void warn_of_translations(const Files& files, const std::string& folder, Diagnostics& diagnostics) {
  const std::vector<std::string> names = files.list(folder);
  if (std::none_of(names.begin(), names.end(), is_translation)) return;
  const std::set<std::string> written = languages_in(files, folder);
  for (const std::string& name : names) {
    if (is_misnamed_translation(name)) {
      diagnostics.warning("localization.no-language",
                          fmt::format("{}/{} is named for no language and is passed over", folder, name), {},
                          "name it for the language that it translates into: es.xlf, pt-BR.xlf, zh-Hans.xlf, a rare "
                          "one with its script: ojb-Cans.xlf");
    } else if (is_translation(name) && written == std::set<std::string>{name.substr(0, name.rfind('.'))}) {
      diagnostics.warning(
          "localization.own-language",
          fmt::format("{}/{} is passed over: what it would translate is written in that language", folder, name), {},
          "name it for the language that it translates into, or remove it");
    }
  }
}

std::vector<std::string> folders_in(const Files& files, const std::string& folder) {
  std::vector<std::string> folders;
  for (const std::string& name : files.list(folder)) {
    if (name.ends_with('/') && !name.starts_with('.'))
      folders.push_back(folder + "/" + name.substr(0, name.size() - 1));
  }
  return folders;
}

}  // namespace

void warn_of_passed_over(const Files& files, const std::vector<std::string>& asked, Diagnostics& diagnostics) {
  for (const char* const folder : {"content", "layouts"})
    warn_of_translations(files, folder, diagnostics);
  for (const std::string& folder : folders_in(files, "layouts/brands"))
    warn_of_translations(files, folder, diagnostics);
  for (const std::string& folder : folders_in(files, "content")) {
    const bool is_shared = folder == "content/shared";
    const auto is_its_name = [&](const std::string& id) { return folder == "content/" + id; };
    if (!asked.empty() && !is_shared && std::none_of(asked.begin(), asked.end(), is_its_name)) continue;
    warn_of_translations(files, folder, diagnostics);
    if (!asked.empty() || is_shared || files.exists(folder + "/handout.xml")) continue;
    diagnostics.warning("content.no-handout", fmt::format("{} holds no handout.xml and is passed over", folder), {},
                        what_to_do(folder, files.list(folder)));
  }
}

}  // namespace handout::batch
