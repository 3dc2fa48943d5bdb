#include "pages/picture_labels.h"

#include <algorithm>
#include <map>

#include "pages/outlines.h"
#include "pages/print_figures.h"
#include "pages/spread_discs.h"

namespace handout::pages {

namespace {

using namespace literals;
using design::Align;
using design::PictureLabel;
using figures::Anchor;
using figures::Label;

/// Between a label and its panel's edge.
constexpr Length label_clearance = 3_pt;
/// Words wider than their measure come so near to their panel's side, and no nearer.
constexpr Length side_clearance = 1.5_pt;
/// Above and below the panel letters with marks may stand out by this much: it looks like standing at its edge.
constexpr Length tolerated_overhang = 1.5_pt;
/// Letters keep so far clear of the drawing's lines.
constexpr Length line_clearance = 1_pt;
/// Where nothing is filled, a disc is white with a line of this width around it.
constexpr Length disc_outline = 0.5_pt;
/// Letters reach so far below their baseline, of their size.
constexpr Factor descent = Factor::thousandths(250);
/// Half the height of capitals, of a label's size: a label drawn in the file is centred here above its baseline.
constexpr Factor half_capital = Factor::thousandths(357);

const std::vector<PictureLabel>& labels_of(const DrawingPiece& piece) {
  return piece.numbered ? piece.picture->numbers : piece.picture->labels;
}

const Label& drawn(const DrawingPiece& piece, const PictureLabel& label) {
  return std::get<Label>(piece.drawing->items.at(label.item));
}

/// A number stands on a disc where its style has one: that of the key's numbers.
bool has_disc(const Composer& composer, const PictureLabel& label) {
  const design::Style& style = composer.style(label.words.style);
  const bool is_number =
      style.marker == design::MarkerKind::number || style.marker == design::MarkerKind::number_with_point;
  return is_number && (style.marker_fill || composer.manuscript.black_only);
}

struct LabelShape {
  text::LineShape line;
  Length x;  ///< physical left of the measure
};

/// As far as the panel goes from a label's point.
Length room_for(const Label& label, Point at, const Rect& panel) {
  const Length on_left = at.x - panel.x - label_clearance, on_right = panel.right() - at.x - label_clearance;
  switch (label.anchor) {
    case Anchor::start:
      return on_right;
    case Anchor::middle:
      return std::min(on_left, on_right) * 2;
    case Anchor::end:
      return on_left;
  }
  return on_right;
}

/// A label's anchor is physical: one that starts at its point has it on its left in every language.
LabelShape shape_label(Composer& composer, const design::StyledParagraph& words, const figures::Label& label,
                       const DrawingScale& scale, const Rect& panel) {
  const Point at = scale.point(label.at);
  LabelShape shape;
  // The measure is meant for the size drawn: letters that keep theirs in a smaller figure get as many on a line.
  const Length drawn_size = scale.length(label.size);
  const Length set_size = composer.style(words.style).size;
  shape.line.width = scale.length(label.width);
  if (drawn_size > Length{} && set_size > drawn_size)
    shape.line.width = scaled(shape.line.width, set_size.units, drawn_size.units);
  shape.line.width = std::min(shape.line.width, room_for(label, at, panel));
  // Longer words in another language ask for more room.
  shape.line.width = std::max(shape.line.width, composer.text.widths(words).least);
  const bool runs_left = words.locale.direction == Direction::right_to_left;
  switch (label.anchor) {
    case Anchor::start:
      shape.line.align = runs_left ? Align::end : Align::start;
      shape.x = at.x;
      break;
    case Anchor::middle:
      shape.line.align = Align::center;
      shape.x = at.x - shape.line.width / 2;
      break;
    case Anchor::end:
      shape.line.align = runs_left ? Align::start : Align::end;
      shape.x = at.x - shape.line.width;
      break;
  }
  return shape;
}

/// The middle of a disc that stands where its label would begin.
Point disc_middle(const Label& label, const design::Style& style, const DrawingScale& scale) {
  Point middle = scale.point(label.at);
  middle.y -= scale.length(label.size) * half_capital;
  if (label.anchor == Anchor::start) middle.x += style.marker_size / 2;
  if (label.anchor == Anchor::end) middle.x -= style.marker_size / 2;
  return middle;
}

struct InkOnPage {
  Ink ink;
  Rect hull;
};

class LabelPlacer {
 public:
  LabelPlacer(const DrawingPiece& piece, Composer& composer, const Mirror& mirror)
      : piece_(piece),
        composer_(composer),
        panel_(mirror.rect(piece.panel)),
        scale_(*piece.drawing, place_of(piece, mirror)) {
    place_discs();
  }

