#include "pdf/structure_types.h"

namespace handout::pdf {

using design::StructureType;

std::string_view type_name(StructureType type, const Profile& profile) {
  if (type == StructureType::reference) return profile.reference_tag;
  return design::type_name(type);
}

bool is_inline(StructureType type) {
  return type == StructureType::link || type == StructureType::reference || type == StructureType::span;
}

}  // namespace handout::pdf
