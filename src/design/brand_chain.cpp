#include "design/brand_chain.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "design/press_swatches.h"
#include "design/read_brand.h"
#include "design/read_values.h"

namespace handout::design {
namespace {

constexpr const char* brands_folder = "layouts/brands";

/// The brand's files, the child first. Stops at the first that cannot be read.
std::vector<BrandFile> read_chain(const DesignContext& context, const std::string& id, Diagnostics& diagnostics) {
  std::vector<BrandFile> chain;
  std::string wanted = id;
  SourceRange asked_at;
  while (!wanted.empty()) {
    const bool met = std::any_of(chain.begin(), chain.end(), [&](const BrandFile& file) { return file.id == wanted; });
    if (met) {
      diagnostics.error("design.extends-cycle", fmt::format("brand \"{}\" extends itself in the end", wanted), asked_at,
                        "remove an extends, so that one of them is the first");
      break;
    }
    const SourceFilePtr file = read_source(context.files, brand_path(wanted));
    if (!file && chain.empty()) {
      diagnostics.error("design.missing-file", fmt::format("there is no brand \"{}\": no file {}", id, brand_path(id)),
                        {}, known_brands(context.files));
      break;
    }
    if (!file) {
      diagnostics.error("design.unknown-extends",
                        fmt::format("extends=\"{}\" in <brand>: there is no such brand", wanted), asked_at,
                        nearest_other(wanted, brand_ids(context.files), chain.back().id));
      break;
    }
    std::optional<BrandFile> brand = read_brand(file, wanted, context, diagnostics);
    if (!brand) break;
    wanted = brand->extends;
    asked_at = brand->extends_where;
    chain.push_back(std::move(*brand));
  }
  return chain;
}

template <typename Map>
void replace_all(Map& under, const Map& over) {
  for (const auto& [name, value] : over)
    under.insert_or_assign(name, value);
}

void put_over(BrandSheet& sheet, const BrandFile& file) {
  Brand& brand = sheet.brand;
  brand.id = file.id;
  brand.chain.insert(brand.chain.begin(), file.id);
  brand.locale = file.locale;
  brand.name = file.name;
  if (file.default_paper) brand.default_paper = file.default_paper;
  if (file.default_layouts) brand.default_layouts = *file.default_layouts;
  if (file.languages) brand.languages = *file.languages;
  if (file.temperature) brand.temperature = *file.temperature;
  for (const NumberChoice& choice : file.number_choices) {
    const auto same = std::find_if(sheet.number_choices.begin(), sheet.number_choices.end(),
                                   [&choice](const NumberChoice& other) { return other.locale == choice.locale; });
    if (same == sheet.number_choices.end()) {
      sheet.number_choices.push_back(choice);
    } else {
      *same = choice;
    }
  }
  for (const BrandImage& image : file.images)
    brand.images.insert_or_assign(image.name, image);
  for (const IconEntry& icon : file.icons)
    sheet.icons.insert_or_assign(icon.name, icon);
  replace_all(brand.swatches, file.swatches);
  replace_all(brand.families, file.families);
  replace_all(sheet.family_places, file.family_places);
  brand.fields = file.fields;
  brand.notices = file.notices;
  sheet.is_default = file.is_default;
  sheet.where = sheet.brand.where = file.where;
}

void add_clinic_name(Brand& brand, const SourceRange& where) {
  BrandField name;
  name.value.inlines.push_back({content::Text{brand.name}, where});
  name.value.translate = false;
  name.value.where = where;
  brand.fields.emplace("clinic.name", std::move(name));
}

void check_complete(const BrandSheet& sheet, Diagnostics& diagnostics) {
  for (const std::string_view name : needed_swatches()) {
    if (sheet.brand.swatches.contains(name)) continue;
    diagnostics.error("design.missing-swatch", fmt::format("brand \"{}\" has no swatch \"{}\"", sheet.brand.id, name),
                      sheet.where, fmt::format("add <swatch name=\"{}\" value=\"#...\"/> to its <palette>", name));
  }
  for (const char* name : {"body", "heading"}) {
    if (sheet.brand.families.contains(name)) continue;
    diagnostics.error("design.missing-element", fmt::format("brand \"{}\" has no family \"{}\"", sheet.brand.id, name),
                      sheet.where, fmt::format("add <family name=\"{}\" uses=\"...\"/>", name));
  }
}

}  // namespace

std::string brand_path(const std::string& id) {
  return fmt::format("{}/{}/brand.xml", brands_folder, id);
}

std::string brand_fonts_folder(const std::string& id) {
  return fmt::format("{}/{}/fonts", brands_folder, id);
}

std::vector<std::string> brand_ids(const Files& files) {
  std::vector<std::string> ids;
  for (std::string name : files.list(brands_folder)) {
    if (!name.ends_with('/')) continue;
    name.pop_back();
    if (files.exists(brand_path(name))) ids.push_back(std::move(name));
  }
  return ids;
}

std::string known_brands(const Files& files) {
  const std::vector<std::string> ids = brand_ids(files);
  return ids.empty() ? "there are no brands in layouts/brands" : fmt::format("there are: {}", fmt::join(ids, ", "));
}

std::optional<BrandSheet> load_brand_sheet(const DesignContext& context, const std::string& id,
                                           Diagnostics& diagnostics) {
  const std::size_t errors = diagnostics.error_count();
  const std::vector<BrandFile> chain = read_chain(context, id, diagnostics);
  if (diagnostics.error_count() > errors) return std::nullopt;
  BrandSheet sheet;
  for (auto file = chain.rbegin(); file != chain.rend(); ++file)
    put_over(sheet, *file);
  add_clinic_name(sheet.brand, sheet.where);
  check_complete(sheet, diagnostics);
  complete_swatches(sheet.brand.swatches);
  if (diagnostics.error_count() > errors) return std::nullopt;
  return sheet;
}

std::optional<Brand> load_brand(const DesignContext& context, const std::string& id, Diagnostics& diagnostics) {
  std::optional<BrandSheet> sheet = load_brand_sheet(context, id, diagnostics);
  if (!sheet) return std::nullopt;
  return std::move(sheet->brand);
}

}  // namespace handout::design
