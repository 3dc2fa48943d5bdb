#include "base/peek_xml.h"

#include <doctest/doctest.h>

#include "support/memory_files.h"

namespace handout {

TEST_CASE("An attribute is peeked at in the root or in the first child of a name, however broken the rest is") {
  struct Case {
    std::string text;
    Peek wanted;
    std::optional<std::string> value;
  };
  const std::vector<Case> cases = {
      {"<!-- <a b=\"no\"/> --><a b=' x\n y '/>", {"a", "", "b"}, "x y"},
      {"<a b=\"1\"><c", {"a", "", "b"}, "1"},
      {"<a><b></c><d e=\"1\"/><d e=\"2\"/>", {"a", "d", "e"}, "1"},
      {"<a b=1 c=\"2\"/>", {"a", "", "c"}, "2"},
      {"<a b=\"1\"/>", {"a", "", "c"}, std::nullopt},
      {"<a b=\"1\"/>", {"x", "", "b"}, std::nullopt},
      {"<a><d/></a>", {"a", "d", "e"}, std::nullopt},
      {"<a/>", {"a", "d", "e"}, std::nullopt},
      {"", {"a", "", "b"}, std::nullopt},
      {std::string("\xFF\xFE<\0", 4), {"a", "", "b"}, std::nullopt},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text);
    const SourceFilePtr file = tests::source("a.xml", one.text);
    const std::optional<Peeked> found = peek_attribute(file, one.wanted);
    REQUIRE(found.has_value() == one.value.has_value());
    if (!found) continue;
    CHECK(found->value == *one.value);
    CHECK(found->where.end <= file->text.size());
  }
}

}  // namespace handout
