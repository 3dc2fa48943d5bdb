#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/xml.h"
#include "design/read_values.h"

namespace handout::design {

/// How often a child may stand in its parent.
enum class Occurs { optional, required, any, some };
/// A child an element may hold. Children of a lower `order` come first; equal ones mix.
struct ChildRule {
  std::string_view name;
  int order = 0;
  Occurs occurs = Occurs::any;
};

/// The children that belong there, in file order. Reports `design.unknown-element`, `.wrong-order`, `.repeated`,
/// `.missing-element` and, for text between them, `.text-not-allowed`. A repeated child is left out.
std::vector<const XmlElement*> read_children(const XmlElement&, const std::vector<ChildRule>&, Diagnostics&);

/// Reports every attribute not in `known` as `design.unknown-attribute`, with the nearest right name.
void check_attributes(const XmlElement&, const std::vector<std::string_view>& known, Diagnostics&);
/// nullopt, with `design.missing-attribute`, where there is none.
std::optional<Value> need_attribute(const XmlElement&, std::string_view name, Diagnostics&);
/// An attribute that gives its element a name: `design.bad-id` where it is none. Dots allowed: `callout.note`.
std::optional<std::string> need_id(const XmlElement&, std::string_view attribute, Diagnostics&);
/// Reports children of an element that is always empty.
void check_empty(const XmlElement&, Diagnostics&);
/// The first text in `element` that is more than white space; nullptr where there is none.
const XmlText* stray_text(const XmlElement&);
/// Its first character that is no white space.
SourceRange first_word(const XmlText&);

}  // namespace handout::design
