#include "pdf/true_type.h"

#include <doctest/doctest.h>

#include "base/diagnostic.h"

using namespace handout;
using pdf::move_glyphs;
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

TEST_CASE("glyphs move up behind empty ones, and composites follow their parts") {
  TrueTypeTables tables = three_glyphs();
  move_glyphs(tables, 2);
  CHECK(tables.maxp == words({1, 0, 5}));
  CHECK(tables.loca == words({0, 6, 6, 6, 12, 25}));
  CHECK(tables.hhea.substr(34) == words({5}));
  CHECK(tables.hmtx == words({500, 1, 500, 1, 500, 1, 600, 2, 700, 3}));
  CHECK(tables.glyf.substr(24) == words({0xFFFF, 0, 0, 0, 0, 0x0020 | 0x0001, 3, 0, 0, 0x0008, 0, 0x0102, 0x4000}));
}

TEST_CASE("a face whose glyphs are all one width keeps it") {
  TrueTypeTables tables = three_glyphs();
  tables.hhea = std::string(34, '\0') + words({1});
  tables.hmtx = words({500, 1, 2, 3});  // one advance, three bearings
  move_glyphs(tables, 1);
  CHECK(tables.hhea.substr(34) == words({2}));
  CHECK(tables.hmtx == words({500, 1, 500, 1, 2, 3}));
}

TEST_CASE("long offsets") {
  TrueTypeTables tables = three_glyphs();
  tables.head[51] = 1;
  tables.loca = words({0, 0, 0, 12, 0, 24, 0, 50});
  move_glyphs(tables, 1);
  CHECK(tables.loca == words({0, 0, 0, 12, 0, 12, 0, 24, 0, 50}));
}

TEST_CASE("tables cut short, and more glyphs than there are numbers, are failures") {
  for (std::string TrueTypeTables::*table : {&TrueTypeTables::head, &TrueTypeTables::hhea, &TrueTypeTables::hmtx,
                                             &TrueTypeTables::maxp, &TrueTypeTables::loca, &TrueTypeTables::glyf}) {
    TrueTypeTables tables = three_glyphs();
    (tables.*table).resize(3);
    CHECK_THROWS_AS(move_glyphs(tables, 1), Failure);
  }
  TrueTypeTables tables = three_glyphs();
  CHECK_THROWS_AS(move_glyphs(tables, 0xFFFF), Failure);
}
