#include "content/content_checks.h"

#include <fmt/format.h>

#include <array>
#include <map>

#include "content/attribute_values.h"
#include "content/xml_text.h"

namespace handout::content {
namespace {

/// FORMATS, Roles: the first four always; the others warn until a release asks for them.
constexpr std::array<std::string_view, 4> required_roles = {"condition", "procedure", "benefits", "recovery"};
constexpr std::array<std::string_view, 2> release_roles = {"risks", "help"};

std::map<std::string, const XmlElement*> sections_by_role(const XmlElement& handout, Diagnostics& diagnostics) {
  std::map<std::string, const XmlElement*> sections;
  for (const XmlElement* section : handout.elements()) {
    const std::string role = section->name == "section" ? value_of(*section, "role") : std::string{};
    if (role.empty()) continue;
    const auto [first, is_new] = sections.emplace(role, section);
    if (is_new) continue;
    diagnostics.error("content.duplicate-role", fmt::format("a second section has the role \"{}\"", role),
                      place_of(*section, "role"),
                      fmt::format("put its blocks into the section in line {}, or leave role out",
                                  line_column(*first->second->where.file, first->second->where.begin).line));
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

void check_roles(const XmlElement& handout, Diagnostics& diagnostics) {
  const std::map<std::string, const XmlElement*> sections = sections_by_role(handout, diagnostics);
  const auto hint = [](std::string_view role) { return fmt::format("write <section role=\"{}\">", role); };
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
  if (const auto help = sections.find("help"); help != sections.end()) check_zones(*help->second, diagnostics);
}

}  // namespace handout::content
