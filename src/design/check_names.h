#pragma once

#include "design/used_pages.h"

namespace handout::design {

/// Checks every name that a flat sheet uses: texts, images, icons, notices, clinic.* fields in the locale at hand, the
/// texts the press asks for, and a font for the locale's script in each of the brand's families. Errors:
/// `design.unknown-text`, `.unknown-image`, `.unknown-icon`, `.unknown-notice`, `.unknown-field`, `.missing-text`,
/// `.missing-font`.
void check_names(const Design&, const SheetPlaces&, Diagnostics&);

}  // namespace handout::design
