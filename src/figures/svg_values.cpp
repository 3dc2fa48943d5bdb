#include "figures/svg_values.h"

#include <algorithm>

#include "base/xml_characters.h"

namespace handout::figures {
namespace {

/// 30,000 with fourteen decimals still fits into 64 bits; further ones are cut, far below 1/65536.
constexpr int most_decimals = 14;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::optional<int> hex_digit(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return std::nullopt;
}

Point scaled_by(Point point, Factor factor) {
  return {point.x * factor, point.y * factor};
}

}  // namespace

void ValueScanner::skip_separators() {
  bool seen_comma = false;
  while (offset_ < value_.size()) {
    const char c = value_[offset_];
    if (c == ',' && seen_comma) return;
    if (c != ',' && !is_xml_space(c)) return;
    seen_comma = seen_comma || c == ',';
    ++offset_;
  }
}

char ValueScanner::peek() {
  skip_separators();
  return offset_ < value_.size() ? value_[offset_] : '\0';
}

bool ValueScanner::accept(std::string_view word) {
  skip_separators();
  if (!value_.substr(offset_).starts_with(word)) return false;
  offset_ += word.size();
  return true;
}

std::optional<std::int64_t> ValueScanner::number() {
  skip_separators();
  std::size_t at = offset_;
  const auto here = [&] { return at < value_.size() ? value_[at] : '\0'; };
  const bool negative = here() == '-';
  if (here() == '-' || here() == '+') ++at;

  std::int64_t digits = 0, denominator = 1;
  bool any = false;
  for (; is_digit(here()); ++at, any = true) {
    digits = digits * 10 + (here() - '0');
    if (digits > greatest_value) return std::nullopt;
  }
  if (here() == '.') {
    ++at;
    for (int decimals = 0; is_digit(here()); ++at, ++decimals, any = true) {
      if (decimals >= most_decimals) continue;
      digits = digits * 10 + (here() - '0');
      denominator *= 10;
    }
  }
  if (!any || here() == 'e' || here() == 'E') return std::nullopt;
  offset_ = at;
  return scaled(negative ? -digits : digits, Length::per_point, denominator);
}

std::optional<std::vector<std::int64_t>> parse_numbers(std::string_view value) {
  ValueScanner scanner(value);
  std::vector<std::int64_t> numbers;
  while (scanner.peek() != '\0') {
    const auto number = scanner.number();
    if (!number) return std::nullopt;
    numbers.push_back(*number);
  }
  // What peek() cannot see is a NUL byte; XML has none, but the value may come from elsewhere.
  if (scanner.offset() != value.size()) return std::nullopt;
  return numbers;
}

std::optional<std::int64_t> parse_number(std::string_view value) {
  const auto numbers = parse_numbers(value);
  if (!numbers || numbers->size() != 1) return std::nullopt;
  return numbers->front();
}

std::optional<Color> parse_color(std::string_view value) {
  if ((value.size() != 4 && value.size() != 7) || value.front() != '#') return std::nullopt;
  const std::size_t width = value.size() == 4 ? 1 : 2;
  std::uint8_t channels[3] = {};
  for (std::size_t i = 0; i < 3; ++i) {
    const auto high = hex_digit(value[1 + i * width]);
    const auto low = hex_digit(value[i * width + width]);
    if (!high || !low) return std::nullopt;
    channels[i] = static_cast<std::uint8_t>(*high * 16 + *low);
  }
  return Color{channels[0], channels[1], channels[2]};
}

Path Transform::apply(Path path) const {
  for (Segment& segment : path.segments) {
    segment.control_1 = apply(segment.control_1);
    segment.control_2 = apply(segment.control_2);
    segment.end = apply(segment.end);
  }
  return path;
}

bool is_drawable(Length length) {
  constexpr std::int64_t greatest = greatest_value * Length::per_point;
  return length.units <= greatest && length.units >= -greatest;
}

bool is_drawable(Point point) {
  return is_drawable(point.x) && is_drawable(point.y);
}

bool is_drawable(const Path& path) {
  return std::all_of(path.segments.begin(), path.segments.end(), [](const Segment& segment) {
    return is_drawable(segment.control_1) && is_drawable(segment.control_2) && is_drawable(segment.end);
  });
}

std::optional<Transform> composed(const Transform& outer, const Transform& inner) {
  const Transform both{outer.scale * inner.scale, outer.apply(inner.offset)};
  if (both.scale.units > greatest_value * Factor::one || !is_drawable(both.offset)) return std::nullopt;
  return both;
}

std::optional<Transform> parse_transform(std::string_view value) {
  ValueScanner scanner(value);
  Transform whole;
  bool moved = false, sized = false;
  while (scanner.peek() != '\0') {
    if (!moved && scanner.accept("translate")) {
      moved = true;
      if (!scanner.accept("(")) return std::nullopt;
      const auto x = scanner.number();
      const auto y = scanner.number();
      if (!x) return std::nullopt;
      whole.offset = whole.offset + scaled_by({Length{*x}, Length{y.value_or(0)}}, whole.scale);
    } else if (!sized && scanner.accept("scale")) {
      sized = true;
      if (!scanner.accept("(")) return std::nullopt;
      const auto factor = scanner.number();
      if (!factor || *factor <= 0) return std::nullopt;
      whole.scale = Factor{*factor};
    } else {
      return std::nullopt;
    }
    if (!scanner.accept(")")) return std::nullopt;
  }
  return whole;
}

}  // namespace handout::figures
