#pragma once

#include <deque>
#include <functional>
#include <set>

#include "design/manuscript.h"
#include "pages/strips.h"
#include "pages/typeset.h"

namespace handout::pages {

/// Which side of the sheet a page is: a front's inside margin is its start.
enum class Side : std::uint8_t { front, back };

/// Where a block that was divided between two pages goes on.
struct Resume {
  std::uint32_t leaf = 0;        ///< leaves before this one have been printed
  std::uint32_t text_begin = 0;  ///< and so much of this one's text
};

/// Where a block may stand, and what is around it.
struct Room {
  Length x, width;
  /// The padding of the box around it, for fills that run out over it.
  design::Edges around;
  Length corner_around;       ///< radius of the inner edge of that box's corners
  bool opens_box = false;     ///< it is the first in that box
  Length least_height;        ///< its box is to be at least so tall (cells that share a height)
  Length first_child_height;  ///< and its first child's
  std::optional<design::Align> align;
  bool width_is_settled = false;   ///< by the row it stands in: not limited by its own style once more
  bool box_is_drawn = false;       ///< the cell around it has the same style and draws the box
  bool follows_in_row = false;     ///< a cell stands before it in its row: chevrons are notched
  std::optional<Length> row_gap;   ///< between the cells of a row, instead of its own (sections beside one another)
  bool end_rule_is_drawn = false;  ///< by the row, in the middle of the gap
  bool centres_all = false;        ///< the box has a stated height, and all that is in it stands in its middle
};

using PictureKeys = std::set<design::StructureId>;

/// What laying out needs to hand: one for each pass of fitting.
struct Composer {
  const design::Manuscript& manuscript;
  const design::StyleTable& styles;
  Typesetter& text;
  std::deque<Frame> frames;  ///< every box of the pass; strips point here
  Side side = Side::front;
  Printing printing;       ///< for what is being laid out
  std::uint32_t leaf = 0;  ///< counted within a block of a thread
  Resume resume;
  /// Keys of the pictures that have numbers in place of their labels in this pass; and of those whose labels turn out
  /// not to fit, as last laid out.
  PictureKeys keys, keys_wanted;
  /// The strips of a thread for a slot inside furniture, set in this measure.
  std::function<Strips(std::size_t thread, const Room&)> set_slot;
  Length slot_room;  ///< the height that such slots may still take

  Composer(const design::Manuscript& m, const design::StyleTable& s, Typesetter& t)
      : manuscript(m), styles(s), text(t) {}
  const design::Style& style(design::StyleId id) const { return styles.at(id.value); }
};

/// Every side is the page's: words of another direction stand at the same side as those around them, beside their icon.
/// `inside` and `outside` become start or end; then, where the words run against the page, the other way round: text/
/// knows only the words' own direction.
std::optional<design::Align> settled_align(const Composer&, const design::StyledParagraph&,
                                           std::optional<design::Align> asked);

}  // namespace handout::pages
