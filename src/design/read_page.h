#pragma once

#include <vector>

#include "base/xml.h"
#include "design/design.h"

namespace handout::design {

/// Reads <page>: margins, band, header, footer and regions, one template for each word of `on`. Errors of its boxes:
/// `design.region-order`, `.wrong-dimension`, `.place-not-here`, `.repeated` (a second <place> in one box).
std::vector<PageTemplate> read_page(const XmlElement&, Diagnostics&);

/// Reads what stands in a box of a page. Errors: `design.words-in-furniture`, `.place-not-here`, and those of elements
/// and values.
FurnitureList read_furniture(const XmlElement& box, Diagnostics&);

}  // namespace handout::design
