#pragma once

#include <functional>
#include <set>
#include <string>

#include "base/diagnostic.h"
#include "base/xml.h"
#include "content/shared_blocks.h"

namespace handout::content {

/// Puts in place of every <use> of a handout the block it names, and returns the names of the shared files that blocks
/// were taken from. One that cannot be put there is reported and left:
/// `content.unknown-block`, `content.unknown-element` (a table in an item), `content.duplicate-id` (used twice),
/// `content.bad-value` (written in another language).
std::set<std::string, std::less<>> take_in_shared(XmlElement& handout, const SharedBlocks&, Diagnostics&);

}  // namespace handout::content
