#pragma once

#include <optional>
#include <vector>

#include "pages/composer.h"
#include "pages/page_boxes.h"

namespace handout::pages {

/// A page before it was laid out, so that it can be laid out once more.
struct PageStart {
  PageJob job;
  std::vector<ThreadFlow> flows;
};
struct DocumentLayout {
  std::vector<PageLayout> pages;
  std::vector<PageStart> starts;  ///< of each page
  std::vector<ThreadFlow> end;    ///< after the last one
  int text_pages = 0;
  int counted_pages = 0;  ///< for the layout's limit: all but those of appended notices alone
  Leftover leftover;
  bool stopped = false;  ///< more pages than `most_pages`: the rest was not laid out
};
/// Makes pages until every thread is set: the cover, text pages by their number's template, the back.
/// Given `most_pages`, stops as soon as that many (all counted) are not enough.
DocumentLayout lay_out_document(Composer&, std::optional<int> most_pages);
/// Lays out one page of a document with other spaces; nullopt if it would not hold what it did, or not as well.
std::optional<PageLayout> lay_out_again(Composer&, const DocumentLayout&, std::size_t page);

}  // namespace handout::pages
