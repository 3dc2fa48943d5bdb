#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "base/files.h"
#include "content/document.h"
#include "content/load_glossary.h"
#include "content/shared_blocks.h"

namespace handout::content {

/// What a handout is loaded against.
struct ContentContext {
  const Files& files;
  const SharedBlocks& shared;
  const Glossary& glossary;
};

/// Reads and checks content/<id>/handout.xml: every mistake that FORMATS.md names, all of a file in one run, codes
/// `content.*` (and `figures.*` from its figures). Figures are read from beside the file.
/// nullopt iff this call added an error.
std::optional<Document> load_document(const SourceFilePtr&, const ContentContext&, Diagnostics&);

}  // namespace handout::content
