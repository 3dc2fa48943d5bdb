#include "pdf/haru_document.h"

#include <doctest/doctest.h>

using namespace handout;
using pdf::Ascii;
using pdf::HaruDocument;
using pdf::Name;
using pdf::Object;

namespace {

std::string value_of(const HaruDocument& document, Object object) {
  std::string out;
  document.write_value(object, out);
  return out;
}

}  // namespace

TEST_CASE("white space stands between regular characters only") {
  HaruDocument document;
  const Object inner = document.add_array({{1}, {2}, {Name{"A"}}, {pdf::Null{}}, {true}});
  const Object outer = document.add_dictionary("Font");
  document.set(outer, "Kids", {pdf::Array{{inner}, {3}}});
  document.set(outer, "In", {pdf::Entries{{"K", {inner}}, {"L", {Name{"B"}}}}});
  CHECK(value_of(document, inner) == "[1 2/A null true]");
  const std::string reference = std::to_string(inner.number) + " 0 R";
  CHECK(value_of(document, outer) == "<</Type/Font/Kids[" + reference + " 3]/In<</K " + reference + "/L/B>>>>");
}

TEST_CASE("strings keep their white space, and what only looks like a delimiter") {
  HaruDocument document;
  const Object made = document.add_dictionary();
  document.set(made, "A", {Ascii{"one  two "}});
  document.set_raw(made, R"(/B ( a \) (b  << ) >>  c\\)  /C 1)");
  CHECK(value_of(document, made) == R"(<</A(one  two )/B( a \) (b  << ) >>  c\\)/C 1>>)");
}

TEST_CASE("a string in hex may end a dictionary") {
  HaruDocument document;
  const Object made = document.add_dictionary();
  document.set(made, "A", {pdf::Entries{{"B", {pdf::Bytes{"\x12\xAB"}}}}});
  CHECK(value_of(document, made) == "<</A<</B<12AB>>>>>");
}

TEST_CASE("a stream's bytes stay as they are") {
  HaruDocument document;
  const std::string bytes = "q  1 0 0 1 5 5 cm\r\n( x )  Tj >> ] [ <<\nQ";
  const Object stream = document.add_stream(bytes, pdf::Filter::none);
  document.set(stream, "Type", {Name{"Test"}});
  const std::string written = value_of(document, stream);
  CHECK(written.find(bytes) != std::string::npos);
  CHECK(written.substr(0, written.find("stream")).find("/Length " + std::to_string(bytes.size())) != std::string::npos);
}
