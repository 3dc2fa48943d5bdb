#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

#include "base/units.h"
#include "design/manuscript.h"
#include "figures/drawing.h"
#include "text/paragraph.h"

namespace handout::pages {

/// Everything here is logical: x is the distance from the start edge of the column (left in English, right in Arabic)
/// and grows towards the end; y grows downwards. Only print_pages makes it physical.

/// Whether what is drawn is read.
struct Printing {
  enum class Kind : std::uint8_t { content, content_once, artifact };
  Kind kind = Kind::content;
  design::Artifact artifact = design::Artifact::layout;  ///< what it is when it is not read
};

/// One line of a set paragraph; the top start corner of its measure stands at `at`.
struct LinePiece {
  const design::StyledParagraph* paragraph = nullptr;
  const text::Line* line = nullptr;
  Point at;
  Length width;              ///< the measure it was set in
  std::optional<Color> ink;  ///< instead of the text's own
  Printing printing;
};
/// A paragraph with page numbers in it: room is kept for it now, its words are set when the pages are known.
struct FieldPiece {
  const design::StyledParagraph* paragraph = nullptr;
  Point at;
  text::LineShape shape;
  Printing printing;
};

/// What a style does not say about the look of a box.
struct BoxLook {
  std::optional<Color> fill;
  design::Edges rule;
  Length corner_top, corner_bottom;  ///< radii
  bool to_paper_edges = false;       ///< the fill and the rules run out to both edges of the paper
  bool flat_start = false;           ///< of a chevron: no other stands before it
};
/// A box's fill, rules and backdrop, or the part of them that stands in one column.
struct BoxPiece {
  const design::Style* style = nullptr;
  Rect rect;  ///< around the rules
  BoxLook look;
  bool starts = true, ends = true;  ///< its true top and bottom stand here
};
/// A straight rule: notes, rules across, table rules.
struct RulePiece {
  Rect rect;
  Color ink;
};
struct PathPiece {
  figures::Path path;
  std::optional<Color> fill;
  std::optional<Color> stroke;
  Length stroke_width;
};
/// A drawing, fitted into `panel` as large as it will go, centred.
struct DrawingPiece {
  figures::DrawingPtr drawing;
  Rect panel;
  const design::Picture* picture = nullptr;  ///< for labels, tag and mirroring; null for icons
  const design::Style* style = nullptr;      ///< panel fill and corner; null for none
  bool numbered = false;                     ///< the picture's numbers are printed in place of its labels
  Factor drawn;                              ///< of the size at which it would fill the panel
  Printing printing;
};
struct DotsPiece {
  const design::Dots* dots = nullptr;
  const design::Style* style = nullptr;
  Rect rect;
  int across = 1;
  Printing printing;
};
using Piece = std::variant<LinePiece, FieldPiece, BoxPiece, RulePiece, PathPiece, DrawingPiece, DotsPiece>;
using Pieces = std::vector<Piece>;

void move_by(Piece&, Point);
/// Where the first words that are read come from; nowhere if there are none.
SourceRange start_of_words(const Pieces&);

/// A block's box as laid out, shared by all strips that lie in it.
struct Frame {
  const design::Style* style = nullptr;
  Length x, width;        ///< border box
  Length top, bottom;     ///< rules and padding above the first and below the last strip
  Length broken_padding;  ///< padding where a filled box goes on in the next column
  BoxLook look;
};
struct FrameRef {
  const Frame* frame = nullptr;
  bool first = false, last = false;  ///< the box's first strip, its last
};

/// What asks a strip to stand with the next, the weakest first: where a page cannot hold all of it, that is what gives.
enum class Keep : std::uint8_t {
  no,
  block,    ///< a block that should stay whole
  heading,  ///< a title and what it stands over
  lines     ///< no widow, no orphan, no title between its lines
};

struct Composite;
/// A piece of a block that is never divided: a line, a picture, a row.
struct Strip {
  Length height;
  Length space_before, space_after;  ///< the larger of two that meet counts; none at the top of a column
  Pieces pieces;
  std::vector<FrameRef> frames;  ///< the boxes it lies in, outermost first
  Keep keep_with_next = Keep::no;
  design::BreakBefore break_before = design::BreakBefore::no;
  int lines = 0;                 ///< of text, to count what is too much
  std::uint32_t leaf = 0;        ///< number of the paragraph, picture or row within its block, in reading order
  std::uint32_t text_begin = 0;  ///< where in its paragraph a line starts
  std::shared_ptr<const Strip> repeat_head;  ///< of a table: to be printed again above this row in a new column
  std::shared_ptr<const Composite> composite;
  bool is_remainder = false;  ///< of a row that was divided
};
using Strips = std::vector<Strip>;

/// What a row is made of, for the case that it is taller than a whole page and must be divided after all.
struct Composite {
  std::vector<Strips> cells;
  std::function<Strip(const std::vector<Strips>& cells)> compose;
};

/// Stacks strips below one another: spaces, box insets, broken boxes.
class Stacker {
 public:
  /// Puts the strip below what is there.
  void add(const Strip&);
  /// Top of the last strip's content.
  Length content_top() const { return content_top_; }
  /// The whole height if the column ended here.
  Length height() const;
  /// Top edges of the boxes that the last strip opened, outermost first; they are the last ones in its list.
  const std::vector<Length>& opened() const { return opened_; }

 private:
  const Strip* previous_ = nullptr;
  Length bottom_;
  Length content_top_;
  std::vector<Length> opened_;
};

using StripList = std::vector<const Strip*>;
StripList list_of(const Strips&);
/// How many strips' boxes two neighbours share.
std::size_t shared_frames(const Strip&, const Strip&);

struct Stacked {
  Pieces pieces;
  Length height;
  int lines = 0;
};
/// Stacks and draws strips. The outermost box that holds all of them is drawn down to `least_height` (0: as it is).
Stacked stack_up(const StripList&, Length least_height = {});
Length stacked_height(const Strips&);

/// How much of `strips` from `from` on stands in a column of this height.
struct ColumnFill {
  std::size_t end = 0;  ///< first strip that does not; == from: nothing may
  Length height;
  std::optional<Strip> head;  ///< of a table that goes on here
};
ColumnFill fill_column(const StripList&, std::size_t from, Length room);
/// The same with regard to the keeps of `least` and stronger alone, when all cannot be honoured; to none without it.
ColumnFill force_column(const StripList&, std::size_t from, Length room, std::optional<Keep> least);
/// Height of the least that may stand under a title at a column's end: two lines, with all that they are kept with.
Length lead_height(const StripList&);
/// The strips of a filled column, drawn.
Stacked draw_column(const StripList&, std::size_t from, const ColumnFill&);

/// A column that ends in the middle of a row.
struct DividedColumn {
  std::size_t at = 0;  ///< the row
  Strip first, rest;   ///< what stands here of it, and what does not
  std::optional<Strip> head;
};
/// Divides the first row that does not fit in a column of this height; nullopt where that is no row, or nothing of it
/// would stand here.
std::optional<DividedColumn> divide_column(const StripList&, Length room);
/// Puts the keep in place of a weaker one.
void keep(Strip&, Keep);
/// Strips that ask to stand together as a block, and are taller than any column, ask no more.
void release_keeps(Strips&, Length tallest);

}  // namespace handout::pages
