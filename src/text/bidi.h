#pragma once

#include <cstdint>
#include <vector>

#include "design/manuscript.h"
#include "text/characters.h"

namespace handout::text {

/// The embedding level (UAX #9) of each character. The base is the paragraph's language's, never the first letter's.
/// Empty where all are 0. Terms (terms.h), fields and phrases of the other direction are isolated in the copy that is
/// handed to ICU, so that "500 mg" after Arabic letters stays "500 mg". Takes time in proportion to the text.
std::vector<std::uint8_t> bidi_levels(const design::StyledParagraph&, const Characters&);

}  // namespace handout::text
