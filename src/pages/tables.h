#pragma once

#include <vector>

#include "design/manuscript.h"
#include "pages/composer.h"
#include "pages/strips.h"
#include "text/paragraph.h"

namespace handout::pages {

/// One strip a row; each carries the head, which is printed again where the table goes on in another column.
Strips lay_out_table(Composer&, const design::Table&, const design::Style&, const Room&);

/// What a column's cells need, padding included.
struct ColumnNeeds {
  Length least;  ///< its longest word
  Length rows;   ///< the rows' words on one line, the head's broken
  Length most;   ///< all on one line
};
std::vector<ColumnNeeds> natural_columns(Composer&, const design::Table&);
/// White between columns beside the cells' own padding: 6 mm, or ruled cells, keep columns apart.
Length column_gap(const Composer&, const design::Table&);
/// Shares a table's width out, never more than there is: where the least widths do not fit, every column gives alike. A
/// head breaks before its rows do: it is one line more, they are many.
std::vector<Length> share_columns(const std::vector<ColumnNeeds>&, const design::Table&, Length available);

}  // namespace handout::pages
