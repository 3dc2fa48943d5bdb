#include "design/check_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "design/drawing_swatches.h"
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

/// The pictures of brand and layout, each with where it is named.
class DrawingChecker {
 public:
  DrawingChecker(const Brand& brand, Diagnostics& diagnostics) : brand_(brand), diagnostics_(diagnostics) {}

  void check(const figures::DrawingPtr& drawing, const SourceRange& where) {
    if (!drawing || !told_.insert(drawing->path).second) return;
    for (const std::string& name : swatches_of(*drawing)) {
      if (!brand_.swatches.contains(name)) report_unknown_swatch(*drawing, name, {brand_, where}, diagnostics_);
    }
  }

 private:
  const Brand& brand_;
  Diagnostics& diagnostics_;
  std::set<std::string> told_;
};

void check_drawings(const DesignSheet& sheet, Diagnostics& diagnostics) {
  DrawingChecker checker(sheet.brand.brand, diagnostics);
  for (const auto& [name, image] : sheet.brand.brand.images) {
    for (const figures::DrawingPtr& drawing : {image.normal, image.reversed, image.mono})
      checker.check(drawing, image.where);
  }
  for (const auto& [name, icon] : sheet.brand.icons)
    checker.check(icon.drawing, icon.where);
  each_entries(sheet, [&](const Entries& entries) {
    for (const IconEntry& icon : entries.icons)
      checker.check(icon.drawing, icon.where);
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
