#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/locale.h"

namespace handout::localization {

/// A month or a weekday by its name, where another language may have a number.
struct CalendarName {
  enum class Kind : std::uint8_t { month, weekday };
  /// A month's name may be another word ("May"), but hardly beside a day or a year.
  enum class Standing : std::uint8_t { alone, in_date };
  Kind kind = Kind::month;
  int number = 0;  ///< from 1; Sunday is 1, as Vietnamese and Portuguese count
  Standing standing = Standing::alone;
};

/// Those that `text` names as CLDR does, long or short, letter for letter. Nothing where CLDR does not know the
/// language. Failure: `localization.icu`.
std::vector<CalendarName> find_calendar_names(std::string_view text, const Locale&);

}  // namespace handout::localization
