#include "design/read_brand.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/names.h"
#include "base/xml.h"
#include "design/layout_ids.h"
#include "design/press_swatches.h"
#include "design/read_brand_words.h"
#include "design/read_elements.h"
#include "design/read_picture.h"
#include "design/read_values.h"
#include "design/read_words.h"

namespace handout::design {
namespace {

const std::vector<ChildRule>& brand_rules() {
  static const std::vector<ChildRule> rules{{"name", 0, Occurs::required},
                                            {"paper", 1, Occurs::optional},
                                            {"layouts", 2, Occurs::optional},
                                            {"languages", 3, Occurs::optional},
                                            {"units", 4, Occurs::optional},
                                            {"locale", 5},
                                            {"image", 6},
                                            {"palette", 7, Occurs::optional},
                                            {"family", 8},
                                            {"icon", 9},
                                            {"field", 10},
                                            {"notice", 11}};
  return rules;
}

void report_twice(const XmlElement& element, const Value& value, Diagnostics& diagnostics) {
  diagnostics.error("design.set-twice", fmt::format("{} \"{}\" is set twice in this file", element.name, value.text()),
                    value_range(value), "keep one");
}

void read_languages_element(const XmlElement& element, BrandFile& brand, Diagnostics& diagnostics) {
  check_attributes(element, {"default", "offered"}, diagnostics);
  check_empty(element, diagnostics);
  const auto first = need_attribute(element, "default", diagnostics);
  const auto offered = need_attribute(element, "offered", diagnostics);
  std::vector<Locale> languages;
  if (first) {
    if (auto locale = read_language(*first, diagnostics)) languages.push_back(std::move(*locale));
  }
  if (offered) {
    for (Locale& locale : read_languages(*offered, diagnostics)) {
      if (std::find(languages.begin(), languages.end(), locale) == languages.end())
        languages.push_back(std::move(locale));
    }
  }
  brand.languages = std::move(languages);
}

void read_units(const XmlElement& element, BrandFile& brand, Diagnostics& diagnostics) {
  using localization::TemperatureScale;
  static constexpr Choice<TemperatureScale> choices[] = {{"celsius", TemperatureScale::celsius},
                                                         {"fahrenheit", TemperatureScale::fahrenheit},
                                                         {"both", TemperatureScale::both}};
  check_attributes(element, {"temperature"}, diagnostics);
  check_empty(element, diagnostics);
  const auto value = need_attribute(element, "temperature", diagnostics);
  if (value) brand.temperature = read_choice(*value, choices, diagnostics);
}

void read_locale(const XmlElement& element, BrandFile& brand, Diagnostics& diagnostics) {
  static constexpr Choice<bool> digits[] = {{"latin", true}, {"native", false}};
  static constexpr Choice<bool> calendars[] = {{"gregorian", false}, {"also-local", true}};
  check_attributes(element, {"lang", "digits", "calendar"}, diagnostics);
  check_empty(element, diagnostics);
  NumberChoice choice;
  if (const auto value = value_of(element, "digits")) choice.latin_digits = read_choice(*value, digits, diagnostics);
  if (const auto value = value_of(element, "calendar")) {
    choice.local_calendar_too = read_choice(*value, calendars, diagnostics);
  }
  const auto lang = need_attribute(element, "lang", diagnostics);
  if (!lang) return;
  const std::optional<Locale> locale = read_language(*lang, diagnostics);
  if (!locale) return;
  for (const NumberChoice& other : brand.number_choices) {
    if (other.locale == *locale) return report_twice(element, *lang, diagnostics);
  }
  choice.locale = *locale;
  brand.number_choices.push_back(std::move(choice));
}

void read_image(const XmlElement& element, BrandFile& brand, const DesignContext& context, Diagnostics& diagnostics) {
  check_attributes(element, {"name", "src", "reversed", "mono", "alt"}, diagnostics);
  check_empty(element, diagnostics);
  const std::string folder = folder_of(brand.path);
  BrandImage image;
  image.where = element.where;
  const std::optional<std::string> name = need_id(element, "name", diagnostics);
  if (const auto src = need_attribute(element, "src", diagnostics)) {
    image.normal = read_picture(*src, folder, context, diagnostics);
  }
  if (const auto src = value_of(element, "reversed")) image.reversed = read_picture(*src, folder, context, diagnostics);
  if (const auto src = value_of(element, "mono")) image.mono = read_picture(*src, folder, context, diagnostics);
  if (const auto alt = need_attribute(element, "alt", diagnostics)) {
    image.alt = plain_words(alt->text(), value_range(*alt));
    if (name && !image.alt.empty()) image.alt.unit = *name + ".alt";
  }
  if (!name) return;
  for (const BrandImage& other : brand.images) {
    if (other.name == *name) return report_twice(element, *value_of(element, "name"), diagnostics);
  }
  image.name = *name;
  brand.images.push_back(std::move(image));
}

void read_palette(const XmlElement& palette, BrandFile& brand, Diagnostics& diagnostics) {
  check_attributes(palette, {}, diagnostics);
  for (const XmlElement* element : read_children(palette, {{"swatch", 0, Occurs::some}}, diagnostics)) {
    check_attributes(*element, {"name", "value"}, diagnostics);
    check_empty(*element, diagnostics);
    const std::optional<std::string> name = need_id(*element, "name", diagnostics);
    const auto value = need_attribute(*element, "value", diagnostics);
    const std::optional<Color> color = value ? read_hex_color(*value, diagnostics) : std::nullopt;
    if (!name) continue;
    const Value name_value = *value_of(*element, "name");
    if (is_press_swatch(*name)) {
      diagnostics.error("design.fixed-swatch", fmt::format("swatch \"{}\" is the press's own", *name),
                        value_range(name_value),
                        "remove it: what warns of danger looks the same in every brand; name yours otherwise");
    } else if (*name == "none") {
      bad_value(name_value, "means no colour at all", "name the swatch otherwise", diagnostics);
    } else if (brand.swatches.contains(*name)) {
      report_twice(*element, name_value, diagnostics);
    } else {
      brand.swatches.emplace(*name, color.value_or(Color{}));
    }
  }
}

void read_family(const XmlElement& element, BrandFile& brand, Diagnostics& diagnostics) {
  check_attributes(element, {"name", "uses"}, diagnostics);
  check_empty(element, diagnostics);
  const std::optional<std::string> name = need_id(element, "name", diagnostics);
  const auto uses = need_attribute(element, "uses", diagnostics);
  if (!name || !uses) return;
  // Whatever `uses` says: when the families of fonts.xml are known, "Arial" is told them.
  if (!brand.families.emplace(*name, uses->text()).second) {
    report_twice(element, *value_of(element, "name"), diagnostics);
    return;
  }
  brand.family_places.emplace(*name, value_range(*uses));
}

void read_icon(const XmlElement& element, BrandFile& brand, const DesignContext& context, Diagnostics& diagnostics) {
  check_attributes(element, {"name", "src"}, diagnostics);
  check_empty(element, diagnostics);
  const std::optional<std::string> name = need_id(element, "name", diagnostics);
  const auto src = need_attribute(element, "src", diagnostics);
  if (!name || !src) return;
  for (const IconEntry& other : brand.icons) {
    if (other.name == *name) return report_twice(element, *value_of(element, "name"), diagnostics);
  }
  brand.icons.push_back({*name, read_picture(*src, folder_of(brand.path), context, diagnostics), element.where});
}

void read_root(const XmlElement& root, const std::string& id, BrandFile& brand, Diagnostics& diagnostics) {
  check_attributes(root, {"id", "lang", "extends", "default"}, diagnostics);
  const std::optional<std::string> stated = need_id(root, "id", diagnostics);
  if (stated && *stated != id) {
    diagnostics.error("design.wrong-id", fmt::format("id=\"{}\" in <brand> is not the folder's name", *stated),
                      value_range(*value_of(root, "id")), fmt::format("write id=\"{}\", or rename the folder", id));
  }
  if (const auto lang = need_attribute(root, "lang", diagnostics)) {
    brand.locale = read_language(*lang, diagnostics).value_or(Locale{});
  }
  if (const auto extends = value_of(root, "extends")) {
    brand.extends = read_name(*extends, diagnostics).value_or("");
    brand.extends_where = value_range(*extends);
  }
  if (const auto value = value_of(root, "default")) brand.is_default = read_yes_no(*value, diagnostics).value_or(false);
}

std::vector<std::string> read_default_layouts(const Value& value, const BrandFile& brand, const DesignContext& context,
                                              Diagnostics& diagnostics) {
  const std::vector<std::string> known = layout_ids_of_brand(context.files, brand.id);
  for (const ListWord& word : list_words(value)) {
    if (std::find(known.begin(), known.end(), word.text) != known.end()) continue;
    bad_word(value, word, "is not a layout of this project", nearest_or_all(word.text, {known.begin(), known.end()}),
             diagnostics);
  }
  return read_names(value, diagnostics);
}

void read_child(const XmlElement& element, BrandFile& brand, const DesignContext& context, Diagnostics& diagnostics) {
  const std::string& name = element.name;
  if (name == "name") {
    brand.name = read_brand_name(element, diagnostics);
  } else if (name == "paper") {
    check_attributes(element, {"default"}, diagnostics);
    check_empty(element, diagnostics);
    const auto value = need_attribute(element, "default", diagnostics);
    if (value) brand.default_paper = read_paper(*value, diagnostics);
  } else if (name == "layouts") {
    check_attributes(element, {"default"}, diagnostics);
    check_empty(element, diagnostics);
    const auto value = need_attribute(element, "default", diagnostics);
    if (value) brand.default_layouts = read_default_layouts(*value, brand, context, diagnostics);
  } else if (name == "languages") {
    read_languages_element(element, brand, diagnostics);
  } else if (name == "units") {
    read_units(element, brand, diagnostics);
  } else if (name == "locale") {
    read_locale(element, brand, diagnostics);
  } else if (name == "image") {
    read_image(element, brand, context, diagnostics);
  } else if (name == "palette") {
    read_palette(element, brand, diagnostics);
  } else if (name == "family") {
    read_family(element, brand, diagnostics);
  } else if (name == "icon") {
    read_icon(element, brand, context, diagnostics);
  } else if (name == "field") {
    read_brand_field(element, brand, diagnostics);
  } else {
    read_notice(element, brand, diagnostics);
  }
}

}  // namespace

std::optional<BrandFile> read_brand(const SourceFilePtr& file, const std::string& id, const DesignContext& context,
                                    Diagnostics& diagnostics) {
  const std::unique_ptr<XmlElement> root = parse_xml(file, "design", diagnostics);
  if (!root) return std::nullopt;
  if (root->name != "brand") {
    diagnostics.error("design.unknown-element", fmt::format("<{}> is not the root of a brand", root->name), root->where,
                      name_hint(root->name, "brand", "a brand starts with <brand id=\"...\" lang=\"...\">"));
    return std::nullopt;
  }
  BrandFile brand;
  brand.path = file->path;
  brand.id = id;
  brand.where = root->where;
  read_root(*root, id, brand, diagnostics);
  const std::vector<const XmlElement*> children = read_children(*root, brand_rules(), diagnostics);
  for (const XmlElement* child : children)
    read_child(*child, brand, context, diagnostics);
  check_notice_ids(children, diagnostics);
  return brand;
}

}  // namespace handout::design
