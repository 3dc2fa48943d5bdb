#include <algorithm>

#include "base/diagnostic.h"
#include "pages/natural_widths.h"
#include "pages/table_cells.h"
#include "pages/tables.h"

namespace handout::pages {

namespace {

using namespace literals;
using text::ContentWidths;

/// Table columns stand 6 mm apart or more.
constexpr Length least_column_gap = 6_mm;

template <typename Visit>
void for_each_cell(const std::vector<design::TableRow>& rows, const Visit& visit) {
  for (const design::TableRow& row : rows) {
    for (const design::TableCell& cell : row.cells)
      visit(cell);
  }
}

/// A cell over several columns: they grow alike where together they are too narrow for it.
void widen_for_span(std::vector<ColumnNeeds>& columns, const design::TableCell& cell, const ColumnNeeds& own) {
  const auto first = columns.begin() + cell.column;
  for (Length ColumnNeeds::*width : {&ColumnNeeds::least, &ColumnNeeds::rows, &ColumnNeeds::most}) {
    Length together;
    for (auto column = first; column != first + cell.span; ++column)
      together += (*column).*width;
    for (auto column = first; column != first + cell.span && own.*width > together; ++column)
      (*column).*width += (own.*width - together) / cell.span;
  }
  for (auto column = first; column != first + cell.span; ++column) {
    column->rows = std::max(column->least, column->rows);
    column->most = std::max(column->rows, column->most);
  }
}

Length sum_of(const std::vector<ColumnNeeds>& columns, Length ColumnNeeds::*width) {
  Length sum;
  for (const ColumnNeeds& column : columns)
    sum += column.*width;
  return sum;
}

/// Where not even the least widths fit, every column gives alike: a table never runs into what stands beside it, and
/// words that are then too long for their cells are told of.
std::vector<Length> shrink(const std::vector<ColumnNeeds>& columns, Length available) {
  const Length least = sum_of(columns, &ColumnNeeds::least);
  std::vector<Length> widths;
  for (const ColumnNeeds& column : columns)
    widths.push_back(scaled(available, column.least.units, least.units));
  return widths;
}

/// The first column has what it would use, the others an equal share of the rest to write in, or their least width.
std::vector<Length> share_grid(const std::vector<ColumnNeeds>& columns, Length available) {
  const auto count = static_cast<std::int64_t>(columns.size());
  if (count == 1) return {available};
  const Length others_least = sum_of(columns, &ColumnNeeds::least) - columns.front().least;
  Length first = std::max(columns.front().most, available / count);
  first = std::max(columns.front().least, std::min(first, available - others_least));
  std::vector<Length> widths(columns.size());
  widths.front() = first;
  Length rest = available - first;
  std::int64_t sharing = count - 1;
  // Narrow ones get the equal share; a column that needs more than that is served first.
  std::vector<std::size_t> order;
  for (std::size_t i = 1; i < columns.size(); ++i)
    order.push_back(i);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return columns[a].least > columns[b].least; });
  for (const std::size_t i : order) {
    widths[i] = std::max(columns[i].least, rest / sharing);
    rest -= widths[i];
    --sharing;
  }
  return widths;
}

/// Between what each column must have and what it would use, what is over is shared by what is missing.
std::vector<Length> share_between(const std::vector<ColumnNeeds>& columns, Length ColumnNeeds::*must,
                                  Length ColumnNeeds::*would, Length available) {
  const Length given = sum_of(columns, must), missing = sum_of(columns, would) - given;
  std::vector<Length> widths;
  for (const ColumnNeeds& column : columns) {
    const Length own = column.*would - column.*must;
    widths.push_back(column.*must + scaled(available - given, own.units, missing.units));
  }
  return widths;
}

std::vector<Length> share_data(const std::vector<ColumnNeeds>& columns, Length available) {
  const Length most = sum_of(columns, &ColumnNeeds::most);
  if (most > available) {
    // shrink() has the case that the least is too much, so that something is always missing here.
    return sum_of(columns, &ColumnNeeds::rows) <= available
               ? share_between(columns, &ColumnNeeds::rows, &ColumnNeeds::most, available)
               : share_between(columns, &ColumnNeeds::least, &ColumnNeeds::rows, available);
  }
  std::vector<Length> widths;
  for (const ColumnNeeds& column : columns) {
    widths.push_back(most > Length{} ? scaled(available, column.most.units, most.units)
                                     : available / static_cast<std::int64_t>(columns.size()));
  }
  return widths;
}

}  // namespace

Length column_gap(const Composer& composer, const design::Table& table) {
  if (table.grid) return Length{};
  Length padding = least_column_gap;
  const auto narrow = [&](const design::TableCell& cell) {
    const design::Style& style = composer.style(cell.style);
    padding = std::min(padding, style.padding.start + style.padding.end);
  };
  for_each_cell(table.head, narrow);
  for_each_cell(table.rows, narrow);
  return least_column_gap - padding;
}

std::vector<ColumnNeeds> natural_columns(Composer& composer, const design::Table& table) {
  std::vector<ColumnNeeds> columns(static_cast<std::size_t>(table.columns));
  std::vector<std::pair<const design::TableCell*, ColumnNeeds>> spanning;
  const auto add = [&](const design::TableCell& cell, const ColumnNeeds& own) {
    if (cell.span > 1) {
      spanning.emplace_back(&cell, own);
      return;
    }
    ColumnNeeds& column = columns.at(static_cast<std::size_t>(cell.column));
    column.least = std::max(column.least, own.least);
    column.rows = std::max({column.rows, own.rows, column.least});
    column.most = std::max({column.most, own.most, column.rows});
  };
  const auto widths_of = [&](const design::TableCell& cell) {
    const design::Edges padding = cell_padding(table, composer.style(cell.style));
    ContentWidths own = cell_widths(composer, cell);
    own.least += padding.start + padding.end;
    own.most += padding.start + padding.end;
    return own;
  };
  for_each_cell(table.head, [&](const design::TableCell& cell) {
    const ContentWidths own = widths_of(cell);
    add(cell, {own.least, own.least, own.most});
  });
  for_each_cell(table.rows, [&](const design::TableCell& cell) {
    const ContentWidths own = widths_of(cell);
    add(cell, {own.least, own.most, own.most});
  });
  for (const auto& [cell, own] : spanning)
    widen_for_span(columns, *cell, own);
  return columns;
}

std::vector<Length> share_columns(const std::vector<ColumnNeeds>& columns, const design::Table& table,
                                  Length available) {
  available = std::max(Length{}, available);
  if (sum_of(columns, &ColumnNeeds::least) > available) return shrink(columns, available);
  return table.grid ? share_grid(columns, available) : share_data(columns, available);
}

}  // namespace handout::pages
