#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "figures/drawing.h"

namespace handout::figures {

/// How the values of SVG attributes are written: numbers, lists of them, colours, transforms. All numbers are exact to
/// 1/65536 and never pass through floating point or the machine's locale.

/// The greatest coordinate, as written and after every transform: PDF readers clamp at 32,767 (ISO 32000-1, annex C).
constexpr std::int64_t greatest_value = 30'000;

/// Reads numbers and letters off a value from left to right. Separators are white space and at most one comma
/// (SVG 1.1, 8.3.9); a sign or a second point also begins a new number: `1-2.5.5` is 1, -2.5, 0.5.
class ValueScanner {
 public:
  explicit ValueScanner(std::string_view value) : value_(value) {}

  /// The next number in 1/65536, or nullopt, without moving, where none stands. No exponents. Values beyond
  /// greatest_value are none.
  std::optional<std::int64_t> number();
  /// The next character that is no separator, or '\0' at the end. Does not move past it.
  char peek();
  /// Moves past the character that peek() saw.
  void skip() { ++offset_; }
  /// Moves past `word` where it stands next.
  bool accept(std::string_view word);
  /// Where the scanner stands, in bytes.
  std::size_t offset() const { return offset_; }

 private:
  void skip_separators();

  std::string_view value_;
  std::size_t offset_ = 0;
};

/// The whole value as numbers in 1/65536; nullopt where anything else stands in it.
std::optional<std::vector<std::int64_t>> parse_numbers(std::string_view value);
/// The whole value as one number.
std::optional<std::int64_t> parse_number(std::string_view value);
/// #RGB or #RRGGBB.
std::optional<Color> parse_color(std::string_view value);

/// Scales about the origin, evenly and without mirroring, then moves.
struct Transform {
  Factor scale;
  Point offset;

  Length apply(Length length) const { return length * scale; }
  Point apply(Point point) const { return offset + Point{point.x * scale, point.y * scale}; }
  Path apply(Path path) const;
};
/// Whether every coordinate is within greatest_value.
bool is_drawable(Length);
bool is_drawable(Point);
bool is_drawable(const Path&);
/// Does `inner`, then `outer`. nullopt where the scale or the way moved is beyond greatest_value.
std::optional<Transform> composed(const Transform& outer, const Transform& inner);
/// `translate(x y)` or `translate(x)`, then `scale(s)`, each at most once and in either order.
std::optional<Transform> parse_transform(std::string_view value);

}  // namespace handout::figures
