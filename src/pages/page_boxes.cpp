#include "pages/page_boxes.h"

#include <algorithm>
#include <utility>

#include "pages/blocks.h"
#include "pages/furniture.h"

namespace handout::pages {

namespace {

using namespace literals;
using design::BoxKind;
using design::Dock;
using design::Edges;
using design::Style;
using design::StyledBox;

/// Between text and a header or footer that states no gap and no space: as between regions (docs/formats.md: gap 6 mm).
constexpr Length usual_gap = 6_mm;
/// The draft line's hatch ends so far before its words where the margin is narrow.
constexpr Length hatch_clearance = 4_pt;

void move_into(Pieces& pieces, Pieces& moved, Point by) {
  for (Piece& piece : moved) {
    move_by(piece, by);
    pieces.push_back(std::move(piece));
  }
  moved.clear();
}

BoxLook look_of(const Composer& composer, const Style& style) {
  BoxLook look;
  if (!composer.manuscript.black_only) look.fill = style.fill;
  look.rule = style.rule;
  look.corner_top = look.corner_bottom = style.corner;
  return look;
}

bool is_seen(const BoxLook& look, const Style& style) {
  const Length nothing;
  return look.fill || look.rule.top > nothing || look.rule.bottom > nothing || look.rule.start > nothing ||
         look.rule.end > nothing || !style.backdrop.empty();
}

/// No page has more room between its margins.
Length highest_body(const design::Manuscript& manuscript) {
  Length highest;
  for (const auto& [name, page] : manuscript.pages)
    highest = std::max(highest, manuscript.page_size.height - page.margins.top - page.margins.bottom);
  return highest;
}

/// A box with its contents, its top at 0.
struct LaidBox {
  Pieces pieces;
  Length height;
  bool empty = true;
};

class PageSetter {
 public:
  PageSetter(Composer& composer, const PageJob& job, const PageThreads& threads)
      : composer_(composer), job_(job), threads_(threads), paper_(composer.manuscript.page_size) {
    composer_.side = job.side;
    composer_.resume = Resume{};
    margins_ = margins_on(job.page->margins, job.side);
    free_ = Rect{margins_.start, margins_.top, paper_.width - margins_.start - margins_.end,
                 paper_.height - margins_.top - margins_.bottom};
    body_height_ = highest_body(composer.manuscript);
    layout_.page = job.page;
    layout_.number = job.number;
    layout_.side = job.side;
    composer_.set_slot = [this](std::size_t thread, const Room& room) { return set_slot(thread, room); };
  }
  ~PageSetter() { composer_.set_slot = nullptr; }
  PageSetter(const PageSetter&) = delete;
  PageSetter& operator=(const PageSetter&) = delete;

  PageLayout set() {
    fill_paper();
    set_band();
    set_header();
    Pieces footer = set_footer();
    if (!job_.next_page_differs) body_height_ = free_.height;
    set_regions();
    std::move(footer.begin(), footer.end(), std::back_inserter(layout_.pieces));
    return std::move(layout_);
  }

 private:
  void fill_paper() {
    const Style& style = composer_.style(job_.page->style);
    BoxPiece piece;
    piece.style = &style;
    piece.look.fill = look_of(composer_, style).fill;
    piece.rect = Rect{Length{}, Length{}, paper_.width, paper_.height};
    if (piece.look.fill || !style.backdrop.empty()) layout_.pieces.emplace_back(piece);
  }

  const StyledBox* find(BoxKind kind) const {
    for (const StyledBox& box : job_.page->boxes) {
      if (box.kind == kind) return &box;
    }
    return nullptr;
  }

  /// A slot inside furniture, which takes what the furniture of its box leaves.
  Strips set_slot(std::size_t thread, const Room& room) {
    FlowArea area;
    area.box = Rect{Length{}, Length{}, room.width, composer_.slot_room};
    area.x_inside = room.x;
    area.next_page_differs = job_.next_page_differs;
    area.tallest = body_height_;
    TakenStrips taken = take_strips(composer_, threads_.flows.at(thread), area);
    layout_.forced = layout_.forced || taken.forced;
    for (const Strip& strip : taken.strips)
      layout_.lines += strip.lines;
    composer_.slot_room -= stacked_height(taken.strips);
    return std::move(taken.strips);
  }

