#pragma once

#include <optional>

#include "base/xml.h"
#include "design/design_sheet.h"

namespace handout::design {

/// Reads <style for="..." in="..." property="..."/>. Errors: `design.bad-value`, `.unknown-attribute`,
/// `.missing-attribute`, `.raw-colour`, `.property-not-here`; warnings: `.unknown-kind`, `.size-outside-fit`.
/// nullopt where no element it is for is known.
std::optional<StyleEntry> read_style(const XmlElement&, Diagnostics&);

}  // namespace handout::design
