#include "design/read_elements.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/names.h"

namespace handout::design {
namespace {

std::string did_you_mean_element(std::string_view name, const std::vector<std::string_view>& candidates) {
  const std::string nearest = nearest_name(name, candidates);
  return nearest.empty() ? std::string() : name_hint(name, nearest, fmt::format("did you mean <{}>?", nearest));
}

std::string allowed_children(const std::vector<ChildRule>& rules) {
  if (rules.empty()) return "nothing stands in it";
  std::string list = "it holds ";
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (i > 0) list += i + 1 == rules.size() ? " and " : ", ";
    list += fmt::format("<{}>", rules[i].name);
  }
  return list;
}

std::string_view order_name(const std::vector<ChildRule>& rules, int order) {
  for (const ChildRule& rule : rules) {
    if (rule.order == order) return rule.name;
  }
  return {};
}

/// What people write out of habit, and what it is called here.
std::string_view known_as(std::string_view name) {
  static constexpr std::pair<std::string_view, std::string_view> habits[] = {
      {"color", "ink"},           {"colour", "ink"},
      {"font", "family"},         {"font-family", "family"},
      {"font-size", "size"},      {"font-weight", "weight"},
      {"border", "rule"},         {"background", "fill"},
      {"line-height", "leading"}, {"letter-spacing", "tracking"}};
  for (const auto& [habit, here] : habits) {
    if (habit == name) return here;
  }
  return {};
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  const std::size_t at = text.find(what);
  if (at != std::string::npos) text.replace(at, what.size(), with);
  return text;
}

std::string hint_for_attribute(const std::string& name, const std::vector<std::string_view>& known) {
  const std::string_view here = known_as(name);
  if (std::find(known.begin(), known.end(), here) != known.end()) return fmt::format("write {}", here);
  // The known names with physical sides beside them: who writes margin-rigth means margin-end.
  std::map<std::string, std::string_view> physical;
  for (const std::string_view each : known) {
    physical.emplace(replaced(std::string(each), "start", "left"), each);
    physical.emplace(replaced(std::string(each), "end", "right"), each);
  }
  std::vector<std::string_view> candidates;
  for (const auto& entry : physical)
    candidates.push_back(entry.first);
  const std::string nearest = nearest_name(name, candidates);
  if (nearest.empty()) return "remove it";
  const std::string_view logical = physical.find(nearest)->second;
  if (logical == nearest) return name_hint(name, nearest, fmt::format("did you mean {}?", nearest));
  return fmt::format("sides are start and end, so that pages can mirror: write {}", logical);
}

}  // namespace

std::vector<const XmlElement*> read_children(const XmlElement& parent, const std::vector<ChildRule>& rules,
                                             Diagnostics& diagnostics) {
  std::vector<const XmlElement*> known;
  std::vector<std::string_view> names;
  for (const ChildRule& rule : rules)
    names.push_back(rule.name);
  std::set<std::string_view> seen;
  int order = 0;
  for (const XmlElement* child : parent.elements()) {
    const auto rule =
        std::find_if(rules.begin(), rules.end(), [&](const ChildRule& r) { return r.name == child->name; });
    if (rule == rules.end()) {
      std::string hint = did_you_mean_element(child->name, names);
      if (hint.empty()) hint = allowed_children(rules);
      diagnostics.error("design.unknown-element", fmt::format("<{}> is not allowed in <{}>", child->name, parent.name),
                        child->where, hint);
      continue;
    }
    const bool once = rule->occurs == Occurs::optional || rule->occurs == Occurs::required;
    if (!seen.insert(rule->name).second && once) {
      diagnostics.error("design.repeated", fmt::format("<{}> has a second <{}>", parent.name, child->name),
                        child->where, "write everything in one");
      continue;
    }
    if (rule->order < order) {
      diagnostics.error("design.wrong-order", fmt::format("<{}> stands too late in <{}>", child->name, parent.name),
                        child->where, fmt::format("move it before <{}>", order_name(rules, order)));
    }
    order = std::max(order, rule->order);
    known.push_back(child);
  }
  for (const ChildRule& rule : rules) {
    const bool needed = rule.occurs == Occurs::required || rule.occurs == Occurs::some;
    if (needed && !seen.contains(rule.name)) {
      diagnostics.error("design.missing-element", fmt::format("<{}> has no <{}>", parent.name, rule.name), parent.where,
                        fmt::format("add <{}>", rule.name));
    }
  }
  if (const XmlText* text = stray_text(parent)) {
    diagnostics.error("design.text-not-allowed", fmt::format("words cannot stand directly in <{}>", parent.name),
                      first_word(*text), allowed_children(rules));
  }
  return known;
}

void check_attributes(const XmlElement& element, const std::vector<std::string_view>& known, Diagnostics& diagnostics) {
  for (const XmlAttribute& attribute : element.attributes) {
    if (std::find(known.begin(), known.end(), attribute.name) != known.end()) continue;
    diagnostics.error("design.unknown-attribute", fmt::format("<{}> has no attribute {}", element.name, attribute.name),
                      attribute.where, hint_for_attribute(attribute.name, known));
  }
}

std::optional<Value> need_attribute(const XmlElement& element, std::string_view name, Diagnostics& diagnostics) {
  std::optional<Value> value = value_of(element, name);
  if (!value) {
    diagnostics.error("design.missing-attribute", fmt::format("<{}> has no {}", element.name, name), element.where,
                      fmt::format("add {}=\"...\"", name));
  }
  return value;
}

std::optional<std::string> need_id(const XmlElement& element, std::string_view attribute, Diagnostics& diagnostics) {
  const std::optional<Value> value = need_attribute(element, attribute, diagnostics);
  if (!value) return std::nullopt;
  if (is_id(value->text())) return value->text();
  diagnostics.error("design.bad-id",
                    fmt::format("{}=\"{}\" in <{}> is not a name", attribute, value->text(), element.name),
                    value_range(*value), "write small letters, digits, single hyphens and dots, such as other-formats");
  return std::nullopt;
}

void check_empty(const XmlElement& element, Diagnostics& diagnostics) {
  read_children(element, {}, diagnostics);
}

const XmlText* stray_text(const XmlElement& element) {
  for (const XmlNode& node : element.children) {
    const auto* text = std::get_if<XmlText>(&node);
    if (text != nullptr && text->text.find_first_not_of(" \t\r\n") != std::string::npos) return text;
  }
  return nullptr;
}

SourceRange first_word(const XmlText& text) {
  SourceRange where = text.where;
  const std::size_t at = text.text.find_first_not_of(" \t\r\n");
  if (at != std::string::npos) where.begin += static_cast<std::uint32_t>(at);
  return where;
}

}  // namespace handout::design
