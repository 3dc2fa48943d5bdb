#include "design/load_design.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "design/brand_chain.h"
#include "design/check_sheet.h"
#include "design/layout_ids.h"
#include "design/press_defaults.h"
#include "design/read_layout.h"
#include "design/read_values.h"

namespace handout::design {
namespace {

std::string shared_path(const std::string& id) {
  return fmt::format("layouts/{}.xml", id);
}

/// A brand's own layout is found before the shared one.
std::string found_path(const Files& files, const std::string& id, const std::string& brand) {
  const std::string own = fmt::format("layouts/brands/{}/{}.xml", brand, id);
  return files.exists(own) ? own : shared_path(id);
}

/// "there are: a, b", for hints.
std::string there_are(const std::vector<std::string>& ids) {
  return ids.empty() ? "there are no layouts in layouts/" : fmt::format("there are: {}", fmt::join(ids, ", "));
}

/// The layout's files, the child first. What a layout extends is always a shared one. Stops at the first that cannot be
/// read: what it extends is not known.
std::vector<LayoutFile> read_chain(const DesignContext& context, const std::string& id, const std::string& brand,
                                   Diagnostics& diagnostics) {
  std::vector<LayoutFile> chain;
  std::string wanted = id;
  std::string path = found_path(context.files, id, brand);
  SourceRange asked_at;
  while (!wanted.empty()) {
    const bool met =
        std::any_of(chain.begin(), chain.end(), [&path](const LayoutFile& file) { return file.path == path; });
    if (met) {
      diagnostics.error("design.extends-cycle", fmt::format("layout \"{}\" extends itself in the end", wanted),
                        asked_at, "remove an extends, so that one of them is the first");
      break;
    }
    const SourceFilePtr file = read_source(context.files, path);
    if (!file && chain.empty()) {
      diagnostics.error("design.missing-file", fmt::format("there is no layout \"{}\": no file {}", id, path), {},
                        there_are(layout_ids_of_brand(context.files, brand)));
      break;
    }
    if (!file) {
      diagnostics.error("design.unknown-extends",
                        fmt::format("extends=\"{}\" in <layout>: there is no such layout", wanted), asked_at,
                        nearest_other(wanted, layout_ids(context.files), chain.back().id));
      break;
    }
    std::optional<LayoutFile> layout = read_layout(file, wanted, context, diagnostics);
    if (!layout) break;
    wanted = layout->extends;
    path = shared_path(wanted);
    asked_at = layout->extends_where;
    chain.push_back(std::move(*layout));
  }
  return chain;
}

}  // namespace

DesignSheetPtr load_design(const DesignContext& context, const std::string& layout, const std::string& brand,
                           Diagnostics& diagnostics) {
  const std::size_t errors = diagnostics.error_count();
  auto sheet = std::make_shared<DesignSheet>();
  sheet->layouts = read_chain(context, layout, brand, diagnostics);
  sheet->layouts.push_back(press_defaults());
  std::reverse(sheet->layouts.begin(), sheet->layouts.end());
  std::optional<BrandSheet> brand_sheet = load_brand_sheet(context, brand, diagnostics);
  sheet->fonts = load_fonts_list(context.files, diagnostics);
  if (brand_sheet && sheet->fonts) {
    sheet->brand = std::move(*brand_sheet);
    check_sheet(*sheet, diagnostics);
  }
  if (diagnostics.error_count() > errors) return nullptr;
  return sheet;
}

std::vector<PaperSize> paper_sizes(const DesignSheet& sheet) {
  std::vector<PaperSize> sizes;
  for (const LayoutFile& file : sheet.layouts) {
    if (file.entries.paper.sizes) sizes = *file.entries.paper.sizes;
  }
  return sizes;
}

}  // namespace handout::design
