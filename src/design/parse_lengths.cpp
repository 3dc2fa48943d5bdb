#include "design/parse_lengths.h"

#include <array>
#include <cstdint>

namespace handout::design {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// A decimal read from the start of `text`, in millionths; `text` is moved past it. No paper is 100 000 units long, so
/// larger numbers are refused before they can overflow.
std::optional<std::int64_t> take_millionths(std::string_view& text) {
  std::int64_t whole = 0;
  std::size_t at = 0;
  if (at == text.size() || !is_digit(text[at])) return std::nullopt;
  for (; at < text.size() && is_digit(text[at]); ++at) {
    whole = whole * 10 + (text[at] - '0');
    if (whole >= 100'000) return std::nullopt;
  }
  std::int64_t fraction = 0;
  if (at < text.size() && text[at] == '.') {
    ++at;
    if (at == text.size() || !is_digit(text[at])) return std::nullopt;
    std::int64_t place = 100'000;
    for (; at < text.size() && is_digit(text[at]); ++at) {
      fraction += place * (text[at] - '0');
      place /= 10;
    }
  }
  text.remove_prefix(at);
  return whole * 1'000'000 + fraction;
}

/// One unit, as numerator / denominator points a millionth.
struct UnitOfLength {
  std::string_view name;
  std::int64_t numerator, denominator;
};
constexpr std::array<UnitOfLength, 4> absolute_units{{
    {"pt", Length::per_point, 1'000'000},
    {"mm", Length::per_point * 360, 127'000'000},  // 25.4 mm are 72 pt
    {"cm", Length::per_point * 3600, 127'000'000},
    {"in", Length::per_point * 72, 1'000'000},
}};

}  // namespace

std::optional<Measure> parse_measure(std::string_view text, LengthForm form) {
  const bool negative = form == LengthForm::signed_em && text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const std::optional<std::int64_t> millionths = take_millionths(text);
  if (!millionths) return std::nullopt;
  if (text == "em" && form != LengthForm::with_share) {
    const std::int64_t units = scaled(*millionths, Factor::one, 1'000'000);
    return Measure{Measure::Unit::em, negative ? -units : units};
  }
  if (form == LengthForm::signed_em) return std::nullopt;
  if (text == "%" && form != LengthForm::with_em) {
    return Measure{Measure::Unit::share, scaled(*millionths, Factor::one, 100'000'000)};
  }
  for (const UnitOfLength& unit : absolute_units) {
    if (text == unit.name)
      return Measure{Measure::Unit::absolute, scaled(*millionths, unit.numerator, unit.denominator)};
  }
  return std::nullopt;
}

std::optional<Factor> parse_factor(std::string_view text) {
  const std::optional<std::int64_t> millionths = take_millionths(text);
  if (!millionths || !text.empty()) return std::nullopt;
  return Factor{scaled(*millionths, Factor::one, 1'000'000)};
}

Ends split_range(std::string_view text) {
  const std::size_t at = text.find(" to ");
  if (at == std::string_view::npos) return {text, text, false};
  return {text.substr(0, at), text.substr(at + 4), true};
}

}  // namespace handout::design
