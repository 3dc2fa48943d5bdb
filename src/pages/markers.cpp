#include "pages/markers.h"

#include <algorithm>

namespace handout::pages {

namespace {

using namespace literals;
using design::MarkerKind;

/// A box of a 1.1 pt line with corners of 1.5 pt.
constexpr Length checkbox_line = 1.1_pt;
constexpr Length checkbox_corner = 1.5_pt;
/// A marker that stands out above its line by less than this does not push the line down: discs of 16 pt stand beside
/// lines of 15 to 16 pt, and facing columns must keep their lines level.
constexpr Length tolerated_rise = 2_pt;

struct FirstLine {
  const text::Line* line = nullptr;
  Length top;
};

/// Words with a page number among them are set later; where their first line will stand is known.
const text::Line* line_in(Composer& composer, const FieldPiece& words) {
  const auto& lines = composer.text.lines(composer.text.shaped().measurable(*words.paragraph), words.shape);
  return lines.empty() ? nullptr : &lines.front();
}

FirstLine first_line(Composer& composer, const Strip& strip) {
  FirstLine first;
  const auto see = [&first](const text::Line* line, Length top) {
    if (line && (!first.line || top < first.top)) first = FirstLine{line, top};
  };
  for (const Piece& piece : strip.pieces) {
    if (const auto* line = std::get_if<LinePiece>(&piece)) see(line->line, line->at.y);
    if (const auto* words = std::get_if<FieldPiece>(&piece)) see(line_in(composer, *words), words->at.y);
  }
  return first;
}

struct Marker {
  Pieces pieces;
  Length top, bottom;
};

struct Spot {
  Length start;     ///< start edge of the marker
  Length middle;    ///< of its height
  Length baseline;  ///< of the first line
  Length size;
};

Marker drawn_disc(const design::Style& style, const Spot& spot) {
  const Length radius = spot.size / 2;
  PathPiece disc;
  disc.path = figures::circle(Point{spot.start + radius, spot.middle}, radius);
  disc.fill = style.marker_ink;
  return {{disc}, spot.middle - radius, spot.middle + radius};
}

Marker drawn_checkbox(const design::Style& style, const Spot& spot) {
  const Length side = spot.size - checkbox_line;
  PathPiece box;
  box.path = figures::rounded_rectangle(Rect{spot.start + checkbox_line / 2, spot.middle - side / 2, side, side},
                                        checkbox_corner);
  box.stroke = style.marker_ink;
  box.stroke_width = checkbox_line;
  return {{box}, spot.middle - spot.size / 2, spot.middle + spot.size / 2};
}

Marker drawn_icon(const figures::DrawingPtr& icon, const Spot& spot) {
  DrawingPiece piece;
  piece.drawing = icon;
  piece.panel = Rect{spot.start, spot.middle - spot.size / 2, spot.size, spot.size};
  return {{piece}, piece.panel.y, piece.panel.bottom()};
}

Marker plain_number(Composer& composer, const design::StyledParagraph& number, const MarkerPlace& place,
                    const Spot& spot) {
  const Length width = std::max(place.room, composer.text.widths(number).most);
  const auto& lines =
      composer.text.lines(number, text::LineShape{width, settled_align(composer, number, design::Align::start)});
  Marker marker;
  if (lines.empty()) return marker;
  LinePiece piece;
  piece.paragraph = &number;
  piece.line = &lines.front();
  piece.width = width;
  piece.at = Point{place.x, spot.baseline - piece.line->baseline};
  piece.printing = composer.printing;
  marker.pieces.emplace_back(piece);
  return marker;
}

Marker number_on_disc(Composer& composer, const design::StyledParagraph& number, const design::Style& style,
                      const Spot& spot) {
  PathPiece disc;
  const Length radius = spot.size / 2;
  const Length centre = spot.start + radius;
  disc.path = figures::circle(Point{centre, spot.middle}, radius);
  disc.fill = style.marker_fill;
  Marker marker{{disc}, spot.middle - radius, spot.middle + radius};
  // The measure is wider than the disc, so that two digits stay centred without a complaint of too little room.
  const Length width = std::max(spot.size, composer.text.widths(number).most);
  const auto& lines = composer.text.lines(number, text::LineShape{width, design::Align::center});
  if (lines.empty()) return marker;
  LinePiece piece;
  piece.paragraph = &number;
  piece.line = &lines.front();
  piece.width = width;
  piece.ink = style.marker_ink;
  const Length baseline = spot.middle + cap_height(*piece.line, composer.text.fonts()) / 2;
  piece.at = Point{centre - width / 2, baseline - piece.line->baseline};
  piece.printing = composer.printing;
  marker.pieces.emplace_back(piece);
  return marker;
}

}  // namespace

Length marker_width(Composer& composer, const design::BlockMarker& marker, const design::Style& style) {
  const bool has_disc = style.marker_fill && !composer.manuscript.black_only;
  if (marker.number && !has_disc) return composer.text.widths(*marker.number).most;
  return style.marker_size;
}

Length hang_marker(Composer& composer, const design::BlockMarker& marker, const design::Style& style,
                   const MarkerPlace& place, Strip& strip) {
  const FirstLine first = first_line(composer, strip);
  const text::FontSet& fonts = composer.text.fonts();
  const bool is_bullet = marker.kind == MarkerKind::disc && !marker.icon;
  Spot spot;
  spot.size = style.marker_size;
  spot.start = place.x + (place.filled && place.room > spot.size ? (place.room - spot.size) / 2 : Length{});
  spot.middle = spot.size / 2;
  spot.baseline = spot.middle;
  if (first.line) {
    spot.baseline = first.top + first.line->baseline;
    // Bullets sit in the middle of the small letters, everything tall in the middle of the capitals.
    spot.middle = spot.baseline - (is_bullet ? x_height(*first.line, fonts) : cap_height(*first.line, fonts)) / 2;
  }

  Marker drawn;
  if (marker.icon) {
    spot.middle += place.lines_below / 2;
    drawn = drawn_icon(marker.icon, spot);
  } else if (marker.number) {
    const bool has_disc = style.marker_fill && !composer.manuscript.black_only;
    drawn = has_disc ? number_on_disc(composer, *marker.number, style, spot)
                     : plain_number(composer, *marker.number, place, spot);
  } else if (marker.kind == MarkerKind::box) {
    drawn = drawn_checkbox(style, spot);
  } else if (marker.kind == MarkerKind::disc) {
    drawn = drawn_disc(style, spot);
  }

  strip.pieces.insert(strip.pieces.begin(), drawn.pieces.begin(), drawn.pieces.end());
  const Length free = place.above.value_or(Length{});
  if (-drawn.top <= std::max(free, tolerated_rise)) return drawn.bottom;
  const Length push = -drawn.top - free;
  for (Piece& piece : strip.pieces)
    move_by(piece, Point{Length{}, push});
  strip.height += push;
  return drawn.bottom + push;
}

}  // namespace handout::pages
