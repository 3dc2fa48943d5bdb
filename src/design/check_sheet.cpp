#include "design/check_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "design/read_values.h"
#include "design/style_vocabulary.h"

namespace handout::design {
namespace {

/// Calls `visit` with the plain entries of each file, and those of each <when>.
template <typename Visit>
void each_entries(const DesignSheet& sheet, const Visit& visit) {
  for (const LayoutFile& file : sheet.layouts) {
    visit(file.entries);
    for (const ConditionalEntries& conditional : file.whens)
      visit(conditional.entries);
  }
}

template <typename Map>
std::vector<std::string_view> keys(const Map& map) {
  std::vector<std::string_view> names;
  for (const auto& entry : map)
    names.push_back(entry.first);
  return names;
}

std::string nearest_or_all(std::string_view name, const std::vector<std::string_view>& names) {
  const std::string nearest = nearest_name(name, names);
  return nearest.empty() ? fmt::format("there are: {}", fmt::join(names, ", "))
                         : fmt::format("did you mean {}?", nearest);
}

void check_names_of(const StyleEntry& style, const Brand& brand, Diagnostics& diagnostics) {
  const auto where = [&style](std::string_view property) { return style.places.find(property)->second; };
  each_property([&](const PropertyInfo& property, auto member) {
    if constexpr (std::is_same_v<decltype(member), std::optional<std::string> StyleProperties::*>) {
      const std::optional<std::string>& name = style.properties.*member;
      if (!name) return;
      if (property.form == Form::swatch && *name != "none" && !brand.swatches.contains(*name)) {
        diagnostics.error(
            "design.unknown-swatch",
            fmt::format("{}=\"{}\" in <style>: brand \"{}\" has no such swatch", property.name, *name, brand.id),
            where(property.name), nearest_or_all(*name, keys(brand.swatches)));
      }
      if (property.name == "family" && !brand.families.contains(*name)) {
        diagnostics.error("design.unknown-family",
                          fmt::format("family=\"{}\" in <style>: brand \"{}\" has no such family", *name, brand.id),
                          where(property.name), nearest_or_all(*name, keys(brand.families)));
      }
    }
  });
}

void check_brand_families(const BrandSheet& brand, const FontsList& fonts, Diagnostics& diagnostics) {
  for (const auto& [name, uses] : brand.brand.families) {
    if (fonts.find(uses) != nullptr) continue;
    std::vector<std::string_view> names;
    for (const FontFamily& family : fonts.families)
      names.push_back(family.name);
    diagnostics.error(
        "design.unknown-family",
        fmt::format("uses=\"{}\" in <family name=\"{}\">: fonts/fonts.xml has no such family", uses, name),
        brand.family_places.find(name)->second, nearest_or_all(uses, names));
  }
}

void check_ink(const figures::Ink& ink, const figures::Drawing& drawing, const Brand& brand,
               std::set<std::string>& told, Diagnostics& diagnostics) {
  const auto* swatch = std::get_if<figures::SwatchName>(&ink);
  if (swatch == nullptr || brand.swatches.contains(swatch->name)) return;
  if (!told.insert(drawing.path + " " + swatch->name).second) return;
  diagnostics.error(
      "design.unknown-swatch",
      fmt::format("{} uses swatch \"{}\", which brand \"{}\" has not", drawing.path, swatch->name, brand.id), {},
      nearest_or_all(swatch->name, keys(brand.swatches)));
}

void check_drawing(const figures::DrawingPtr& drawing, const Brand& brand, std::set<std::string>& told,
                   Diagnostics& diagnostics) {
  if (!drawing) return;
  for (const figures::DrawingItem& item : drawing->items) {
    const auto* shape = std::get_if<figures::Shape>(&item);
    if (shape == nullptr) continue;
    if (shape->fill) check_ink(*shape->fill, *drawing, brand, told, diagnostics);
    if (shape->stroke) check_ink(shape->stroke->ink, *drawing, brand, told, diagnostics);
  }
}

void check_drawings(const DesignSheet& sheet, Diagnostics& diagnostics) {
  const Brand& brand = sheet.brand.brand;
  std::set<std::string> told;
  for (const auto& [name, image] : brand.images) {
    for (const figures::DrawingPtr& drawing : {image.normal, image.reversed, image.mono}) {
      check_drawing(drawing, brand, told, diagnostics);
    }
  }
  for (const auto& [name, icon] : sheet.brand.icons)
    check_drawing(icon.drawing, brand, told, diagnostics);
  each_entries(sheet, [&](const Entries& entries) {
    for (const IconEntry& icon : entries.icons)
      check_drawing(icon.drawing, brand, told, diagnostics);
  });
}

/// The kinds that furniture gives: "p.strip", "box.contact", "region.side".
void collect_kinds(const FurnitureList& list, std::set<std::string>& kinds) {
  for (const Furniture& furniture : list) {
    if (const auto* text = std::get_if<FurnitureText>(&furniture.item)) kinds.insert("p." + text->kind);
    if (const auto* line = std::get_if<FurnitureLine>(&furniture.item)) collect_kinds(line->items, kinds);
    if (const auto* box = std::get_if<FurnitureBox>(&furniture.item)) {
      kinds.insert("box." + box->kind);
      collect_kinds(box->items, kinds);
    }
  }
}

void check_kind(const ElementName& name, const StyleEntry& style, const std::set<std::string>& kinds,
                Diagnostics& diagnostics) {
  if (name.kind.empty() || (name.name != "p" && name.name != "box" && name.name != "region")) return;
  const std::string target = name.name + "." + name.kind;
  if (kinds.contains(target)) return;
  std::vector<std::string_view> known;
  for (const std::string& kind : kinds) {
    if (kind.starts_with(name.name + ".") && !kind.ends_with('.')) known.push_back(kind);
  }
  // A layout may keep styles for the layouts that extend it; only what looks misspelt is worth a word.
  const std::string nearest = nearest_name(target, known);
  if (nearest.empty()) return;
  diagnostics.warning("design.unknown-kind",
                      fmt::format("\"{}\" in <style> is never met: no page has a <{}> of this {}", target, name.name,
                                  name.name == "region" ? "name" : "kind"),
                      style.where, fmt::format("did you mean {}?", nearest));
}

void check_kinds(const DesignSheet& sheet, Diagnostics& diagnostics) {
  std::set<std::string> kinds;
  each_entries(sheet, [&kinds](const Entries& entries) {
    for (const PageTemplate& page : entries.pages) {
      for (const PageBox& box : page.boxes) {
        if (box.kind == BoxKind::region) kinds.insert("region." + box.name);
        collect_kinds(box.furniture, kinds);
      }
    }
  });
  each_entries(sheet, [&](const Entries& entries) {
    for (const StyleEntry& style : entries.styles) {
      for (const ElementName& name : style.elements)
        check_kind(name, style, kinds, diagnostics);
      for (const ElementName& name : style.in)
        check_kind(name, style, kinds, diagnostics);
    }
  });
}

}  // namespace

void check_sheet(const DesignSheet& sheet, Diagnostics& diagnostics) {
  each_entries(sheet, [&](const Entries& entries) {
    for (const StyleEntry& style : entries.styles)
      check_names_of(style, sheet.brand.brand, diagnostics);
  });
  check_brand_families(sheet.brand, *sheet.fonts, diagnostics);
  check_drawings(sheet, diagnostics);
  check_kinds(sheet, diagnostics);
}

}  // namespace handout::design
