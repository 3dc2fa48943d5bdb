#include "pages/pictures.h"

#include <algorithm>

#include "pages/blocks.h"
#include "pages/picture_labels.h"

namespace handout::pages {

namespace {

using namespace literals;
using design::Align;

/// Rules of 0.75 pt.
constexpr Length note_rule = 0.75_pt;
/// More lines to write on than these may go on in the next column.
constexpr int most_lines_kept = 12;
/// A line across whose style states no rule: like the footer's.
constexpr Length usual_rule = 0.5_pt;
/// How small a drawing may be drawn in its panel for its labels to have room: more than this, and numbers say more.
constexpr int least_drawn = 800;
/// In thousandths: of a panel of 80 mm that is 2 mm more on either side, a letter of a label.
constexpr int drawn_step = 50;

/// FlowBlock leaves are counted, so that a divided block knows where it goes on; true when this one is already printed.
bool is_printed(Composer& composer, Strip& strip) {
  strip.leaf = composer.leaf++;
  return strip.leaf < composer.resume.leaf;
}

/// The measure for a code whose modules fill this one: the white on one side of them stands outside.
Length with_quiet_zone(const design::Picture& picture, Length measure) {
  const Length side = picture.drawing->view_box.width;
  return scaled(measure, side.units, (side - picture.drawing->quiet_zone).units);
}

/// A code's modules stand in line with the words, and the white beside them outside.
Room hung_out(Room room, Length outside) {
  if (room.align != Align::end) room.x -= outside;
  room.width += outside;
  return room;
}

Size picture_size(const design::Picture& picture, const design::Style& style, Length measure) {
  const Rect& view = picture.drawing->view_box;
  ENSURE(view.width > Length{} && view.height > Length{});
  if (picture.height) {
    const Length width = scaled(*picture.height, view.width.units, view.height.units);
    if (width <= measure) return {width, *picture.height};
  }
  Length width = measure;
  if (picture.width) width = std::min(measure, width_in(*picture.width, measure));
  Length height = scaled(width, view.height.units, view.width.units);
  if (style.max_height) height = std::min(height, *style.max_height);
  return {width, height};
}

/// Longer words than the drawing was made for have more room beside it when it is drawn smaller. Where they find none,
/// the largest size at which they are nearest to it. True where the labels fit.
bool make_room_for_labels(DrawingPiece& piece, Composer& composer) {
  LabelRoom best = fit_labels(piece, composer);
  DrawingPiece tried = piece;
  for (int drawn = 1000 - drawn_step; drawn >= least_drawn && best.fit != LabelFit::clear; drawn -= drawn_step) {
    tried.drawn = Factor::thousandths(drawn);
    const LabelRoom room = fit_labels(tried, composer);
    if (room >= best) continue;
    best = room;
    piece.drawn = tried.drawn;
  }
  return best.fit == LabelFit::clear;
}

}  // namespace

Strips lay_out_picture(Composer& composer, const design::Picture& picture, const design::Style& style,
                       const Room& room) {
  Strip strip;
  if (is_printed(composer, strip)) return {};
  const Size size = picture_size(picture, style, with_quiet_zone(picture, room.width));
  const Room hung = hung_out(room, room.align == Align::center ? Length{} : quiet_zone(*picture.drawing, size.width));
  DrawingPiece piece;
  piece.drawing = picture.drawing;
  piece.picture = &picture;
  piece.style = &style;
  piece.panel = Rect{aligned_start(hung, size.width), Length{}, size.width, size.height};
  piece.printing = composer.printing;
  if (picture.key) {
    piece.numbered = composer.keys.contains(*picture.key);
    if (piece.numbered || make_room_for_labels(piece, composer)) {
      composer.keys_wanted.erase(*picture.key);
    } else {
      composer.keys_wanted.insert(*picture.key);
    }
  }
  strip.height = size.height;
  strip.pieces.emplace_back(piece);
  return {strip};
}

Strips lay_out_dots(Composer& composer, const design::Dots& dots, const design::Style& style, const Room& room) {
  Strip strip;
  if (is_printed(composer, strip)) return {};
  int across = std::clamp(style.dots_across, 1, std::max(1, dots.of));
  while (across > 1 && dots_width(style, across) > room.width)
    --across;
  const int lines = (dots.of + across - 1) / across;
  DotsPiece piece;
  piece.dots = &dots;
  piece.style = &style;
  piece.across = across;
  const Length width = dots_width(style, across);
  const Length height = dot_pitch(style) * (lines - 1) + style.marker_size;
  piece.rect = Rect{aligned_start(room, width), Length{}, width, height};
  piece.printing = composer.printing;
  strip.height = height;
  strip.pieces.emplace_back(piece);
  return {strip};
}

Strips lay_out_notes(Composer& composer, const design::NoteLines& notes, const design::Style& style, const Room& room) {
  Strips strips;
  for (int i = 0; i < notes.lines; ++i) {
    Strip strip;
    if (is_printed(composer, strip)) continue;
    strip.height = style.line_gap;
    if (style.rule_ink)
      strip.pieces.emplace_back(
          RulePiece{Rect{room.x, style.line_gap - note_rule, room.width, note_rule}, *style.rule_ink});
    // A place to write is one place: a few lines stay together, of many the first two and the last two.
    const bool stays_whole = notes.lines <= most_lines_kept;
    const bool is_lonely = i == 0 || i + 2 == notes.lines;
    if (i + 1 < notes.lines && (stays_whole || is_lonely)) keep(strip, stays_whole ? Keep::block : Keep::lines);
    strips.push_back(std::move(strip));
  }
  return strips;
}

Strips lay_out_rule(Composer& composer, const design::Style& style, const Room& room) {
  Strip strip;
  if (is_printed(composer, strip)) return {};
  const Length width = style.rule.top > Length{} ? style.rule.top : usual_rule;
  strip.height = width;
  if (style.rule_ink) strip.pieces.emplace_back(RulePiece{Rect{room.x, Length{}, room.width, width}, *style.rule_ink});
  return {strip};
}

Length quiet_zone(const figures::Drawing& drawing, Length width) {
  return scaled(width, drawing.quiet_zone.units, drawing.view_box.width.units);
}

Length dot_pitch(const design::Style& style) {
  return scaled(style.marker_size, 6, 5);
}

Length dots_width(const design::Style& style, int across) {
  return dot_pitch(style) * (across - 1) + style.marker_size;
}

}  // namespace handout::pages
