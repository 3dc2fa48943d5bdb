#pragma once

#include <array>
#include <cstddef>

namespace handout::text {

/// The stack of UAX #9, BD16, for one isolating run sequence. ICU's grows without a bound and is gone through at every
/// letter: a text of opening brackets and letters would take time by the square of its length.
class OpenBrackets {
 public:
  /// What ICU is to see for the run's next character: itself, or a neutral sign for a bracket that BD16 no longer
  /// pairs.
  char32_t seen(char32_t code);

 private:
  static constexpr std::size_t most = 63;  // BD16
  std::array<char32_t, most> awaited_{};   ///< the closing brackets
  std::size_t depth_ = 0;
  bool overflown_ = false;
};

}  // namespace handout::text
