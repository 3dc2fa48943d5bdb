#pragma once

#include "pages/paged_document.h"
#include "pdf/coded_text.h"
#include "pdf/operators.h"

namespace handout::pdf {

/// Writes the run's glyphs inside an open text object, each at its own place. Kerning, justified spaces and steps back
/// in right-to-left runs are adjustments inside one array; even tracking is character space.
void show_run(Operators&, const pages::PlacedRun&, const CodedRun&);

}  // namespace handout::pdf
