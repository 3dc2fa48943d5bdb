#pragma once

#include <string_view>

#include "design/structure_tree.h"
#include "pdf/profile.h"

namespace handout::pdf {

/// The standard structure type's name as the profile's PDF version has it (ISO 32000-1, 14.8.4; ISO 32000-2, 14.8.4).
std::string_view type_name(design::StructureType, const Profile&);

/// Whether the element stands in a line of text, inside a paragraph or the like.
bool is_inline(design::StructureType);

}  // namespace handout::pdf
