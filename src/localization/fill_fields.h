#pragma once

#include "base/diagnostic.h"
#include "content/document.h"
#include "localization/messages.h"

namespace handout::localization {

/// clinic.*, handout.* and data fields become FieldValue with their identity kept; a patient.* or appointment.* field
/// without a value becomes a Blank; Temperature becomes a FieldValue of kind number named "temperature".
/// Errors: `content.unknown-field`.
content::Document fill_fields(const content::Document&, const Fields&, Diagnostics&);
content::Words fill_fields(const content::Words&, const Locale&, const Fields&, Diagnostics&);

/// The error of a field that must have a value and has none: `content.unknown-field`.
void report_without_value(const std::string& name, const Fields&, const SourceRange& where, Diagnostics&);
}  // namespace handout::localization
