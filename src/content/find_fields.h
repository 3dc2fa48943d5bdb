#pragma once

#include <string>
#include <vector>

#include "base/source.h"
#include "content/shared_blocks.h"

namespace handout::content {

/// A field that a handout names, in its words or in an address.
struct NamedField {
  std::string name;
  SourceRange where;
};

/// Every field of content/<id>/handout.xml, shared blocks in place, whatever other mistakes the file has; none where it
/// is no XML.
std::vector<NamedField> find_fields(const SourceFilePtr&, const SharedBlocks&);

}  // namespace handout::content
