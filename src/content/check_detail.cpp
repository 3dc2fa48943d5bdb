#include "content/content_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "content/attribute_values.h"
#include "content/xml_text.h"

namespace handout::content {
namespace {

bool is_detail(const XmlElement& element) {
  return value_of(element, "detail") == "yes";
}

/// The blocks or items of an element; its title and caption are not.
std::vector<const XmlElement*> parts_of(const XmlElement& element) {
  std::vector<const XmlElement*> parts = element.elements();
  parts.erase(std::remove_if(parts.begin(), parts.end(), [](const XmlElement* p) { return p->name == "title"; }),
              parts.end());
  return parts;
}

void refuse_detail_in(const XmlElement& part, const XmlElement& handout, const std::string& place,
                      Diagnostics& diagnostics) {
  each_element(part, [&](const XmlElement& element) {
    if (!is_detail(element)) return;
    const std::string of = is_from(element, handout) ? std::string{} : " of " + value_of(handout, "id");
    diagnostics.error("content.detail-not-here", fmt::format("detail=\"yes\" cannot stand in {}{}", place, of),
                      element.attribute("detail")->where, "what stands there prints in every layout: delete detail");
  });
}

}  // namespace

void check_all_detail(const XmlElement& root, Diagnostics& diagnostics) {
  constexpr std::array<std::string_view, 9> containers = {"section", "subsection", "list",  "callout", "zone",
                                                          "item",    "step",       "stage", "cell"};
  each_element(root, [&](const XmlElement& element) {
    if (std::find(containers.begin(), containers.end(), element.name) == containers.end()) return;
    if (!is_from(element, root) || is_detail(element)) return;
    const std::vector<const XmlElement*> parts = parts_of(element);
    const bool all = std::all_of(parts.begin(), parts.end(), [](const XmlElement* part) { return is_detail(*part); });
    if (parts.empty() || !all) return;
    const bool can_be_detail =
        element.name == "subsection" || element.name == "list" || element.name == "callout" || element.name == "item";
    diagnostics.error(
        "content.all-detail",
        fmt::format("everything in this <{}> is detail, so shorter layouts would print it empty", element.name),
        element.where,
        can_be_detail ? fmt::format("write detail=\"yes\" on the <{}> instead, or keep one part", element.name)
                      : "take detail=\"yes\" off one part");
  });
}

void check_detail_places(const XmlElement& handout, Diagnostics& diagnostics) {
  for (const XmlElement* part : handout.elements()) {
    if (part->name == "summary") refuse_detail_in(*part, handout, "the <summary>", diagnostics);
    if (part->name == "section" && value_of(*part, "role") == "help") {
      refuse_detail_in(*part, handout, "the section role=\"help\"", diagnostics);
    }
  }
}

}  // namespace handout::content
