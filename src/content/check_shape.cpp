#include "content/check_shape.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/names.h"
#include "content/content_checks.h"
#include "content/xml_text.h"

namespace handout::content {
namespace {

/// <p>, <list> or <use>
std::string list_of(const std::vector<std::string_view>& names) {
  std::vector<std::string> tags;
  for (const std::string_view name : names)
    tags.push_back(fmt::format("<{}>", name));
  return one_of(std::vector<std::string_view>(tags.begin(), tags.end()));
}

/// Whether an element could be deleted and its parent still have what it must.
enum class Need { may_go, must_stay };

class ShapeChecker {
 public:
  ShapeChecker(const Vocabulary& vocabulary, Diagnostics& diagnostics)
      : vocabulary_(vocabulary), diagnostics_(diagnostics) {}

  void check(const XmlElement& element, const ElementRule& rule, Need need) {
    check_attributes(element, rule);
    check_text(element, rule, need);
    check_children(element, rule, need);
    check_zone_kinds(element);
    check_inside(element, &rule);
  }

 private:
  /// What stands in an unknown element is held to the rule of the element that is meant; where none is, to its own.
  void check_inside(const XmlElement& element, const ElementRule* rule) {
    for (const XmlElement* child : element.elements()) {
      const ElementRule* child_rule = vocabulary_.find(child->name);
      if (child_rule == nullptr && rule != nullptr)
        child_rule = vocabulary_.find(vocabulary_.meant_by(child->name, *rule));
      if (child_rule != nullptr) {
        check(*child, *child_rule, rule == nullptr ? Need::may_go : need_of(*child, element, *rule));
      } else {
        check_inside(*child, nullptr);
      }
    }
  }

  static Need need_of(const XmlElement& child, const XmlElement& parent, const ElementRule& rule) {
    if (child.name == "section" && is_required_role(value_of(child, "role"))) return Need::must_stay;
    const auto place = std::find_if(rule.children.begin(), rule.children.end(),
                                    [&child](const ChildRule& r) { return r.has(child.name); });
    if (place == rule.children.end()) return Need::may_go;
    const std::vector<const XmlElement*> all = parent.elements();
    const auto same = std::count_if(all.begin(), all.end(), [&](const XmlElement* e) { return place->has(e->name); });
    return static_cast<std::size_t>(same) <= place->least ? Need::must_stay : Need::may_go;
  }
  static std::string or_delete(const std::string& what, Need need) {
    return need == Need::may_go ? what + ", or delete it" : what;
  }

  void error(std::string_view code, std::string message, const SourceRange& where, std::string hint) {
    diagnostics_.error(fmt::format("content.{}", code), std::move(message), where, std::move(hint));
  }

  void check_attributes(const XmlElement& element, const ElementRule& rule) {
    for (const XmlAttribute& attribute : element.attributes) {
      const AttributeRule* known = rule.attribute(attribute.name);
      if (known == nullptr) {
        error("unknown-attribute", fmt::format("<{}> has no attribute \"{}\"", element.name, attribute.name),
              attribute.where, hint_for_attribute(attribute.name, rule));
        continue;
      }
      const std::string value = value_of(element, attribute.name);
      if (const std::optional<ValueProblem> problem = check_value(known->value, value)) {
        error(problem->code, fmt::format("{}=\"{}\" in <{}> {}", attribute.name, value, element.name, problem->is),
              value_place(attribute), problem->hint);
      }
    }
    for (const AttributeRule& attribute : rule.attributes) {
      if (!attribute.required || element.attribute(attribute.name) != nullptr) continue;
      error("missing-attribute", fmt::format("<{}> needs the attribute \"{}\"", element.name, attribute.name),
            element.where, form_of(attribute.value));
    }
  }

  static std::string hint_for_attribute(std::string_view name, const ElementRule& rule) {
    std::vector<std::string_view> known;
    for (const AttributeRule& attribute : rule.attributes)
      known.push_back(attribute.name);
    if (known.empty()) return fmt::format("<{}> has no attributes: delete it", rule.name);
    const std::string nearest = nearest_name(name, known);
    if (!nearest.empty()) return name_hint(name, nearest, fmt::format("did you mean {}?", nearest));
    return fmt::format("<{}> has {}", rule.name, fmt::join(known, ", "));
  }

