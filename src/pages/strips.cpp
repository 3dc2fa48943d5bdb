#include "pages/strips.h"

#include <algorithm>

namespace handout::pages {

namespace {

void move_path(figures::Path& path, Point by) {
  for (figures::Segment& segment : path.segments) {
    segment.control_1 = segment.control_1 + by;
    segment.control_2 = segment.control_2 + by;
    segment.end = segment.end + by;
  }
}

void move_rect(Rect& rect, Point by) {
  rect.x += by.x;
  rect.y += by.y;
}

struct Mover {
  Point by;
  void operator()(LinePiece& piece) const { piece.at = piece.at + by; }
  void operator()(FieldPiece& piece) const { piece.at = piece.at + by; }
  void operator()(BoxPiece& piece) const { move_rect(piece.rect, by); }
  void operator()(RulePiece& piece) const { move_rect(piece.rect, by); }
  void operator()(PathPiece& piece) const { move_path(piece.path, by); }
  void operator()(DrawingPiece& piece) const { move_rect(piece.panel, by); }
  void operator()(DotsPiece& piece) const { move_rect(piece.rect, by); }
};

/// Height of a box's inset above a strip: its true top, or the padding of a filled box that goes on.
Length inset_above(const FrameRef& ref) {
  return ref.first ? ref.frame->top : ref.frame->broken_padding;
}
Length inset_below(const FrameRef& ref) {
  return ref.last ? ref.frame->bottom : ref.frame->broken_padding;
}

bool is_seen(const Frame& frame) {
  const design::Edges& rule = frame.look.rule;
  const Length nothing;
  return frame.look.fill || rule.top > nothing || rule.bottom > nothing || rule.start > nothing || rule.end > nothing ||
         !frame.style->backdrop.empty();
}

/// A box that is open while strips are stacked; its piece is put in place first and gets its height last.
struct OpenBox {
  FrameRef ref;
  Length top;
  std::optional<std::size_t> piece;
};

class Drawer {
 public:
  Drawer(Stacked& out, Length least_height) : out_(out), least_height_(least_height) {}

  void add(const Strip& strip) {
    const std::size_t kept = previous_ ? shared_frames(*previous_, strip) : 0;
    const Length bottom = bottom_;
    close_down_to(kept, bottom);
    stacker_.add(strip);
    const std::vector<Length>& tops = stacker_.opened();
    for (std::size_t i = kept; i < strip.frames.size(); ++i)
      open(strip.frames[i], tops.at(i - kept));
    for (std::size_t i = 0; i < kept; ++i)
      open_[i].ref.last = strip.frames[i].last;
    for (const Piece& piece : strip.pieces) {
      out_.pieces.push_back(piece);
      move_by(out_.pieces.back(), Point{Length{}, stacker_.content_top()});
    }
    out_.lines += strip.lines;
    bottom_ = stacker_.content_top() + strip.height;
    previous_ = &strip;
  }

  void finish(bool one_box) {
    Length bottom = bottom_;
    while (!open_.empty()) {
      if (one_box && open_.size() == 1) {
        bottom = std::max(bottom, least_height_ - inset_below(open_.back().ref));
      }
      bottom = close_last(bottom);
    }
    out_.height = std::max(bottom, one_box ? least_height_ : Length{});
  }

 private:
  void open(const FrameRef& ref, Length top) {
    OpenBox box{ref, top, std::nullopt};
    if (is_seen(*ref.frame)) {
      box.piece = out_.pieces.size();
      BoxPiece piece;
      piece.style = ref.frame->style;
      piece.look = ref.frame->look;
      piece.starts = ref.first;
      piece.rect = Rect{ref.frame->x, top, ref.frame->width, Length{}};
      out_.pieces.emplace_back(piece);
    }
    open_.push_back(box);
  }

  Length close_last(Length bottom) {
    const OpenBox box = open_.back();
    open_.pop_back();
    const Length end = bottom + inset_below(box.ref);
    if (box.piece) {
      auto& piece = std::get<BoxPiece>(out_.pieces.at(*box.piece));
      piece.rect.height = end - box.top;
      piece.ends = box.ref.last;
    }
    return end;
  }

