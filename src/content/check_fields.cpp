#include "content/content_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "content/attribute_values.h"
#include "content/xml_text.h"

namespace handout::content {
namespace {

/// docs/formats.md, Fields. The first three families are open: a clinic or a record may have any.
constexpr std::array<std::string_view, 3> open_families = {"clinic", "patient", "appointment"};
constexpr std::array<std::string_view, 8> handout_fields = {"handout.id",        "handout.title",     "handout.version",
                                                            "handout.published", "handout.review-by", "handout.locale",
                                                            "handout.language",  "handout.languages"};
/// Those that only a layout knows a value for.
constexpr std::array<std::string_view, 9> layout_fields = {"page.number", "page.count", "help.page",
                                                           "risk.count",  "risk.of",    "risk.low",
                                                           "risk.high",   "qr.href",    "source.checked"};
/// What most clinics have, for the nearest right name.
constexpr std::array<std::string_view, 14> usual_fields = {
    "clinic.name",      "clinic.phone",     "clinic.emergency-number", "clinic.email",          "clinic.website",
    "clinic.address",   "patient.name",     "patient.birth-date",      "patient.record-number", "patient.locale",
    "appointment.date", "appointment.time", "appointment.place",       "appointment.surgeon"};

template <std::size_t count>
bool is_among(std::string_view name, const std::array<std::string_view, count>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string hint_for(std::string_view name) {
  if (name.starts_with("handout.")) {
    const std::string nearest = nearest_name(
        name.substr(8), {"id", "title", "version", "published", "review-by", "locale", "language", "languages"});
    return nearest.empty() ? fmt::format("there are {}", fmt::join(handout_fields, ", "))
                           : fmt::format("did you mean handout.{}?", nearest);
  }
  const std::string nearest = nearest_name(name, {usual_fields.begin(), usual_fields.end()});
  return nearest.empty() ? "fields are clinic.…, patient.…, appointment.… and handout.…"
                         : fmt::format("did you mean {}?", nearest);
}

void check_field(const std::string& name, const SourceRange& where, Diagnostics& diagnostics) {
  if (is_among(name, layout_fields)) {
    return diagnostics.error("content.field-not-here", fmt::format("the field \"{}\" has no value in a handout", name),
                             where, "it stands in the texts of layouts");
  }
  const std::size_t dot = name.find('.');
  const bool is_open = dot != std::string::npos && is_among(std::string_view(name).substr(0, dot), open_families) &&
                       !check_value({ValueKind::name, {}}, std::string_view(name).substr(dot + 1));
  if (is_open || is_among(name, handout_fields)) return;
  diagnostics.error("content.unknown-field", fmt::format("there is no field \"{}\"", name), where, hint_for(name));
}

/// The fields between braces in an address or an alt text.
void check_braces(const XmlAttribute& attribute, const std::string& value, Diagnostics& diagnostics) {
  const SourceRange where = value_place(attribute);
  std::size_t at = 0;
  while ((at = value.find_first_of("{}", at)) != std::string::npos) {
    const std::size_t end = value.find_first_of("{}", at + 1);
    if (value[at] == '}' || end == std::string::npos || value[end] == '{') {
      return diagnostics.error("content.bad-value",
                               fmt::format("{}=\"{}\" has a brace without its partner", attribute.name, value), where,
                               "write a field in braces: {clinic.website}");
    }
    check_field(value.substr(at + 1, end - at - 1), where, diagnostics);
    at = end + 1;
  }
}

}  // namespace

void check_fields(const XmlElement& root, Diagnostics& diagnostics) {
  each_element(root, [&](const XmlElement& element) {
    if (!is_from(element, root)) return;
    if (element.name == "field" && element.attribute("name") != nullptr) {
      check_field(value_of(element, "name"), place_of(element, "name"), diagnostics);
    }
    for (const XmlAttribute& attribute : element.attributes) {
      const bool holds_fields = attribute.name == "alt" || (attribute.name == "href" && element.name != "source");
      if (holds_fields) check_braces(attribute, value_of(element, attribute.name), diagnostics);
    }
  });
}

}  // namespace handout::content