  void check_text(const XmlElement& element, const ElementRule& rule, Need need) {
    if (rule.body == Body::nothing) {
      for (const XmlNode& child : element.children) {
        const auto* text = std::get_if<XmlText>(&child);
        if (text == nullptr || is_white_space(text->text)) continue;
        error("text-not-allowed", fmt::format("words cannot stand directly in <{}>", element.name), visible_part(*text),
              hint_for_text(rule));
      }
      return;
    }
    if (rule.body == Body::words_or_blocks) check_words_or_blocks(element);
    if (!says_something(element) && !may_be_empty(element)) {
      error("empty-text", fmt::format("<{}> has no words", element.name), element.where,
            or_delete("write its words", need));
    }
  }

  static std::string hint_for_text(const ElementRule& rule) {
    if (rule.allows("p")) return "put them in a <p>";
    const std::vector<std::string_view> names = rule.child_names();
    if (names.empty()) return fmt::format("<{}> is always empty: <{}/>", rule.name, rule.name);
    return fmt::format("put them in {}", list_of(names));
  }

  /// A cell may be a space to write in: check_tables asks whether its table is one to fill in.
  static bool may_be_empty(const XmlElement& element) { return element.name == "cell"; }

  /// Words, an inline element, or a block; a title alone is not enough.
  static bool says_something(const XmlElement& element) {
    return std::any_of(element.children.begin(), element.children.end(), [](const XmlNode& child) {
      if (const auto* text = std::get_if<XmlText>(&child)) return !is_blank(text->text);
      const std::string& name = std::get<std::unique_ptr<XmlElement>>(child)->name;
      return name != "br" && name != "title";
    });
  }

  void check_words_or_blocks(const XmlElement& element) {
    bool words = false, blocks = false;
    for (const XmlNode& child : element.children) {
      const auto* text = std::get_if<XmlText>(&child);
      const XmlElement* inner = text == nullptr ? std::get<std::unique_ptr<XmlElement>>(child).get() : nullptr;
      words = words || (text != nullptr ? !is_white_space(text->text) : is_inline(inner->name));
      blocks = blocks || (inner != nullptr && is_small_block(inner->name));
      if (!words || !blocks) continue;
      error("text-beside-blocks", fmt::format("<{}> holds both words and blocks", element.name),
            text != nullptr ? visible_part(*text) : inner->where, "put the words in a <p> of their own");
      return;
    }
  }

  void check_children(const XmlElement& element, const ElementRule& rule, Need need) {
    std::vector<std::size_t> counts(rule.children.size(), 0);
    std::size_t reached = 0;
    std::string_view last;  // the element that stands furthest on in the order
    for (const XmlNode& node : element.children) {
      if (const auto* text = std::get_if<XmlText>(&node)) {
        // Words that follow a title are past it.
        if (rule.body != Body::nothing && !is_white_space(text->text) && !rule.children.empty() &&
            reached + 1 < rule.children.size()) {
          reached = rule.children.size() - 1;
          last = "words";
        }
        continue;
      }
      const XmlElement& child = *std::get<std::unique_ptr<XmlElement>>(node);
      const auto place = std::find_if(rule.children.begin(), rule.children.end(),
                                      [&child](const ChildRule& r) { return r.has(child.name); });
      if (place == rule.children.end()) {
        error("unknown-element", fmt::format("<{}> is not allowed in <{}>", child.name, element.name), child.where,
              hint_for_element(child.name, rule));
        // It stands for the one that is meant; where none is, it may be any block.
        const std::string meant = vocabulary_.meant_by(child.name, rule);
        for (std::size_t i = 0; i < rule.children.size(); ++i) {
          if (meant.empty() ? rule.children[i].names.size() > 2 : rule.children[i].has(meant)) ++counts[i];
        }
        continue;
      }
      const auto index = static_cast<std::size_t>(place - rule.children.begin());
      if (++counts.at(index) > place->most) {
        error("repeated", fmt::format("<{}> stands twice in <{}>", child.name, element.name), child.where,
              "keep one of them");
      } else if (index < reached) {
        error("wrong-order",
              fmt::format("<{}> stands after {}", child.name, last == "words" ? "words" : fmt::format("<{}>", last)),
              child.where, hint_for_order(rule));
      } else if (index > reached || last.empty()) {
        reached = index;
        last = child.name;
      }
    }
    for (std::size_t i = 0; i < rule.children.size(); ++i) {
      if (counts.at(i) < rule.children.at(i).least) report_missing(element, i, rule, need);
    }
  }

