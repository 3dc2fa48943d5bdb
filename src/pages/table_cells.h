#pragma once

#include "design/manuscript.h"
#include "pages/composer.h"
#include "pages/strips.h"
#include "text/paragraph.h"

namespace handout::pages {

/// A cell's padding; where rules stand between cells, words keep clear of them.
design::Edges cell_padding(const design::Table&, const design::Style&);
/// The least and the most its words need, without padding.
text::ContentWidths cell_widths(Composer&, const design::TableCell&);
/// What is in a cell, in this room. A block that has the cell's own style does not draw the cell's box once more.
Strips lay_out_cell(Composer&, const design::TableCell&, const Room&);

}  // namespace handout::pages
