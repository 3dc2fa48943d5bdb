#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "content/words.h"

namespace handout::localization {

/// What an inline is to a translator, and its name in the unit.
struct UnitCode {
  enum class Kind : std::uint8_t { words, protected_words, mark, element };
  Kind kind = Kind::words;
  std::string name;  ///< of a mark or an element
};

/// Names the inlines of one unit, asked for in reading order, an element before what stands in it.
class UnitCodes {
 public:
  UnitCode next(const content::Inline&);

 private:
  UnitCode placeholder(std::string name);
  UnitCode numbered(UnitCode::Kind);

  int number_ = 0;
  std::set<std::string, std::less<>> used_;
};

/// The words inside an element; null where it holds none.
const content::InlineList* words_of(const content::Inline&);
content::InlineList* words_of(content::Inline&);
/// All text inside, as it reads; what takes a value of its own by name: "{clinic.phone}".
std::string words_inside(const content::InlineList&);

}  // namespace handout::localization