  /// The height of a box's furniture while the slots inside it are empty.
  Length height_without_slots(const FurnitureParts& parts, const Room& room) {
    const auto set_slot = std::exchange(composer_.set_slot, nullptr);
    const Strips above = lay_out_furniture(composer_, parts.above, room);
    const Strips below = lay_out_furniture(composer_, parts.below, room);
    composer_.set_slot = set_slot;
    const Length gap = below.empty() ? Length{} : below.front().space_before;
    return stacked_height(above) + gap + stacked_height(below);
  }

  /// The band lies at the paper's edges, its contents within the margins.
  void set_band() {
    const StyledBox* band = find(BoxKind::band);
    Length top = band ? Length{} : free_.y;
    Length space_below;
    if (band) {
      const Style& style = composer_.style(band->style);
      top = set_band_box(*band, style);
      space_below = style.space_after;
    }
    if (composer_.manuscript.draft_line) {
      top = set_draft_line(top);
      if (!band) space_below = usual_gap;
    }
    top += space_below;
    free_.height -= top - free_.y;
    free_.y = top;
  }

  Length set_band_box(const StyledBox& band, const Style& style) {
    composer_.printing.artifact = design::Artifact::header;
    Room room;
    room.x = free_.x + style.padding.start;
    room.width = free_.width - style.padding.start - style.padding.end;
    const FurnitureParts parts = parts_of(band.furniture);
    if (parts.slot || has_slot_inside(parts)) composer_.slot_room = free_.height - height_without_slots(parts, room);
    Stacked content = stack_up(list_of(lay_out_furniture(composer_, band.furniture, room)));
    Length top = style.rule.top + style.padding.top;
    Length height = top + content.height + style.padding.bottom + style.rule.bottom;
    const Length stated = std::max(style.min_height, band.height ? width_in(*band.height, paper_.height) : Length{});
    if (stated > height) {
      // A band of a stated height holds its words in the middle.
      top += (stated - height) / 2;
      height = stated;
    }
    BoxPiece box;
    box.style = &style;
    box.look = look_of(composer_, style);
    // The fill may stop short of the far edge (the logo then stands on white), and stops where a box inside is
    // itself filled to the paper's edges.
    const Length width = style.width ? std::min(paper_.width, width_in(*style.width, paper_.width)) : paper_.width;
    box.rect = Rect{Length{}, Length{}, width, height};
    for (const Piece& piece : content.pieces) {
      const auto* inner = std::get_if<BoxPiece>(&piece);
      if (inner && inner->look.to_paper_edges) {
        box.rect.height = std::min(box.rect.height, top + inner->rect.y);
        break;
      }
    }
    if (is_seen(box.look, style)) layout_.pieces.emplace_back(box);
    move_into(layout_.pieces, content.pieces, Point{Length{}, top});
    return height;
  }

  /// As wide as the paper, its hatch at the paper's edge, its words within the margins.
  Length set_draft_line(Length top) {
    composer_.printing.artifact = design::Artifact::header;
    const design::StyledFurniture& line = *composer_.manuscript.draft_line;
    const Style& style = composer_.style(line.style);
    const Length words = free_.x;
    const Length hatch = std::min(style.rule.start, std::max(Length{}, words - hatch_clearance));
    Room room;
    room.x = words - style.rule.start - style.padding.start;
    room.width = free_.x + free_.width - room.x + style.rule.end + style.padding.end;
    Stacked content = stack_up(list_of(lay_out_furniture(composer_, std::vector{&line}, room)));
    for (Piece& piece : content.pieces) {
      auto* box = std::get_if<BoxPiece>(&piece);
      if (!box || box->style != &style) continue;
      box->look.to_paper_edges = true;
      box->look.rule.start = hatch;
    }
    move_into(layout_.pieces, content.pieces, Point{Length{}, top});
    return top + content.height;
  }

