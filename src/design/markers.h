#pragma once

#include <optional>

#include "design/applying.h"

namespace handout::design {

/// The drawing that a style's `icon` names; nothing where it names none.
std::optional<BlockMarker> icon_marker(Applying&, StyleId);

/// What stands before the items of a list: as its style says.
struct Marking {
  MarkerKind kind = MarkerKind::none;
  StyleProperties look;   ///< the style that states size, ink and disc
  std::size_t items = 0;  ///< as many numbers as there will be
};

/// An item's style with the list's marks in it, and an indent to hang them in where the sheet states none.
/// Numbers of two digits and more, before a full stop, get room for them.
StyleId marked_style(Applying&, StyleId item, const Marking&);

/// The marker of the item numbered `number`; none in ink="none". Numbers are words: in `label`, in the locale's digits.
std::optional<BlockMarker> item_marker(Applying&, const Marking&, int number, const Surroundings& item);
bool is_numbered(MarkerKind);

/// A number on a disc, or before a full stop: what the style of its words changes against what is around.
StyleProperties number_look(const StyleProperties& marks);

}  // namespace handout::design
