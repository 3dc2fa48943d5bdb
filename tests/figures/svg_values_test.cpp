#include "figures/svg_values.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "figures/svg_path.h"

using namespace handout;
using namespace handout::figures;

namespace {

constexpr std::int64_t one = Length::per_point;

Point at(std::int64_t x, std::int64_t y) {
  return {Length{x * one}, Length{y * one}};
}

Path path_of(const std::string& data) {
  auto parsed = parse_path(data);
  REQUIRE(std::holds_alternative<Path>(parsed));
  return std::get<Path>(parsed);
}

/// The segments as text, whole units only: "M0,0 L10,0 Z".
std::string spelled(const Path& path) {
  std::string text;
  const auto point = [](Point p) { return std::to_string(p.x.units / one) + "," + std::to_string(p.y.units / one); };
  for (const Segment& segment : path.segments) {
    if (!text.empty()) text += " ";
    if (segment.verb == Verb::move) text += "M" + point(segment.end);
    if (segment.verb == Verb::line) text += "L" + point(segment.end);
    if (segment.verb == Verb::curve) {
      text += "C" + point(segment.control_1) + "," + point(segment.control_2) + "," + point(segment.end);
    }
    if (segment.verb == Verb::close) text += "Z";
  }
  return text;
}

}  // namespace

TEST_CASE("A number is exact to 1/65536") {
  const std::vector<std::pair<std::string, std::int64_t>> cases = {
      {"0", 0},
      {"1", one},
      {"-1", -one},
      {"+2", 2 * one},
      {"0.5", one / 2},
      {".25", one / 4},
      {"-.25", -one / 4},
      {"3.", 3 * one},
      {" 7 ", 7 * one},
      {"30000", 30000 * one},
      {"0.1", 6554},
      {"0.84", 55050},
      {"-0.1", -6554},
      {"0.00000762939453125", 0},
      {"0.0000076293946", 1},
      {"1.0000000000000000000001", one},
  };
  for (const auto& row : cases) {
    const auto& text = row.first;
    const auto& expected = row.second;
    CAPTURE(text);
    const auto number = parse_number(text);
    REQUIRE(number);
    CHECK(*number == expected);
  }
}

TEST_CASE("What is no plain number is refused") {
  for (const std::string& text : std::vector<std::string>{"", " ", "-", ".", "+.", "1e3", "1E3", "12px", "1 2", "30001",
                                                          "99999999999999999999999", "0x10", "nan", "inf", "1,,2",
                                                          "--1", "50%", std::string("1\0", 2)}) {
    CAPTURE(text);
    CHECK_FALSE(parse_number(text));
  }
}

TEST_CASE("Numbers part at separators, signs and second points") {
  const std::vector<std::int64_t> expected = {one, -5 * one / 2, one / 2, 3 * one};
  for (const char* text : {"1-2.5.5 3", "1,-2.5,.5,3", " 1 , -2.5\n.5\t3 "}) {
    CAPTURE(text);
    CHECK(parse_numbers(text) == expected);
  }
  CHECK(parse_numbers("")->empty());
  CHECK_FALSE(parse_numbers("1 x"));
}

TEST_CASE("A colour is hash and hex digits") {
  CHECK(parse_color("#0B4A5B") == Color{0x0B, 0x4A, 0x5B});
  CHECK(parse_color("#f2a93b") == Color{0xF2, 0xA9, 0x3B});
  CHECK(parse_color("#0bF") == Color{0x00, 0xBB, 0xFF});
  for (const char* text : {"", "#", "0B4A5B", "#0B4A5", "#0B4A5G", "#0B4A5B00", "white", "rgb(0,0,0)", "#12 "}) {
    CAPTURE(text);
    CHECK_FALSE(parse_color(text));
  }
}

TEST_CASE("A transform moves and scales, in the order written") {
  const auto apply = [](const char* text) { return parse_transform(text)->apply(at(10, 20)); };
  CHECK(apply("") == at(10, 20));
  CHECK(apply("translate(3 4)") == at(13, 24));
  CHECK(apply("translate(3)") == at(13, 20));
  CHECK(apply("scale(2)") == at(20, 40));
  CHECK(apply("translate(3, 4) scale(2)") == at(23, 44));
  CHECK(apply("scale(2),translate(3 4)") == at(26, 48));
  for (const char* text :
       {"rotate(3)", "scale(2 3)", "scale(0)", "scale(-1)", "translate(1 2 3)", "translate 1 2", "translate(1 2",
        "translate()", "scale(2) scale(2)", "translate(1) translate(1)", "matrix(1 0 0 1 0 0)"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_transform(text));
  }
  const Transform outer = *parse_transform("translate(100 0) scale(2)");
  const Transform inner = *parse_transform("translate(1 2) scale(3)");
  CHECK(composed(outer, inner)->apply(at(10, 20)) == outer.apply(inner.apply(at(10, 20))));
}

TEST_CASE("Path data") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"M1 2 L3 4", "M1,2 L3,4"},
      {"M1,2L3,4Z", "M1,2 L3,4 Z"},
      {"M1 2 3 4 5 6", "M1,2 L3,4 L5,6"},
      {"M0 0 H5 V6 H7", "M0,0 L5,0 L5,6 L7,6"},
      {"M0 0 H5 6", "M0,0 L5,0 L6,0"},
      {"M0 0 C1 2 3 4 5 6 7 8 9 10 11 12", "M0,0 C1,2,3,4,5,6 C7,8,9,10,11,12"},
      {"M0 0 Q30 60 60 0", "M0,0 C20,40,40,40,60,0"},
      {"M0 0 L5 0 Z M9 9 L8 8 Z", "M0,0 L5,0 Z M9,9 L8,8 Z"},
      {"M1 1 L5 0 Z L8 8", "M1,1 L5,0 Z M1,1 L8,8"},
      {"M1 1 L5 0 Z Z", "M1,1 L5,0 Z"},
      {"M1-2L-3-4", "M1,-2 L-3,-4"},
  };
  for (const auto& row : cases) {
    const auto& data = row.first;
    const auto& expected = row.second;
    CAPTURE(data);
    CHECK(spelled(path_of(data)) == expected);
  }
}

TEST_CASE("Mistakes in path data say where they are") {
  struct Case {
    std::string data;
    std::size_t offset;
    std::string part_of_message;
  };
  const std::vector<Case> cases = {
      {"", 0, "empty"},
      {"L1 2", 1, "begin with M"},
      {"1 2", 0, "begin with M"},
      {"Z", 1, "begin with M"},
      {"M1 2 l3 4", 5, "command l is relative"},
      {"M1 2 A3 3 0 0 0 4 4", 5, "command A is not used"},
      {"M1 2 S3 3 4 4", 5, "command S is not used"},
      {"M1", 2, "after M"},
      {"M1 2 L3", 7, "after L"},
      {"M0 0 C1 2 3 4 5", 15, "after C"},
      {"M0 0 L1e3 2", 6, "after L"},
      {"M0 0 L40000 2", 6, "after L"},
      {"M0 0 L1 1 Z 3 4", 12, "after Z"},
      {"M0 0 L1 1 #", 10, "after L"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.data);
    const auto parsed = parse_path(c.data);
    REQUIRE(std::holds_alternative<PathMistake>(parsed));
    const PathMistake& mistake = std::get<PathMistake>(parsed);
    CHECK(mistake.offset == c.offset);
    CHECK_MESSAGE(mistake.message.find(c.part_of_message) != std::string::npos, mistake.message);
    CHECK_FALSE(mistake.hint.empty());
  }
}
