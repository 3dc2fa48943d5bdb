#include "content/load_sign_offs.h"

#include <fmt/format.h>

#include "base/xml.h"
#include "content/attribute_values.h"
#include "content/check_shape.h"

namespace handout::content {

std::optional<std::vector<SignOff>> load_sign_offs(const SourceFilePtr& file, Diagnostics& diagnostics) {
  std::vector<SignOff> sign_offs;
  if (file == nullptr) return sign_offs;
  const std::unique_ptr<XmlElement> root = parse_xml(file, "content", diagnostics);
  if (root == nullptr) return std::nullopt;
  if (root->name != "sign-offs") {
    diagnostics.error("content.unknown-element",
                      fmt::format("a file of sign-offs begins with <sign-offs>, not with <{}>", root->name),
                      root->where, "handout sign writes this file");
    return std::nullopt;
  }
  Diagnostics found;
  check_shape(*root, sign_offs_vocabulary(), found);
  diagnostics.append(in_file_order(found));
  if (found.has_errors()) return std::nullopt;
  for (const XmlElement* element : root->elements()) {
    const bool is_clinical = value_of(*element, "role") == "clinical";
    sign_offs.push_back({parse_locale(value_of(*element, "locale")).value(), value_of(*element, "of"),
                         value_of(*element, "by"), is_clinical ? SignOffRole::clinical : SignOffRole::language,
                         value_of(*element, "on"), element->where});
  }
  return sign_offs;
}

}  // namespace handout::content
