#pragma once

#include <string>
#include <string_view>

#include "base/locale.h"
#include "design/design.h"

namespace handout::design {

/// The row of fonts.xml that sets a language's own script: the one whose `lang` fits most closely, then file order,
/// then scripts="any", then the family's fallback (docs/formats.md, Fonts). nullptr where none does.
const FontRow* font_row(const FontsList&, std::string_view family, const Locale&);

/// Is this the script of the language, or the hand that `row` sets it in: Nastaliq (Aran), of Arabic letters?
bool is_script_of(const Locale&, const std::string& script, const FontRow* row);

}  // namespace handout::design
