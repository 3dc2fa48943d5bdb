#pragma once

#include <string>
#include <vector>

#include "base/source.h"
#include "content/document.h"

namespace handout::checks {

/// A passage that is read as prose.
struct Passage {
  std::string text;
  SourceRange where;
};

/// The prose of a document in reading order: paragraphs, list items, steps, facts and stages of the timeline. Headings,
/// cells, captions and sources are left out, as readability formulas ask.
std::vector<Passage> reading_text(const content::Document&);

}  // namespace handout::checks
