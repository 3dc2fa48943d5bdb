#include "content/content_checks.h"

#include <fmt/format.h>

#include <set>

#include "base/names.h"
#include "content/attribute_values.h"
#include "content/xml_text.h"

namespace handout::content {
namespace {

std::vector<std::string_view> views(const std::set<std::string>& names) {
  return {names.begin(), names.end()};
}

std::string hint_for(const std::string& name, const std::vector<std::string_view>& known, std::string otherwise) {
  const std::string nearest = nearest_name(name, known);
  return nearest.empty() ? std::move(otherwise) : fmt::format("did you mean {}?", nearest);
}

void check_sources(const XmlElement& handout, Diagnostics& diagnostics) {
  std::set<std::string> sources, referred;
  each_element(handout, [&](const XmlElement& element) {
    if (element.name == "source") sources.insert(value_of(element, "id"));
  });
  each_element(handout, [&](const XmlElement& element) {
    if (element.name != "ref" || element.attribute("source") == nullptr) return;
    const std::string name = value_of(element, "source");
    referred.insert(name);
    if (sources.contains(name) || !is_id(name)) return;
    diagnostics.error("content.unknown-source",
                      fmt::format("{} has no <source id=\"{}\">", value_of(handout, "id"), name),
                      place_of(element, "source"), hint_for(name, views(sources), "list it under <sources>"));
  });
  each_element(handout, [&](const XmlElement& element) {
    const std::string id = element.name == "source" ? value_of(element, "id") : std::string{};
    if (id.empty() || referred.contains(id)) return;
    diagnostics.warning("content.unused-source", fmt::format("no <ref> names the source \"{}\"", id),
                        place_of(element, "id"),
                        fmt::format("write <ref source=\"{}\"/> where it is used, or delete it", id));
  });
}

/// Which entries there are is not known, only that the handout needs some.
void report_broken_glossary(const XmlElement& handout, Diagnostics& diagnostics) {
  const XmlElement* first = nullptr;
  each_element(handout, [&](const XmlElement& element) {
    if (first == nullptr && element.name == "term" && element.attribute("define") != nullptr) first = &element;
  });
  if (first == nullptr) return;
  diagnostics.error("content.unknown-term", "the entries of the glossary are not known: its file has mistakes",
                    place_of(*first, "define"), "mend content/glossary.xml first");
}

void check_terms(const XmlElement& handout, const Glossary& glossary, Diagnostics& diagnostics) {
  if (glossary.is_broken) return report_broken_glossary(handout, diagnostics);
  std::set<std::string> entries;
  for (const GlossaryEntry& entry : glossary.entries)
    entries.insert(entry.id);
  each_element(handout, [&](const XmlElement& element) {
    const std::string entry = element.name == "term" ? value_of(element, "define") : std::string{};
    if (entry.empty() || entries.contains(entry)) return;
    diagnostics.error("content.unknown-term", fmt::format("the glossary has no entry \"{}\"", entry),
                      place_of(element, "define"),
                      hint_for(entry, views(entries), "add it to content/glossary.xml, or leave define out"));
  });
}

bool is_link(const XmlElement& element) {
  return element.name == "link" || element.name == "term";
}

/// A child of a link is refused with its shape; one deeper in it is found here.
void check_no_link_inside(const XmlElement& link, Diagnostics& diagnostics) {
  each_element(link, [&](const XmlElement& element, const XmlElement* parent) {
    if (parent == nullptr || parent == &link || !is_link(element)) return;
    diagnostics.error("content.unknown-element",
                      fmt::format("<{}> stands inside a <{}>, which is not allowed", element.name, link.name),
                      element.where, "a link leads to one place: keep one of the two");
  });
}

void check_links(const XmlElement& handout, const SharedBlocks& shared, Diagnostics& diagnostics) {
  std::set<std::string> ids;
  each_element(handout, [&](const XmlElement& element) {
    if (&element != &handout && element.attribute("id") != nullptr) ids.insert(value_of(element, "id"));
  });
  each_element(handout, [&](const XmlElement& element) {
    if (is_link(element)) check_no_link_inside(element, diagnostics);
    if (element.name != "link") return;
    const bool has_address = element.attribute("href") != nullptr, has_target = element.attribute("to") != nullptr;
    if (has_address == has_target) {
      return diagnostics.error(has_address ? "content.bad-value" : "content.missing-attribute",
                               has_address ? "<link> has both href and to" : "<link> needs href or to", element.where,
                               "write href=\"https://…\" for a web page, or to=\"id\" for a place in the handout");
    }
    const std::string target = value_of(element, "to");
    // A shared block that this handout does not take in is left out, as in a layout: the words stay.
    if (!has_target || ids.contains(target) || shared.has_id(target) || !is_id(target)) return;
    diagnostics.error("content.unknown-target", fmt::format("no element has the id \"{}\"", target),
                      place_of(element, "to"), hint_for(target, views(ids), "write the id of a section or block"));
  });
}

}  // namespace

void check_references(const XmlElement& handout, const SharedBlocks& shared, const Glossary& glossary,
                      Diagnostics& diagnostics) {
  check_sources(handout, diagnostics);
  check_terms(handout, glossary, diagnostics);
  check_links(handout, shared, diagnostics);
}

}  // namespace handout::content
