#pragma once

#include "design/used_pages.h"

namespace handout::design {

/// Checks the pages of a flat sheet: `design.missing-page`, `.rest-not-placed`, `.placed-twice`, `.no-room` (margins
/// and docked boxes leave nothing).
void check_pages(const Design&, const SheetPlaces&, Diagnostics&);

}  // namespace handout::design
