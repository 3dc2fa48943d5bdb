#include "content/words.h"

#include <doctest/doctest.h>

#include <memory>

#include "content/read_words.h"
#include "support/memory_files.h"

namespace handout::content {
namespace {

std::string shown(const InlineList& inlines);

/// An inline as text: strong[one] field(clinic.phone)
struct Shown {
  std::string operator()(const Text& text) const { return "'" + text.text + "'"; }
  std::string operator()(const Strong& part) const { return "strong[" + shown(part.words) + "]" + mark(part.phrase); }
  std::string operator()(const NoBreak& part) const { return "nobr[" + shown(part.words) + "]" + mark(part.phrase); }
  std::string operator()(const Superscript& part) const { return "sup[" + shown(part.words) + "]" + mark(part.phrase); }
  std::string operator()(const Subscript& part) const { return "sub[" + shown(part.words) + "]" + mark(part.phrase); }
  std::string operator()(const Term& part) const { return "term(" + part.entry + ")[" + shown(part.words) + "]"; }
  std::string operator()(const Link& part) const {
    return "link(" + part.href + part.to + ")[" + shown(part.words) + "]";
  }
  std::string operator()(const FieldRef& part) const { return "field(" + part.name + ")"; }
  std::string operator()(const FieldValue& part) const { return "value(" + part.text + ")"; }
  std::string operator()(const Reference& part) const { return "ref(" + part.source + ")"; }
  std::string operator()(const LineBreak&) const { return "br"; }
  std::string operator()(const Blank& part) const { return part.is_short ? "short" : "long"; }
  std::string operator()(const Temperature& part) const { return "celsius(" + part.celsius + ")"; }

  static std::string mark(const Phrase& phrase) {
    return (phrase.lang ? "@" + phrase.lang->tag : std::string{}) + (phrase.translate ? "" : "!");
  }
};

std::string shown(const InlineList& inlines) {
  std::string text;
  for (const Inline& part : inlines)
    text += std::visit(Shown{}, part.item);
  return text;
}

Words words_of(const std::string& xml) {
  Diagnostics diagnostics;
  const auto root = parse_xml(tests::source("a.xml", xml), "content", diagnostics);
  REQUIRE(root);
  return read_words(*root, "unit");
}

TEST_CASE("words keep their inline elements, and white space collapses across them") {
  struct Row {
    const char* xml;
    const char* shown;
  };
  const Row rows[] = {
      {"<p>one</p>", "'one'"},
      {"<p>\n  one\n  two\n</p>", "'one two'"},
      {"<p><strong>one</strong> <nobr>two</nobr></p>", "strong['one']' 'nobr['two']"},
      {"<p> <strong> one </strong> two </p>", "strong['one ']'two'"},
      {"<p>one<strong> </strong>two</p>", "'one'strong[' ']'two'"},
      {"<p>one <strong>two </strong> </p>", "'one 'strong['two']"},
      {"<p>one <!-- note --> two</p>", "'one ''two'"},
      {"<p>one <br/> two</p>", "'one'br'two'"},
      {"<p><strong>one </strong><br/>two</p>", "strong['one']br'two'"},
      {"<p> <field name='clinic.phone'/> now</p>", "field(clinic.phone)' now'"},
      {"<p>at <field name='clinic.phone'/> </p>", "'at 'field(clinic.phone)"},
      {"<p>a<ref source='s1'/> b<sup>2</sup><sub>3</sub></p>", "'a'ref(s1)' b'sup['2']sub['3']"},
      {"<p><term define='disc'>Discs</term> <link href='https://a.b'>x</link><link to='help'>y</link></p>",
       "term(disc)['Discs']' 'link(https://a.b)['x']link(help)['y']"},
      {"<p><blank size='short'/><blank/><temperature celsius='38.5'/></p>", "shortlongcelsius(38.5)"},
      {"<p><nobr lang='la' translate='no'>cauda <strong>equina</strong></nobr></p>",
       "nobr['cauda 'strong['equina']]@la!"},
      {"<p>one\u00A0 two</p>", "'one\u00A0 two'"},
      {"<stage><title>Week 1</title> You walk.</stage>", "'You walk.'"},
      {"<p> </p>", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.xml);
    CHECK(shown(words_of(row.xml).inlines) == row.shown);
  }
}

TEST_CASE("words know their language, their unit and the note to the translator") {
  const Words words = words_of("<p lang='zh-Hans' translate='no' translator-note='A  name.'>x</p>");
  CHECK(words.lang->tag == "zh-Hans");
  CHECK(!words.translate);
  CHECK(words.translator_note == "A name.");
  CHECK(words.unit == "unit");
  CHECK(words_of("<p>x</p>").translate);
  CHECK(words_of("<p> </p>").empty());
}

TEST_CASE("plain text shows every inline") {
  CHECK(plain_text(words_of("<p>Call <strong><field name='clinic.phone'/></strong><br/>at <temperature celsius='38'/>"
                            "<ref source='s1'/> on <blank/> <term>x</term>.</p>")) ==
        "Call {clinic.phone} at 38 °C on ____ x.");
}

TEST_CASE("an attribute's words hold its fields") {
  Diagnostics diagnostics;
  const auto root = parse_xml(tests::source("a.xml", "<figure alt=' The {clinic.name}\n map, {handout.title}'/>"),
                              "content", diagnostics);
  CHECK(shown(read_attribute_words(*root, "alt", "f.alt").inlines) ==
        "'The 'field(clinic.name)' map, 'field(handout.title)");
  CHECK(read_attribute_words(*root, "src", "").empty());
}

}  // namespace
}  // namespace handout::content