  Length gap_of(const StyledBox& box, Length space) const {
    const Length gap = std::max(box.gap, space);
    return gap > Length{} ? gap : usual_gap;
  }

  void set_header() {
    const StyledBox* header = find(BoxKind::header);
    if (!header) return;
    composer_.printing.artifact = design::Artifact::header;
    LaidBox laid = set_box(*header, free_, stated_height(*header));
    if (laid.empty) return;
    move_into(layout_.pieces, laid.pieces, Point{Length{}, free_.y});
    take_from_top(laid.height + gap_of(*header, composer_.style(header->style).space_after));
  }

  Pieces set_footer() {
    Pieces pieces;
    const StyledBox* footer = find(BoxKind::footer);
    if (!footer) return pieces;
    composer_.printing.artifact = design::Artifact::footer;
    LaidBox laid = set_box(*footer, free_, stated_height(*footer));
    if (laid.empty) return pieces;
    move_into(pieces, laid.pieces, Point{Length{}, free_.y + free_.height - laid.height});
    free_.height -= laid.height + gap_of(*footer, composer_.style(footer->style).space_before);
    return pieces;
  }

  std::optional<Length> stated_height(const StyledBox& box) const {
    if (!box.height) return std::nullopt;
    return width_in(*box.height, free_.height);
  }

  void take_from_top(Length height) {
    free_.y += height;
    free_.height -= height;
  }

  void set_regions() {
    composer_.printing.artifact = design::Artifact::layout;
    std::vector<const StyledBox*> regions;
    for (const StyledBox& box : job_.page->boxes) {
      if (box.kind == BoxKind::region) regions.push_back(&box);
    }
    while (!regions.empty()) {
      const StyledBox& region = *regions.front();
      regions.erase(regions.begin());
      if (holds_rest(region)) threads_.before_rest(regions);
      set_region(region);
    }
  }

  bool holds_rest(const StyledBox& region) const {
    const auto& threads = composer_.manuscript.threads;
    for (std::size_t i = 0; i < threads.size(); ++i) {
      if (threads[i].is_rest && has_slot_for(region.furniture, i)) return true;
    }
    return false;
  }

  void set_region(const StyledBox& region) {
    Rect rect = free_;
    if (region.at == Dock::start || region.at == Dock::end) {
      rect.width = region.width ? width_in(*region.width, free_.width) : free_.width / 2;
      if (region.at == Dock::end) rect.x = free_.x + free_.width - rect.width;
      free_.width -= rect.width + region.gap;
      if (region.at == Dock::start) free_.x += rect.width + region.gap;
    }
    const bool is_natural = (region.at == Dock::top || region.at == Dock::bottom) && !region.height;
    std::optional<Length> height = stated_height(region);
    if (!is_natural && !height) height = rect.height;
    LaidBox laid = set_box(region, rect, height);
    if (laid.empty && is_natural) return;
    if (region.at == Dock::bottom) rect.y = free_.y + free_.height - laid.height;
    move_into(layout_.pieces, laid.pieces, Point{Length{}, rect.y});
    if (region.at == Dock::top) take_from_top(laid.height + region.gap);
    if (region.at == Dock::bottom) free_.height -= laid.height + region.gap;
  }

  /// What a box holds, stacked from 0 on: furniture at the head, the thread's text, furniture at the foot.
  struct BoxContents {
    Stacked head, foot;
    FlowResult flow;
    Length height;       ///< of head and text
    Length gap_to_foot;  ///< what keeps the foot off them
  };

