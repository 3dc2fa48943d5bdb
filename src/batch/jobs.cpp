#include "batch/jobs.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "base/names.h"
#include "batch/unknown_name.h"
#include "design/layout_ids.h"
#include "localization/pseudo_locale.h"

namespace handout::batch {
namespace {

/// What stands for every language or layout on the command line.
const char* const all = "all";

/// `asked`, each once, and each one of `known`; "all" stands for everything, but excuses no unknown name beside it.
std::vector<std::string> known_only(const std::vector<std::string>& asked, const std::vector<std::string>& known,
                                    const std::string& kind, Diagnostics& diagnostics) {
  std::vector<std::string> found;
  for (const std::string& name : asked) {
    if (name == all) continue;
    if (!contains(known, name)) {
      report_unknown(kind, name, known, diagnostics);
    } else if (!contains(found, name)) {
      found.push_back(name);
    }
  }
  return contains(asked, all) ? known : found;
}

/// The languages of one handout that were asked for. A language that another handout has is passed over here.
std::vector<Locale> asked_locales(const std::vector<Locale>& available, const std::vector<std::string>& asked) {
  std::vector<Locale> found = asked.empty() || contains(asked, all) ? available : std::vector<Locale>{};
  for (const std::string& tag : asked) {
    const std::optional<Locale> locale = parse_locale(tag);
    const bool known = locale && std::find(found.begin(), found.end(), *locale) != found.end();
    if (locale && !known && can_print(available, *locale)) found.push_back(*locale);
  }
  return found;
}

/// The file's name with its fields filled in.
std::string fill_name(const std::string& name, const std::map<std::string, std::string>& values,
                      Diagnostics& diagnostics) {
  std::string filled;
  std::size_t at = 0;
  while (at < name.size()) {
    const std::size_t open = name.find('{', at);
    filled += name.substr(at, open - at);
    if (open == std::string::npos) break;
    const std::size_t close = name.find('}', open);
    const std::string field = name.substr(open + 1, close == std::string::npos ? close : close - open - 1);
    const auto value = values.find(field);
    if (value == values.end() || close == std::string::npos) {
      diagnostics.error("usage.unknown-name-field", fmt::format("--name cannot hold {{{}}}", field), {},
                        "its fields are {handout} {locale} {layout} {brand} {paper}");
      return filled;
    }
    filled += value->second;
    at = close + 1;
  }
  return filled;
}

std::string file_of(const Job& job, const Request& request, const Defaults& defaults, Diagnostics& diagnostics) {
  const std::string paper(design::paper_name(job.paper));
  if (request.name.empty()) {
    const std::string folder = job.brand == defaults.brand ? request.out : request.out + "/" + job.brand;
    const std::string suffix = request.paper.empty() ? "" : "-" + paper;
    return fmt::format("{}/{}.{}.{}{}.pdf", folder, job.handout, job.locale.tag, job.layout, suffix);
  }
  const std::string name = fill_name(request.name,
                                     {{"handout", job.handout},
                                      {"locale", job.locale.tag},
                                      {"layout", job.layout},
                                      {"brand", job.brand},
                                      {"paper", paper}},
                                     diagnostics);
  return request.out + "/" + (name.ends_with(".pdf") ? name : name + ".pdf");
}

/// Whether the names of files tell one handout from another.
bool names_handouts(const Request& request) {
  return request.name.empty() || request.name.find("{handout}") != std::string::npos;
}

PrintNames names_in_any_locale(const Job& job, const Request& request, const Defaults& defaults) {
  if (!names_handouts(request)) return {};
  constexpr char in_its_place = '\n';  // no file's name has it
  Job other = job;
  other.locale.tag = in_its_place;
  Diagnostics told_of_the_job;
  const std::string file = file_of(other, request, defaults, told_of_the_job);
  const std::size_t at = file.find(in_its_place);
  if (at == std::string::npos || file.find(in_its_place, at + 1) != std::string::npos) return {};
  return {file.substr(0, at), file.substr(at + 1)};
}

/// Two jobs must not print into one file, however its path is spelt.
void check_files_differ(const std::vector<Job>& jobs, Diagnostics& diagnostics) {
  std::set<std::filesystem::path> files;
  for (const Job& job : jobs) {
    if (files.insert(std::filesystem::path(job.file).lexically_normal()).second) continue;
    diagnostics.error("usage.same-file", fmt::format("more than one handout would be printed into {}", job.file), {},
                      "let --name hold what differs: {handout} {locale} {layout} {paper}");
    return;
  }
}

design::PaperSize asked_paper(const Request& request, const Defaults& defaults, Diagnostics& diagnostics) {
  if (request.paper.empty()) return defaults.paper;
  const std::optional<design::PaperSize> paper = design::paper_from_name(request.paper);
  if (paper) return *paper;
  const std::vector<std::string> papers{"a3", "a4", "a5", "letter", "legal", "phone"};
  if (contains(papers, in_small_letters(request.paper))) {
    report_unknown("paper", request.paper, papers, diagnostics);
  } else {
    // The nearest of so short names is a guess: A9 is as near to a3 as to a5.
    diagnostics.error("usage.unknown-paper", fmt::format("there is no paper “{}”", request.paper), {},
                      fmt::format("there are: {}", fmt::join(papers, ", ")));
  }
  return defaults.paper;
}

/// The languages of each handout, all of them before what was asked for is looked at.
std::map<std::string, std::vector<Locale>> languages_of(const std::vector<std::string>& handouts, const Files& files) {
  std::map<std::string, std::vector<Locale>> languages;
  for (const std::string& handout : handouts)
    languages.emplace(handout, locales_of_handout(files, handout));
  return languages;
}

/// Of all handouts, each once.
std::vector<std::string> known_tags(const std::map<std::string, std::vector<Locale>>& languages) {
  std::set<Locale> all_of_them;
  for (const auto& [handout, locales] : languages)
    all_of_them.insert(locales.begin(), locales.end());
  return tags_of({all_of_them.begin(), all_of_them.end()});
}

/// Those that no handout can be printed in.
void report_unknown_locales(const std::vector<std::string>& asked,
                            const std::map<std::string, std::vector<Locale>>& languages, Diagnostics& diagnostics) {
  for (const std::string& tag : asked) {
    const std::optional<Locale> locale = parse_locale(tag);
    const bool printable = locale && std::any_of(languages.begin(), languages.end(), [&locale](const auto& handout) {
                             // One that does not say its language is broken: its job tells that.
                             return handout.second.empty() || can_print(handout.second, *locale);
                           });
    if (tag != all && !printable) report_unknown("locale", tag, known_tags(languages), diagnostics);
  }
}

/// Who asks for a handout by name in a language must hear that it has no words in it.
void warn_without(const std::string& handout, const Request& request, Diagnostics& diagnostics) {
  if (!contains(request.handouts, handout)) return;
  diagnostics.warning(
      "usage.no-translation",
      fmt::format("{} has no words in {} and is passed over", handout, fmt::join(request.locales, ", ")), {},
      fmt::format("put its translation into content/{}/, or leave --locale out", handout));
}

/// What someone meant who wrote `name` as a handout and left out a comma, or the option: "--layout standard,sheet".
std::string as_option(const std::string& option, std::vector<std::string> asked, const std::string& name) {
  asked.erase(std::remove(asked.begin(), asked.end(), all), asked.end());
  if (!contains(asked, name)) asked.push_back(name);
  return fmt::format("write --{} {}", option, fmt::join(asked, ","));
}

std::vector<std::string> asked_handouts(const Request& request, const Plan& plan, const std::string& brand,
                                        Diagnostics& diagnostics) {
  std::vector<std::string> handouts;
  for (const std::string& name : request.handouts) {
    const bool is_handout = contains(plan.project.handouts, name);
    std::string hint;
    if (!is_handout && contains(design::layout_ids_of_brand(plan.files, brand), name)) {
      hint = "it is a layout: " + as_option("layout", request.layouts, name);
    } else if (!is_handout && contains(known_tags(languages_of(plan.project.handouts, plan.files)), name)) {
      hint = "it is a language: " + as_option("locale", request.locales, name);
    }
    if (hint.empty()) {
      handouts.push_back(name);
    } else {
      diagnostics.error("usage.unknown-handout", fmt::format("there is no handout “{}”", name), {}, hint);
    }
  }
  return known_only(handouts, plan.project.handouts, "handout", diagnostics);
}

/// The names that this job's PDF has in the other languages that the project's handouts and the brand name: no other
/// word in that place is one of ours. None where the names do not tell one handout from another.
std::vector<std::string> files_in_other_locales(const Job& job, const Request& request, const Plan& plan) {
  if (!names_handouts(request)) return {};
  auto languages = languages_of(plan.project.handouts, plan.files);
  languages.emplace("", plan.defaults.languages);
  std::vector<std::string> files;
  Diagnostics told_of_the_job;
  for (const std::string& tag : known_tags(languages)) {
    Job other = job;
    other.locale.tag = tag;
    const std::string file = file_of(other, request, plan.defaults, told_of_the_job);
    if (file != job.file && !contains(files, file)) files.push_back(file);
  }
  return files;
}

}  // namespace

bool can_print(const std::vector<Locale>& available, const Locale& locale) {
  if (localization::is_pseudo(locale)) return true;
  const std::vector<Locale> chain = fallback_chain(locale);
  return std::any_of(chain.begin(), chain.end(), [&available](const Locale& one) {
    return std::find(available.begin(), available.end(), one) != available.end();
  });
}

std::vector<Job> make_jobs(const Request& request, const Plan& plan, Diagnostics& diagnostics) {
  const std::size_t errors = diagnostics.error_count();
  Job job;
  job.brand = request.brand.empty() ? plan.defaults.brand : request.brand;
  job.paper = asked_paper(request, plan.defaults, diagnostics);
  job.paper_asked = !request.paper.empty();
  const std::vector<std::string> layouts =
      known_only(request.layouts.empty() ? plan.defaults.layouts : request.layouts,
                 design::layout_ids_of_brand(plan.files, job.brand), "layout", diagnostics);
  const std::vector<std::string> handouts =
      request.handouts.empty() ? plan.project.handouts : asked_handouts(request, plan, job.brand, diagnostics);
  const auto languages = languages_of(handouts, plan.files);
  report_unknown_locales(request.locales, languages, diagnostics);

  std::vector<Job> jobs;
  for (const std::string& handout : handouts) {
    job.handout = handout;
    const std::vector<Locale>& available = languages.at(handout);
    const std::vector<Locale> asked =
        available.empty() ? std::vector<Locale>{Locale{}} : asked_locales(available, request.locales);
    if (asked.empty()) warn_without(handout, request, diagnostics);
    for (const Locale& locale : asked) {
      job.locale = locale;
      for (const std::string& layout : layouts) {
        if (diagnostics.error_count() > errors) return {};
        job.layout = layout;
        job.file = file_of(job, request, plan.defaults, diagnostics);
        job.in_any_locale = names_in_any_locale(job, request, plan.defaults);
        jobs.push_back(job);
        if (available.empty()) jobs.back().files_in_other_locales = files_in_other_locales(job, request, plan);
      }
    }
  }
  check_files_differ(jobs, diagnostics);
  return diagnostics.error_count() > errors ? std::vector<Job>{} : jobs;
}

}  // namespace handout::batch
