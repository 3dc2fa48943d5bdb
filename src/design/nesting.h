#pragma once

#include <string_view>
#include <vector>

#include "design/design.h"

namespace handout::design {

/// What may stand directly in an element of a handout, as styles see it.
struct Nesting {
  std::string_view element;           ///< without kind
  bool holds_words = false;           ///< text stands directly in it
  std::vector<ElementName> children;  ///< with kinds, one entry each; inline elements too where it holds words
};

/// nullptr for what holds nothing (a rule, an image).
const Nesting* nesting_of(std::string_view element);

}  // namespace handout::design
