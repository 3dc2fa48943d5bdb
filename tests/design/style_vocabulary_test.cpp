#include "design/style_vocabulary.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "design_project.h"

using namespace handout;
using namespace handout::design;

namespace {

bool takes(std::string_view element, std::string_view property) {
  const StyledElement* const found = find_styled_element(element);
  REQUIRE(found != nullptr);
  bool taken = false;
  each_property([&](const PropertyInfo& info, auto) {
    if (info.name == property) taken = (found->about & info.about) != 0;
  });
  return taken;
}

std::vector<std::string> words(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> all;
  for (std::string word; stream >> word;)
    all.push_back(word);
  return all;
}

/// What stands in quotes after each `key` of `text`: names of attributes.
std::set<std::string> quoted_after(const std::string& text, const std::string& key) {
  std::set<std::string> found;
  for (std::size_t at = 0; (at = text.find(key, at)) != std::string::npos;) {
    at += key.size();
    found.insert(text.substr(at, text.find('"', at) - at));
  }
  return found;
}

/// The part of a text from `begin` up to `end`.
std::string between(const std::string& text, const std::string& begin, const std::string& end) {
  const std::size_t first = text.find(begin);
  REQUIRE(first != std::string::npos);
  const std::size_t start = first + begin.size();
  return text.substr(start, text.find(end, start) - start);
}

}  // namespace

TEST_CASE("elements take the properties that layout reads, and no others") {
  struct Case {
    const char* element;
    const char* taken;
    const char* refused;
  };
  for (const Case& each : {
           Case{"cell", "fill padding padding-start align ink", "rule rule-top corner min-height bleed shape width"},
           Case{"row", "fill row-rule row-height rule-ink weight", "padding rule rule-bottom corner min-height stripe"},
           Case{"risk", "fill row-rule rule-ink", "padding rule rule-bottom corner min-height"},
           Case{"head", "fill rule rule-bottom rule-ink", "padding rule-top corner min-height"},
           Case{"table", "row-rule stripe rule padding corner width", "marker"},
           Case{"band", "min-height max-height space-after width backdrop corner",
                "space-before bleed shape keep-together"},
           Case{"header", "space-after padding rule-bottom", "space-before min-height width bleed"},
           Case{"footer", "space-before padding rule-top", "space-after min-height width bleed"},
           Case{"region", "padding rule-top fill backdrop", "space-before space-after min-height width bleed"},
           Case{"box", "space-before min-height width bleed backdrop", "keep-together"},
           Case{"figure", "fill corner padding rule max-height labels", "min-height bleed shape"},
           Case{"image", "width max-height padding", "rule min-height bleed shape"},
           Case{"notes", "line-gap rule-ink width", "rule rule-top fill"},
           Case{"blank", "width rule-ink", "rule fill"},
           Case{"dots", "rule rule-ink marker-size dots-across", "rule-top fill"},
           Case{"rule", "rule rule-ink width", "rule-top fill"},
           Case{"draft", "fill rule-start rule-pattern padding", "icon keep-with-next span"},
           Case{"steps", "marker arrange row-rule", "row-height"},
           Case{"summary", "arrange fill rule-start", "icon marker-size"},
       }) {
    CAPTURE(each.element);
    for (const std::string& property : words(each.taken))
      CHECK_MESSAGE(takes(each.element, property), property);
    for (const std::string& property : words(each.refused))
      CHECK_MESSAGE(!takes(each.element, property), property);
  }
}

TEST_CASE("the schema has every property and every element that the press knows, and no others") {
  const std::string schema = tests::read_disk("layouts/layout.xsd");
  std::set<std::string> properties{"for", "in"};
  each_property([&](const PropertyInfo& info, auto) { properties.emplace(info.name); });
  const std::string style = between(schema, "<xs:complexType name=\"style\">", "</xs:complexType>");
  CHECK(quoted_after(style, "<xs:attribute name=\"") == properties);

  std::set<std::string> elements;
  for (const StyledElement& element : styled_elements())
    elements.emplace(element.name);
  std::string targets = between(schema, "<xs:pattern value=\"(handout|", ")(");
  std::replace(targets.begin(), targets.end(), '|', ' ');
  std::set<std::string> of_schema{"handout"};
  for (const std::string& word : words(targets))
    of_schema.insert(word);
  CHECK(of_schema == elements);
}
