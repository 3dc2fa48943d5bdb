#include "design/design.h"

#include <algorithm>
#include <string_view>
#include <tuple>

#include "design/style_vocabulary.h"

namespace handout::design {
namespace {

/// Place in the order of look-up: `E`, `E.kind`, both in="P", both in="P.kind".
int rank(const StyleRule& rule) {
  const int kind = rule.element.kind.empty() ? 0 : 1;
  if (!rule.in) return kind;
  return rule.in->kind.empty() ? 2 + kind : 4 + kind;
}

std::string_view element_name(const StyleRule& rule) {
  return rule.element.name;
}

bool is_met(const ElementName& stated, const ElementName& met) {
  return stated.name == met.name && (stated.kind.empty() || stated.kind == met.kind);
}

}  // namespace

StyleProperties merged(StyleProperties under, const StyleProperties& over) {
  each_property([&](const PropertyInfo&, auto member) {
    if (over.*member) under.*member = over.*member;
  });
  return under;
}

void order_rules(std::vector<StyleRule>& rules) {
  std::stable_sort(rules.begin(), rules.end(), [](const StyleRule& a, const StyleRule& b) {
    return std::tuple(element_name(a), rank(a)) < std::tuple(element_name(b), rank(b));
  });
}

std::span<const StyleRule> Design::rules_for(std::string_view element) const {
  const auto first =
      std::lower_bound(rules.begin(), rules.end(), element,
                       [](const StyleRule& rule, std::string_view name) { return element_name(rule) < name; });
  const auto end =
      std::find_if(first, rules.end(), [element](const StyleRule& r) { return r.element.name != element; });
  return {first, end};
}

bool applies(const StyleRule& rule, const ElementName& element, const ElementName& parent) {
  return is_met(rule.element, element) && (!rule.in || is_met(*rule.in, parent));
}

StyleProperties Design::look_up(const ElementName& element, const ElementName& parent) const {
  StyleProperties result;
  each_matching_rule(element, parent,
                     [&result](const StyleRule& rule) { result = merged(std::move(result), rule.properties); });
  return result;
}

const FontFamily* FontsList::find(std::string_view name) const {
  const auto family =
      std::find_if(families.begin(), families.end(), [name](const FontFamily& f) { return f.name == name; });
  return family == families.end() ? nullptr : &*family;
}

}  // namespace handout::design
