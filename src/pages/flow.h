#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "design/manuscript.h"
#include "pages/composer.h"
#include "pages/strips.h"

namespace handout::pages {

/// A block of a thread on its way to the pages.
struct FlowItem {
  const design::FlowBlock* block = nullptr;
  /// Of a section that was taken apart because something in it spans the columns.
  Length space_before, space_after;
  design::BreakBefore break_before = design::BreakBefore::no;
  std::size_t kept = 0;      ///< of a section that should stay whole: so many items from this one on; 0: of none
  bool is_appended = false;  ///< notices after the text

  // What is left of it, as last laid out.
  std::shared_ptr<const Strips> strips;
  std::size_t next = 0;  ///< strip that has not been placed
  bool begun = false;    ///< some of it is on an earlier page
  Length x, width;
  Side side = Side::front;
  bool stacked = false;  ///< sections meant to stand beside one another, in a single column
};

struct ThreadFlow {
  std::vector<FlowItem> items;
  std::size_t item = 0;  ///< where it goes on
  bool waited = false;   ///< nothing fitted on the last page, though it was empty
  bool done() const { return item >= items.size(); }
};
ThreadFlow start_thread(const Composer&, const design::Thread&);
/// What is left of it is laid out anew, in other styles.
void forget_strips(ThreadFlow&);
/// Do two go on at the same word? Never in the middle of a row, which may have been divided elsewhere.
bool goes_on_alike(const ThreadFlow&, const ThreadFlow&);
/// What is left of `overflow` goes on in `rest`, before what is still to come there.
void append_to(ThreadFlow& rest, ThreadFlow& overflow);
/// Text that no page has room for.
struct Leftover {
  int lines = 0;
  SourceRange where;  ///< of its first words
};
void add_leftover(Composer&, ThreadFlow&, Leftover&);

struct FlowArea {
  Rect box;
  Length x_inside;  ///< strips are laid out as if their column began here
  int columns = 1;
  Length column_gap;
  bool balance = false;
  std::optional<Length> space_above;  ///< asked for by what stands above; unset at the top of a page
  bool next_page_differs = false;     ///< it may have more room, for what does not fit here at all
  Length tallest;                     ///< no page has a higher area for this thread; 0: this one is as high as any
};
struct FlowResult {
  Pieces pieces;
  Length height;
  Length space_after;
  int lines = 0;
  bool forced = false;  ///< keeps were not honoured, or it runs out at the foot
};
/// Sets as much of the thread as fits: blocks that span the columns, sections side by side, and text in columns
/// between.
FlowResult flow_thread(Composer&, ThreadFlow&, const FlowArea&);

struct TakenStrips {
  Strips strips;
  bool forced = false;  ///< as in FlowResult
};
/// As much of the thread as fits in the one column of `area`, as strips: for slots inside furniture.
TakenStrips take_strips(Composer&, ThreadFlow&, const FlowArea&);

}  // namespace handout::pages
