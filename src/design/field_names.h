#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace handout::design {

/// What may be asked for where a field stands.
struct FieldPlace {
  enum class Kind { furniture, layout_text, brand };
  Kind kind = Kind::furniture;
  std::string text;  ///< the layout text's name: only `risk` knows risk.count
};

/// Reports `design.unknown-field` for a name no family has, and `design.field-not-here` for one that has no value in
/// this place (docs/formats.md, Fields). Whether a brand has the clinic.* field is checked when the design is resolved.
void check_field(std::string_view name, const FieldPlace&, const SourceRange&, Diagnostics&);

/// The names between braces in an address: {clinic.website}/{handout.id}.
std::vector<std::string> fields_of_address(std::string_view address);

}  // namespace handout::design
