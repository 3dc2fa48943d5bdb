#pragma once

#include <optional>
#include <vector>

#include "design/manuscript.h"
#include "pages/composer.h"
#include "pages/flow.h"
#include "pages/strips.h"

namespace handout::pages {

/// A page as laid out, still logical: x counts from the paper's start edge.
struct PageLayout {
  const design::StyledPage* page = nullptr;
  int number = 0;  ///< 0: cover or back
  Side side = Side::front;
  Pieces pieces;
  int lines = 0;             ///< of the threads' text
  bool forced = false;       ///< there was less room than its text needs
  bool is_appended = false;  ///< it has notices alone, which the layout's limit does not count
};

/// What a page is laid out with.
struct PageJob {
  const design::StyledPage* page = nullptr;
  int number = 0;
  Side side = Side::front;
  bool next_page_differs = false;
};
/// Lays out one page: the band, the draft line, header and footer are measured first, what is left is the regions';
/// each takes from the threads as much as fits. `before_rest` is called before the box that holds the rest, with the
/// boxes that are still to come.
struct PageThreads {
  std::vector<ThreadFlow>& flows;
  std::function<void(const std::vector<const design::StyledBox*>& still_to_come)> before_rest;
};
PageLayout lay_out_page(Composer&, const PageJob&, const PageThreads&);

/// Margins of one side of the sheet; `inside` is the start of a front, the end of a back.
design::Edges margins_on(const design::Margins&, Side);

}  // namespace handout::pages
