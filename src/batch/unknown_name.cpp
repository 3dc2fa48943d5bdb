#include "batch/unknown_name.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <string_view>

#include "base/names.h"

namespace handout::batch {
namespace {

/// The languages among those known that are the one meant, in another region or script or with other capitals: of two
/// letters nothing else is near, "pt" is not a slip for "ht".
std::string same_language(const std::string& name, const std::vector<std::string>& known) {
  const auto language_of = [](std::string_view tag) {
    return in_small_letters(tag.substr(0, tag.find_first_of("-_")));
  };
  std::vector<std::string> same;
  std::copy_if(known.begin(), known.end(), std::back_inserter(same),
               [&](const std::string& tag) { return language_of(tag) == language_of(name); });
  return fmt::format("{}", fmt::join(same, " or "));
}

}  // namespace

void report_unknown(const std::string& kind, const std::string& name, const std::vector<std::string>& known,
                    Diagnostics& diagnostics) {
  std::string nearest =
      kind == "locale" ? same_language(name, known) : nearest_name(name, {known.begin(), known.end()});
  // A path, as a shell completes it: content/knee/handout.xml, layouts/sheet.xml.
  for (const std::filesystem::path& part : std::filesystem::path(name)) {
    if (std::find(known.begin(), known.end(), part.stem().string()) != known.end()) nearest = part.stem().string();
  }
  const std::string all = known.empty() ? "none" : fmt::format("{}", fmt::join(known, ", "));
  diagnostics.error("usage.unknown-" + kind, fmt::format("there is no {} “{}”", kind, name), {},
                    nearest.empty() ? "there are: " + all : fmt::format("did you mean {}?", nearest));
}

}  // namespace handout::batch
