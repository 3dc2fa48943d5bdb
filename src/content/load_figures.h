#pragma once

#include <map>

#include "base/diagnostic.h"
#include "base/xml.h"
#include "content/load_document.h"

namespace handout::content {

using Drawings = std::map<const XmlElement*, figures::DrawingPtr>;

/// The drawing (or null) of every <figure> whose src is well-formed, read from beside the file that names it. Errors:
/// `content.missing-file`, and what the loader says.
Drawings load_figures(const XmlElement& handout, const ContentContext&, Diagnostics&);

}  // namespace handout::content
