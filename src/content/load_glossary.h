#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "content/document.h"

namespace handout::content {

struct Glossary {
  Locale locale;
  std::vector<GlossaryEntry> entries;
  bool is_broken = false;  ///< its file has mistakes: what entries there are is not known

  const GlossaryEntry* find(std::string_view id) const;
};

/// Reads content/glossary.xml; a null file gives an empty glossary. nullopt iff this call added an error.
std::optional<Glossary> load_glossary(const SourceFilePtr&, Diagnostics&);

}  // namespace handout::content
