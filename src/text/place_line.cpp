#include "text/place_line.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "text/characters.h"
#include "text/shape.h"

namespace handout::text {
namespace {

constexpr std::string_view soft_hyphen_utf8 = "\u00AD";

/// Part of an item on this line.
struct Part {
  const Item* item = nullptr;
  std::uint32_t begin = 0, end = 0;
  std::uint8_t level = 0;
  bool hyphen = false;  ///< added at its end
};

/// `part` is none for an isolate's control.
struct LeveledPart {
  std::optional<std::size_t> part;
  std::uint8_t level = 0;
};

/// UAX #9, L2: from the highest level down to 1, reverse what stands at that level or above.
void reorder(std::vector<LeveledPart>& parts) {
  std::uint8_t highest = 0;
  for (const LeveledPart& one : parts)
    highest = std::max(highest, one.level);
  for (std::uint8_t level = highest; level > 0; --level) {
    for (std::size_t i = 0; i < parts.size();) {
      std::size_t end = i;
      while (end < parts.size() && parts[end].level >= level)
        ++end;
      std::reverse(parts.begin() + static_cast<std::ptrdiff_t>(i), parts.begin() + static_cast<std::ptrdiff_t>(end));
      i = std::max(end, i + 1);
    }
  }
}

/// Glyphs of a part, visual order; `from` is the shaped paragraph's or the line's own.
struct PartGlyphs {
  const ShapedGlyph* from = nullptr;
  std::size_t count = 0;
  std::vector<ShapedGlyph> own;  ///< filled where the part was shaped again
};

const ShapedGlyph* find_cluster(const ShapedGlyph* first, const ShapedGlyph* last, const Item& item,
                                std::uint32_t byte) {
  // The first glyph, left to right, at or after `byte` in left-to-right text, before it in right-to-left text.
  return item.right_to_left()
             ? std::partition_point(first, last, [&](const ShapedGlyph& g) { return g.cluster >= byte; })
             : std::partition_point(first, last, [&](const ShapedGlyph& g) { return g.cluster < byte; });
}

class LinePlacer {
 public:
  LinePlacer(const SetInput& input, const FontSet& fonts, const LineToPlace& line)
      : input_(input), fonts_(fonts), to_place_(line), base_level_(input.shaped.right_to_left ? 1 : 0) {}

  Line place() {
    line_.text_begin = to_place_.begin;
    line_.text_end = to_place_.end.at;
    line_.ends_paragraph = to_place_.end.kind == BreakKind::paragraph_end;
    line_.height = to_place_.height;
    line_.baseline = to_place_.baseline;
    find_visible_part();
    const std::vector<Part> parts = cut_parts();
    for (const std::size_t number : visual_order(parts))
      place_part(parts[number], static_cast<std::uint32_t>(number));
    line_.width = pen_;
    run_on(parts);
    justify();
    move_to_align();
    drop_unseen();
    mark_end();
    return std::move(line_);
  }

 private:
  /// Spaces at either end of the line keep their text and take no room.
  void find_visible_part() {
    visible_begin_ = to_place_.begin;
    visible_end_ = std::max(to_place_.end.content_end, to_place_.begin);
    while (visible_begin_ < visible_end_ && input_.paragraph.text[visible_begin_] == ' ')
      ++visible_begin_;
  }

  std::vector<Part> cut_parts() const {
    const std::vector<Item>& items = input_.shaped.items;
    std::vector<Part> parts;
    auto item =
        std::partition_point(items.begin(), items.end(), [&](const Item& i) { return i.end <= to_place_.begin; });
    for (; item != items.end() && item->begin < to_place_.end.at; ++item) {
      if (item->kind == ItemKind::line_break) continue;
      const std::uint32_t begin = std::max(item->begin, to_place_.begin);
      const std::uint32_t end = std::min(item->end, to_place_.end.at);
      // UAX #9, L1: white space at the line's end goes in the paragraph's direction.
      const bool turn = item->level != base_level_ && item->kind == ItemKind::text && end > visible_end_;
      if (turn && begin < visible_end_) parts.push_back({&*item, begin, visible_end_, item->level, false});
      parts.push_back(
          {&*item, turn ? std::max(begin, visible_end_) : begin, end, turn ? base_level_ : item->level, false});
    }
    if (to_place_.end.kind == BreakKind::added_hyphen && !parts.empty()) parts.back().hyphen = true;
    return parts;
  }

  /// Where an isolate begins or ends stands what its control would, at the level around it (UAX #9, X5c and X6a).
  std::vector<std::size_t> visual_order(const std::vector<Part>& parts) const {
    std::vector<LeveledPart> order;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (parts[i].item->after_joint && parts[i].begin == parts[i].item->begin)
        order.push_back({std::nullopt, base_level_});
      order.push_back({i, parts[i].level});
    }
    reorder(order);
    std::vector<std::size_t> visual;
    for (const LeveledPart& one : order) {
      if (one.part) visual.push_back(*one.part);
    }
    return visual;
  }

