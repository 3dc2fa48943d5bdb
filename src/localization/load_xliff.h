#pragma once

#include <optional>

#include "base/diagnostic.h"
#include "localization/translations.h"

namespace handout::localization {

/// Reads a translator's file: XLIFF 1.2 (OASIS 2008) or 2.0 to 2.2, told apart by namespace. `locale` is the language
/// of its name, which it must say itself too. Units that other tools add, groups, notes and proposals (`alt-trans`) are
/// no mistakes. Errors: `localization.bad-file`, and those of its XML (`localization.not-well-formed` and the like);
/// nullopt iff this call added one.
std::optional<Translations> load_xliff(const SourceFilePtr&, const Locale& locale, Diagnostics&);

}  // namespace handout::localization
