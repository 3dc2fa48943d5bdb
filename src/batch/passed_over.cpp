#include "batch/passed_over.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/locale.h"
#include "base/names.h"

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

/// "es.XLF", "spanish.xlf", "es.xliff": translations that no one would miss until a patient asks for them.
bool is_misnamed_translation(const std::string& name) {
  const std::string small = in_small_letters(name);
  const std::size_t dot = name.rfind('.');
  if (dot == std::string::npos || (!small.ends_with(".xlf") && !small.ends_with(".xliff"))) return false;
  return !name.ends_with(".xlf") || !parse_locale(name.substr(0, dot));
}

void warn_of_misnamed_translations(const Files& files, const std::string& folder, Diagnostics& diagnostics) {
  for (const std::string& name : files.list(folder)) {
    if (!is_misnamed_translation(name)) continue;
    diagnostics.warning("localization.no-language",
                        fmt::format("{}/{} is named for no language and is passed over", folder, name), {},
                        "name it for the language that it translates into: es.xlf, pt-BR.xlf, zh-Hans.xlf");
  }
}

}  // namespace

void warn_of_passed_over(const Files& files, Diagnostics& diagnostics) {
  for (const char* const folder : {"content", "content/shared", "layouts"})
    warn_of_misnamed_translations(files, folder, diagnostics);
  for (const std::string& name : files.list("content")) {
    if (!name.ends_with('/') || name.starts_with('.') || name == "shared/") continue;
    const std::string folder = "content/" + name.substr(0, name.size() - 1);
    warn_of_misnamed_translations(files, folder, diagnostics);
    if (files.exists(folder + "/handout.xml")) continue;
    diagnostics.warning("content.no-handout", fmt::format("{} holds no handout.xml and is passed over", folder), {},
                        what_to_do(folder, files.list(folder)));
  }
}

}  // namespace handout::batch
