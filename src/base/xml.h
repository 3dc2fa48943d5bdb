#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"

namespace handout {

/// A located XML tree. Positions are those of the file's bytes, so that a message can point at them.
struct XmlElement;

struct XmlAttribute {
  std::string name;
  std::string value;  ///< entities resolved, white space normalized to spaces
  SourceRange where;  ///< the whole attribute; its value starts at value_begin
  std::uint32_t value_begin = 0;
};

struct XmlText {
  std::string text;  ///< entities resolved; white space as in the file
  SourceRange where;
};

using XmlNode = std::variant<XmlText, std::unique_ptr<XmlElement>>;

struct XmlElement {
  std::string name;
  std::vector<XmlAttribute> attributes;  ///< in file order
  std::vector<XmlNode> children;         ///< comments and processing instructions are left out
  SourceRange where;                     ///< of the start tag, '<' to '>'

  const XmlAttribute* attribute(std::string_view name) const;
  /// Child elements only, in order.
  std::vector<const XmlElement*> elements() const;
  /// Whether any text child is more than white space.
  bool has_text() const;
};

/// Scans the bytes (UTF-8, entities, attributes, nesting, one root, no DOCTYPE, no control characters), reports every
/// lexical mistake with its place, as scan_xml does, resuming at the next '<'; only a clean scan is handed to tinyxml2
/// and becomes a tree. `stage` is "content", "localization", "design" or "figures". nullptr iff this call added an
/// error.
std::unique_ptr<XmlElement> parse_xml(const SourceFilePtr&, std::string_view stage, Diagnostics&);

}  // namespace handout
