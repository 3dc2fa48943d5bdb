#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "content/document.h"
#include "design/design.h"
#include "design/manuscript.h"
#include "localization/messages.h"

namespace handout::design {

/// What apply_design is given beside the design.
struct Copy {
  std::vector<content::Document> documents;  ///< one, or two for a bilingual print; fields filled
  localization::Fields fields;               ///< for the words of furniture and texts
  std::string edition;                       ///< "miss-disc-herniation en 1.0 7f3a"
  bool draft = false;                        ///< print the draft line
  /// Draws a QR code, or nullopt where the text is too long for one; figures/qr_code, handed in so that design need not
  /// know how.
  std::function<std::optional<figures::Drawing>(const std::string&)> draw_code;
};

/// Puts every word of the document (less what the layout omits) into styled blocks, assigns pieces to threads, builds
/// furniture, and fixes the structure tree: reading order is the document's, furniture where docs/formats.md ("Read
/// once") says. Errors: `design.missing-text`, `design.unknown-field`, `content.bad-value` and `design.bad-value` (an
/// address too long for a QR code).
Manuscript apply_design(const Copy&, const Design&, Diagnostics&);

}  // namespace handout::design
