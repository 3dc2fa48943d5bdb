#pragma once

#include <optional>
#include <string>

#include "design/design_sheet.h"

namespace handout::design {

/// Reads layouts/brands/<id>/brand.xml and what it extends, and merges them: the child's entries replace its parent's
/// by name; fields and notices never inherit. Errors: those of read_brand, and `design.missing-file`,
/// `.unknown-extends`,
/// `.extends-cycle`, `.missing-swatch`, `.missing-element` (family body or heading). nullopt iff this call added one.
std::optional<BrandSheet> load_brand_sheet(const DesignContext&, const std::string& id, Diagnostics&);

/// The ids of the folders in layouts/brands that have a brand.xml.
std::vector<std::string> brand_ids(const Files&);
std::string brand_path(const std::string& id);
/// layouts/brands/<id>/fonts: font files that come before the project's.
std::string brand_fonts_folder(const std::string& id);
/// "there are: a, b", for hints.
std::string known_brands(const Files&);

}  // namespace handout::design
