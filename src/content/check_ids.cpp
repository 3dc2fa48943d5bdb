#include "content/content_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "content/attribute_values.h"
#include "content/vocabulary.h"
#include "content/xml_text.h"

namespace handout::content {
namespace {

bool names_its_unit_after_owner(std::string_view name) {
  return name == "title" || name == "subtitle" || name == "caption";
}

/// Whether it holds words itself, rather than blocks.
bool holds_words(const XmlElement& element) {
  constexpr std::array<std::string_view, 8> word_holders = {"p",     "item", "step", "fact",
                                                            "stage", "cell", "risk", "source"};
  if (std::find(word_holders.begin(), word_holders.end(), element.name) == word_holders.end()) return false;
  return std::any_of(element.children.begin(), element.children.end(), [](const XmlNode& child) {
    if (const auto* text = std::get_if<XmlText>(&child)) return !is_white_space(text->text);
    return is_inline(std::get<std::unique_ptr<XmlElement>>(child)->name);
  });
}

/// Whether a unit of its own, or a child's, needs its id.
bool needs_id(const XmlElement& element) {
  if (element.attribute("id") != nullptr || element.name == "handout" || element.name == "shared") return false;
  if (holds_words(element) && element.attribute("lang") == nullptr && value_of(element, "translate") != "no")
    return true;
  if (element.name == "figure" && !value_of(element, "alt").empty()) return true;
  const std::vector<const XmlElement*> children = element.elements();
  return std::any_of(children.begin(), children.end(), [](const XmlElement* child) {
    return names_its_unit_after_owner(child->name) && child->attribute("id") == nullptr;
  });
}

/// "condition.title" and the like, which no other element may have as its id.
std::vector<std::string> units_named_after(const XmlElement& owner) {
  std::vector<std::string> units;
  const bool is_handout = owner.name == "handout";
  const std::string id = value_of(owner, "id");
  if (id.empty()) return units;
  for (const XmlElement* child : owner.elements()) {
    if (!names_its_unit_after_owner(child->name) || child->attribute("id") != nullptr) continue;
    units.push_back(is_handout ? child->name : id + "." + child->name);
  }
  if (owner.name == "figure") units.push_back(id + ".alt");
  return units;
}

}  // namespace

void check_ids(const XmlElement& root, Diagnostics& diagnostics) {
  std::map<std::string, const XmlElement*> owners;
  each_element(root, [&](const XmlElement& element, const XmlElement* parent) {
    // A translation unit needs an id; a missing one that is required is an error already.
    const ElementRule* rule = handout_vocabulary().find(element.name);
    const bool is_shared_block = parent != nullptr && parent->name == "shared";
    const bool is_required =
        is_shared_block || (rule != nullptr && rule->attribute("id") != nullptr && rule->attribute("id")->required);
    if (rule != nullptr && !is_required && is_from(element, root) && needs_id(element)) {
      diagnostics.warning("content.missing-id", fmt::format("<{}> has no id to translate it by", element.name),
                          element.where, "write one, such as id=\"recovery.week-2\"");
    }
    // The file's own id is its folder's or its own name, apart from those inside.
    const std::string id = &element == &root ? std::string{} : value_of(element, "id");
    if (id.empty()) return;
    const auto [first, is_new] = owners.emplace(id, &element);
    if (is_new) return;
    diagnostics.error("content.duplicate-id", fmt::format("the id \"{}\" is taken", id), place_of(element, "id"),
                      fmt::format("<{}> in {} has it: choose another", first->second->name,
                                  line_name(first->second->where, element.where)));
  });
  each_element(root, [&](const XmlElement& element) {
    for (const std::string& unit : units_named_after(element)) {
      const auto taken = owners.find(unit);
      if (taken == owners.end()) continue;
      diagnostics.error("content.duplicate-id",
                        fmt::format("the id \"{}\" is taken by a part of <{}>", unit, element.name),
                        place_of(*taken->second, "id"), "choose another: its words are translated under that name");
    }
  });
}

}  // namespace handout::content
