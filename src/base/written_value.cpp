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

bool is_quote(char32_t c) {
  return c == U'"' || c == U'\'' || straight(c) != 0;
}

std::string_view skip_space(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
}

bool tag_ends(std::string_view text) {
  text = skip_space(text);
  return text.starts_with('>') || text.starts_with("/>");
}

/// What stands after `name=`, where an attribute comes next; empty where none does.
std::string_view next_value(std::string_view text) {
  text = skip_space(text);
  const std::size_t name = name_length(text);
  text = skip_space(text.substr(name));
  return name > 0 && text.starts_with('=') ? skip_space(text.substr(1)) : std::string_view{};
}

/// Whether a tag could go on here: it ends, or another attribute comes.
bool could_go_on(std::string_view text) {
  return tag_ends(text) || !next_value(text).empty();
}

/// Whether a tag goes on here as it may in XML: what comes next has quotes.
bool goes_on(std::string_view text) {
  const std::string_view value = next_value(text);
  std::size_t at = 0;
  return tag_ends(text) || (!value.empty() && is_quote(next_code_point(value, at)));
}

/// Where a value between straight quotes ends; none if a tag begins before that.
std::size_t straight_end(std::string_view text) {
  const std::size_t end = text.find(text.front(), 1);
  return text.find('<') < end ? npos : end;
}

/// The next quote is not always this value's: in lang="en” title="x" it opens the next one, and an = stands before it.
/// In href="?id=" it does too, but there the tag goes on.
bool is_well_quoted(std::string_view text, std::size_t end) {
  const std::size_t last = text.substr(1, end - 1).find_last_not_of(" \t\r\n");
  return last == npos || text[1 + last] != '=' || goes_on(text.substr(end + 1));
}

/// Where `written` ends before the attribute that it runs on into: "risks id=" ends after "risks". None: it does not.
std::size_t end_before_attribute(std::string_view written) {
  constexpr std::string_view space = " \t\r\n";
  const std::size_t equals = written.find_last_not_of(space);
  if (equals == npos || equals == 0 || written[equals] != '=') return npos;
  const std::size_t name_end = written.find_last_not_of(space, equals - 1);
  const std::size_t before = name_end == npos ? npos : written.find_last_of(space, name_end);
  if (before == npos || name_length(written.substr(before + 1)) != name_end - before) return npos;
  const std::size_t last = written.find_last_not_of(space, before);
  return last == npos ? 0 : last + 1;
}

/// The value that begins at `begin` with an opening `quote`, where the quotes are not as XML wants them: it ends at the
/// first quote of its kind with which the tag could go on, or has none before the next attribute.
std::optional<WrittenValue> misquoted_value(std::string_view text, std::size_t begin, char quote) {
  for (std::size_t at = begin; at < text.size() && text[at] != '<';) {
    const std::size_t quote_begin = at;
    const char32_t c = next_code_point(text, at);
    const bool is_straight = c == static_cast<char32_t>(quote);
    if ((is_straight || straight(c) == quote) && could_go_on(text.substr(at))) {
      if (is_straight && text.front() == quote) return std::nullopt;
      return WrittenValue{Quotes::curly, begin, quote_begin, at};
    }
    if (!is_quote(c)) continue;
    const std::size_t end = end_before_attribute(text.substr(begin, quote_begin - begin));
    if (end != npos) return WrittenValue{Quotes::run_on, begin, begin + end, begin + end};
  }
  return std::nullopt;
}

}  // namespace

WrittenValue written_value(std::string_view text) {
  std::size_t begin = 0;
  const char32_t opening = text.empty() ? U' ' : next_code_point(text, begin);
  const bool opens_straight = opening == U'"' || opening == U'\'';
  const char quote = opens_straight ? text.front() : straight(opening);
  const std::size_t closing = opens_straight ? straight_end(text) : npos;
  const WrittenValue in_straight = {Quotes::straight, begin, closing, closing + 1};
  if (closing != npos && is_well_quoted(text, closing)) return in_straight;
  if (quote != 0) {
    if (const std::optional<WrittenValue> wrong = misquoted_value(text, begin, quote)) return *wrong;
  }
  if (closing != npos) return in_straight;
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
    case Quotes::run_on: {
      const std::string_view next = skip_space(text.substr(value.after));
      return {fmt::format("\"{}\" has no closing quote before {}=", name, next.substr(0, name_length(next))),
              fmt::format("write {}=\"{}\"", name, words)};
    }
    case Quotes::unclosed:
      return {fmt::format("the value of \"{}\" has no closing quote before the next <", name),
              fmt::format("end it with {}, or write &lt; for the sign <", text.front())};
  }
  return {};
}

}  // namespace handout
