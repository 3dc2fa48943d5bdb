#pragma once

#include <string>

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

/// A first file that prints as it stands, for its author to write over.
/// Throws Failure: `usage.bad-id`, `usage.exists`.
NewFile new_file(const NewRequest&, const Files&);

}  // namespace handout::app
