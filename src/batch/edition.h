#pragma once

#include <map>
#include <string>

#include "base/locale.h"
#include "content/document.h"
#include "design/design.h"

namespace handout::batch {

/// SHA-256 of each file that went in, by path.
using Digests = std::map<std::string, std::string>;

/// What the code of an edition is made of.
struct EditionInputs {
  const Digests&
      content;            ///< the handout's file and figures, the shared files it uses, the glossary if it names a term
  const Digests& design;  ///< the layouts it is built on, the brand with its images, the list of fonts
  const design::Design& sheet;
};

/// What every page carries so that a sheet of paper leads back to its text: "miss-disc-herniation en 1.0 7f3a". The
/// code is the first four hex digits of the SHA-256 of everything that went in, the press's own version included.
std::string edition(const content::Document&, const Locale&, const EditionInputs&);

/// Of `shared` (content/shared/NAME.xml), those that the document took a block from; the whole glossary where it prints
/// any of its entries.
Digests used_shared_files(const content::Document&, const Digests& shared);

}  // namespace handout::batch
