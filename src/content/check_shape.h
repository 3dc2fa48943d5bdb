#pragma once

#include "base/diagnostic.h"
#include "base/xml.h"
#include "content/vocabulary.h"

namespace handout::content {

/// Holds a tree to a vocabulary. Errors, all with the prefix `content.`: unknown-element, unknown-attribute,
/// missing-element, missing-attribute, wrong-order, repeated, text-not-allowed, text-beside-blocks, empty-text,
/// bad-value, bad-id, outside-folder. An unknown element is taken for the one that is meant, where one is.
void check_shape(const XmlElement& root, const Vocabulary&, Diagnostics&);

}  // namespace handout::content
