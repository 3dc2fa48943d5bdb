#pragma once

#include <optional>
#include <vector>

#include "pages/composer.h"
#include "pages/page_boxes.h"

namespace handout::pages {

struct DocumentLayout {
  std::vector<PageLayout> pages;
  int text_pages = 0;
  Leftover leftover;
  bool stopped = false;  ///< more pages than `most_pages`: the rest was not laid out
};
/// Makes pages until every thread is set: the cover, text pages by their number's template, the back.
/// Given `most_pages`, stops as soon as that many (all counted) are not enough.
DocumentLayout lay_out_document(Composer&, std::optional<int> most_pages);

}  // namespace handout::pages
