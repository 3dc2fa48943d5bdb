#pragma once

#include <optional>

#include "base/diagnostic.h"
#include "localization/coded_text.h"

namespace handout::localization {

/// A translator's words as the elements of the source: each code stands for the source's own inline, links and fields
/// as they are there, in whatever order the translation has them. `where` is the translation's unit. Every code of the
/// source stands in it once. Errors: `localization.placeholder-missing`, `-unknown`, `-duplicate`;
/// `localization.tag-missing`, `-unknown`, `-duplicate`, `-nesting`; `localization.protected-changed`. Warning:
/// `localization.flattened-placeholder`, where a tool has made "{clinic.phone}" plain words. nullopt iff this call
/// added an error.
std::optional<content::Words> rebuild_words(const CodedText&, const content::Words& source, const SourceRange& where,
                                            Diagnostics&);

}  // namespace handout::localization
