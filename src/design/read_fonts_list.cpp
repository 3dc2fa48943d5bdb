#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "base/names.h"
#include "base/xml.h"
#include "design/load_design.h"
#include "design/read_elements.h"
#include "design/read_values.h"

namespace handout::design {
namespace {

constexpr const char* fonts_path = "fonts/fonts.xml";

/// A font's file is named, not located: it is looked for in fonts/, then in the system's fonts.
std::string read_file_name(const Value& value, Diagnostics& diagnostics) {
  const std::string& name = value.text();
  if (name.find('/') != std::string::npos) {
    diagnostics.error("design.outside-folder", fmt::format("{}=\"{}\" in <font> is a path", value.attribute.name, name),
                      value_range(value),
                      "write the file's name alone: it is looked for in fonts/, then in the system's fonts");
    return {};
  }
  const bool known_ending =
      name.ends_with(".ttf") || name.ends_with(".otf") || name.ends_with(".ttc") || name.ends_with(".otc");
  const bool plain =
      name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-") == std::string::npos;
  if (!known_ending || !plain || name.size() < 5) {
    bad_value(value, "is not a font's file", "write a file ending in .ttf, .otf, .ttc or .otc", diagnostics);
  }
  return name;
}

std::vector<std::string> read_covered(const Value& value, Diagnostics& diagnostics) {
  if (value.text() == "any") return {"any"};
  std::vector<std::string> scripts = read_scripts(value, diagnostics);
  if (list_words(value).empty()) bad_value(value, "names no script", "write Latn, or any", diagnostics);
  return scripts;
}

unsigned read_index(const Value& value, Diagnostics& diagnostics) {
  const std::string& text = value.text();
  if (text.empty() || text.size() > 3 || text.find_first_not_of("0123456789") != std::string::npos) {
    bad_value(value, "is not a whole number", "write the font's place in its collection, from 0", diagnostics);
    return 0;
  }
  return static_cast<unsigned>(std::stoul(text));
}

FontRow read_font(const XmlElement& element, Diagnostics& diagnostics) {
  check_attributes(
      element,
      {"scripts", "lang", "regular", "bold", "italic", "bold-italic", "index", "size", "leading", "latin-digits"},
      diagnostics);
  check_empty(element, diagnostics);
  FontRow row;
  row.where = element.where;
  if (const auto scripts = need_attribute(element, "scripts", diagnostics))
    row.scripts = read_covered(*scripts, diagnostics);
  if (const auto lang = value_of(element, "lang")) row.languages = read_languages(*lang, diagnostics);
  if (const auto file = need_attribute(element, "regular", diagnostics))
    row.regular = read_file_name(*file, diagnostics);
  if (const auto file = value_of(element, "bold")) row.bold = read_file_name(*file, diagnostics);
  if (const auto file = value_of(element, "italic")) row.italic = read_file_name(*file, diagnostics);
  if (const auto file = value_of(element, "bold-italic")) row.bold_italic = read_file_name(*file, diagnostics);
  if (const auto index = value_of(element, "index")) row.index = read_index(*index, diagnostics);
  const auto factor = [&](std::string_view name) {
    const auto value = value_of(element, name);
    if (!value) return Factor{};
    return read_factor(*value, Factor::thousandths(500), Factor::thousandths(3000), diagnostics).value_or(Factor{});
  };
  row.size = factor("size");
  row.leading = factor("leading");
  if (const auto digits = value_of(element, "latin-digits")) {
    row.latin_digits = read_yes_no(*digits, diagnostics).value_or(false);
  }
  return row;
}

void read_family(const XmlElement& element, FontsList& fonts, Diagnostics& diagnostics) {
  check_attributes(element, {"name", "fallback"}, diagnostics);
  FontFamily family;
  if (const auto name = need_id(element, "name", diagnostics)) family.name = *name;
  if (const auto fallback = value_of(element, "fallback")) {
    family.fallback = read_name(*fallback, diagnostics).value_or("");
  }
  for (const XmlElement* font : read_children(element, {{"font", 0, Occurs::some}}, diagnostics)) {
    family.rows.push_back(read_font(*font, diagnostics));
  }
  if (!family.name.empty() && fonts.find(family.name) != nullptr) {
    diagnostics.error("design.set-twice", fmt::format("family \"{}\" is set twice in this file", family.name),
                      value_range(*value_of(element, "name")), "keep one");
    return;
  }
  fonts.families.push_back(std::move(family));
}

void check_fallbacks(const std::vector<const XmlElement*>& elements, const FontsList& fonts, Diagnostics& diagnostics) {
  std::vector<std::string_view> names;
  for (const FontFamily& family : fonts.families)
    names.push_back(family.name);
  for (const XmlElement* element : elements) {
    const auto fallback = value_of(*element, "fallback");
    if (!fallback) continue;
    const FontFamily* next = fonts.find(fallback->text());
    if (next == nullptr) {
      diagnostics.error("design.unknown-family",
                        fmt::format("fallback=\"{}\" in <family>: there is no such family", fallback->text()),
                        value_range(*fallback), fmt::format("there are: {}", fmt::join(names, ", ")));
      continue;
    }
    // A chain longer than the list has met one family twice.
    std::size_t steps = 0;
    while (next != nullptr && !next->fallback.empty() && steps <= fonts.families.size()) {
      next = fonts.find(next->fallback);
      ++steps;
    }
    if (steps > fonts.families.size()) {
      diagnostics.error("design.extends-cycle",
                        fmt::format("fallback=\"{}\" in <family> leads back to where it came from", fallback->text()),
                        value_range(*fallback), "remove a fallback, so that one of them is the last");
    }
  }
}

}  // namespace

std::shared_ptr<const FontsList> load_fonts_list(const Files& files, Diagnostics& diagnostics) {
  const std::size_t errors = diagnostics.error_count();
  const SourceFilePtr file = read_source(files, fonts_path);
  if (!file) {
    diagnostics.error("design.missing-file", fmt::format("there is no file {}", fonts_path), {},
                      "it names the fonts of each family and script");
    return nullptr;
  }
  const std::unique_ptr<XmlElement> root = parse_xml(file, "design", diagnostics);
  if (!root) return nullptr;
  if (root->name != "fonts") {
    diagnostics.error("design.unknown-element", fmt::format("<{}> is not the root of a list of fonts", root->name),
                      root->where, name_hint(root->name, "fonts", "it starts with <fonts>"));
    return nullptr;
  }
  check_attributes(*root, {}, diagnostics);
  auto fonts = std::make_shared<FontsList>();
  const std::vector<const XmlElement*> families = read_children(*root, {{"family", 0, Occurs::some}}, diagnostics);
  for (const XmlElement* family : families)
    read_family(*family, *fonts, diagnostics);
  check_fallbacks(families, *fonts, diagnostics);
  if (diagnostics.error_count() > errors) return nullptr;
  return fonts;
}

}  // namespace handout::design
