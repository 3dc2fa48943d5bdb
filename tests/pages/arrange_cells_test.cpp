#include <doctest/doctest.h>

#include "pages/manuscript_builder.h"
#include "pages/rows.h"

namespace handout::tests {
namespace {

using Kind = design::FurnitureWidth::Kind;

pages::CellWish wish(Kind kind, Length least, Length most, int shares = 1) {
  pages::CellWish made;
  made.width.kind = kind;
  if (kind == Kind::measure) made.width.measure = exactly(most);
  made.shares = shares;
  made.natural = {least, most};
  return made;
}

/// Every line's cells as "index:x+width", in points.
std::string arranged(const std::vector<pages::CellWish>& cells, const pages::CellSpacing& spacing) {
  std::string text;
  for (const pages::CellLine& line : pages::arrange_cells(cells, spacing)) {
    if (!text.empty()) text += " / ";
    for (const pages::PlacedCell& cell : line) {
      if (!text.empty() && text.back() != ' ') text += " ";
      text += std::to_string(cell.index) + ":" + std::to_string(cell.x.units / Length::per_point) + "+" +
              std::to_string(cell.width.units / Length::per_point);
    }
  }
  return text;
}

TEST_CASE("cells share a measure out") {
  struct Case {
    const char* name;
    std::vector<pages::CellWish> cells;
    pages::CellSpacing spacing;
    const char* expected;
  };
  const auto share = [](Length least, int shares = 1) { return wish(Kind::share_rest, least, least * 3, shares); };
  const auto fit = [](Length most) { return wish(Kind::fit, most / 2, most); };
  const Case cases[] = {
      {"equal shares", {share(10_pt), share(10_pt)}, {110_pt, 10_pt, 0}, "0:0+50 1:60+50"},
      {"two shares and one", {share(10_pt, 2), share(10_pt)}, {100_pt, 10_pt, 0}, "0:0+60 1:70+30"},
      {"no less than the least", {share(70_pt), share(10_pt)}, {110_pt, 10_pt, 0}, "0:0+70 1:80+30"},
      {"natural, stated, and the rest",
       {fit(30_pt), wish(Kind::measure, 0_pt, 20_pt), share(10_pt)},
       {120_pt, 10_pt, 0},
       "0:0+30 1:40+20 2:70+50"},
      {"natural widths alone: the rest goes between",
       {fit(20_pt), fit(20_pt), fit(20_pt)},
       {100_pt, 5_pt, 0},
       "0:0+20 1:40+20 2:80+20"},
      {"a second line stands below the first",
       {fit(30_pt), fit(30_pt), fit(30_pt), fit(20_pt), fit(40_pt)},
       {110_pt, 10_pt, 0},
       "0:0+30 1:40+30 2:80+30 / 3:0+20 4:40+40"},
      {"wraps by least width", {share(60_pt), share(60_pt)}, {110_pt, 10_pt, 0}, "0:0+110 / 1:0+110"},
      {"five become three and two",
       {share(10_pt), share(10_pt), share(10_pt), share(10_pt), share(10_pt)},
       {110_pt, 10_pt, 4},
       "0:0+30 1:40+30 2:80+30 / 3:0+50 4:60+50"},
      {"alike cells wrap evenly",
       {share(30_pt), share(30_pt), share(30_pt), share(30_pt)},
       {110_pt, 10_pt, 0},
       "0:0+50 1:60+50 / 2:0+50 3:60+50"},
      {"nothing", {}, {110_pt, 10_pt, 0}, ""},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    CHECK(arranged(one.cells, one.spacing) == one.expected);
  }
}

}  // namespace
}  // namespace handout::tests
