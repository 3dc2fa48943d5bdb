// Any bytes are either a tree or mistakes at places inside the file; never a crash, and never both.
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "base/diagnostic.h"
#include "base/xml.h"

namespace {

/// Every place lies in the file, and what an element holds lies after its start tag.
void check_places(const handout::XmlElement& element, std::size_t size) {
  ENSURE(element.where.begin < element.where.end && element.where.end <= size);
  for (const handout::XmlAttribute& attribute : element.attributes) {
    ENSURE(element.where.begin < attribute.where.begin && attribute.where.end < element.where.end);
    ENSURE(attribute.where.begin < attribute.value_begin && attribute.value_begin < attribute.where.end);
  }
  std::uint32_t reached = element.where.end;
  for (const handout::XmlNode& child : element.children) {
    const auto* text = std::get_if<handout::XmlText>(&child);
    const handout::XmlElement* inner =
        text == nullptr ? std::get<std::unique_ptr<handout::XmlElement>>(child).get() : nullptr;
    const handout::SourceRange& where = text == nullptr ? inner->where : text->where;
    ENSURE(reached <= where.begin && where.end <= size);
    reached = where.end;
    if (inner != nullptr) check_places(*inner, size);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto file = std::make_shared<handout::SourceFile>();
  file->path = "fuzzed.xml";
  file->text.assign(data, data + size);
  handout::Diagnostics diagnostics;
  const std::unique_ptr<handout::XmlElement> root = handout::parse_xml(file, "content", diagnostics);
  ENSURE((root == nullptr) == diagnostics.has_errors());
  for (const handout::Diagnostic& item : diagnostics.items()) {
    ENSURE(item.where.begin <= item.where.end && item.where.end <= size);
    ENSURE(!handout::format(item).empty());
  }
  if (root != nullptr) check_places(*root, size);
  return 0;
}
