#include "batch/find_defaults.h"

#include "base/names.h"
#include "batch/unknown_name.h"
#include "design/brand_defaults.h"
#include "design/layout_ids.h"

namespace handout::batch {
namespace {

/// The layout, or the nearest to a misspelt one, or empty. A misspelt one is a mistake of the brand's, which the jobs
/// that print with it tell; what was printed before in the layout that was meant goes with what is refused.
std::string meant_layout(const std::string& name, const std::vector<std::string>& known) {
  if (contains(known, name)) return name;
  return nearest_name(name, {known.begin(), known.end()});
}

}  // namespace

Defaults find_defaults(const Files& files, const Project& project, const std::string& brand, Diagnostics& diagnostics) {
  Defaults defaults;
  Diagnostics default_brand_problems;
  defaults.brand = design::find_default_brand(files, default_brand_problems);
  if (brand.empty()) diagnostics.append(default_brand_problems);
  const std::string id = brand.empty() ? defaults.brand : brand;
  if (id.empty()) return defaults;
  if (!contains(project.brands, id)) {
    report_unknown("brand", id, project.brands, diagnostics);
    return defaults;
  }
  const design::BrandDefaults said = design::brand_defaults(files, id);
  const std::vector<std::string> known = design::layout_ids_of_brand(files, id);
  for (const std::string& name : said.layouts) {
    const std::string meant = meant_layout(name, known);
    if (!meant.empty() && !contains(defaults.layouts, meant)) defaults.layouts.push_back(meant);
  }
  if (defaults.layouts.empty()) defaults.layouts = known;
  defaults.languages = said.languages;
  defaults.paper = said.paper.value_or(design::PaperSize::a4);
  return defaults;
}

}  // namespace handout::batch
