#pragma once

#include <compare>
#include <cstdint>

namespace handout {

/// A distance on paper, exact: a whole number of 1/65536 pt (1 pt = 1/72 in). Geometry and text use this, never
/// floating point, so that output is the same on every machine.
struct Length {
  std::int64_t units = 0;

  static constexpr std::int64_t per_point = 65536;

  constexpr Length() = default;
  constexpr explicit Length(std::int64_t u) : units(u) {}

  constexpr auto operator<=>(const Length&) const = default;
  constexpr Length operator-() const { return Length{-units}; }
  constexpr Length& operator+=(Length other) {
    units += other.units;
    return *this;
  }
  constexpr Length& operator-=(Length other) {
    units -= other.units;
    return *this;
  }
  friend constexpr Length operator+(Length a, Length b) { return Length{a.units + b.units}; }
  friend constexpr Length operator-(Length a, Length b) { return Length{a.units - b.units}; }
  friend constexpr Length operator*(Length a, std::int64_t n) { return Length{a.units * n}; }
  friend constexpr Length operator*(std::int64_t n, Length a) { return Length{a.units * n}; }
  friend constexpr Length operator/(Length a, std::int64_t n) { return Length{a.units / n}; }
};

/// value * numerator / denominator, rounded to nearest, halves away from zero: the press's one rounding rule.
/// `denominator` must be positive. The product is taken in 128 bits where it needs them: division takes longer there.
__extension__ using WideInteger = __int128;
constexpr std::int64_t scaled(std::int64_t value, std::int64_t numerator, std::int64_t denominator) {
  std::int64_t narrow = 0;
  const bool is_wide = __builtin_mul_overflow(value, numerator, &narrow) ||
                       __builtin_add_overflow(narrow, narrow >= 0 ? denominator / 2 : -(denominator / 2), &narrow);
  if (!is_wide) return narrow / denominator;
  const WideInteger product = static_cast<WideInteger>(value) * numerator;
  const WideInteger half = denominator / 2;
  return static_cast<std::int64_t>((product >= 0 ? product + half : product - half) / denominator);
}
constexpr Length scaled(Length value, std::int64_t numerator, std::int64_t denominator) {
  return Length{scaled(value.units, numerator, denominator)};
}

/// A plain number without unit, exact to 1/65536: leading, tracking in em, font factors, shares of a width.
struct Factor {
  std::int64_t units = 65536;

  static constexpr std::int64_t one = 65536;

  constexpr auto operator<=>(const Factor&) const = default;
  /// thousandths(1390) is 1.39.
  static constexpr Factor thousandths(std::int64_t n) { return Factor{scaled(n, one, 1000)}; }
};
constexpr Length operator*(Length length, Factor factor) {
  return scaled(length, factor.units, Factor::one);
}
constexpr Factor operator*(Factor a, Factor b) {
  return Factor{scaled(a.units, b.units, Factor::one)};
}

namespace literals {
constexpr Length operator""_pt(unsigned long long n) {
  return Length{static_cast<std::int64_t>(n) * Length::per_point};
}
constexpr Length operator""_pt(long double n) {
  return Length{static_cast<std::int64_t>(n * static_cast<long double>(Length::per_point) + 0.5L)};
}
/// 1 mm = 360/127 pt.
constexpr Length operator""_mm(unsigned long long n) {
  return scaled(Length{static_cast<std::int64_t>(n) * Length::per_point}, 360, 127);
}
constexpr Length operator""_mm(long double n) {
  return Length{static_cast<std::int64_t>(n * static_cast<long double>(Length::per_point) * 360.0L / 127.0L + 0.5L)};
}
}  // namespace literals

/// A place on a page or in a drawing. Origin top-left, y grows downwards, until pdf/ flips it once.
struct Point {
  Length x, y;
  constexpr bool operator==(const Point&) const = default;
};
constexpr Point operator+(Point a, Point b) {
  return {a.x + b.x, a.y + b.y};
}

struct Size {
  Length width, height;
  constexpr bool operator==(const Size&) const = default;
};

struct Rect {
  Length x, y, width, height;
  constexpr bool operator==(const Rect&) const = default;
  constexpr Length right() const { return x + width; }
  constexpr Length bottom() const { return y + height; }
};

/// sRGB, 8 bits a channel.
struct Color {
  std::uint8_t red = 0, green = 0, blue = 0;
  constexpr auto operator<=>(const Color&) const = default;
};

/// Which way text and pages run. Every side is logical (start, end) until a page is drawn.
enum class Direction : std::uint8_t { left_to_right, right_to_left };

}  // namespace handout
