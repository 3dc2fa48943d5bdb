#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "content/document.h"
#include "content/find_fields.h"
#include "design/design.h"
#include "localization/messages.h"

namespace handout::batch {

/// The values that fields stand for in one print: clinic.* from the brand, in the locale's own wording where the brand
/// has one, and handout.* from the document and its edition ("knee en 1.0 7f3a"). A handout's languages are those the
/// brand offers it in.
localization::Fields collect_fields(const content::Document&, const design::Brand&, const Locale&,
                                    const std::string& edition);

/// Tells which clinic.* fields of `named` have no value in the brand, so that this is known whatever else is wrong with
/// the handout: `content.unknown-field`.
void check_clinic_fields(const std::vector<content::NamedField>& named, const design::Brand&, const Locale&,
                         Diagnostics&);

}  // namespace handout::batch
