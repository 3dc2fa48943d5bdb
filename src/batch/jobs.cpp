#include "batch/jobs.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace handout::batch {
namespace {

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool asks_for_all(const std::vector<std::string>& names) {
  return contains(names, "all");
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names)
    text += (text.empty() ? "" : ", ") + name;
  return text.empty() ? "none" : text;
}

/// `asked`, each of which must be one of `known`.
std::vector<std::string> known_only(const std::vector<std::string>& asked, const std::vector<std::string>& known,
                                    const std::string& kind, Diagnostics& diagnostics) {
  std::vector<std::string> found;
  for (const std::string& name : asked) {
    if (!contains(known, name)) {
      const std::string nearest = nearest_name(name, {known.begin(), known.end()});
      diagnostics.error(
          "usage.unknown-" + kind, fmt::format("there is no {} “{}”", kind, name), {},
          nearest.empty() ? fmt::format("there are: {}", joined(known)) : fmt::format("did you mean {}?", nearest));
    } else if (!contains(found, name)) {
      found.push_back(name);
    }
  }
  return found;
}

/// The languages of one handout that were asked for. A language that another handout has is passed over here.
std::vector<Locale> asked_locales(const std::vector<Locale>& available, const std::vector<std::string>& asked) {
  if (asked.empty() || asks_for_all(asked)) return available;
  std::vector<Locale> found;
  for (const Locale& locale : available) {
    if (contains(asked, locale.tag)) found.push_back(locale);
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

/// Two jobs must not print into one file.
void check_files_differ(const std::vector<Job>& jobs, Diagnostics& diagnostics) {
  std::set<std::string> files;
  for (const Job& job : jobs) {
    if (files.insert(job.file).second) continue;
    diagnostics.error("usage.same-file", fmt::format("more than one handout would be printed into {}", job.file), {},
                      "let --name hold what differs: {handout} {locale} {layout} {paper}");
    return;
  }
}

}  // namespace

std::vector<Job> make_jobs(const Request& request, const Plan& plan, Diagnostics& diagnostics) {
  const std::size_t errors = diagnostics.error_count();
  Job job;
  job.brand = request.brand.empty() ? plan.defaults.brand : request.brand;
  job.paper = plan.defaults.paper;
  job.paper_asked = !request.paper.empty();
  if (!request.paper.empty()) {
    const std::optional<design::PaperSize> paper = design::paper_from_name(request.paper);
    if (paper)
      job.paper = *paper;
    else
      diagnostics.error("usage.unknown-paper", fmt::format("there is no paper “{}”", request.paper), {},
                        "the papers are a3, a4, a5, letter, legal, phone");
  }
  const std::vector<std::string> all_layouts = layouts_of_brand(plan.project, plan.files, job.brand);
  std::vector<std::string> layouts = all_layouts;
  if (!asks_for_all(request.layouts)) {
    layouts = known_only(request.layouts.empty() ? plan.defaults.layouts : request.layouts, all_layouts, "layout",
                         diagnostics);
  }
  const std::vector<std::string> handouts =
      request.handouts.empty() ? plan.project.handouts
                               : known_only(request.handouts, plan.project.handouts, "handout", diagnostics);

  std::vector<Job> jobs;
  std::set<std::string> seen_locales;
  for (const std::string& handout : handouts) {
    job.handout = handout;
    std::vector<Locale> available = locales_of_handout(plan.files, handout);
    for (const Locale& locale : available)
      seen_locales.insert(locale.tag);
    // A handout that does not say its language is broken: one job tells why.
    if (available.empty())
      available = {Locale{}};
    else
      available = asked_locales(available, request.locales);
    for (const Locale& locale : available) {
      job.locale = locale;
      for (const std::string& layout : layouts) {
        job.layout = layout;
        job.file = file_of(job, request, plan.defaults, diagnostics);
        jobs.push_back(job);
        if (diagnostics.error_count() > errors) return {};
      }
    }
  }
  if (!asks_for_all(request.locales)) {
    known_only(request.locales, {seen_locales.begin(), seen_locales.end()}, "locale", diagnostics);
  }
  check_files_differ(jobs, diagnostics);
  return diagnostics.error_count() > errors ? std::vector<Job>{} : jobs;
}

}  // namespace handout::batch
