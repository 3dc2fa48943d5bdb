#include "design/check_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "design/field_names.h"
#include "design/font_rows.h"

namespace handout::design {
namespace {

template <typename Map>
std::string known_names(const Map& map) {
  std::vector<std::string_view> names;
  for (const auto& entry : map)
    names.push_back(entry.first);
  return names.empty() ? "there are none" : fmt::format("there are: {}", fmt::join(names, ", "));
}

/// Checks the furniture of every page, and the words it prints.
class NameChecker {
 public:
  NameChecker(const Design& design, Diagnostics& diagnostics) : design_(design), diagnostics_(diagnostics) {}

  void check_page(const PageTemplate& page) {
    for (const PageBox& box : page.boxes)
      check_list(box.furniture);
  }

  void check_words(const content::Words& words) { check_inlines(words.inlines); }

  void check_notice(const std::string& name, const SourceRange& where) {
    const auto notice = design_.brand.notices.find(name);
    if (notice == design_.brand.notices.end()) {
      diagnostics_.error("design.unknown-notice",
                         fmt::format("brand \"{}\" has no notice \"{}\"", design_.brand.id, name), where,
                         known_names(design_.brand.notices));
      return;
    }
    for (const NoticeParagraph& paragraph : notice->second)
      check_words(paragraph.words);
  }

  void check_image(const std::string& name, const SourceRange& where) {
    if (design_.brand.images.contains(name)) return;
    diagnostics_.error("design.unknown-image", fmt::format("brand \"{}\" has no image \"{}\"", design_.brand.id, name),
                       where, known_names(design_.brand.images));
  }

 private:
  /// In the language at hand: a field with `lang` is for that language alone.
  bool has_value(std::string_view name) const {
    const auto range = design_.brand.fields.equal_range(name);
    return std::any_of(range.first, range.second, [this](const auto& field) {
      return !field.second.lang || covers(*field.second.lang, design_.locale);
    });
  }

  void check_list(const FurnitureList& list) {
    for (const Furniture& furniture : list)
      check_furniture(furniture);
  }

  void check_furniture(const Furniture& furniture) {
    // What needs a field the brand has not is left out, with all that stands in it.
    for (const std::string& field : furniture.needs) {
      if (field.starts_with("clinic.") && !has_value(field)) return;
    }
    if (const auto* text = std::get_if<FurnitureText>(&furniture.item)) {
      check_text(*text, furniture.where);
    } else if (const auto* image = std::get_if<FurnitureImage>(&furniture.item)) {
      check_image(image->name, furniture.where);
    } else if (const auto* notice = std::get_if<FurnitureNotice>(&furniture.item)) {
      check_notice(notice->name, furniture.where);
    } else if (const auto* code = std::get_if<FurnitureQr>(&furniture.item)) {
      for (const std::string& field : fields_of_address(code->href))
        check_field_value(field, furniture.where);
    } else if (const auto* line = std::get_if<FurnitureLine>(&furniture.item)) {
      check_list(line->items);
    } else if (const auto* box = std::get_if<FurnitureBox>(&furniture.item)) {
      check_list(box->items);
    }
  }

  void check_text(const FurnitureText& text, const SourceRange& where) {
    check_words(text.fields);
    if (text.text.empty()) return;
    const auto found = design_.texts.find(text.text);
    if (found != design_.texts.end()) {
      check_words(found->second);
      return;
    }
    std::vector<std::string_view> names;
    for (const auto& entry : design_.texts)
      names.push_back(entry.first);
    const std::string nearest = nearest_name(text.text, names);
    const std::string others = names.empty() ? "" : fmt::format("; there are: {}", fmt::join(names, ", "));
    diagnostics_.error("design.unknown-text", fmt::format("<p text=\"{}\">: the layout has no such text", text.text),
                       where,
                       nearest.empty() ? fmt::format("add <text name=\"{}\">{}", text.text, others)
                                       : fmt::format("did you mean {}?", nearest));
  }

  void check_inlines(const content::InlineList& inlines) {
    for (const content::Inline& item : inlines) {
      if (const auto* field = std::get_if<content::FieldRef>(&item.item)) check_field_value(field->name, item.where);
      if (const auto* strong = std::get_if<content::Strong>(&item.item)) check_inlines(strong->words);
      if (const auto* no_break = std::get_if<content::NoBreak>(&item.item)) check_inlines(no_break->words);
      if (const auto* link = std::get_if<content::Link>(&item.item)) {
        for (const std::string& name : fields_of_address(link->href))
          check_field_value(name, item.where);
        check_inlines(link->words);
      }
    }
  }

