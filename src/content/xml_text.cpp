#include "content/xml_text.h"

#include "base/unicode.h"

namespace handout::content {
namespace {

constexpr std::string_view spaces = " \t\r\n";

void collect_text(const XmlElement& element, std::string& text) {
  for (const XmlNode& child : element.children) {
    if (const auto* words = std::get_if<XmlText>(&child)) {
      text += words->text;
    } else {
      const XmlElement& inner = *std::get<std::unique_ptr<XmlElement>>(child);
      if (inner.name == "br") text += ' ';
      collect_text(inner, text);
    }
  }
}

void visit_element(const XmlElement& element, const XmlElement* parent,
                   const std::function<void(const XmlElement&, const XmlElement*)>& visit) {
  visit(element, parent);
  for (const XmlNode& child : element.children) {
    if (const auto* inner = std::get_if<std::unique_ptr<XmlElement>>(&child)) visit_element(**inner, &element, visit);
  }
}

}  // namespace

bool is_white_space(std::string_view text) {
  return text.find_first_not_of(spaces) == std::string_view::npos;
}

SourceRange visible_part(const XmlText& text) {
  const std::string_view written =
      std::string_view(text.where.file->text).substr(text.where.begin, text.where.end - text.where.begin);
  const std::size_t first = written.find_first_not_of(spaces);
  if (first == std::string_view::npos) return text.where;
  return {text.where.file, static_cast<std::uint32_t>(text.where.begin + first),
          static_cast<std::uint32_t>(text.where.begin + written.find_last_not_of(spaces) + 1)};
}

std::string text_of(const XmlElement& element) {
  std::string text;
  collect_text(element, text);
  text = collapse_white_space(text);
  if (text.starts_with(' ')) text.erase(0, 1);
  if (text.ends_with(' ')) text.pop_back();
  return text;
}

void each_element(const XmlElement& root, const std::function<void(const XmlElement&)>& visit) {
  visit_element(root, nullptr, [&visit](const XmlElement& element, const XmlElement*) { visit(element); });
}

void each_element(const XmlElement& root, const std::function<void(const XmlElement&, const XmlElement*)>& visit) {
  visit_element(root, nullptr, visit);
}

}  // namespace handout::content
