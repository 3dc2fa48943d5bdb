#include "base/written_value.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/unicode.h"
#include "base/xml_characters.h"

namespace handout {
namespace {

constexpr auto npos = std::string_view::npos;

/// “ ” „ ‟ « » and the inch sign ″; ‘ ’ ‚ ‛ and the foot sign ′.
constexpr std::array<char32_t, 7> double_quotes = {0x201C, 0x201D, 0x201E, 0x201F, 0xAB, 0xBB, 0x2033};
constexpr std::array<char32_t, 5> single_quotes = {0x2018, 0x2019, 0x201A, 0x201B, 0x2032};

/// The straight quote that a curly one stands for; 0 for what is no curly quote.
char straight(char32_t c) {
  if (std::find(double_quotes.begin(), double_quotes.end(), c) != double_quotes.end()) return '"';
  if (std::find(single_quotes.begin(), single_quotes.end(), c) != single_quotes.end()) return '\'';
  return 0;
}

/// Whether a tag could go on here: it ends, or another attribute comes.
bool could_go_on(std::string_view text) {
  const std::size_t next = std::min(text.find_first_not_of(" \t\r\n"), text.size());
  text = text.substr(next);
  if (text.starts_with('>') || text.starts_with("/>")) return true;
  const std::size_t name = name_length(text);
  const std::size_t equals = text.find_first_not_of(" \t\r\n", name);
  return name > 0 && equals != npos && text[equals] == '=';
}

/// Straight quotes that hold no tag and no attribute after the value are as they are meant.
bool is_well_quoted(std::string_view text, char quote) {
  const std::size_t end = text.find(quote, 1);
  if (end == npos || text.find('<') < end) return false;
  const std::size_t last = text.substr(1, end - 1).find_last_not_of(" \t\r\n");
  return last == npos || text[1 + last] != '=';
}

/// Where the value ends that begins at `begin`: at the first quote like `quote` with which the tag could go on.
std::optional<WrittenValue> value_up_to(std::string_view text, std::size_t begin, char quote) {
  for (std::size_t at = begin; at < text.size() && text[at] != '<';) {
    const std::size_t quote_begin = at;
    const char32_t c = next_code_point(text, at);
    const bool closes = straight(c) == quote || c == static_cast<char32_t>(quote);
    if (closes && could_go_on(text.substr(at))) return WrittenValue{Quotes::curly, begin, quote_begin, at};
  }
  return std::nullopt;
}

}  // namespace

WrittenValue written_value(std::string_view text) {
  std::size_t begin = 0;
  const char32_t opening = text.empty() ? U' ' : next_code_point(text, begin);
  const bool opens_straight = opening == U'"' || opening == U'\'';
  const char quote = opens_straight ? text.front() : straight(opening);
  if (opens_straight && is_well_quoted(text, quote)) {
    const std::size_t end = text.find(quote, begin);
    return {Quotes::straight, begin, end, end + 1};
  }
  if (quote != 0) {
    if (const std::optional<WrittenValue> curly = value_up_to(text, begin, quote)) return *curly;
  }
  if (opens_straight) return {Quotes::unclosed, begin, begin, begin};
  if (quote == 0) begin = 0;
  std::size_t end = std::min(text.find_first_of(" \t\r\n<>", begin), text.size());
  if (end > begin && text[end - 1] == '/' && text.substr(end).starts_with('>')) --end;
  return {quote == 0 ? Quotes::none : Quotes::curly, begin, end, end};
}

QuotesMistake quotes_mistake(std::string_view text, const WrittenValue& value, std::string_view name) {
  const std::string_view words = text.substr(value.begin, value.end - value.begin);
  switch (value.quotes) {
    case Quotes::straight:
      break;
    case Quotes::curly:
      return {fmt::format("the value of \"{}\" stands in curly quotes", name),
              fmt::format("write straight quotes: {}=\"{}\"", name, words)};
    case Quotes::none:
      return {fmt::format("the value of \"{}\" stands in no quotes", name),
              fmt::format("write {}=\"{}\"", name, words)};
    case Quotes::unclosed:
      return {fmt::format("the value of \"{}\" has no closing quote before the next <", name),
              fmt::format("end it with {}, or write &lt; for the sign <", text.front())};
  }
  return {};
}

}  // namespace handout
