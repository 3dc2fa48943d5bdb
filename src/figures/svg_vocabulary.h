#pragma once

#include <string>

#include "base/diagnostic.h"
#include "base/xml.h"

namespace handout::figures {

/// The elements and attributes of SVG that figures, logos and icons may use (docs/formats.md, "Figures"). Reports every
/// other element and attribute in the tree as `figures.unsupported`, each with what to do about it. What stands inside
/// a refused element is not looked at.
void check_vocabulary(const XmlElement& root, Diagnostics&);

}  // namespace handout::figures
