#pragma once

#include "content/document.h"
#include "design/design.h"

namespace handout::design {

/// The document as this layout prints it: without the roles, glossary, sources and detail of `omit`; without the QR
/// code and the lines of section `questions` where the layout's furniture has its own; and with only those glossary
/// entries that a term still names.
content::Document leave_out(const content::Document&, const Design&);

}  // namespace handout::design