  /// The last run in reading order says so where the text does not simply go on in the next line.
  void mark_end() {
    if (to_place_.end.kind != BreakKind::forced && to_place_.end.kind != BreakKind::paragraph_end) return;
    const auto last = std::max_element(line_.runs.begin(), line_.runs.end(), [](const GlyphRun& a, const GlyphRun& b) {
      return a.logical_order < b.logical_order;
    });
    if (last != line_.runs.end()) last->ends_text = true;
  }

  void place_part(const Part& part, std::uint32_t number) {
    if (part.item->kind == ItemKind::blank) {
      place_blank(*part.item);
      return;
    }
    place_run(part, find_glyphs(part), number);
  }

  void place_blank(const Item& item) {
    // Half a point prints clean on an office printer and does not outshine the handwriting.
    using namespace literals;
    const Length width = blank_width(input_, item);
    const std::optional<Color>& ink = input_.paragraph.spans[item.span].blank_ink;
    if (ink) line_.blanks.push_back({pen_, width, 0.5_pt, *ink});
    pen_ += width;
  }

  /// A blank that ends the line takes what is left of the measure, so that a name can be written by hand.
  void run_on(const std::vector<Part>& parts) {
    const auto last =
        std::find_if(parts.rbegin(), parts.rend(), [&](const Part& part) { return part.begin < visible_end_; });
    if (last == parts.rend() || last->item->kind != ItemKind::blank || last->level != base_level_) return;
    if (!input_.paragraph.spans[last->item->span].blank_runs_on) return;
    const bool at_start = to_place_.align == design::Align::start || to_place_.align == design::Align::justify;
    const Length white = input_.width - to_place_.indent - line_.width;
    if (!at_start || white <= Length{}) return;
    // In reading order it is the last; on a line that runs to the left everything else stands to its right.
    BlankRule& blank = base_level_ == 0 ? line_.blanks.back() : line_.blanks.front();
    blank.width += white;
    line_.width += white;
    if (base_level_ == 0) return;
    for (GlyphRun& run : line_.runs)
      run.x += white;
    for (std::size_t i = 1; i < line_.blanks.size(); ++i)
      line_.blanks[i].x += white;
  }

  PartGlyphs find_glyphs(const Part& part) const {
    PartGlyphs glyphs;
    const Item& item = *part.item;
    const ShapedGlyph* const first = input_.shaped.glyphs.data() + item.first_glyph;
    const ShapedGlyph* const last = first + item.glyph_count;
    const auto unsafe = [&](std::uint32_t byte) {
      if (byte <= item.begin || byte >= item.end) return false;
      const ShapedGlyph* const at = find_cluster(first, last, item, byte);
      if (item.right_to_left()) return at != first && (at - 1)->unsafe_before;
      return at != last && at->unsafe_before;
    };
    const ShapeInput again{input_.paragraph.text, item, part.begin, shaped_end(part),
                           input_.paragraph.spans[item.span].locale};
    if (part.hyphen) {
      glyphs.own = shape_with_hyphen(again, fonts_);
    } else if (unsafe(part.begin) || unsafe(part.end)) {
      shape(again, fonts_, glyphs.own);
    } else {
      const ShapedGlyph* const one = find_cluster(first, last, item, part.begin);
      const ShapedGlyph* const other = find_cluster(first, last, item, part.end);
      glyphs.from = std::min(one, other);
      glyphs.count = static_cast<std::size_t>(std::max(one, other) - glyphs.from);
      return glyphs;
    }
    glyphs.from = glyphs.own.data();  // stays valid: the vector's elements move with it
    glyphs.count = glyphs.own.size();
    return glyphs;
  }
  /// Where the text itself holds a soft hyphen, that is the hyphen.
  std::uint32_t shaped_end(const Part& part) const {
    const std::string_view text(input_.paragraph.text.data() + part.begin, part.end - part.begin);
    const bool own = part.hyphen && text.ends_with(soft_hyphen_utf8);
    return own ? part.end - static_cast<std::uint32_t>(soft_hyphen_utf8.size()) : part.end;
  }

  void place_run(const Part& part, const PartGlyphs& glyphs, std::uint32_t number) {
    const Item& item = *part.item;
    const design::StyledSpan& span = input_.paragraph.spans[item.span];
    const design::Style& style = input_.styles.at(span.style.value);
    GlyphRun run;
    run.font = item.font;
    run.size = size_of(input_, item);
    run.color = style.ink.value_or(Color{});
    if (!style.ink) unseen_.push_back(line_.runs.size());
    const std::uint32_t end = shaped_end(part);
    run.text = input_.paragraph.text.substr(part.begin, end - part.begin);
    if (part.hyphen) run.text += soft_hyphen_utf8;
    run.tag = span.tag;
    run.locale = span.locale;
    run.right_to_left = item.right_to_left();
    run.underline = style.underline;
    run.field = span.field;
    run.link = span.link;
    run.logical_order = number;
    run.x = pen_;
    run.rise = scaled(run.size, span.rise_thousandths_em, 1000);
    scale_glyphs(part, glyphs, run);
    pen_ += run.width;
    line_.runs.push_back(std::move(run));
  }

