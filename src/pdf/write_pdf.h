#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "pages/paged_document.h"
#include "pdf/profile.h"
#include "text/fonts.h"

namespace handout::pdf {

/// The document's bytes, the same for the same input on every machine: no clock, no machine's profile or path.
/// Throws Failure(`pdf.library`) when libharu or HarfBuzz refuses.
std::string write_pdf(const pages::PagedDocument&, const text::FontSet&, Standard);

}  // namespace handout::pdf
