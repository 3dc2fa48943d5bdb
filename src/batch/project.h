#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/locale.h"

namespace handout::batch {

/// What a project's folders hold, by id, sorted.
struct Project {
  std::vector<std::string> handouts;  ///< content/<id>/handout.xml
  std::vector<std::string> layouts;   ///< layouts/<id>.xml
  std::vector<std::string> brands;    ///< layouts/brands/<id>/brand.xml
};
Project find_project(const Files&);

/// Whether `folder` holds content/ and layouts/.
bool is_project_root(const std::string& folder);
/// The folder that is a project's root: `start` or the nearest one above it. nullopt where there is none.
std::optional<std::string> find_project_root(const std::string& start);

/// The languages that a handout can be printed in: its own first, then those of its XLIFF files. Empty where its file
/// does not say its own: the file is broken, and loading it tells why.
std::vector<Locale> locales_of_handout(const Files&, const std::string& handout);
/// The languages that a folder has XLIFF files for.
std::vector<Locale> locales_of_folder(const Files&, const std::string& folder);

std::string handout_path(const std::string& handout);
std::string sign_offs_path(const std::string& handout);
/// "content/miss/es.xlf"
std::string xliff_path(const std::string& folder, const Locale&);

}  // namespace handout::batch
