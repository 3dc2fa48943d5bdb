#include "batch/unknown_name.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace handout::batch {

void report_unknown(const std::string& kind, const std::string& name, const std::vector<std::string>& known,
                    Diagnostics& diagnostics) {
  std::string nearest = nearest_name(name, {known.begin(), known.end()});
  // A path, as a shell completes it: content/knee/handout.xml, layouts/sheet.xml.
  for (const std::filesystem::path& part : std::filesystem::path(name)) {
    if (std::find(known.begin(), known.end(), part.stem().string()) != known.end()) nearest = part.stem().string();
  }
  const std::string all = known.empty() ? "none" : fmt::format("{}", fmt::join(known, ", "));
  diagnostics.error("usage.unknown-" + kind, fmt::format("there is no {} “{}”", kind, name), {},
                    nearest.empty() ? "there are: " + all : fmt::format("did you mean {}?", nearest));
}

}  // namespace handout::batch
