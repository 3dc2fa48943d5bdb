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

/// An unset kind in a rule stands for every kind.
bool matches(const ElementName& stated, const ElementName& met) {
  return stated.name == met.name && (stated.kind.empty() || stated.kind == met.kind);
}

}  // namespace

StyleProperties merged(const StyleProperties& under, const StyleProperties& over) {
  StyleProperties result = under;
  each_property([&](const PropertyInfo&, auto member) {
    if (over.*member) result.*member = over.*member;
  });
  return result;
}

void order_rules(std::vector<StyleRule>& rules) {
  std::stable_sort(rules.begin(), rules.end(), [](const StyleRule& a, const StyleRule& b) {
    return std::tuple(element_name(a), rank(a)) < std::tuple(element_name(b), rank(b));
  });
}

std::vector<const StyleRule*> Design::matching_rules(const ElementName& element, const ElementName& parent) const {
  std::vector<const StyleRule*> found;
  auto rule = std::lower_bound(rules.begin(), rules.end(), std::string_view(element.name),
                               [](const StyleRule& r, std::string_view name) { return element_name(r) < name; });
  for (; rule != rules.end() && rule->element.name == element.name; ++rule) {
    if (matches(rule->element, element) && (!rule->in || matches(*rule->in, parent))) found.push_back(&*rule);
  }
  return found;
}

StyleProperties Design::look_up(const ElementName& element, const ElementName& parent) const {
  StyleProperties result;
  for (const StyleRule* rule : matching_rules(element, parent))
    result = merged(result, rule->properties);
  return result;
}

const FontFamily* FontsList::find(std::string_view name) const {
  const auto family =
      std::find_if(families.begin(), families.end(), [name](const FontFamily& f) { return f.name == name; });
  return family == families.end() ? nullptr : &*family;
}

}  // namespace handout::design
