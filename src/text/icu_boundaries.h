#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/locale.h"
#include "text/characters.h"

namespace handout::text {

enum class Division : std::uint8_t {
  lines,    ///< where a line may end: UAX #14, in Japanese with strict kinsoku
  phrases,  ///< of those, in Japanese, the ones between phrases: a noun and its particle, a verb and its endings
  words     ///< UAX #29, with ICU's dictionaries
};

/// The characters before which ICU divides a text, ascending; the last is its end. Throws Failure `text.icu`.
std::vector<std::size_t> icu_boundaries(const Characters&, const Locale&, Division);

}  // namespace handout::text