  void close_down_to(std::size_t kept, Length bottom) {
    while (open_.size() > kept)
      bottom = close_last(bottom);
  }

  Stacked& out_;
  Length least_height_;
  Stacker stacker_;
  const Strip* previous_ = nullptr;
  Length bottom_;
  std::vector<OpenBox> open_;
};

/// May a column end below strip `i`, if keeps weaker than `least` do not count? Without it none do.
bool may_break_after(const StripList& strips, std::size_t i, std::optional<Keep> least) {
  const Keep keep = strips[i]->keep_with_next;
  if (i + 1 == strips.size() || keep == Keep::no || !least || keep < *least) return true;
  return strips[i + 1]->break_before != design::BreakBefore::no;
}

/// The head of a table that is continued by strips[from].
std::optional<Strip> continued_head(const StripList& strips, std::size_t from) {
  const Strip& strip = *strips[from];
  if (!strip.repeat_head) return std::nullopt;
  Strip head = *strip.repeat_head;
  head.frames = strip.frames;
  for (FrameRef& ref : head.frames)
    ref.first = ref.last = false;
  return head;
}

ColumnFill fill(const StripList& strips, std::size_t from, Length room, std::optional<Keep> least) {
  ColumnFill result;
  result.end = from;
  if (from >= strips.size()) return result;
  Stacker stacker;
  std::optional<Strip> head = continued_head(strips, from);
  if (head) stacker.add(*head);
  for (std::size_t i = from; i < strips.size(); ++i) {
    if (i > from && strips[i]->break_before != design::BreakBefore::no) break;
    stacker.add(*strips[i]);
    const Length height = stacker.height();
    if (height > room) break;
    if (may_break_after(strips, i, least)) {
      result.end = i + 1;
      result.height = height;
    }
  }
  result.head = std::move(head);
  return result;
}

struct CutCells {
  std::vector<Strips> above, below;
};
/// nullopt where nothing would stand above the cut, or nothing below.
std::optional<CutCells> cut_cells(const Composite& row, Length room) {
  CutCells cut;
  bool progress = false, rest = false;
  for (const Strips& cell : row.cells) {
    const StripList list = list_of(cell);
    ColumnFill column = fill(list, 0, room, Keep::block);
    for (const std::optional<Keep> least : {std::optional(Keep::heading), std::optional(Keep::lines), {}})
      if (column.end == 0) column = fill(list, 0, room, least);
    const auto at = cell.begin() + static_cast<std::ptrdiff_t>(column.end);
    cut.above.emplace_back(cell.begin(), at);
    cut.below.emplace_back(at, cell.end());
    progress = progress || column.end > 0;
    rest = rest || at != cell.end();
  }
  if (!progress || !rest) return std::nullopt;
  return cut;
}

Strip part_of(const Strip& row, std::vector<Strips> cells) {
  Strip part = row.composite->compose(cells);
  part.composite = std::make_shared<const Composite>(Composite{std::move(cells), row.composite->compose});
  part.frames = row.frames;
  part.leaf = row.leaf;
  part.space_before = row.space_before;
  part.space_after = row.space_after;
  part.repeat_head = row.repeat_head;
  return part;
}

}  // namespace

SourceRange start_of_words(const Pieces& pieces) {
  for (const Piece& piece : pieces) {
    const auto* line = std::get_if<LinePiece>(&piece);
    if (line && line->printing.kind == Printing::Kind::content && line->paragraph->where.file) {
      return line->paragraph->where;
    }
  }
  return {};
}

void move_by(Piece& piece, Point by) {
  std::visit(Mover{by}, piece);
}

std::size_t shared_frames(const Strip& a, const Strip& b) {
  const std::size_t most = std::min(a.frames.size(), b.frames.size());
  std::size_t n = 0;
  while (n < most && a.frames[n].frame == b.frames[n].frame)
    ++n;
  return n;
}

void Stacker::add(const Strip& strip) {
  std::size_t kept = 0;
  Length y;
  if (previous_) {
    kept = shared_frames(*previous_, strip);
    y = bottom_;
    for (std::size_t i = previous_->frames.size(); i > kept; --i)
      y += inset_below(previous_->frames[i - 1]);
    y += std::max(previous_->space_after, strip.space_before);
  }
  opened_.clear();
  for (std::size_t i = kept; i < strip.frames.size(); ++i) {
    opened_.push_back(y);
    y += inset_above(strip.frames[i]);
  }
  content_top_ = y;
  bottom_ = y + strip.height;
  previous_ = &strip;
}

Length Stacker::height() const {
  Length y = bottom_;
  if (previous_) {
    for (const FrameRef& ref : previous_->frames)
      y += inset_below(ref);
  }
  return y;
}

StripList list_of(const Strips& strips) {
  StripList list;
  list.reserve(strips.size());
  for (const Strip& strip : strips)
    list.push_back(&strip);
  return list;
}

Stacked stack_up(const StripList& strips, Length least_height) {
  Stacked out;
  Drawer drawer(out, least_height);
  for (const Strip* strip : strips)
    drawer.add(*strip);
  const bool one_box = least_height > Length{} && !strips.empty() && shared_frames(*strips.front(), *strips.back()) > 0;
  drawer.finish(one_box);
  return out;
}

Length stacked_height(const Strips& strips) {
  Stacker stacker;
  for (const Strip& strip : strips)
    stacker.add(strip);
  return stacker.height();
}

ColumnFill fill_column(const StripList& strips, std::size_t from, Length room) {
  return fill(strips, from, room, Keep::block);
}

ColumnFill force_column(const StripList& strips, std::size_t from, Length room, std::optional<Keep> least) {
  return fill(strips, from, room, least);
}

Length lead_height(const StripList& strips) {
  constexpr int least_lines = 2;  // under a title, one item of a list is as lonely as one line of a paragraph
  Stacker stacker;
  int lines = 0;
  for (std::size_t i = 0; i < strips.size(); ++i) {
    stacker.add(*strips[i]);
    lines += std::max(1, strips[i]->lines);
    if (lines >= least_lines && may_break_after(strips, i, Keep::block)) break;
  }
  return stacker.height();
}

Stacked draw_column(const StripList& strips, std::size_t from, const ColumnFill& column) {
  StripList list;
  if (column.head) list.push_back(&*column.head);
  list.insert(list.end(), strips.begin() + static_cast<std::ptrdiff_t>(from),
              strips.begin() + static_cast<std::ptrdiff_t>(column.end));
  return stack_up(list);
}

void keep(Strip& strip, Keep wanted) {
  strip.keep_with_next = std::max(strip.keep_with_next, wanted);
}

void release_keeps(Strips& strips, Length tallest) {
  for (std::size_t first = 0; first < strips.size();) {
    Stacker stacker;
    std::size_t last = first;
    for (stacker.add(strips[last]); last + 1 < strips.size() && strips[last].keep_with_next != Keep::no; ++last)
      stacker.add(strips[last + 1]);
    if (stacker.height() > tallest) {
      for (std::size_t i = first; i <= last; ++i)
        if (strips[i].keep_with_next == Keep::block) strips[i].keep_with_next = Keep::no;
    }
    first = last + 1;
  }
}

std::optional<DividedColumn> divide_column(const StripList& strips, Length room) {
  DividedColumn column;
  column.head = continued_head(strips, 0);
  Stacker stacker;
  if (column.head) stacker.add(*column.head);
  for (; column.at < strips.size(); ++column.at) {
    stacker.add(*strips[column.at]);
    if (stacker.height() > room) break;
  }
  if (column.at == strips.size() || !strips[column.at]->composite) return std::nullopt;
  const Strip& row = *strips[column.at];
  room -= stacker.content_top();
  for (const FrameRef& ref : row.frames)
    room -= ref.frame->broken_padding;
  std::optional<CutCells> cut = cut_cells(*row.composite, room);
  if (!cut) return std::nullopt;
  column.first = part_of(row, std::move(cut->above));
  column.rest = part_of(row, std::move(cut->below));
  for (FrameRef& ref : column.first.frames)
    ref.last = false;
  for (FrameRef& ref : column.rest.frames)
    ref.first = false;
  column.rest.is_remainder = true;
  column.rest.keep_with_next = row.keep_with_next;
  return column;
}

}  // namespace handout::pages
