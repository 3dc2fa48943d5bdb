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
void for_each_cell(const design::Table& table, const Visit& visit) {
  for (const std::vector<design::TableRow>* rows : {&table.head, &table.rows}) {
    for (const design::TableRow& row : *rows) {
      for (const design::TableCell& cell : row.cells)
        visit(cell);
    }
  }
}

/// A cell over several columns: they grow alike where together they are too narrow for it.
void widen_for_span(std::vector<ContentWidths>& columns, const design::TableCell& cell, ContentWidths own) {
  Length least, most;
  for (std::size_t i = 0; i < static_cast<std::size_t>(cell.span); ++i) {
    const ContentWidths& column = columns.at(static_cast<std::size_t>(cell.column) + i);
    least += column.least;
    most += column.most;
  }
  for (std::size_t i = 0; i < static_cast<std::size_t>(cell.span); ++i) {
    ContentWidths& column = columns.at(static_cast<std::size_t>(cell.column) + i);
    if (own.least > least) column.least += (own.least - least) / cell.span;
    if (own.most > most) column.most += (own.most - most) / cell.span;
    column.most = std::max(column.least, column.most);
  }
}

Length sum_of(const std::vector<ContentWidths>& columns, Length ContentWidths::*width) {
  Length sum;
  for (const ContentWidths& column : columns)
    sum += column.*width;
  return sum;
}

/// Where not even the least widths fit, every column gives alike: a table never runs into what stands beside it, and
/// words that are then too long for their cells are told of.
std::vector<Length> shrink(const std::vector<ContentWidths>& columns, Length available) {
  const Length least = sum_of(columns, &ContentWidths::least);
  std::vector<Length> widths;
  for (const ContentWidths& column : columns)
    widths.push_back(scaled(available, column.least.units, least.units));
  return widths;
}

/// The first column has what it would use, the others an equal share of the rest to write in, or their least width.
std::vector<Length> share_grid(const std::vector<ContentWidths>& columns, Length available) {
  const auto count = static_cast<std::int64_t>(columns.size());
  if (count == 1) return {available};
  const Length others_least = sum_of(columns, &ContentWidths::least) - columns.front().least;
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

std::vector<Length> share_data(const std::vector<ContentWidths>& columns, Length available) {
  const Length least = sum_of(columns, &ContentWidths::least);
  const Length most = sum_of(columns, &ContentWidths::most);
  std::vector<Length> widths;
  for (const ContentWidths& column : columns) {
    Length width = column.least;
    if (most <= available) {
      width = most > Length{} ? scaled(available, column.most.units, most.units)
                              : available / static_cast<std::int64_t>(columns.size());
    } else {
      ENSURE(most > least);  // shrink() has the case that the least is too much
      width += scaled(available - least, (column.most - column.least).units, (most - least).units);
    }
    widths.push_back(width);
  }
  return widths;
}

}  // namespace

Length column_gap(const Composer& composer, const design::Table& table) {
  if (table.grid) return Length{};
  Length padding = least_column_gap;
  for_each_cell(table, [&](const design::TableCell& cell) {
    const design::Style& style = composer.style(cell.style);
    padding = std::min(padding, style.padding.start + style.padding.end);
  });
  return least_column_gap - padding;
}

std::vector<ContentWidths> natural_columns(Composer& composer, const design::Table& table) {
  std::vector<ContentWidths> columns(static_cast<std::size_t>(table.columns));
  std::vector<std::pair<const design::TableCell*, ContentWidths>> spanning;
  for_each_cell(table, [&](const design::TableCell& cell) {
    const design::Edges padding = cell_padding(table, composer.style(cell.style));
    ContentWidths own = cell_widths(composer, cell);
    own.least += padding.start + padding.end;
    own.most += padding.start + padding.end;
    if (cell.span > 1) {
      spanning.emplace_back(&cell, own);
      return;
    }
    ContentWidths& column = columns.at(static_cast<std::size_t>(cell.column));
    column.least = std::max(column.least, own.least);
    column.most = std::max(column.most, own.most);
  });
  for (const auto& [cell, own] : spanning)
    widen_for_span(columns, *cell, own);
  return columns;
}

std::vector<Length> share_columns(const std::vector<ContentWidths>& columns, const design::Table& table,
                                  Length available) {
  available = std::max(Length{}, available);
  if (sum_of(columns, &ContentWidths::least) > available) return shrink(columns, available);
  return table.grid ? share_grid(columns, available) : share_data(columns, available);
}

}  // namespace handout::pages
