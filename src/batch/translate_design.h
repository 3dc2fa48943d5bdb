#pragma once

#include <set>
#include <string>

#include "base/diagnostic.h"
#include "design/design.h"
#include "localization/translations.h"

namespace handout::batch {

/// The folders that the words of a design stand in: where their translations are.
std::set<std::string> folders_of_words(const design::Design&);

/// The layout's texts and the brand's words in the design's language. What has no translation stays in the language it
/// is written in, with its own Lang: a warning for each file, `design.untranslated`; what no reviewer has approved is
/// warned of too, `design.unreviewed`. Errors: those of localization/translate.
void translate_design(design::Design&, const localization::TranslationChain&, Diagnostics&);

}  // namespace handout::batch
