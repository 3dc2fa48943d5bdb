#pragma once

#include <vector>

#include "text/characters.h"
#include "text/shaped_paragraph.h"

namespace handout::text {

/// What itemizing needs to know; everything outlives the call.
struct ItemizeInput {
  const design::StyledParagraph& paragraph;
  const Characters& characters;
  const design::StyleTable& styles;
  const FontSet& fonts;
};

/// Cuts a paragraph where its span, direction, script or font changes. Fonts are chosen for each cluster; what
/// cannot be printed is reported as report_characters says.
std::vector<Item> itemize(const ItemizeInput&, Diagnostics&);

}  // namespace handout::text
