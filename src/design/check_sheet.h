#pragma once

#include "design/design_sheet.h"

namespace handout::design {

/// Checks what a file alone does not show, but no locale or paper changes: every swatch and family that any style names
/// is the brand's (`design.unknown-swatch`, `.unknown-family`), the brand's families are in fonts.xml, pictures name
/// the brand's swatches, and kinds of p, box and region are met on some page (`design.unknown-kind`, a warning).
void check_sheet(const DesignSheet&, Diagnostics&);

}  // namespace handout::design