  BoxContents set_contents(const StyledBox& box, const Room& room, Length inside, std::optional<Length> height) {
    const FurnitureParts parts = parts_of(box.furniture);
    if (has_slot_inside(parts)) composer_.slot_room = inside - height_without_slots(parts, room);
    const Strips above = lay_out_furniture(composer_, parts.above, room);
    const Strips below = lay_out_furniture(composer_, parts.below, room);
    BoxContents contents;
    contents.head = stack_up(list_of(above));
    contents.foot = stack_up(list_of(below));
    contents.height = contents.head.height;
    const Length foot_space = below.empty() ? Length{} : below.front().space_before;
    std::optional<Length> space = above.empty() ? std::nullopt : std::optional(above.back().space_after);
    if (parts.slot) {
      FlowArea area;
      area.box =
          Rect{room.x, contents.height, room.width, inside - contents.head.height - contents.foot.height - foot_space};
      area.columns = box.columns;
      area.column_gap = box.column_gap;
      area.balance = box.balance || !height;
      area.space_above = space;
      area.next_page_differs = job_.next_page_differs;
      area.tallest = body_height_ - (free_.height - area.box.height);
      contents.flow = flow_thread(composer_, threads_.flows.at(parts.slot->thread), area);
      if (!contents.flow.pieces.empty()) {
        contents.height += contents.flow.height;
        space = contents.flow.space_after;
      }
    }
    if (!below.empty() && contents.height > Length{})
      contents.gap_to_foot = std::max(space.value_or(Length{}), foot_space);
    return contents;
  }

  /// Without a stated height the box is as tall as what it holds, and no taller than `rect`; in a stated one the foot
  /// stands at its bottom.
  LaidBox set_box(const StyledBox& box, const Rect& rect, std::optional<Length> height) {
    const Style& style = composer_.style(box.style);
    const Edges inset{style.rule.top + style.padding.top, style.rule.bottom + style.padding.bottom,
                      style.rule.start + style.padding.start, style.rule.end + style.padding.end};
    Room room;
    room.x = rect.x + inset.start;
    room.width = rect.width - inset.start - inset.end;
    const Length inside = height.value_or(rect.height) - inset.top - inset.bottom;
    BoxContents contents = set_contents(box, room, inside, height);
    layout_.lines += contents.flow.lines;
    layout_.forced = layout_.forced || contents.flow.forced;

    const Length insets = inset.top + inset.bottom;
    LaidBox laid;
    laid.empty = contents.head.pieces.empty() && contents.flow.pieces.empty() && contents.foot.pieces.empty();
    Length foot_top = contents.height + contents.gap_to_foot;
    laid.height = foot_top + contents.foot.height + insets;
    if (height) {
      laid.height = std::max(*height, contents.height + contents.foot.height + insets);
      foot_top = std::max(contents.height, laid.height - insets - contents.foot.height);
    }
    BoxPiece frame;
    frame.style = &style;
    frame.look = look_of(composer_, style);
    frame.rect = Rect{rect.x, Length{}, rect.width, laid.height};
    if (is_seen(frame.look, style)) laid.pieces.emplace_back(frame);
    move_into(laid.pieces, contents.head.pieces, Point{Length{}, inset.top});
    move_into(laid.pieces, contents.flow.pieces, Point{Length{}, inset.top});
    move_into(laid.pieces, contents.foot.pieces, Point{Length{}, inset.top + foot_top});
    return laid;
  }

  Composer& composer_;
  const PageJob& job_;
  const PageThreads& threads_;
  Size paper_;
  Edges margins_;
  Rect free_;           ///< what no box has taken yet
  Length body_height_;  ///< of all regions together; no page has more
  PageLayout layout_;
};

}  // namespace

Edges margins_on(const design::Margins& margins, Side side) {
  const Length inside = margins.inside.value_or(margins.start);
  const Length outside = margins.outside.value_or(margins.end);
  const bool sided = margins.inside || margins.outside;
  Edges edges{margins.top, margins.bottom, margins.start, margins.end};
  if (sided) {
    edges.start = side == Side::front ? inside : outside;
    edges.end = side == Side::front ? outside : inside;
  }
  return edges;
}

PageLayout lay_out_page(Composer& composer, const PageJob& job, const PageThreads& threads) {
  return PageSetter(composer, job, threads).set();
}

}  // namespace handout::pages
