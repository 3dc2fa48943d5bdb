#pragma once

#include <cstdint>
#include <vector>

#include "design/manuscript.h"
#include "text/characters.h"

namespace handout::text {

struct BidiLevels {
  std::vector<std::uint8_t> of;  ///< each character's embedding level (UAX #9); empty where all are 0
  /// The characters before which an isolate begins or has ended, ascending. Levels alone do not tell two isolates that
  /// meet from one: a note's number behind "100" would stand where a further digit does.
  std::vector<std::size_t> joints;
};

/// The base is the paragraph's language's, never the first letter's. Terms (terms.h), fields, numbers of sources and
/// phrases of the other direction are isolated in the copy that is handed to ICU, so that "500 mg" after Arabic letters
/// stays "500 mg". Takes time in proportion to the text.
BidiLevels bidi_levels(const design::StyledParagraph&, const Characters&);

}  // namespace handout::text
