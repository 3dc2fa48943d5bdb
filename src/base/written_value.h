#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace handout {

enum class Quotes {
  straight,  ///< as XML wants them
  curly,     ///< as word processors make them: lang=“en”, or one of the two
  none,
  run_on,   ///< no closing one before the next attribute: role="risks id="risks"
  unclosed  ///< no closing one before the next tag
};

/// An attribute's value as someone wrote it, with offsets from where it begins with its quote.
struct WrittenValue {
  Quotes quotes = Quotes::straight;
  std::size_t begin = 0, end = 0;  ///< between the quotes
  std::size_t after = 0;           ///< where the tag goes on
};

/// The value at the start of `text`. Curly quotes inside straight ones are words: alt="A “slipped” disc".
WrittenValue written_value(std::string_view text);

/// What is wrong with the quotes around the value of `name`, and what to do; both empty where nothing is.
struct QuotesMistake {
  std::string message, hint;
};
QuotesMistake quotes_mistake(std::string_view text, const WrittenValue&, std::string_view name);

}  // namespace handout
