#include "content/content_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "content/attribute_values.h"
#include "content/vocabulary.h"
#include "content/xml_text.h"

namespace handout::content {
namespace {

/// docs/formats.md, Roles: the first four always; the others warn until a release asks for them.
constexpr std::array<std::string_view, 4> required_roles = {"condition", "procedure", "benefits", "recovery"};
constexpr std::array<std::string_view, 2> release_roles = {"risks", "help"};

/// The sections of a handout; a misspelt one, or one inside an unknown element, is one too.
std::vector<const XmlElement*> sections_in(const XmlElement& parent) {
  const ElementRule& rule = *handout_vocabulary().find("handout");
  std::vector<const XmlElement*> sections;
  for (const XmlElement* child : parent.elements()) {
    const bool is_known = handout_vocabulary().find(child->name) != nullptr;
    if (child->name == "section" || (!is_known && handout_vocabulary().meant_by(child->name, rule) == "section")) {
      sections.push_back(child);
    } else if (!is_known) {
      const std::vector<const XmlElement*> inner = sections_in(*child);
      sections.insert(sections.end(), inner.begin(), inner.end());
    }
  }
  return sections;
}

/// Whether a <use> that should give a section could not be followed: which roles are there is then not known.
bool has_unknown_sections(const XmlElement& handout) {
  const std::vector<const XmlElement*> parts = handout.elements();
  return std::any_of(parts.begin(), parts.end(), [](const XmlElement* part) { return part->name == "use"; });
}

std::map<std::string, const XmlElement*> sections_by_role(const XmlElement& handout, Diagnostics& diagnostics) {
  std::map<std::string, const XmlElement*> sections;
  for (const XmlElement* section : sections_in(handout)) {
    const std::string role = value_of(*section, "role");
    if (role.empty()) continue;
    const auto [first, is_new] = sections.emplace(role, section);
    if (is_new) continue;
    diagnostics.error("content.duplicate-role", fmt::format("a second section has the role \"{}\"", role),
                      place_of(*section, "role"),
                      fmt::format("put its blocks into the section in {}, or leave role out",
                                  line_name(first->second->where, section->where)));
  }
  return sections;
}

void check_zones(const XmlElement& help, Diagnostics& diagnostics) {
  for (const std::string_view kind : {"emergency", "call"}) {
    bool found = false;
    each_element(help, [&](const XmlElement& element) {
      found = found || (element.name == "zone" && value_of(element, "kind") == kind);
    });
    if (found) continue;
    diagnostics.warning(
        "content.missing-zone", fmt::format("the section role=\"help\" has no <zone kind=\"{}\">", kind), help.where,
        kind == "emergency" ? "say in it when to call an ambulance" : "say in it when to call the clinic");
  }
}

}  // namespace

bool is_required_role(std::string_view role) {
  return std::find(required_roles.begin(), required_roles.end(), role) != required_roles.end();
}

void check_roles(const XmlElement& handout, Diagnostics& diagnostics) {
  const std::map<std::string, const XmlElement*> sections = sections_by_role(handout, diagnostics);
  const auto hint = [](std::string_view role) { return fmt::format("write <section role=\"{}\">", role); };
  if (const auto help = sections.find("help"); help != sections.end()) check_zones(*help->second, diagnostics);
  if (has_unknown_sections(handout)) return;
  for (const std::string_view role : required_roles) {
    if (sections.contains(std::string(role))) continue;
    diagnostics.error("content.missing-role", fmt::format("the handout has no section with the role \"{}\"", role),
                      handout.where, hint(role));
  }
  for (const std::string_view role : release_roles) {
    if (sections.contains(std::string(role))) continue;
    diagnostics.warning("content.missing-role", fmt::format("the handout has no section with the role \"{}\"", role),
                        handout.where, hint(role) + " before it is released");
  }
}

}  // namespace handout::content
