#include "design/field_names.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/names.h"
#include "design/read_values.h"

namespace handout::design {
namespace {

/// The fields that have a fixed list. Those of a text are known in that text alone.
const std::vector<std::string_view>& fixed_fields() {
  static const std::vector<std::string_view> names{"handout.id",        "handout.title",     "handout.version",
                                                   "handout.published", "handout.review-by", "handout.locale",
                                                   "handout.language",  "handout.languages", "handout.edition",
                                                   "page.number",       "page.count",        "help.page",
                                                   "risk.count",        "risk.of",           "risk.low",
                                                   "risk.high",         "source.checked",    "qr.href"};
  return names;
}

bool is_open_family(std::string_view family) {
  return family == "clinic" || family == "patient" || family == "appointment";
}

/// The layout texts that know a field of risk, source or qr; empty for fields that are known everywhere.
std::vector<std::string_view> texts_with(std::string_view name) {
  if (name == "risk.count") return {"risk", "dots"};
  if (name == "risk.of") return {"risk", "dots", "dots.range"};
  if (name == "risk.low" || name == "risk.high") return {"dots.range"};
  if (name == "source.checked") return {"source.checked"};
  if (name == "qr.href") return {"qr"};
  return {};
}

std::string list_of(const std::vector<std::string_view>& names) {
  std::string list;
  for (const std::string_view name : names)
    list += (list.empty() ? "\"" : ", \"") + std::string(name) + "\"";
  return list;
}

}  // namespace

void check_field(std::string_view name, const FieldPlace& place, const SourceRange& where, Diagnostics& diagnostics) {
  const std::size_t dot = name.find('.');
  const std::string_view family = name.substr(0, dot);
  const bool well_formed = dot != std::string_view::npos && is_name(family) && is_name(name.substr(dot + 1));
  const bool known = std::find(fixed_fields().begin(), fixed_fields().end(), name) != fixed_fields().end();
  if (!well_formed || (!known && !is_open_family(family))) {
    const std::string nearest = nearest_name(name, fixed_fields());
    diagnostics.error("design.unknown-field", fmt::format("there is no field \"{}\"", name), where,
                      nearest.empty() ? "fields are clinic.*, patient.*, appointment.*, handout.*, page.* and help.page"
                                      : fmt::format("did you mean {}?", nearest));
    return;
  }
  if (place.kind == FieldPlace::Kind::brand && (family == "page" || family == "help")) {
    diagnostics.error("design.field-not-here", fmt::format("field \"{}\" has no value in a notice", name), where,
                      "put it in a <text> of the layout");
    return;
  }
  const std::vector<std::string_view> texts = texts_with(name);
  if (!texts.empty() && std::find(texts.begin(), texts.end(), place.text) == texts.end()) {
    diagnostics.error("design.field-not-here", fmt::format("field \"{}\" has no value here", name), where,
                      fmt::format("only the layout's text {} knows it", list_of(texts)));
  }
}

std::vector<std::string> fields_of_address(std::string_view address) {
  std::vector<std::string> names;
  std::size_t at = 0;
  while ((at = address.find('{', at)) != std::string_view::npos) {
    const std::size_t end = address.find('}', at);
    if (end == std::string_view::npos) break;
    names.emplace_back(address.substr(at + 1, end - at - 1));
    at = end;
  }
  return names;
}

}  // namespace handout::design
