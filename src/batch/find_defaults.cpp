#include "batch/find_defaults.h"

#include <algorithm>
#include <iterator>

#include "batch/unknown_name.h"
#include "design/brand_defaults.h"

namespace handout::batch {

Defaults find_defaults(const Files& files, const Project& project, const std::string& brand, Diagnostics& diagnostics) {
  Defaults defaults;
  Diagnostics default_brand_problems;
  defaults.brand = design::find_default_brand(files, default_brand_problems);
  if (brand.empty()) diagnostics.append(default_brand_problems);
  const std::string id = brand.empty() ? defaults.brand : brand;
  if (id.empty()) return defaults;
  if (std::find(project.brands.begin(), project.brands.end(), id) == project.brands.end()) {
    report_unknown("brand", id, project.brands, diagnostics);
    return defaults;
  }
  const design::BrandDefaults said = design::brand_defaults(files, id);
  const std::vector<std::string> known = layouts_of_brand(project, files, id);
  // One that does not exist is a mistake of the brand's, which the jobs that print with it tell.
  std::copy_if(said.layouts.begin(), said.layouts.end(), std::back_inserter(defaults.layouts),
               [&](const std::string& name) { return std::find(known.begin(), known.end(), name) != known.end(); });
  if (defaults.layouts.empty()) defaults.layouts = known;
  defaults.paper = said.paper.value_or(design::PaperSize::a4);
  return defaults;
}

}  // namespace handout::batch
