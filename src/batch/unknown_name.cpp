#include "batch/unknown_name.h"

#include <fmt/format.h>

namespace handout::batch {

void report_unknown(const std::string& kind, const std::string& name, const std::vector<std::string>& known,
                    Diagnostics& diagnostics) {
  const std::string nearest = nearest_name(name, {known.begin(), known.end()});
  const std::string all = known.empty() ? "none" : fmt::format("{}", fmt::join(known, ", "));
  diagnostics.error("usage.unknown-" + kind, fmt::format("there is no {} “{}”", kind, name), {},
                    nearest.empty() ? "there are: " + all : fmt::format("did you mean {}?", nearest));
}

}  // namespace handout::batch
