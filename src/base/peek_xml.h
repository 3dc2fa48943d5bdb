#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/source.h"

namespace handout {

/// An attribute of a file's root, or, where `child` is not empty, of the first element of that name in it.
struct Peek {
  std::string_view root, child, attribute;
};
struct Peeked {
  std::string value;  ///< as written, white space collapsed and trimmed
  SourceRange where;  ///< between the quotes
};

/// What a file says in one attribute, for those who must know it before they read the file: of a file with mistakes
/// too, which are told when it is read. nullopt where the root is another, or has no such attribute that can be made
/// out.
std::optional<Peeked> peek_attribute(const SourceFilePtr&, const Peek&);

}  // namespace handout
