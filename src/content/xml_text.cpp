#include "content/xml_text.h"

#include <algorithm>

#include "base/unicode.h"
#include "base/xml_characters.h"

namespace handout::content {
namespace {

/// Unicode 15: White_Space, and of Default_Ignorable_Code_Point those that people paste without seeing them.
bool is_unseen(char32_t c) {
  return (c < 0x80 && is_xml_space(static_cast<char>(c))) || c == 0xA0 || c == 0xAD || c == 0x34F || c == 0x61C ||
         c == 0x1680 || c == 0x180E || (c >= 0x2000 && c <= 0x200F) || (c >= 0x2028 && c <= 0x202F) ||
         (c >= 0x205F && c <= 0x206F) || c == 0x3000 || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF;
}

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
  return std::all_of(text.begin(), text.end(), is_xml_space);
}

bool is_blank(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (!is_unseen(next_code_point(text, at))) return false;
  }
  return true;
}

SourceRange visible_part(const XmlText& text) {
  const std::string_view written =
      std::string_view(text.where.file->text).substr(text.where.begin, text.where.end - text.where.begin);
  const auto* const first = std::find_if_not(written.begin(), written.end(), is_xml_space);
  if (first == written.end()) return text.where;
  const auto last = std::find_if_not(written.rbegin(), written.rend(), is_xml_space);
  const auto place = [&](const char* byte) {
    return static_cast<std::uint32_t>(text.where.begin + static_cast<std::size_t>(byte - written.begin()));
  };
  return {text.where.file, place(first), place(last.base())};
}

std::string text_of(const XmlElement& element) {
  std::string text;
  collect_text(element, text);
  return collapse_and_trim(text);
}

const XmlElement* child_named(const XmlElement& element, std::string_view name) {
  for (const XmlNode& child : element.children) {
    const auto* inner = std::get_if<std::unique_ptr<XmlElement>>(&child);
    if (inner != nullptr && (*inner)->name == name) return inner->get();
  }
  return nullptr;
}

void each_element(const XmlElement& root, const std::function<void(const XmlElement&)>& visit) {
  visit_element(root, nullptr, [&visit](const XmlElement& element, const XmlElement*) { visit(element); });
}

void each_element(const XmlElement& root, const std::function<void(const XmlElement&, const XmlElement*)>& visit) {
  visit_element(root, nullptr, visit);
}

}  // namespace handout::content