  /// The lines of one label.
  std::vector<LinePiece> lines(const PictureLabel& picture_label) {
    const Label& label = drawn(piece_, picture_label);
    const bool on_disc = has_disc(composer_, picture_label);
    const LabelShape shape =
        on_disc ? shape_on_disc(picture_label) : shape_label(composer_, picture_label.words, label, scale_, panel_);
    std::vector<LinePiece> lines;
    const std::vector<text::Line>& set = composer_.text.lines(picture_label.words, shape.line);
    if (set.empty()) return lines;
    const Length capitals = cap_height(set.front(), composer_.text.fonts());
    Length baseline = scale_.point(label.at).y;
    // Centred on its point's height: the disc behind it is scaled, the numeral is not.
    if (label.step_number) baseline += capitals / 2 - scale_.length(label.size) * half_capital;
    if (on_disc) baseline = disc(picture_label).y + capitals / 2;
    Length top = baseline - set.front().baseline;
    for (const text::Line& line : set) {
      LinePiece one;
      one.paragraph = &picture_label.words;
      one.line = &line;
      one.at = Point{shape.x, top};
      one.width = shape.line.width;
      if (label.step_number) one.ink = color_of(label.ink, composer_.manuscript);
      lines.push_back(one);
      top += line.height;
    }
    return lines;
  }

  Point disc(const PictureLabel& label) const { return discs_.at(label.item); }

  const Rect& panel() const { return panel_; }

  /// What the drawing's shapes leave on the page.
  std::vector<InkOnPage> inks() const {
    std::vector<InkOnPage> inks;
    for (const figures::DrawingItem& item : piece_.drawing->items) {
      const auto* shape = std::get_if<figures::Shape>(&item);
      if (!shape || (!shape->fill && !shape->stroke)) continue;
      Ink ink;
      ink.path = scale_.path(shape->path);
      if (shape->stroke) ink.reach = scale_.length(shape->stroke->width) / 2;
      ink.is_filled = shape->fill.has_value();
      if (shape->clip) ink.clip = scale_.path(*shape->clip);
      const Rect hull = hull_of(ink);
      inks.push_back({std::move(ink), hull});
    }
    return inks;
  }

 private:
  /// Discs are as large in a small figure as in a large one, so they may meet: with one another, or with the numbers
  /// of steps, whose discs are drawn in the file and look like them.
  void place_discs() {
    std::vector<Disc> discs;
    DiscField field{Length{}, panel_};
    for (const PictureLabel& label : labels_of(piece_)) {
      const design::Style& style = composer_.style(label.words.style);
      const bool on_disc = has_disc(composer_, label);
      discs.push_back({disc_middle(drawn(piece_, label), style, scale_), !on_disc});
      if (on_disc) field.diameter = style.marker_size;
    }
    if (field.diameter > Length{}) discs = spread_discs(std::move(discs), field);
    auto disc = discs.begin();
    for (const PictureLabel& label : labels_of(piece_))
      discs_.emplace(label.item, (disc++)->middle);
  }

  LabelShape shape_on_disc(const PictureLabel& label) {
    LabelShape shape;
    const Length disc_width = composer_.style(label.words.style).marker_size;
    shape.line.width = std::max(disc_width, composer_.text.widths(label.words).most);
    shape.line.align = Align::center;
    shape.x = disc(label).x - shape.line.width / 2;
    return shape;
  }

