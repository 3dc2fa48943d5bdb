#include "pdf/operators.h"

#include <algorithm>

#include "base/diagnostic.h"
#include "pdf/box_paths.h"
#include "pdf/numbers.h"

namespace handout::pdf {
namespace {

using figures::Segment;
using figures::Verb;

std::size_t end_of_subpath(std::span<const Segment> segments, std::size_t begin) {
  std::size_t end = begin + 1;
  while (end < segments.size() && segments[end].verb != Verb::move)
    ++end;
  return end;
}

void append_number(std::string& out, std::int64_t value) {
  append_decimal(out, value, 2);
  out += ' ';
}

/// In 100,000ths of a point: a length that is taken many times over.
void append_exact(std::string& out, Length length) {
  append_decimal(out, scaled(length.units, 100'000, Length::per_point), 5);
  out += ' ';
}

/// `write_point` appends a point's two numbers.
template <typename WritePoint>
void append_segments(std::string& out, std::span<const Segment> segments, const WritePoint& write_point) {
  for (const Segment& segment : segments) {
    switch (segment.verb) {
      case Verb::move:
        write_point(segment.end);
        out += "m\n";
        break;
      case Verb::line:
        write_point(segment.end);
        out += "l\n";
        break;
      case Verb::curve:
        write_point(segment.control_1);
        write_point(segment.control_2);
        write_point(segment.end);
        out += "c\n";
        break;
      case Verb::close:
        out += "h\n";
        break;
    }
  }
}

}  // namespace

std::int64_t Operators::hundredths_of(Length length) {
  return hundredths(length);
}
std::int64_t Operators::x(Length length) const {
  return hundredths(length);
}
std::int64_t Operators::y(Length length) const {
  return height_ - hundredths(length);
}

void Operators::number(std::int64_t value) {
  append_number(out_, value);
}
void Operators::point(Point p) {
  number(x(p.x));
  number(y(p.y));
}

void Operators::begin_marked(std::string_view tag_and_properties) {
  ENSURE(!in_text_);
  out_.append(tag_and_properties).append("BDC\n");
}
void Operators::end_marked() {
  end_text();
  out_ += "EMC\n";
}

void Operators::save() {
  ENSURE(!in_text_);
  saved_.push_back(state_);
  out_ += "q\n";
}
void Operators::restore() {
  ENSURE(!in_text_ && !saved_.empty());
  state_ = std::move(saved_.back());
  saved_.pop_back();
  out_ += "Q\n";
}

/// Grey in DeviceGray is shorter, and the same colour: the output intent is sRGB.
void Operators::color(Color c, std::string_view gray, std::string_view rgb) {
  const auto channel = [&](std::uint8_t value) {
    append_decimal(out_, scaled(value, 1000, 255), 3);
    out_ += ' ';
  };
  channel(c.red);
  if (c.red == c.green && c.green == c.blue) {
    out_.append(gray);
    return;
  }
  channel(c.green);
  channel(c.blue);
  out_.append(rgb);
}
void Operators::fill_color(Color c) {
  if (state_.fill == c) return;
  state_.fill = c;
  color(c, "g\n", "rg\n");
}
void Operators::stroke_color(Color c) {
  if (state_.stroke == c) return;
  state_.stroke = c;
  color(c, "G\n", "RG\n");
}

void Operators::stroke_style(const pages::PlacedStroke& stroke) {
  stroke_color(stroke.color);
  if (const std::int64_t width = hundredths(stroke.width); state_.width != width) {
    state_.width = width;
    number(width);
    out_ += "w\n";
  }
  if (state_.cap != stroke.cap) {
    state_.cap = stroke.cap;
    append_integer(out_, static_cast<int>(stroke.cap));  // butt, round, square are PDF's 0, 1, 2
    out_ += " J\n";
  }
  if (state_.join != stroke.join) {
    state_.join = stroke.join;
    append_integer(out_, static_cast<int>(stroke.join));  // miter, round, bevel are PDF's 0, 1, 2
    out_ += " j\n";
  }
  std::string dashes;
  for (const Length dash : stroke.dashes)
    append_number(dashes, hundredths(dash));
  if (state_.dashes != dashes) {
    state_.dashes = dashes;
    if (!dashes.empty()) dashes.pop_back();
    out_.append("[").append(dashes).append("]0 d\n");
  }
}

void Operators::opacity(Factor fill, Factor stroke) {
  if (state_.fill_opacity == fill && state_.stroke_opacity == stroke) return;
  state_.fill_opacity = fill;
  state_.stroke_opacity = stroke;
  out_.append("/").append(resources_.opacity(fill, stroke)).append(" gs\n");
}

void Operators::path(const figures::Path& path) {
  const std::span<const Segment> segments = path.segments;
  for (std::size_t begin = 0; begin < segments.size();) {
    const std::size_t end = end_of_subpath(segments, begin);
    const std::span<const Segment> subpath = segments.subspan(begin, end - begin);
    if (const std::optional<Corners> corners = as_box(subpath)) {
      rectangle(corners->first, corners->across);
    } else {
      append_segments(out_, subpath, [this](Point p) { point(p); });
    }
    begin = end;
  }
}

void Operators::rectangle(const Rect& box) {
  rectangle({box.x, box.bottom()}, {box.right(), box.y});
}

void Operators::rectangle(Point corner, Point across) {
  // Edges are rounded, not sizes, so that boxes that touch still touch.
  const std::int64_t left = x(corner.x), bottom = y(corner.y);
  number(left);
  number(bottom);
  number(x(across.x) - left);
  number(y(across.y) - bottom);
  out_ += "re\n";
}

void Operators::paint(std::string_view painting_operator) {
  out_.append(painting_operator) += '\n';
}

void Operators::grid(const Grid& grid, std::string_view painting_operator) {
  out_ += "q\n";
  append_exact(out_, grid.square);
  out_ += "0 0 ";
  append_exact(out_, grid.square);
  number(x(grid.corner.x));
  number(y(grid.corner.y));
  out_ += "cm\n";
  for (const GridBox& box : grid.boxes) {
    for (const std::int64_t squares : {box.x, box.y, box.width, box.height}) {
      append_integer(out_, squares);
      out_ += ' ';
    }
    out_ += "re\n";
  }
  out_.append(painting_operator).append("\nQ\n");
}

void Operators::line_series(const LineSeries& series) {
  out_ += "q\n1 0 0 1 ";
  number(x(series.begin.x));
  number(y(series.begin.y));
  out_ += "cm\n";
  for (std::size_t i = 0; i < series.count; ++i) {
    if (i > 0) {
      out_ += "1 0 0 1 ";
      append_exact(out_, series.step.x);
      append_exact(out_, -series.step.y);
      out_ += "cm\n";
    }
    out_ += "0 0 m\n";
    number(hundredths(series.end.x - series.begin.x));
    number(hundredths(series.begin.y - series.end.y));
    out_ += "l\nS\n";
  }
  out_ += "Q\n";
}

void Operators::clip(const figures::Path& path_to_keep) {
  path(path_to_keep);
  out_ += "W n\n";
}

void Operators::image(const std::string& name, const Rect& box) {
  out_ += "q\n";
  const std::int64_t left = x(box.x), bottom = y(box.bottom());
  number(x(box.right()) - left);
  out_ += "0 0 ";
  number(y(box.y) - bottom);
  number(left);
  number(bottom);
  out_.append("cm/").append(name).append(" Do\nQ\n");
}

void Operators::repeat(const std::string& drawing, const std::vector<Point>& places) {
  out_ += "q\n";
  std::int64_t at_x = 0, at_y = 0;
  for (const Point place : places) {
    // From one to the next: rows of dots become rows of equal steps, which deflate to almost nothing.
    const std::int64_t next_x = x(place.x), next_y = y(place.y);
    out_ += "1 0 0 1 ";
    number(next_x - at_x);
    number(next_y - at_y);
    out_.append("cm").append(drawing) += '\n';
    at_x = next_x;
    at_y = next_y;
  }
  out_ += "Q\n";
}

void Operators::begin_text() {
  if (in_text_) return;
  in_text_ = true;
  line_x_ = line_y_ = 0;
  out_ += "BT\n";
}
void Operators::end_text() {
  if (!in_text_) return;
  in_text_ = false;
  out_ += "ET\n";
}

void Operators::move_text(Point origin) {
  const std::int64_t to_x = x(origin.x), to_y = y(origin.y);
  if (to_x == line_x_ && to_y == line_y_) return;
  number(to_x - line_x_);
  number(to_y - line_y_);
  out_ += "Td\n";
  line_x_ = to_x;
  line_y_ = to_y;
}

void Operators::font(const std::string& name, Length size) {
  if (state_.font == name && state_.size == size) return;
  state_.font = name;
  state_.size = size;
  out_.append("/").append(name) += ' ';
  // A size is exact to a thousandth: half a hundredth would show over a line's width.
  append_decimal(out_, scaled(size.units, 1000, Length::per_point), 3);
  out_ += " Tf\n";
}

void Operators::character_space(std::int64_t thousandths) {
  if (state_.character_space == thousandths) return;
  state_.character_space = thousandths;
  append_decimal(out_, thousandths, 3);
  out_ += " Tc\n";
}

void Operators::rise(Length up) {
  const std::int64_t value = hundredths(up);
  if (state_.rise == value) return;
  state_.rise = value;
  number(value);
  out_ += "Ts\n";
}

Form relative_form(std::span<const figures::Segment> segments, std::string_view painting_operator,
                   Length stroke_width) {
  const Point first = segments.front().end;
  Form form;
  Point least, most;
  append_segments(form.operators, segments, [&](Point p) {
    const Length x = p.x - first.x, y = first.y - p.y;
    append_number(form.operators, hundredths(x));
    append_number(form.operators, hundredths(y));
    least = {std::min(least.x, x), std::min(least.y, y)};
    most = {std::max(most.x, x), std::max(most.y, y)};
  });
  form.operators.append(painting_operator);
  // A mitred corner may reach further than half the width; ten times the width is PDF's own limit (8.4.3.5).
  const Length margin = stroke_width * 5 + Length{Length::per_point / 10};
  form.box = {least.x - margin, least.y - margin, most.x - least.x + margin * 2, most.y - least.y + margin * 2};
  return form;
}

}  // namespace handout::pdf
