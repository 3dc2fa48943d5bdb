#include "figures/qr_code.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace handout;
using namespace handout::figures;

namespace {

constexpr std::int64_t one = Length::per_point;

/// The code as rows of '#' and '.', from the drawing's rectangles. Fails on a module drawn twice or between the lines.
std::vector<std::string> grid_of(const Drawing& drawing) {
  const auto side = static_cast<std::size_t>(drawing.view_box.width.units / one);
  std::vector<std::string> grid(side, std::string(side, '.'));
  const Shape& modules = std::get<Shape>(drawing.items.back());
  REQUIRE(modules.path.segments.size() % 5 == 0);
  const auto whole = [](Length length) {
    CHECK(length.units % one == 0);
    return static_cast<std::size_t>(length.units / one);
  };
  for (std::size_t i = 0; i < modules.path.segments.size(); i += 5) {
    const Point from = modules.path.segments[i].end, to = modules.path.segments[i + 2].end;
    for (std::size_t y = whole(from.y); y < whole(to.y); ++y) {
      for (std::size_t x = whole(from.x); x < whole(to.x); ++x) {
        CHECK(grid.at(y).at(x) == '.');
        grid.at(y).at(x) = '#';
      }
    }
  }
  return grid;
}

bool has_finder_pattern(const std::vector<std::string>& grid, std::size_t left, std::size_t top) {
  const std::vector<std::string> finder = {"#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"};
  for (std::size_t y = 0; y < finder.size(); ++y) {
    if (grid.at(top + y).substr(left, 7) != finder[y]) return false;
  }
  return true;
}

/// Bits 14 and 13 of the format information beside the first finder pattern, its mask taken off (ISO/IEC 18004, 7.9).
std::string error_correction_level(const std::vector<std::string>& grid) {
  std::string bits;
  for (const std::size_t x : {4u, 5u})
    bits += (grid.at(12).at(x) == '#') != (x == 4) ? '1' : '0';
  return bits == "00" ? "M" : bits == "01" ? "L" : bits == "10" ? "H" : "Q";
}

}  // namespace

TEST_CASE("A code is a QR code") {
  struct Case {
    std::string text;
    std::size_t modules;
  };
  // Capacity at level M in bytes: version 1 holds 14, 2 holds 26, 3 holds 42, 4 holds 62 (ISO/IEC 18004, table 7).
  const std::vector<Case> cases = {
      {"https://a.b/c!", 21},
      {"https://northgate.example", 25},
      {"https://northgate.example/miss-disc/en-GB!", 29},
      {"https://northgate.example/miss-disc-herniation/zh-Hans?1234567", 33},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const Drawing drawing = qr_code(c.text).value();
    const std::int64_t side = static_cast<std::int64_t>(c.modules + 8) * one;
    CHECK(drawing.view_box == Rect{{}, {}, Length{side}, Length{side}});
    const auto grid = grid_of(drawing);
    REQUIRE(grid.size() == c.modules + 8);

    for (std::size_t i = 0; i < grid.size(); ++i) {  // the quiet zone
      for (const std::size_t edge : {std::size_t{0}, std::size_t{3}, grid.size() - 4, grid.size() - 1}) {
        CHECK(grid[edge][i] == '.');
        CHECK(grid[i][edge] == '.');
      }
    }
    const std::size_t far = grid.size() - 4 - 7;
    CHECK(has_finder_pattern(grid, 4, 4));
    CHECK(has_finder_pattern(grid, far, 4));
    CHECK(has_finder_pattern(grid, 4, far));
    CHECK_FALSE(has_finder_pattern(grid, far, far));
    for (std::size_t i = 12; i < far; ++i) {  // the timing patterns
      CHECK(grid[10][i] == (i % 2 == 0 ? '#' : '.'));
      CHECK(grid[i][10] == (i % 2 == 0 ? '#' : '.'));
    }
    CHECK(error_correction_level(grid) == "M");
  }
}

TEST_CASE("A code stands on white, in the ink of text") {
  const Drawing drawing = qr_code("https://northgate.example").value();
  REQUIRE(drawing.items.size() == 2);
  const Shape& ground = std::get<Shape>(drawing.items[0]);
  CHECK(std::get<SwatchName>(*ground.fill).name == "paper");
  CHECK(ground.path.segments.at(2).end == Point{drawing.view_box.width, drawing.view_box.height});
  CHECK(std::get<SwatchName>(*std::get<Shape>(drawing.items[1]).fill).name == "text");
}

TEST_CASE("Other addresses give other codes, the same address the same") {
  CHECK(grid_of(qr_code("https://a.example").value()) == grid_of(qr_code("https://a.example").value()));
  CHECK(grid_of(qr_code("https://a.example").value()) != grid_of(qr_code("https://b.example").value()));
}

TEST_CASE("An address that no code can hold gives none") {
  CHECK(qr_code(std::string(2331, 'a')));
  CHECK_FALSE(qr_code(std::string(2332, 'a')));
  CHECK_FALSE(qr_code(std::string(100000, 'a')));
  CHECK_FALSE(qr_code(""));
}
