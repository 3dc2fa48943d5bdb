#include "base/unicode.h"

#include <doctest/doctest.h>

namespace handout {
namespace {

TEST_CASE("code points are read and written as UTF-8") {
  const char32_t points[] = {U'a', U'\u00E9', U'\u07FF', U'\u0800', U'\u6F22', U'\uFFFD', U'\U00010000', U'\U0010FFFF'};
  for (const char32_t point : points) {
    std::string text = "x";
    append_utf8(text, point);
    std::size_t offset = 1;
    CHECK(next_code_point(text, offset) == point);
    CHECK(offset == text.size());
  }
}

TEST_CASE("ill-formed UTF-8 is read as U+FFFD a byte at a time") {
  struct Row {
    std::string bytes;
    std::size_t place;
  };
  const Row rows[] = {
      {"ab\x80", 2},                // a trail byte alone
      {"\xC3", 0},                  // cut short
      {"a\xC0\xAF", 1},             // overlong
      {"\xE0\x9F\xBF", 0},          // overlong
      {"\xED\xA0\x80", 0},          // a surrogate
      {"\xF0\x8F\xBF\xBF", 0},      // overlong
      {"\xF4\x90\x80\x80", 0},      // past U+10FFFF
      {"\xF5\x80\x80\x80", 0},      // no lead byte
      {"caf\xE9 au lait", 3},       // Latin-1
      {"\xE6\xBC\xA2\xE6\xBC", 3},  // the second is cut short
  };
  for (const Row& row : rows) {
    CAPTURE(row.bytes);
    std::size_t offset = row.place;
    CHECK(next_code_point(row.bytes, offset) == U'\uFFFD');
    CHECK(offset == row.place + 1);
  }
}

TEST_CASE("text becomes UTF-16, with pairs of surrogates beyond the first plane") {
  CHECK(to_utf16("a\u00E9\u6F22\U0001F600") ==
        std::u16string{u'a', u'\u00E9', u'\u6F22', char16_t{0xD83D}, char16_t{0xDE00}});
  CHECK(to_utf16("").empty());
}

TEST_CASE("text is composed") {
  CHECK(to_nfc("e\u0301") == "\u00E9");
  CHECK(to_nfc("\u0130\u1E69") == "\u0130\u1E69");
  CHECK(to_nfc("s\u0307\u0323") == "\u1E69");
  CHECK(to_nfc("") == "");
}

TEST_CASE("white space collapses, and only ASCII white space") {
  CHECK(collapse_white_space(" a \t\r\n b\n") == " a b ");
  CHECK(collapse_white_space("a\u00A0 \u2003b") == "a\u00A0 \u2003b");
  CHECK(collapse_white_space("\n\n") == " ");
  CHECK(collapse_and_trim("\n a \t b ") == "a b");
  CHECK(collapse_and_trim(" \n ").empty());
}

TEST_CASE("a code point's name") {
  CHECK(code_point_name(U'\u00E9') == "U+00E9");
  CHECK(code_point_name(U'\U0001F600') == "U+1F600");
}

}  // namespace
TEST_CASE("a digit of any script has its value, and nothing else has one") {
  for (const char32_t zero : {U'0', U'\u0660', U'\u06F0', U'\u0966', U'\u09E6', U'\u0E50', U'\u1040', U'\uFF10'}) {
    CAPTURE(code_point_name(zero));
    for (int value = 0; value < 10; ++value)
      CHECK(digit_value(zero + static_cast<char32_t>(value)) == value);
  }
  for (const char32_t other : {U'a', U' ', U'\u00B2', U'\u2167', U'\u4E09', U'\uFFFF'}) {
    CAPTURE(code_point_name(other));
    CHECK_FALSE(digit_value(other).has_value());
  }
}

}  // namespace handout
