#include "content/load_sign_offs.h"

#include <fmt/format.h>

#include <string_view>

#include "base/xml.h"
#include "content/attribute_values.h"
#include "content/check_shape.h"

namespace handout::content {
namespace {

std::string escaped(std::string_view text) {
  std::string value;
  for (const char c : text) {
    if (c == '&')
      value += "&amp;";
    else if (c == '<')
      value += "&lt;";
    else if (c == '"')
      value += "&quot;";
    else
      value += c;
  }
  return value;
}

}  // namespace

std::optional<SignOffs> load_sign_offs(const SourceFilePtr& file, Diagnostics& diagnostics) {
  SignOffs sign_offs;
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
  diagnostics.append(first_hundred(in_file_order(found), "is it the right file?"));
  if (found.has_errors()) return std::nullopt;
  for (const XmlElement* element : root->elements()) {
    const bool is_clinical = value_of(*element, "role") == "clinical";
    sign_offs.push_back({parse_locale(value_of(*element, "locale")).value(), value_of(*element, "of"),
                         value_of(*element, "by"), is_clinical ? SignOffRole::clinical : SignOffRole::language,
                         value_of(*element, "on"), element->where});
  }
  return sign_offs;
}

std::string write_sign_offs(const SignOffs& sign_offs) {
  std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sign-offs>\n";
  for (const SignOff& one : sign_offs) {
    text += fmt::format("  <sign-off locale=\"{}\" of=\"{}\" by=\"{}\" role=\"{}\" on=\"{}\"/>\n", one.locale.tag,
                        one.of, escaped(one.by), one.role == SignOffRole::clinical ? "clinical" : "language", one.on);
  }
  return text + "</sign-offs>\n";
}

}  // namespace handout::content
