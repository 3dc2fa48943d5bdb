#include <algorithm>

#include "pages/blocks.h"
#include "pages/box_shapes.h"
#include "pages/markers.h"

namespace handout::pages {

namespace {

using namespace literals;
using design::Align;
using design::Edges;
using design::Style;

/// Words keep so far clear of the notch at a chevron's start.
constexpr Length chevron_clearance = 4_pt;

/// Where the box lies and where its contents do.
struct BoxPlan {
  Frame frame;
  Edges padding;
  Room inside;
  std::optional<MarkerPlace> marker;
};

Length measure_of(const Style& style, const Room& room) {
  if (!style.width || room.width_is_settled) return room.width;
  return std::min(room.width, width_in(*style.width, room.width));
}

void run_out_over_padding(BoxPlan& plan, const Room& room) {
  plan.frame.x -= room.around.start;
  plan.frame.width += room.around.start + room.around.end;
  if (!room.opens_box) return;
  // The padding of the box around is kept, half above and half below the words, so that they stand in the middle.
  plan.frame.top += room.around.top / 2;
  plan.frame.bottom += room.around.top - room.around.top / 2;
  plan.frame.look.corner_top = room.corner_around;
}

void add_chevron_room(BoxPlan& plan) {
  const Length start = plan.frame.look.flat_start ? chevron_point : chevron_point + chevron_clearance;
  const Length at_start = std::max(Length{}, start - plan.padding.start);
  const Length at_end = std::max(Length{}, chevron_point - plan.padding.end);
  plan.inside.x += at_start;
  plan.inside.width -= at_start + at_end;
}

void make_room_for_marker(Composer& composer, BoxPlan& plan, const design::BlockMarker& marker, const Style& style) {
  const Length width = marker_width(composer, marker, style);
  const Length after_padding = plan.inside.x - style.indent;
  MarkerPlace place;
  if (style.indent > Length{} && (style.indent >= width || marker.number)) {
    place = MarkerPlace{after_padding, style.indent, false, std::nullopt, {}};
  } else if (plan.padding.start >= width) {
    const bool filled = plan.frame.look.fill || plan.frame.look.rule.start > Length{};
    place = MarkerPlace{after_padding - plan.padding.start, plan.padding.start, filled, std::nullopt, {}};
  } else {
    const Length push = width + marker_gap - style.indent;
    place = MarkerPlace{after_padding, width + marker_gap, false, std::nullopt, {}};
    plan.inside.x += push;
    plan.inside.width -= push;
  }
  plan.marker = place;
}

BoxPlan plan_box(Composer& composer, const Style& style, const Room& room, const BoxContent& content) {
  BoxPlan plan;
  Frame& frame = plan.frame;
  frame.style = &style;
  frame.width = measure_of(style, room);
  frame.x = aligned_start(room, frame.width);
  const Length width = frame.width;
  const Length x = frame.x;
  if (!room.box_is_drawn) plan.padding = style.padding;
  if (content.has_box && !room.box_is_drawn) {
    frame.look.rule = style.rule;
    if (room.end_rule_is_drawn) frame.look.rule.end = Length{};
    if (!composer.manuscript.black_only) frame.look.fill = style.fill;
    frame.look.corner_top = frame.look.corner_bottom = style.corner;
    frame.look.flat_start = !room.follows_in_row;
    frame.look.to_paper_edges = style.bleed == design::Bleed::page;
  }
  const Edges& rule = frame.look.rule;
  frame.top = rule.top + (content.first_child_bleeds ? Length{} : plan.padding.top);
  frame.bottom = rule.bottom + plan.padding.bottom;
  const bool closed = frame.look.fill || (rule.start > Length{} && rule.end > Length{});
  frame.broken_padding = closed ? plan.padding.bottom : Length{};

  // Rules of a box that runs out stand at its far edges, clear of the words.
  const bool runs_out = content.has_box && style.bleed != design::Bleed::no;
  const Length rule_start = runs_out ? Length{} : rule.start;
  const Length rule_end = runs_out ? Length{} : rule.end;
  plan.inside.x = x + rule_start + plan.padding.start + style.indent;
  plan.inside.width = width - rule_start - rule_end - plan.padding.start - plan.padding.end - style.indent;
  if (content.has_box && style.bleed == design::Bleed::box) run_out_over_padding(plan, room);
  if (style.shape == design::BoxShape::chevron) add_chevron_room(plan);
  if (content.block && content.block->marker) make_room_for_marker(composer, plan, *content.block->marker, style);

  plan.inside.first_child_height = room.first_child_height;
  plan.inside.align = room.align;
  plan.inside.row_gap = room.row_gap;
  const bool is_box = frame.look.fill || has_rules(rule) || frame.top > Length{} || frame.bottom > Length{};
  plan.inside.around = is_box ? plan.padding : room.around;
  plan.inside.corner_around =
      is_box ? std::max(Length{}, frame.look.corner_top - std::max(rule.top, rule.start)) : room.corner_around;
  plan.inside.opens_box = content.first_child_bleeds;
  plan.inside.follows_in_row = room.follows_in_row;
  return plan;
}

/// Makes the box as tall as asked, its words at the top or in the middle.
void reach_least_height(BoxPlan& plan, Length least, Length content_height, const BoxContent& content) {
  Frame& frame = plan.frame;
  const Length natural = content_height + frame.top + frame.bottom;
  if (natural >= least) return;
  if (content.centred_in_height) frame.top = std::max(frame.top, (least - content_height) / 2);
  frame.bottom = std::max(frame.bottom, least - content_height - frame.top);
}

void enclose(Composer& composer, Strips& strips, const Frame& frame, bool starts_here) {
  composer.frames.push_back(frame);
  const Frame* kept = &composer.frames.back();
  for (Strip& strip : strips)
    strip.frames.insert(strip.frames.begin(), FrameRef{kept, false, false});
  strips.front().frames.front().first = starts_here;
  strips.back().frames.front().last = true;
}

void add_spaces(Strips& strips, const Style& style, const Frame& frame) {
  const bool top_edge = frame.top > Length{} || frame.look.fill;
  const bool bottom_edge = frame.bottom > Length{} || frame.look.fill;
  Length& before = strips.front().space_before;
  Length& after = strips.back().space_after;
  before = top_edge ? style.space_before : std::max(before, style.space_before);
  after = bottom_edge ? style.space_after : std::max(after, style.space_after);
}

}  // namespace

Length aligned_start(const Room& room, Length width) {
  if (room.align == Align::end) return room.x + room.width - width;
  if (room.align == Align::center) return room.x + (room.width - width) / 2;
  return room.x;
}

Length width_in(const design::Measure& width, Length measure) {
  if (width.unit == design::Measure::Unit::share) return scaled(measure, width.units, Factor::one);
  return Length{width.units};
}

Length side_insets(Composer& composer, const Style& style, const BoxContent& content) {
  Room room;
  room.width = 1000_pt;  // any measure: insets do not depend on it
  room.width_is_settled = true;
  return room.width - plan_box(composer, style, room, content).inside.width;
}

Strips lay_out_box(Composer& composer, const Style& style, const Room& room, const BoxContent& content) {
  const std::uint32_t first_leaf = composer.leaf;
  const Resume& resume = composer.resume;
  const bool resumes = resume.leaf > first_leaf || (resume.leaf == first_leaf && resume.text_begin > 0);
  BoxPlan plan = plan_box(composer, style, room, content);
  Strips strips = content.lay_out(plan.inside);

  const bool seen = plan.frame.look.fill || has_rules(plan.frame.look.rule);
  const Length least = std::max(content.has_box ? style.min_height : Length{}, room.least_height);
  if (strips.empty()) {
    const bool nothing_to_show = composer.leaf > first_leaf || !(seen || least > Length{});
    if (nothing_to_show || resumes) return strips;
    strips.emplace_back();
    strips.back().leaf = composer.leaf++;
  }

  // In a tall box the words stand in the middle, and the marker beside their first line may reach into what is free
  // above and below them; elsewhere the box grows with it.
  const bool in_tall_box = content.centred_in_height && least > Length{};
  if (in_tall_box) reach_least_height(plan, least, stacked_height(strips), content);
  if (plan.marker && !resumes) {
    const Edges& rule = plan.frame.look.rule;
    if (in_tall_box) {
      plan.marker->above = plan.frame.top - rule.top;
      plan.marker->lines_below = stacked_height(strips) - strips.front().height;
    }
    const Length bottom = hang_marker(composer, *content.block->marker, style, *plan.marker, strips.front());
    const Length free_to = stacked_height(strips) + (in_tall_box ? plan.frame.bottom - rule.bottom : Length{});
    if (bottom > free_to) strips.back().height += bottom - free_to;
  }
  if (!in_tall_box) reach_least_height(plan, least, stacked_height(strips), content);
  if (seen || plan.frame.top > Length{} || plan.frame.bottom > Length{} || !style.backdrop.empty()) {
    enclose(composer, strips, plan.frame, !resumes);
  }
  if (!room.box_is_drawn) add_spaces(strips, style, plan.frame);
  return strips;
}

}  // namespace handout::pages