  void scale_glyphs(const Part& part, const PartGlyphs& glyphs, GlyphRun& run) {
    const Item& item = *part.item;
    const Length tracking = tracking_of(input_, item);
    run.glyphs.resize(glyphs.count);
    for (std::size_t i = 0; i < glyphs.count; ++i) {
      const ShapedGlyph& from = glyphs.from[i];
      Glyph& glyph = run.glyphs[i];
      glyph.id = from.id;
      const bool visible = (from.cluster >= visible_begin_ && from.cluster < visible_end_) ||
                           (part.hyphen && from.cluster >= shaped_end(part));
      if (visible) {
        glyph.advance = at_size(from.advance, run.size, item.units_per_em);
        if (from.ends_cluster) glyph.advance += tracking;
        if (from.word_space) {
          gaps_.push_back({line_.runs.size(), i});
          gaps_width_ += glyph.advance;
        }
      }
      glyph.dx = at_size(from.dx, run.size, item.units_per_em);
      glyph.dy = at_size(from.dy, run.size, item.units_per_em);
      glyph.text_begin = from.cluster - part.begin;
      run.width += glyph.advance;
    }
    end_clusters(run);
  }

  /// A cluster's text ends where that of the next in reading order begins.
  static void end_clusters(GlyphRun& run) {
    auto next = static_cast<std::uint32_t>(run.text.size());
    const std::size_t count = run.glyphs.size();
    const auto logical = [&](std::size_t i) -> Glyph& { return run.glyphs[run.right_to_left ? count - 1 - i : i]; };
    std::uint32_t now = next;
    for (std::size_t i = count; i-- > 0;) {
      Glyph& glyph = logical(i);
      if (glyph.text_begin != now) {
        if (i + 1 < count) next = now;
        now = glyph.text_begin;
      }
      glyph.text_end = next;
    }
  }

  /// Word spaces share what the line lacks; the first ones take a unit more where it does not divide.
  void justify() {
    const bool whole_line = to_place_.end.kind != BreakKind::forced && to_place_.end.kind != BreakKind::paragraph_end;
    const Length white = input_.width - to_place_.indent - line_.width;
    if (to_place_.align != design::Align::justify || gaps_.empty() || (!whole_line && white >= Length{})) return;
    if (-white > gaps_width_ / 4) return;  // an overfull line; break_lines shrinks none so far
    const auto count = static_cast<std::int64_t>(gaps_.size());
    const std::int64_t each = white.units / count;
    std::int64_t rest = white.units % count;
    for (const Gap& gap : gaps_) {
      const std::int64_t one = rest > 0 ? 1 : rest < 0 ? -1 : 0;
      rest -= one;
      GlyphRun& run = line_.runs[gap.run];
      run.glyphs[gap.glyph].advance += Length{each + one};
      run.width += Length{each + one};
      gap_added_.push_back({run.x, Length{each + one}});
    }
    shift_after_gaps();
    line_.width += white;
  }
  /// Everything that stands to the right of a gap's run moves by what the gap took.
  void shift_after_gaps() {
    const auto moved = [&](Length x) {
      Length by;
      for (const GapAdded& gap : gap_added_) {
        if (gap.run_x < x) by += gap.added;
      }
      return x + by;
    };
    for (GlyphRun& run : line_.runs)
      run.x = moved(run.x);
    for (BlankRule& blank : line_.blanks)
      blank.x = moved(blank.x);
  }

  void move_to_align() {
    const bool right_to_left = input_.shaped.right_to_left;
    const Length white = input_.width - to_place_.indent - line_.width;
    Length start_side;  // white before the line's start
    switch (to_place_.align) {
      case design::Align::center:
        start_side = white / 2;
        break;
      case design::Align::end:
      case design::Align::outside:
        start_side = white;
        break;
      default:
        break;
    }
    const Length x = right_to_left ? white - start_side : to_place_.indent + start_side;
    for (GlyphRun& run : line_.runs)
      run.x += x;
    for (BlankRule& blank : line_.blanks)
      blank.x += x;
  }

  /// Only now: what is unseen has its place among the others.
  void drop_unseen() {
    for (auto run = unseen_.rbegin(); run != unseen_.rend(); ++run)
      line_.runs.erase(line_.runs.begin() + static_cast<std::ptrdiff_t>(*run));
  }

  struct Gap {
    std::size_t run = 0, glyph = 0;
  };
  struct GapAdded {
    Length run_x, added;
  };

  const SetInput& input_;
  const FontSet& fonts_;
  const LineToPlace& to_place_;
  std::uint8_t base_level_;
  std::uint32_t visible_begin_ = 0, visible_end_ = 0;
  Line line_;
  Length pen_;
  std::vector<std::size_t> unseen_;  ///< runs in ink="none", ascending
  std::vector<Gap> gaps_;
  Length gaps_width_;
  std::vector<GapAdded> gap_added_;
};

}  // namespace

Line place_line(const SetInput& input, const FontSet& fonts, const LineToPlace& line) {
  return LinePlacer(input, fonts, line).place();
}

}  // namespace handout::text
