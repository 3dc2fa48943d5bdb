#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/files.h"

namespace handout::app {

struct NewRequest {
  std::string kind;  ///< handout, layout or brand
  std::string id;
};
struct NewFile {
  std::string path;  ///< from the project's folder
  std::string text;
};

/// First files that print as they stand, for their author to write over; the one to open comes first. None where this
/// call added an error: `usage.bad-id`, `usage.exists`.
std::vector<NewFile> new_files(const NewRequest&, const Files&, Diagnostics&);

}  // namespace handout::app
