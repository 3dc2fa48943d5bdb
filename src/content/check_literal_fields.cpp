#include <fmt/format.h>

#include "base/names.h"
#include "base/unicode.h"
#include "content/content_checks.h"
#include "content/xml_text.h"

namespace handout::content {
namespace {

/// {clinic.phone}, as it is written in an address. What has no dot is no field's name: {left} may be meant as it
/// stands.
struct Braced {
  std::size_t begin = 0, end = 0;  ///< with the braces
  std::string name;
};

std::vector<Braced> find_braced(std::string_view text) {
  std::vector<Braced> found;
  for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
    const std::size_t close = text.find_first_of("{}", open + 1);
    if (close == std::string_view::npos || text[close] == '{') continue;
    std::string name = in_small_letters(collapse_and_trim(text.substr(open + 1, close - open - 1)));
    if (is_id(name) && name.find('.') != std::string::npos) found.push_back({open, close + 1, std::move(name)});
  }
  return found;
}

/// Where the braces stand in the file; the whole text where references make the two differ.
SourceRange place_in(const XmlText& text, const Braced& braced) {
  if (text.text.size() != text.where.end - text.where.begin) return visible_part(text);
  return {text.where.file, static_cast<std::uint32_t>(text.where.begin + braced.begin),
          static_cast<std::uint32_t>(text.where.begin + braced.end)};
}

void report(std::string_view written, const SourceRange& where, std::string hint, Diagnostics& diagnostics) {
  diagnostics.error("content.literal-field", fmt::format("{} would print as it stands", written), where,
                    std::move(hint));
}

}  // namespace

void check_literal_fields_in(std::string_view words, const SourceRange& where, Diagnostics& diagnostics) {
  for (const Braced& braced : find_braced(words))
    report(words.substr(braced.begin, braced.end - braced.begin), where,
           "a picture shows no fields: say it in the text beside it", diagnostics);
}

void check_literal_fields(const XmlElement& root, Diagnostics& diagnostics) {
  each_element(root, [&](const XmlElement& element) {
    if (!is_from(element, root)) return;
    for (const XmlNode& child : element.children) {
      const auto* text = std::get_if<XmlText>(&child);
      if (text == nullptr) continue;
      for (const Braced& braced : find_braced(text->text))
        report(std::string_view(text->text).substr(braced.begin, braced.end - braced.begin), place_in(*text, braced),
               fmt::format("write <field name=\"{}\"/>", braced.name), diagnostics);
    }
  });
}

}  // namespace handout::content