  const DrawingPiece& piece_;
  Composer& composer_;
  Rect panel_;  ///< physical
  DrawingScale scale_;
  std::map<std::size_t, Point> discs_;  ///< by PictureLabel::item
};

/// The box around a line's letters; nothing where it has none.
std::optional<Rect> letters_of(const LinePiece& piece, const text::FontSet& fonts) {
  if (piece.line->runs.empty()) return std::nullopt;
  Length left = piece.line->runs.front().x;
  Length right = left;
  Length size;
  for (const text::GlyphRun& run : piece.line->runs) {
    left = std::min(left, run.x);
    right = std::max(right, run.x + run.width);
    size = std::max(size, run.size);
  }
  const Length capitals = cap_height(*piece.line, fonts);
  const Length top = piece.at.y + piece.line->baseline - capitals;
  return Rect{piece.at.x + left, top, right - left, capitals + size * descent};
}

bool overlap(const Rect& a, const Rect& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

/// How far the letters reach out of the room that they may take in the panel.
Length outside(const Rect& letters, const Rect& panel) {
  const Length over = tolerated_overhang;
  return std::max({Length{}, panel.x + side_clearance - letters.x, letters.right() - panel.right() + side_clearance,
                   panel.y - over - letters.y, letters.bottom() - panel.bottom() - over});
}

/// Do they share a point, be it of their edges?
bool meet(const Rect& a, const Rect& b) {
  return a.x <= b.right() && b.x <= a.right() && a.y <= b.bottom() && b.y <= a.bottom();
}

/// Do lines of the drawing run through these letters?
bool lies_on_lines(const Rect& letters, const std::vector<InkOnPage>& inks) {
  const Rect room{letters.x - line_clearance, letters.y - line_clearance, letters.width + line_clearance * 2,
                  letters.height + line_clearance * 2};
  return std::any_of(inks.begin(), inks.end(),
                     [&](const InkOnPage& one) { return meet(one.hull, room) && touches(one.ink, room); });
}

}  // namespace

std::vector<LinePiece> label_lines(const DrawingPiece& piece, Composer& composer, const Mirror& mirror) {
  LabelPlacer placer(piece, composer, mirror);
  std::vector<LinePiece> all;
  for (const PictureLabel& label : labels_of(piece)) {
    const std::vector<LinePiece> lines = placer.lines(label);
    all.insert(all.end(), lines.begin(), lines.end());
  }
  return all;
}

std::vector<PageItem> label_discs(const DrawingPiece& piece, Composer& composer, const Mirror& mirror,
                                  const design::Tag& tag) {
  LabelPlacer placer(piece, composer, mirror);
  std::vector<PageItem> discs;
  for (const PictureLabel& label : labels_of(piece)) {
    if (!has_disc(composer, label)) continue;
    const design::Style& style = composer.style(label.words.style);
    const Length radius = style.marker_size / 2;
    PlacedPath disc;
    disc.tag = tag;
    if (composer.manuscript.black_only) {
      disc.path = figures::circle(placer.disc(label), radius - disc_outline / 2);
      disc.fill = color_of(figures::SwatchName{"paper"}, composer.manuscript);
      PlacedStroke outline;
      outline.width = disc_outline;
      disc.stroke = outline;
    } else {
      disc.path = figures::circle(placer.disc(label), radius);
      disc.fill = style.marker_fill;
    }
    discs.emplace_back(std::move(disc));
  }
  return discs;
}

LabelRoom fit_labels(const DrawingPiece& piece, Composer& composer) {
  const design::Manuscript& manuscript = composer.manuscript;
  LabelRoom room;
  LabelPlacer placer(piece, composer, Mirror(manuscript.locale.direction, manuscript.page_size.width));
  const std::vector<InkOnPage> inks = placer.inks();
  std::vector<Rect> others;
  for (const PictureLabel& label : piece.picture->labels) {
    std::vector<Rect> own;
    for (const LinePiece& line : placer.lines(label)) {
      const std::optional<Rect> letters = letters_of(line, composer.text.fonts());
      if (!letters) continue;
      const bool clear =
          std::none_of(others.begin(), others.end(), [&](const Rect& other) { return overlap(other, *letters); });
      const bool is_step = drawn(piece, label).step_number;
      if (!clear || (!is_step && lies_on_lines(*letters, inks))) room.fit = std::max(room.fit, LabelFit::touching);
      if (!is_step) room.outside = std::max(room.outside, outside(*letters, placer.panel()));
      own.push_back(*letters);
    }
    others.insert(others.end(), own.begin(), own.end());
  }
  if (room.outside > Length{}) room.fit = LabelFit::outside;
  return room;
}

}  // namespace handout::pages
