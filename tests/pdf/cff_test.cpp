#include "pdf/cff.h"

#include <doctest/doctest.h>

#include "base/diagnostic.h"

using handout::pdf::CffNumbering;
using handout::pdf::read_cff_numbering;

namespace {

std::string bytes(std::initializer_list<int> values) {
  std::string made;
  for (const int value : values)
    made += static_cast<char>(value);
  return made;
}

/// A CFF table of a header, one name, and a Top DICT; `charset` follows them. In the DICT, `at` stands for its offset.
std::string table(std::string dict_before, const std::string& charset, bool has_charset) {
  const std::string start = bytes({1, 0, 4, 1}) + bytes({0, 1, 1, 1, 2}) + "F";
  std::string dict = std::move(dict_before);
  const std::size_t dict_size = dict.size() + (has_charset ? 4 : 0);
  const std::size_t charset_at = start.size() + 5 + dict_size;
  if (has_charset) dict += bytes({28, 0, static_cast<int>(charset_at), 15});  // a two-byte operand, then `charset`
  return start + bytes({0, 1, 1, 1, static_cast<int>(dict_size) + 1}) + dict + charset;
}

const std::string ros = bytes({139, 139, 139, 12, 30});  // 0 0 0 ROS

}  // namespace

TEST_CASE("a name-keyed font has no CIDs of its own") {
  const CffNumbering numbering = read_cff_numbering(table(bytes({140, 0}), "", false), 5);
  CHECK(!numbering.cid_keyed);
  CHECK(numbering.runs.empty());
}

TEST_CASE("a CID-keyed font's CIDs are read from each format of charset") {
  struct Row {
    const char* name;
    std::string charset;
    std::vector<std::uint16_t> cids;
    std::size_t runs;
  };
  const Row rows[] = {{"list", bytes({0, 0, 5, 0, 9, 1, 0}), {0, 5, 9, 256}, 4},
                      {"short ranges", bytes({1, 0, 5, 1, 0, 9, 0}), {0, 5, 6, 9}, 3},
                      {"long ranges", bytes({2, 0, 7, 0, 2}), {0, 7, 8, 9}, 2},
                      {"a list that is ranges", bytes({0, 0, 1, 0, 9, 0, 10}), {0, 1, 9, 10}, 2},
                      {"identity", bytes({2, 0, 1, 0, 2}), {0, 1, 2, 3}, 0},
                      {"identity, listed", bytes({0, 0, 1, 0, 2, 0, 3}), {0, 1, 2, 3}, 0}};
  for (const Row& row : rows) {
    CAPTURE(std::string(row.name));
    const CffNumbering numbering = read_cff_numbering(table(ros, row.charset, true), 4);
    CHECK(numbering.cid_keyed);
    CHECK(numbering.runs.size() == row.runs);
    for (std::uint16_t glyph = 0; glyph < 4; ++glyph)
      CHECK(numbering.cid_of(glyph) == row.cids.at(glyph));
  }
}

TEST_CASE("a charset of no known format is a failure") {
  CHECK_THROWS_AS(read_cff_numbering(table(ros, bytes({4, 0, 5, 255, 255, 255, 253}), true), 9), handout::Failure);
}

TEST_CASE("operands of every form are stepped over") {
  // A byte, two bytes up and down, a real number, four bytes; each is some operator's.
  const std::string dict = bytes({239, 1, 247, 0, 2, 251, 0, 3, 30, 0x1a, 0x5f, 4, 29, 0, 0, 1, 0, 13}) + ros;
  CHECK(read_cff_numbering(table(dict, bytes({2, 0, 7, 0, 2}), true), 4).cid_of(3) == 9);
}

TEST_CASE("a table that is cut short is a failure, not a crash") {
  const std::string whole = table(ros, bytes({0, 0, 5, 0, 9, 1, 0}), true);
  for (std::size_t size = 0; size < whole.size(); ++size)
    CHECK_THROWS_AS(read_cff_numbering(whole.substr(0, size), 4), handout::Failure);
}
