#include "batch/find_defaults.h"

#include <algorithm>

#include "batch/unknown_name.h"
#include "design/load_design.h"

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
  // Its mistakes are told by the jobs that print with it.
  Diagnostics told_later;
  const std::optional<design::Brand> loaded = design::load_brand({files, {}}, id, told_later);
  if (loaded) {
    defaults.layouts = loaded->default_layouts;
    defaults.paper = loaded->default_paper.value_or(design::PaperSize::a4);
  }
  if (defaults.layouts.empty()) defaults.layouts = layouts_of_brand(project, files, id);
  return defaults;
}

}  // namespace handout::batch
