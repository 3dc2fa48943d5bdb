#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/files.h"
#include "content/document.h"
#include "content/load_glossary.h"
#include "content/shared_blocks.h"

namespace handout::content {

/// Reads one picture that a handout names: figures/load_svg or load_image by the path's ending, handed in because
/// content knows drawings but not how files become drawings. `where` is the attribute that names it. Reports what is
/// wrong with it; nullopt iff it added an error.
using LoadFigure = std::function<std::optional<figures::Drawing>(const std::string& path, std::string_view bytes,
                                                                 const SourceRange& where, Diagnostics&)>;

/// What a handout is loaded against.
struct ContentContext {
  const Files& files;
  const SharedBlocks& shared;
  const Glossary& glossary;
  LoadFigure load_figure = {};  ///< empty: pictures are only checked to be there, and stay null
};

/// Reads and checks content/<id>/handout.xml: every mistake that docs/formats.md names, the first hundred of a file in
/// one run, codes `content.*` (and `figures.*` from its figures), from the top of the file to its end. Figures are read
/// from beside the file that names them. Dates are only held to one another: no clock is asked (checks/check_content
/// has today's). nullopt iff this call added an error.
std::optional<Document> load_document(const SourceFilePtr&, const ContentContext&, Diagnostics&);

}  // namespace handout::content
