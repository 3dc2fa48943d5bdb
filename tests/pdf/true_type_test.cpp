#include "pdf/true_type.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <vector>

#include "base/diagnostic.h"

using namespace handout;
using pdf::renumbered;
using pdf::TrueTypeTables;

namespace {

std::string words(std::initializer_list<unsigned> values) {
  std::string out;
  for (const unsigned value : values) {
    out += static_cast<char>(value >> 8);
    out += static_cast<char>(value & 0xFF);
  }
  return out;
}

/// Three glyphs: .notdef of 12 bytes, glyph 1 of 12, and glyph 2 made of glyph 1 and, scaled, .notdef.
TrueTypeTables three_glyphs() {
  const std::string simple = words({1, 0, 0, 0, 0, 0});
  const std::string composite =
      words({0xFFFF, 0, 0, 0, 0, /*component*/ 0x0020 | 0x0001, 1, 0, 0, /*component*/ 0x0008, 0, 0x0102, 0x4000});
  TrueTypeTables tables;
  tables.head = std::string(54, '\0');  // offsets in words
  tables.hhea = std::string(34, '\0') + words({3});
  tables.hmtx = words({500, 1, 600, 2, 700, 3});
  tables.maxp = words({1, 0, 3});
  tables.loca = words({0, 6, 12, 25});
  tables.glyf = simple + simple + composite;
  return tables;
}

}  // namespace

TEST_CASE("glyphs stand where they are asked for, behind empty ones") {
  const TrueTypeTables made = renumbered(three_glyphs(), {2, 1}, 3);
  CHECK(made.maxp == words({1, 0, 5}));
  CHECK(made.loca == words({0, 6, 6, 6, 19, 25}));
  CHECK(made.hhea.substr(34) == words({5}));
  CHECK(made.hmtx == words({500, 1, 500, 1, 500, 1, 700, 3, 600, 2}));
}

TEST_CASE("composites follow their parts, which come last when nothing else needs them") {
  const TrueTypeTables made = renumbered(three_glyphs(), {2}, 1);
  CHECK(made.loca == words({0, 6, 19, 25}));
  CHECK(made.glyf.substr(12, 26) == words({0xFFFF, 0, 0, 0, 0, 0x0020 | 0x0001, 2, 0, 0, 0x0008, 0, 0x0102, 0x4000}));
  CHECK(made.hmtx == words({500, 1, 700, 3, 600, 2}));
}

TEST_CASE("a glyph with two texts stands under two numbers") {
  const TrueTypeTables made = renumbered(three_glyphs(), {1, 1, 2}, 1);
  CHECK(made.loca == words({0, 6, 12, 18, 31}));
  CHECK(made.glyf.substr(12, 12) == made.glyf.substr(24, 12));
  CHECK(made.glyf.substr(36 + 12, 2) == words({1}));  // the composite's part is the first of the two
}

TEST_CASE("a table of outlines is never empty, though all glyphs are") {
  TrueTypeTables tables = three_glyphs();
  tables.loca = words({0, 0, 0, 0});
  tables.glyf.clear();
  const TrueTypeTables made = renumbered(tables, {1}, 1);
  CHECK(made.glyf.size() == 1);
  CHECK(made.loca == words({0, 0, 0, 0}));
}

TEST_CASE("a face whose glyphs are all one width keeps it") {
  TrueTypeTables tables = three_glyphs();
  tables.hhea = std::string(34, '\0') + words({1});
  tables.hmtx = words({500, 1, 2, 3});  // one advance, three bearings
  const TrueTypeTables made = renumbered(tables, {2, 1}, 1);
  CHECK(made.hhea.substr(34) == words({3}));
  CHECK(made.hmtx == words({500, 1, 500, 3, 500, 2}));
}

TEST_CASE("offsets are in words where they fit") {
  TrueTypeTables tables = three_glyphs();
  tables.head[51] = 1;
  tables.loca = words({0, 0, 0, 12, 0, 24, 0, 50});
  const TrueTypeTables fits = renumbered(tables, {1, 2}, 1);
  CHECK(fits.loca == words({0, 6, 12, 25}));
  CHECK(fits.head[51] == 0);
  // 11,000 times 12 bytes are more than 65,535 words.
  const TrueTypeTables large = renumbered(tables, std::vector<std::uint16_t>(11'000, 1), 1);
  CHECK(large.loca.size() == std::size_t{4} * 11'003);
  CHECK(large.loca.substr(4, 4) == words({0, 12}));
  CHECK(large.head[51] == 1);
}

TEST_CASE("tables cut short, glyphs that are not there, and more than there are numbers, are failures") {
  for (std::string TrueTypeTables::*table : {&TrueTypeTables::head, &TrueTypeTables::hhea, &TrueTypeTables::hmtx,
                                             &TrueTypeTables::maxp, &TrueTypeTables::loca, &TrueTypeTables::glyf}) {
    TrueTypeTables tables = three_glyphs();
    (tables.*table).resize(3);
    CHECK_THROWS_AS(renumbered(tables, {1}, 1), Failure);
  }
  CHECK_THROWS_AS(renumbered(three_glyphs(), {3}, 1), Failure);
  CHECK_THROWS_AS(renumbered(three_glyphs(), {1}, 0xFFFF), Failure);
}
