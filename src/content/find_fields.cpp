#include "content/find_fields.h"

#include <string_view>

#include "base/xml.h"
#include "content/attribute_values.h"
#include "content/take_in_shared.h"
#include "content/xml_text.h"

namespace handout::content {
namespace {

std::vector<NamedField> fields_in_braces(const XmlElement& element, std::string_view attribute) {
  const std::string value = value_of(element, attribute);
  std::vector<NamedField> fields;
  for (std::size_t open = value.find('{'); open != std::string::npos; open = value.find('{', open + 1)) {
    const std::size_t close = value.find_first_of("{}", open + 1);
    if (close == std::string::npos || value[close] == '{') continue;
    fields.push_back({value.substr(open + 1, close - open - 1), place_of(element, attribute)});
  }
  return fields;
}

/// The fields of one element, not of those inside it.
std::vector<NamedField> fields_of(const XmlElement& element) {
  std::vector<NamedField> fields;
  if (element.name == "field") fields.push_back({value_of(element, "name"), place_of(element, "name")});
  for (const std::string_view attribute : {"href", "alt"}) {
    if (attribute == "href" && element.name == "source") continue;  // an address as it is
    const std::vector<NamedField> found = fields_in_braces(element, attribute);
    fields.insert(fields.end(), found.begin(), found.end());
  }
  return fields;
}

}  // namespace

std::vector<NamedField> find_fields(const SourceFilePtr& file, const SharedBlocks& shared) {
  Diagnostics told_when_loaded;
  const std::unique_ptr<XmlElement> root = parse_xml(file, "content", told_when_loaded);
  if (root == nullptr) return {};
  take_in_shared(*root, shared, told_when_loaded);
  std::vector<NamedField> fields;
  each_element(*root, [&](const XmlElement& element) {
    const std::vector<NamedField> found = fields_of(element);
    fields.insert(fields.end(), found.begin(), found.end());
  });
  return fields;
}

}  // namespace handout::content
