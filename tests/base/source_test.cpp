#include "base/source.h"

#include <doctest/doctest.h>

namespace handout {
namespace {

TEST_CASE("an offset is a line and a column of characters") {
  const SourceFile file{"a", "ab\n\u00E9\u6F22c\r\n\nlast"};
  struct Row {
    std::size_t offset, line, column;
    const char* text;
  };
  const Row rows[] = {{0, 1, 1, "ab"},
                      {2, 1, 3, "ab"},
                      {3, 2, 1, "\u00E9\u6F22c"},
                      {5, 2, 2, "\u00E9\u6F22c"},
                      {8, 2, 3, "\u00E9\u6F22c"},
                      {11, 3, 1, ""},
                      {12, 4, 1, "last"},
                      {16, 4, 5, "last"},
                      {99, 4, 5, "last"}};
  for (const Row& row : rows) {
    CAPTURE(row.offset);
    const LineColumn place = line_column(file, row.offset);
    CHECK(place.line == row.line);
    CHECK(place.column == row.column);
    CHECK(source_line(file, row.offset) == row.text);
  }
}

}  // namespace
}  // namespace handout