  void check_field_value(const std::string& name, const SourceRange& where) {
    if (!name.starts_with("clinic.") || has_value(name)) return;
    if (!told_.insert({where.file.get(), where.begin}).second) return;
    diagnostics_.error(
        "design.unknown-field",
        fmt::format("brand \"{}\" has no field \"{}\" for {}", design_.brand.id, name, design_.locale.tag), where,
        fmt::format("add <field name=\"{}\"> to its brand.xml, or needs=\"{}\" where it prints", name, name));
  }

  const Design& design_;
  Diagnostics& diagnostics_;
  std::set<std::pair<const SourceFile*, std::uint32_t>> told_;
};

/// The texts that the press prints by itself, less those of pieces that are left out.
std::vector<std::string_view> press_texts(const Design& design) {
  std::vector<std::string_view> names{"summary", "callout.note", "callout.tip", "callout.warning"};
  if (!design.omit.contains("glossary")) names.emplace_back("glossary");
  if (!design.omit.contains("sources")) names.insert(names.end(), {"sources", "source.checked"});
  names.insert(names.end(), {"risk", "dots", "dots.range", "qr", "table.continued", "draft"});
  return names;
}

bool places_text(const Design& design, std::string_view name) {
  bool found = false;
  for (const auto& [on, page] : design.pages) {
    each_furniture(page, [&](const Furniture& furniture) {
      const auto* text = std::get_if<FurnitureText>(&furniture.item);
      found = found || (text != nullptr && text->text == name);
    });
  }
  return found;
}

void check_press_texts(const Design& design, const SheetPlaces& places, NameChecker& checker,
                       Diagnostics& diagnostics) {
  std::vector<std::string_view> missing;
  for (const std::string_view name : press_texts(design)) {
    const auto text = design.texts.find(name);
    if (text == design.texts.end()) {
      missing.push_back(name);
    } else {
      checker.check_words(text->second);
    }
  }
  if (!missing.empty()) {
    diagnostics.error("design.missing-text",
                      fmt::format("layout \"{}\" has no text {}", design.layout, fmt::join(missing, ", ")), places.root,
                      "add a <text name=\"...\"> for each, or extends=\"standard\", which has them");
  }
  if (!design.omit.empty() && !places_text(design, "whole-handout")) {
    diagnostics.error("design.missing-text",
                      fmt::format("layout \"{}\" leaves parts out and prints no text \"whole-handout\"", design.layout),
                      places.root, "place <p text=\"whole-handout\"/>, which says where the whole handout is");
  }
}

void check_style_names(const Design& design, NameChecker& checker, Diagnostics& diagnostics) {
  const auto is_set = [](const std::optional<std::string>& name) { return name && *name != "none"; };
  for (const StyleRule& rule : design.rules) {
    const StyleProperties& style = rule.properties;
    const auto where = [&rule](std::string_view property) {
      const auto place = rule.places.find(property);
      return place == rule.places.end() ? rule.where : place->second;
    };
    if (is_set(style.backdrop)) checker.check_image(*style.backdrop, where("backdrop"));
    if (is_set(style.icon) && !design.icons.contains(*style.icon)) {
      diagnostics.error("design.unknown-icon",
                        fmt::format("icon=\"{}\" in <style>: there is no such icon", *style.icon), where("icon"),
                        known_names(design.icons));
    }
  }
}

void check_fonts(const Design& design, const SheetPlaces& places, Diagnostics& diagnostics) {
  std::set<std::string> told;
  for (const auto& [name, uses] : design.brand.families) {
    const FontFamily* family = design.fonts->find(uses);
    if (!told.insert(uses).second) continue;
    if (family == nullptr || font_row(*design.fonts, uses, design.locale) != nullptr) continue;
    diagnostics.error(
        "design.missing-font",
        fmt::format("family \"{}\" of fonts/fonts.xml has no font for {} (script {})", uses, design.locale.tag,
                    design.locale.script),
        family->rows.empty() ? places.root : family->rows.front().where,
        fmt::format("add <font scripts=\"{}\" regular=\"...\"/> to it, or a fallback", design.locale.script));
  }
}

}  // namespace

void check_names(const Design& design, const SheetPlaces& places, Diagnostics& diagnostics) {
  NameChecker checker(design, diagnostics);
  for (const auto& [on, page] : design.pages)
    checker.check_page(page);
  for (const std::string& notice : design.append)
    checker.check_notice(notice, places.append);
  check_press_texts(design, places, checker, diagnostics);
  check_style_names(design, checker, diagnostics);
  check_fonts(design, places, diagnostics);
}

}  // namespace handout::design
