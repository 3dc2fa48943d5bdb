#include "batch/check_brands.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "base/names.h"
#include "design/brand_defaults.h"
#include "design/layout_ids.h"

namespace handout::batch {
namespace {

std::vector<std::string> asked_layouts(const Request& request, const std::vector<std::string>& known) {
  if (request.layouts.empty() || contains(request.layouts, "all")) return known;
  std::vector<std::string> asked;
  std::copy_if(known.begin(), known.end(), std::back_inserter(asked),
               [&](const std::string& layout) { return contains(request.layouts, layout); });
  return asked;
}

/// The languages of the project's handouts; English where none says its own.
std::set<Locale> languages_of(const Plan& plan) {
  std::set<Locale> languages;
  for (const std::string& handout : plan.project.handouts) {
    for (const Locale& locale : locales_of_handout(plan.files, handout))
      languages.insert(locale);
  }
  if (languages.empty()) languages.insert(Locale{});
  return languages;
}

}  // namespace

Diagnostics check_other_brands(const Request& request, const Plan& plan, Press& press) {
  Diagnostics found;
  std::set<std::string> told;
  const std::set<Locale> languages = languages_of(plan);
  for (const std::string& brand : plan.project.brands) {
    if (brand == plan.defaults.brand) continue;
    Job job;
    job.brand = brand;
    job.paper = design::brand_defaults(plan.files, brand).paper.value_or(job.paper);
    for (const std::string& layout : asked_layouts(request, design::layout_ids_of_brand(plan.files, brand))) {
      job.layout = layout;
      for (const Locale& locale : languages) {
        job.locale = locale;
        for (const Diagnostic& item : press.design(job)->diagnostics.items()) {
          if (told.insert(format(item)).second) found.add(item);
        }
      }
    }
  }
  return found;
}

}  // namespace handout::batch