  std::string hint_for_element(std::string_view name, const ElementRule& parent) const {
    if (name == "sign-off" || name == "sign-offs") return "sign-offs stand in sign-offs.xml, beside the handout";
    const std::string meant = vocabulary_.meant_by(name, parent);
    if (!meant.empty()) return name_hint(name, meant, fmt::format("did you mean <{}>?", meant));
    std::vector<std::string_view> names = parent.child_names();
    if (names.size() == 1) return fmt::format("did you mean <{}>?", names.front());
    if (names.empty() && parent.body == Body::nothing) return fmt::format("<{0}> is always empty: <{0}/>", parent.name);
    if (names.empty()) return fmt::format("<{}> holds words alone", parent.name);
    if (parent.body == Body::nothing) return fmt::format("<{}> holds {}", parent.name, list_of(names));
    if (parent.body == Body::words) return fmt::format("<{}> holds words, with {}", parent.name, list_of(names));
    names.erase(std::remove_if(names.begin(), names.end(), is_inline), names.end());
    return fmt::format("<{}> holds words, or {}", parent.name, list_of(names));
  }

  /// In <handout> the order is: title, subtitle, summary, section or use, glossary, sources.
  static std::string hint_for_order(const ElementRule& rule) {
    std::string order;
    for (const ChildRule& child : rule.children) {
      if (!order.empty()) order += ", then ";
      order += child.names.size() > 2 ? std::string(rule.body == Body::nothing ? "the blocks" : "the words")
                                      : list_of(child.names);
    }
    return fmt::format("in <{}> the order is {}", rule.name, order);
  }

  void report_missing(const XmlElement& element, std::size_t place, const ElementRule& rule, Need need) {
    const ChildRule& missing = rule.children.at(place);
    if (missing.names.size() > 2) {
      return error("missing-element", fmt::format("<{}> holds no block", element.name), element.where,
                   or_delete(fmt::format("write {} in it", list_of(missing.names)), need));
    }
    const std::string_view name = missing.names.front();
    error("missing-element", fmt::format("<{}> has no <{}>", element.name, name), element.where,
          place == 0 ? fmt::format("write <{}>…</{}> first in it", name, name)
                     : fmt::format("write <{}>…</{}> in it", name, name));
  }

  /// Of zones there is one of a kind.
  void check_zone_kinds(const XmlElement& element) {
    if (element.name != "zones") return;
    std::vector<std::string> seen;
    for (const XmlElement* zone : element.elements()) {
      const std::string kind = value_of(*zone, "kind");
      if (kind.empty()) continue;
      if (std::find(seen.begin(), seen.end(), kind) != seen.end()) {
        error("repeated", fmt::format("<zone kind=\"{}\"> stands twice in <zones>", kind), zone->where,
              "put what it says in the first one");
      }
      seen.push_back(kind);
    }
  }

  const Vocabulary& vocabulary_;
  Diagnostics& diagnostics_;
};

}  // namespace

void check_shape(const XmlElement& root, const Vocabulary& vocabulary, Diagnostics& diagnostics) {
  const ElementRule* rule = vocabulary.find(root.name);
  ENSURE(rule != nullptr);
  ShapeChecker(vocabulary, diagnostics).check(root, *rule, Need::must_stay);
}

}  // namespace handout::content
