#pragma once

#include "base/xml.h"
#include "content/document.h"
#include "content/load_figures.h"

namespace handout::content {

/// The blocks in a section, subsection, callout, … of a tree that has passed every check; its title is passed over.
Blocks read_blocks(const XmlElement& parent, const Drawings&);

}  // namespace handout::content
