#pragma once

#include "design/manuscript.h"
#include "pages/composer.h"
#include "pages/strips.h"

namespace handout::pages {

/// Furniture below one another. Composer::printing says what its words are where they are not content; slots for
/// threads inside it are set by Composer::set_slot.
Strips lay_out_furniture(Composer&, const std::vector<design::StyledFurniture>&, const Room&);

/// What stands above a thread's slot in a box, the slot, and what stands below. `slot` is null where the box has none
/// of its own (a slot deep inside a row or a box is part of `above`).
struct FurnitureParts {
  std::vector<const design::StyledFurniture*> above, below;
  const design::ThreadSlot* slot = nullptr;
};
FurnitureParts parts_of(const std::vector<design::StyledFurniture>&);
/// Is there a slot deep inside?
bool has_slot_inside(const FurnitureParts&);
Strips lay_out_furniture(Composer&, const std::vector<const design::StyledFurniture*>&, const Room&);

/// Does any of it, however deep, have a slot for the thread?
bool has_slot_for(const std::vector<design::StyledFurniture>&, std::size_t thread);

}  // namespace handout::pages
