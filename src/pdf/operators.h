#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/units.h"
#include "figures/drawing.h"
#include "pages/paged_document.h"
#include "pdf/regular_paths.h"
#include "pdf/resources.h"

namespace handout::pdf {

/// A page's operators as text. Remembers the graphics state, so that an operator is written only where it changes
/// something, and turns the page's downward y into PDF's upward one.
class Operators {
 public:
  Operators(Length page_height, Resources& resources) : height_(hundredths_of(page_height)), resources_(resources) {}

  /// What has been written; the writer is spent.
  std::string take() { return std::move(out_); }

  // Marked content (ISO 32000-1, 14.6)
  void begin_marked(std::string_view tag_and_properties);
  void end_marked();

  // Graphics state
  void save();
  void restore();
  void fill_color(Color);
  void stroke_color(Color);
  void stroke_style(const pages::PlacedStroke&);
  void opacity(Factor fill, Factor stroke);

  // Painting. `path` is in page coordinates.
  void path(const figures::Path& path);
  void paint(std::string_view painting_operator);
  void grid(const Grid&, std::string_view painting_operator);
  /// Strokes each line by itself.
  void line_series(const LineSeries&);
  void clip(const figures::Path& path);
  void image(const std::string& name, const Rect& box);
  /// Draws what RepeatedShapes::drawing_of() says at each of `places`, page coordinates of its first point.
  void repeat(const std::string& drawing, const std::vector<Point>& places);
  void rectangle(const Rect&);

  // Text
  void begin_text();  ///< nothing where a text object is open
  void end_text();    ///< nothing where none is
  /// Moves to the start of a run; `y` is its baseline in page coordinates.
  void move_text(Point);
  void font(const std::string& name, Length size);
  /// In thousandths of a point.
  void character_space(std::int64_t thousandths);
  void rise(Length);
  /// Shows one string's glyphs.
  void show(std::string_view string) { out_.append(string).append("Tj\n"); }
  /// The same of several, with adjustments in thousandths of an em before, between and after them.
  void show_adjusted(std::string_view strings_and_adjustments) {
    out_.append("[").append(strings_and_adjustments).append("]TJ\n");
  }

 private:
  struct State {
    Color fill, stroke;  // black at the page's start
    std::int64_t width = 100;
    figures::LineCap cap = figures::LineCap::butt;
    figures::LineJoin join = figures::LineJoin::miter;
    std::string dashes;
    Factor fill_opacity, stroke_opacity;
    std::string font;
    Length size;
    std::int64_t character_space = 0;
    std::int64_t rise = 0;
  };

  static std::int64_t hundredths_of(Length);
  std::int64_t x(Length) const;
  std::int64_t y(Length) const;
  void number(std::int64_t hundredths);
  void point(Point);
  void rectangle(Point corner, Point across);
  void color(Color, std::string_view gray, std::string_view rgb);

  std::int64_t height_;
  Resources& resources_;
  std::string out_;
  State state_;
  std::vector<State> saved_;
  bool in_text_ = false;
  std::int64_t line_x_ = 0, line_y_ = 0;  ///< where the text line matrix is, in hundredths
};

/// The operators of `path` from its own first point, y upwards, and the box of its points: for a Form.
Form relative_form(std::span<const figures::Segment> segments, std::string_view painting_operator, Length stroke_width);

}  // namespace handout::pdf
