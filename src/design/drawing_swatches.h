#pragma once

#include <set>
#include <string>

#include "base/diagnostic.h"
#include "design/design.h"

namespace handout::design {

/// The swatches that a drawing names (class="fill-primary"), in its shapes and its labels.
std::set<std::string> swatches_of(const figures::Drawing&);

/// Whose palette a drawing is printed in, and where it is named.
struct DrawingUse {
  const Brand& brand;
  SourceRange where;
};
/// Reports `design.unknown-swatch`: the drawing names `swatch`, which the brand does not have.
void report_unknown_swatch(const figures::Drawing&, const std::string& swatch, const DrawingUse&, Diagnostics&);

}  // namespace handout::design
