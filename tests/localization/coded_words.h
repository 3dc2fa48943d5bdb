#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/xml.h"
#include "content/read_words.h"
#include "localization/coded_text.h"

namespace handout::tests {

/// "Call {clinic.phone}. Do <1>not</1><2/>[[Tylenol]]": coded text as messages and tests show it.
inline std::string shown(const localization::CodedText& text) {
  using Kind = localization::CodedPart::Kind;
  std::string said;
  for (const localization::CodedPart& part : text) {
    if (part.kind == Kind::text) said += part.text;
    if (part.kind == Kind::opening) said += "<" + part.text + ">";
    if (part.kind == Kind::closing) said += "</" + part.text + ">";
    if (part.kind == Kind::protected_text) said += "[[" + part.text + "]]";
    if (part.kind == Kind::mark) {
      said += localization::is_line_break(part) ? "<" + part.text + "/>" : "{" + part.text + "}";
    }
  }
  return said;
}

inline std::unique_ptr<XmlElement> element_of(const std::string& xml,
                                              const std::string& path = "content/a/handout.xml") {
  Diagnostics diagnostics;
  auto root = parse_xml(std::make_shared<const SourceFile>(SourceFile{path, xml}), "content", diagnostics);
  REQUIRE(root != nullptr);
  return root;
}

/// The words of "<p id='unit'>…</p>".
inline content::Words words_of(const std::string& xml, const std::string& path = "content/a/handout.xml") {
  const auto root = element_of(xml, path);
  return content::read_words(*root, root->attribute("id") == nullptr ? "" : root->attribute("id")->value);
}

}  // namespace handout::tests
