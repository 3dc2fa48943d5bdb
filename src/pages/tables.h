#pragma once

#include <vector>

#include "design/manuscript.h"
#include "pages/composer.h"
#include "pages/strips.h"
#include "text/paragraph.h"

namespace handout::pages {

/// One strip a row; each carries the head, which is printed again where the table goes on in another column.
Strips lay_out_table(Composer&, const design::Table&, const design::Style&, const Room&);

/// What each column's cells need, padding included.
std::vector<text::ContentWidths> natural_columns(Composer&, const design::Table&);
/// White between columns beside the cells' own padding: 6 mm, or ruled cells, keep columns apart.
Length column_gap(const Composer&, const design::Table&);
/// Shares a table's width out, never more than there is: where the least widths do not fit, every column gives alike.
std::vector<Length> share_columns(const std::vector<text::ContentWidths>&, const design::Table&, Length available);

}  // namespace handout::pages
