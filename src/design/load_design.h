#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/files.h"
#include "design/design.h"

namespace handout::design {

/// Reads one picture that a brand or layout names: figures/load_svg or load_image by the path's ending, handed in
/// because design knows drawings but not how files become drawings. Reports what is wrong with it; nullopt iff it added
/// an error.
using LoadFigure = std::function<std::optional<figures::Drawing>(const std::string& path, std::string_view bytes,
                                                                 const SourceRange& where, Diagnostics&)>;

/// What layouts and brands are loaded with.
struct DesignContext {
  const Files& files;
  LoadFigure load_figure;  ///< empty: pictures are only checked to be there, and stay null (tests, `handout new`)
};

/// The layout chain and brand chain as read and checked, entries in collection order; what `resolve` flattens.
struct DesignSheet;
using DesignSheetPtr = std::shared_ptr<const DesignSheet>;

/// Reads layouts/<layout>.xml (or layouts/brands/<brand>/<layout>.xml, found first), what it extends, the brand and
/// what it extends, and fonts/fonts.xml. Reports every mistake docs/formats.md names under `design.`, all files in one
/// run. nullptr iff this call added an error.
DesignSheetPtr load_design(const DesignContext&, const std::string& layout, const std::string& brand, Diagnostics&);

/// The papers that the layout may be printed on (<paper sizes>).
std::vector<PaperSize> paper_sizes(const DesignSheet&);

/// Only the brand: its fields, and what else is asked of it without a layout.
/// Its drawings are loaded too. nullopt iff this call added an error.
std::optional<Brand> load_brand(const DesignContext&, const std::string& brand, Diagnostics&);

/// fonts/fonts.xml. nullptr iff this call added an error.
std::shared_ptr<const FontsList> load_fonts_list(const Files&, Diagnostics&);

}  // namespace handout::design
