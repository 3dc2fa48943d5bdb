#include "pdf/numbers.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace handout;
using namespace handout::literals;

TEST_CASE("decimals have no exponent, no trailing zeros and no minus nought") {
  struct Row {
    std::int64_t value;
    int decimals;
    const char* written;
  };
  const Row rows[] = {{0, 2, "0"},          {1, 2, ".01"},      {-1, 2, "-.01"},
                      {10, 2, ".1"},        {100, 2, "1"},      {-100, 2, "-1"},
                      {59528, 2, "595.28"}, {-25, 2, "-.25"},   {-1234567, 3, "-1234.567"},
                      {1000, 3, "1"},       {1002, 3, "1.002"}, {5, 1, ".5"},
                      {7, 0, "7"}};
  for (const Row& row : rows) {
    std::string out;
    pdf::append_decimal(out, row.value, row.decimals);
    CHECK(out == row.written);
  }
}

TEST_CASE("lengths round to the nearest hundredth of a point") {
  CHECK(pdf::hundredths(210_mm) == 59528);
  CHECK(pdf::hundredths(12_pt) == 1200);
  CHECK(pdf::hundredths(-12_pt) == -1200);
  CHECK(pdf::hundredths(Length{327}) == 0);  // 0.00499 pt
  CHECK(pdf::hundredths(Length{328}) == 1);
}

TEST_CASE("a code is two bytes of a literal string") {
  struct Row {
    std::uint16_t code;
    std::string written;
  };
  const std::vector<Row> rows = {{0x0141,
                                  "\x01"
                                  "A"},
                                 {0x2829, "\\(\\)"},
                                 {0x5C00, std::string("\\\\\0", 3)},
                                 {0x0D0A, "\\r\n"}};
  for (const Row& row : rows) {
    std::string out;
    pdf::append_code(out, row.code);
    CHECK(out == row.written);
  }
}

TEST_CASE("text in hex is UTF-16BE, surrogates and all") {
  std::string out;
  pdf::append_utf16_hex(out, "A\u00e9\U0001F600");
  CHECK(out == "004100E9D83DDE00");
}
