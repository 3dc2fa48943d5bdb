#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "pages/mirror.h"
#include "pages/paged_document.h"
#include "pages/strips.h"

namespace handout::pages {

struct PrintedLine {
  std::vector<PlacedRun> runs;                            ///< in reading order
  std::vector<PageItem> blanks;                           ///< rules to write on
  std::vector<LinkArea> links;                            ///< one for each link that this line has a part of
  std::vector<std::pair<design::Tag, Point>> first_tops;  ///< of every element in the line
};
/// A line of text on the page; as an artifact it has no elements and no links.
PrintedLine print_words(const LinePiece&, const std::optional<design::Artifact>&, const Mirror&);

}  // namespace handout::pages
