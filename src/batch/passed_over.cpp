#include "batch/passed_over.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

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

}  // namespace

void warn_of_passed_over(const Files& files, Diagnostics& diagnostics) {
  for (const std::string& name : files.list("content")) {
    if (!name.ends_with('/') || name.starts_with('.') || name == "shared/") continue;
    const std::string folder = "content/" + name.substr(0, name.size() - 1);
    if (files.exists(folder + "/handout.xml")) continue;
    diagnostics.warning("content.no-handout", fmt::format("{} holds no handout.xml and is passed over", folder), {},
                        what_to_do(folder, files.list(folder)));
  }
}

}  // namespace handout::batch
