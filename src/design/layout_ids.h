#pragma once

#include <string>
#include <vector>

#include "base/files.h"

namespace handout::design {

/// The layouts of the project, layouts/<id>.xml, sorted: those that a layout can extend.
std::vector<std::string> layout_ids(const Files&);

/// Every layout that a brand can print in: the project's, and those of the brand's own folder; sorted, each once.
std::vector<std::string> layout_ids_of_brand(const Files&, const std::string& brand);

}  // namespace handout::design
