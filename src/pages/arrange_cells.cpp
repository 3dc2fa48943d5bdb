#include <algorithm>

#include "pages/blocks.h"
#include "pages/rows.h"

namespace handout::pages {

namespace {

using Kind = design::FurnitureWidth::Kind;

Length least_width(const CellWish& cell, Length measure) {
  switch (cell.width.kind) {
    case Kind::measure:
      return width_in(cell.width.measure, measure);
    case Kind::fit:
      return std::min(cell.natural.most, measure);
    case Kind::share_rest:
      break;
  }
  return std::min(cell.natural.least, measure);
}

using LineOfIndices = std::vector<std::size_t>;

std::vector<LineOfIndices> wrap(const std::vector<CellWish>& cells, const CellSpacing& spacing, std::size_t most) {
  std::vector<LineOfIndices> lines;
  Length used;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const Length least = least_width(cells[i], spacing.measure);
    const bool fits = !lines.empty() && lines.back().size() < most && used + spacing.gap + least <= spacing.measure;
    if (!fits) {
      lines.emplace_back();
      used = least;
    } else {
      used += spacing.gap + least;
    }
    lines.back().push_back(i);
  }
  return lines;
}

bool all_alike(const std::vector<CellWish>& cells) {
  return std::all_of(cells.begin(), cells.end(), [&](const CellWish& cell) {
    return cell.width.kind == Kind::share_rest && cell.shares == cells.front().shares;
  });
}

bool all_fit(const std::vector<CellWish>& cells) {
  return std::all_of(cells.begin(), cells.end(), [](const CellWish& cell) { return cell.width.kind == Kind::fit; });
}

/// Shares what is left; no cell gets less than its least width, so those that would are settled first.
void share_out(CellLine& line, const std::vector<CellWish>& cells, const CellSpacing& spacing) {
  Length rest = spacing.measure - spacing.gap * (static_cast<std::int64_t>(line.size()) - 1);
  std::vector<PlacedCell*> sharing;
  std::int64_t shares = 0;
  for (PlacedCell& cell : line) {
    const CellWish& wish = cells[cell.index];
    if (wish.width.kind == Kind::share_rest) {
      sharing.push_back(&cell);
      shares += std::max(1, wish.shares);
    } else {
      cell.width = least_width(wish, spacing.measure);
      rest -= cell.width;
    }
  }
  bool settled = false;
  while (!settled) {
    settled = true;
    for (std::size_t i = 0; i < sharing.size(); ++i) {
      const CellWish& wish = cells[sharing[i]->index];
      const std::int64_t own = std::max(1, wish.shares);
      const Length least = least_width(wish, spacing.measure);
      if (scaled(rest, own, shares) >= least || sharing.size() == 1) continue;
      sharing[i]->width = least;
      rest -= least;
      shares -= own;
      sharing.erase(sharing.begin() + static_cast<std::ptrdiff_t>(i));
      settled = false;
      break;
    }
  }
  for (PlacedCell* cell : sharing)
    cell->width = scaled(rest, std::max(1, cells[cell->index].shares), shares);
}

Length width_of(const CellLine& line) {
  Length sum;
  for (const PlacedCell& cell : line)
    sum += cell.width;
  return sum;
}

void place_one_after_another(CellLine& line, Length gap) {
  Length x;
  for (PlacedCell& cell : line) {
    cell.x = x;
    x += cell.width + gap;
  }
}

void spread_evenly(CellLine& line, const CellSpacing& spacing) {
  const auto gaps = static_cast<std::int64_t>(line.size()) - 1;
  const Length gap = gaps > 0 ? (spacing.measure - width_of(line)) / gaps : Length{};
  place_one_after_another(line, std::max(gap, spacing.gap));
}

/// Cells below those of the first line, or after one another where one is too wide for that.
void place_below(CellLine& line, const CellLine& first, const CellSpacing& spacing) {
  Length end;
  for (std::size_t i = 0; i < line.size(); ++i) {
    line[i].x = i < first.size() ? std::max(first[i].x, end) : end;
    end = line[i].x + line[i].width + spacing.gap;
  }
  if (end - spacing.gap > spacing.measure) place_one_after_another(line, spacing.gap);
}

}  // namespace

std::vector<CellLine> arrange_cells(const std::vector<CellWish>& cells, const CellSpacing& spacing) {
  if (cells.empty()) return {};
  const std::size_t most = spacing.most_across > 0 ? static_cast<std::size_t>(spacing.most_across) : cells.size();
  std::vector<LineOfIndices> wrapped = wrap(cells, spacing, most);
  if (wrapped.size() > 1 && (spacing.most_across > 0 || all_alike(cells))) {
    // Five become 3 + 2 and not 4 + 1.
    wrapped = wrap(cells, spacing, (cells.size() + wrapped.size() - 1) / wrapped.size());
  }
  const bool spread = all_fit(cells);
  std::vector<CellLine> lines;
  for (const LineOfIndices& indices : wrapped) {
    CellLine line;
    for (std::size_t index : indices)
      line.push_back(PlacedCell{index, Length{}, Length{}});
    share_out(line, cells, spacing);
    if (!spread) {
      place_one_after_another(line, spacing.gap);
    } else if (lines.empty()) {
      spread_evenly(line, spacing);
    } else {
      place_below(line, lines.front(), spacing);
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace handout::pages
