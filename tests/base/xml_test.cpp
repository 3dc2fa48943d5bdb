#include "base/xml.h"

#include <doctest/doctest.h>

#include "support/memory_files.h"

namespace handout {
namespace {

/// What is said of a file, one mistake a line: "line:column message".
std::string mistakes(const std::string& text) {
  Diagnostics diagnostics;
  const auto root = parse_xml(tests::source("a.xml", text), "content", diagnostics);
  CHECK((root == nullptr) == diagnostics.has_errors());
  std::string said;
  for (const Diagnostic& item : diagnostics.items()) {
    const LineColumn place = line_column(*item.where.file, item.where.begin);
    said += std::to_string(place.line) + ":" + std::to_string(place.column) + " " + item.message + "\n";
    const bool is_turning = item.message.ends_with("can turn words and numbers around");
    CHECK(item.code == (is_turning                                   ? "content.control-character"
                        : item.message == "a DOCTYPE is not allowed" ? "content.doctype"
                                                                     : "content.not-well-formed"));
    CHECK(!item.hint.empty());
  }
  return said;
}

/// The tree as text: <a x="1">text|text<b></b></a>
std::string tree(const XmlElement& element) {
  std::string text = "<" + element.name;
  for (const XmlAttribute& attribute : element.attributes)
    text += " " + attribute.name + "=[" + attribute.value + "]";
  text += ">";
  for (const XmlNode& child : element.children) {
    if (const auto* words = std::get_if<XmlText>(&child)) {
      text += "[" + words->text + "]";
    } else {
      text += tree(*std::get<std::unique_ptr<XmlElement>>(child));
    }
  }
  return text + "</>";
}

std::string tree_of(const std::string& text) {
  Diagnostics diagnostics;
  const auto root = parse_xml(tests::source("a.xml", text), "content", diagnostics);
  for (const Diagnostic& item : diagnostics.items())
    MESSAGE(format(item));
  REQUIRE(root);
  return tree(*root);
}

TEST_CASE("where names may have capitals, the end tag is to be as the start tag is") {
  for (const auto& [stage, hint] : {std::pair{"figures", "write both names alike: <clipPath> is in line 1"},
                                    std::pair{"content", "names are in small letters: clippath"}}) {
    Diagnostics diagnostics;
    parse_xml(tests::source("a.svg", "<svg><clipPath></clippath></svg>"), stage, diagnostics);
    REQUIRE(diagnostics.items().size() == 1);
    CHECK(diagnostics.items()[0].message == "</clippath> does not close <clipPath>");
    CHECK(diagnostics.items()[0].where.begin == (std::string_view(stage) == "figures" ? 15U : 5U));
    CHECK(diagnostics.items()[0].hint == hint);
  }
}

TEST_CASE("end tags that differ from their start tags are told where something has to change") {
  CHECK(mistakes("<Handout id='a'>\n</handout>") == "1:1 </handout> does not close <Handout>\n");
  CHECK(mistakes("<handout>\n</Handout>") == "2:1 </Handout> does not close <handout>\n");
  Diagnostics diagnostics;
  parse_xml(tests::source("a.xml", "<a>\n<fild>\n</field></a>"), "content", diagnostics);
  REQUIRE(diagnostics.items().size() == 1);
  CHECK(diagnostics.items()[0].message == "</field> does not close <fild>");
  CHECK(diagnostics.items()[0].hint == "write both names alike: <fild> is in line 2");
}

TEST_CASE("a value without its closing quote is told so, and what to write") {
  Diagnostics diagnostics;
  parse_xml(tests::source("a.xml", "<s role=\"risks id=\"risks\"/>"), "content", diagnostics);
  REQUIRE(diagnostics.items().size() == 1);
  CHECK(diagnostics.items()[0].message == "\"role\" has no closing quote before id=");
  CHECK(diagnostics.items()[0].hint == "write role=\"risks\"");
}

TEST_CASE("a clean file becomes a tree") {
  struct Row {
    const char* text;
    const char* tree;
  };
  const Row rows[] = {
      {"<a/>", "<a></>"},
      {"<a></a>", "<a></>"},
      {"\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- c -->\n<a/>\n<!-- d -->\n", "<a></>"},
      {"<?xml version='1.0' standalone='yes' ?><a/>", "<a></>"},
      {"<a><b>one</b> <i>tablet</i></a>", "<a><b>[one]</>[ ]<i>[tablet]</></>"},
      {"<a> <b/>\n<b/> </a>", "<a>[ ]<b></>[\n]<b></>[ ]</>"},
      {"<a>&lt;&amp;&gt;&quot;&apos;&#65;&#x1F600;</a>", "<a>[<&>\"'A\U0001F600]</>"},
      {"<a>one<!-- note -->two</a>", "<a>[one][two]</>"},
      {"<a>one <!-- note --> <?tool x?>two</a>", "<a>[one ][ ][two]</>"},
      {"<a><!----></a>", "<a></>"},
      {"<a><![CDATA[1 < 2 & ]] > 3]]></a>", "<a>[1 < 2 & ]] > 3]</>"},
      {"<a><![CDATA[ ]]> </a>", "<a>[ ][ ]</>"},
      {"<a>&#32;</a>", "<a>[ ]</>"},
      {"<a>one\r\ntwo</a>", "<a>[one\ntwo]</>"},
      {"<a x = '1'  y=\"a&quot;b\n\tc\"/>", "<a x=[1] y=[a\"b  c]></>"},
      {"<a x=\"a “b” c\" y='’'/>", "<a x=[a “b” c] y=[’]></>"},
      {"<a x=\"a ” b = c\"/>", "<a x=[a ” b = c]></>"},
      {"<a x='\"' y=\"'>\"/>", "<a x=[\"] y=['>]></>"},
      // A value may end in an equals sign.
      {"<a x=\"b=\"/>", "<a x=[b=]></>"},
      {"<a x=\"b = \">c</a>", "<a x=[b = ]>[c]</>"},
      {"<a x=\"https://x.example/?id=\" y=\"1\"/>", "<a x=[https://x.example/?id=] y=[1]></>"},
      {"<a x='AA==' y = \"“one”\" z='='/>", "<a x=[AA==] y=[“one”] z=[=]></>"},
      {"<a x=\"it says ” y=\" y=\"1\"/>", "<a x=[it says ” y=] y=[1]></>"},
      {"<\u0645 \u00E9=\"1\"/>", "<\u0645 \u00E9=[1]></>"},
      {"<a>\u0627\u0644\u0623\u0644\u0645</a>", "<a>[\u0627\u0644\u0623\u0644\u0645]</>"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(tree_of(row.text) == row.tree);
  }
}

TEST_CASE("a file that is no text, or too large for one, is told in one message") {
  const std::string body(600 * 1024, 'x');
  const std::vector<std::pair<std::string, std::string>> cases = {
      {std::string("<\0a\0", 4), "1:1 the file is UTF-16\n"},
      {std::string("\0<\0a", 4), "1:1 the file is UTF-16\n"},
      {"<a>" + body + "</a>", "1:1 the file is larger than 512 KB\n"},
      {std::string(600 * 1024, '<'), "1:1 the file is larger than 512 KB\n"},
  };
  for (const auto& [text, said] : cases)
    CHECK(mistakes(text) == said);
  // A picture may be larger.
  Diagnostics diagnostics;
  CHECK(parse_xml(tests::source("a.svg", "<a>" + body + "</a>"), "figures", diagnostics));
  CHECK(parse_xml(tests::source("a.svg", std::string(17 * 1024 * 1024, 'x')), "figures", diagnostics) == nullptr);
  REQUIRE(diagnostics.items().size() == 1);
  CHECK(diagnostics.items()[0].message == "the file is larger than 16 MB");
}

TEST_CASE("a picture in place of a drawing is to be named for what it is; in place of a text it is the wrong file") {
  const auto hint = [](const char* text, const char* stage) {
    Diagnostics diagnostics;
    parse_xml(tests::source("a.svg", text), stage, diagnostics);
    REQUIRE(diagnostics.items().size() == 1);
    return diagnostics.items()[0].hint;
  };
  CHECK(hint("\x89PNG\r\n", "figures") == "name it .png, in its folder and where it is used");
  CHECK(hint("\xFF\xD8\xFF\xE0", "figures") == "name it .jpg, in its folder and where it is used");
  CHECK(hint("GIF89a", "figures") == "save it as PNG, and name it .png, in its folder and where it is used");
  CHECK(hint("\x89PNG\r\n", "content").starts_with("put the right file in its place"));
  CHECK(hint("%PDF-1.7", "figures").starts_with("put the right file in its place"));
}

TEST_CASE("elements, attributes and text know their bytes") {
  const std::string text = "<?xml version=\"1.0\"?>\n<a>\n  <b id = 'x&amp;y'>one<!-- c --> two</b></a>";
  Diagnostics diagnostics;
  const auto root = parse_xml(tests::source("a.xml", text), "content", diagnostics);
  REQUIRE(root);
  const XmlElement& b = *root->elements().at(0);
  const auto bytes = [&text](const SourceRange& where) { return text.substr(where.begin, where.end - where.begin); };
  CHECK(bytes(root->where) == "<a>");
  CHECK(bytes(b.where) == "<b id = 'x&amp;y'>");
  const XmlAttribute* id = b.attribute("id");
  REQUIRE(id != nullptr);
  CHECK(bytes(id->where) == "id = 'x&amp;y'");
  CHECK(text.substr(id->value_begin, 7) == "x&amp;y");
  CHECK(b.attribute("lang") == nullptr);
  REQUIRE(b.children.size() == 2);
  CHECK(bytes(std::get<XmlText>(b.children.at(1)).where) == " two");
  CHECK(b.has_text());
  CHECK(!root->has_text());
}

TEST_CASE("every lexical mistake is reported, at its place") {
  struct Row {
    const char* text;
    const char* said;
  };
  const Row rows[] = {
      {"", "1:1 the file has no element\n"},
      {"  \n", "1:1 the file has no element\n"},
      {"words", "1:1 the file has no element\n"},
      {"\xFF\xFE<\0a\0", "1:1 the file is UTF-16\n"},
      {"PK\x03\x04 \xE9", "1:1 the file is a Word or LibreOffice document, or another ZIP file\n"},
      {"{\\rtf1 words}", "1:1 the file is an RTF document\n"},
      {"%PDF-1.7 \xE9", "1:1 the file is a PDF\n"},
      {"\x89PNG\r\n", "1:1 the file is a PNG picture\n"},
      {"<a>caf\xE9\xE8</a>", "1:7 the byte 0xE9 is not UTF-8\n"},
      {"<a>\xED\xA0\xBD\xED\xB8\x80</a>", "1:4 U+D83D is half of a character\n1:5 U+DE00 is half of a character\n"},
      {"<a>\x01</a>", "1:4 the character U+0001 is not allowed\n"},
      {"<a>\xEF\xBF\xBF</a>", "1:4 the character U+FFFF is not allowed\n"},
      {"<!DOCTYPE a><a/>", "1:1 a DOCTYPE is not allowed\n"},
      {"<!DOCTYPE a [<!ENTITY x \"y\">]>\n<a>&x;</a>",
       "1:1 a DOCTYPE is not allowed\n2:4 &x; is not known: only &amp; &lt; &gt; &quot; &apos; are\n"},
      {"<a>&nbsp;</a>", "1:4 &nbsp; is not known: only &amp; &lt; &gt; &quot; &apos; are\n"},
      {"<a>salt & pepper</a>", "1:9 & begins no reference here\n"},
      {"<a>salt &amp pepper</a>", "1:9 & begins no reference here\n"},
      {"<a x='&'/>", "1:7 & begins no reference here\n"},
      // U+200E and U+200F say only what stands beside them.
      {"<a>\u200E500\u200F mg</a>", ""},
      {"<a>\u2067500 mg\u2069</a>",
       "1:4 the character U+2067 (right-to-left isolate) can turn words and numbers around\n"
       "1:11 the character U+2069 (pop directional isolate) can turn words and numbers around\n"},
      {"<a x='&#x2066;'>&#8296;</a>",
       "1:7 the character U+2066 (left-to-right isolate) can turn words and numbers around\n"
       "1:17 the character U+2068 (first strong isolate) can turn words and numbers around\n"},
      {"<a>\u202A</a>", "1:4 the character U+202A (left-to-right embedding) can turn words and numbers around\n"},
      {"<a x='&#x202e;'/>", "1:7 the character U+202E (right-to-left override) can turn words and numbers around\n"},
      {"<a>&#xD800;</a>", "1:4 &#xD800; is half of a character\n"},
      {"<a>&#0;&#x110000;&#xG;&#;</a>",
       "1:4 &#0; is no character that XML allows\n1:8 &#x110000; is no character that XML allows\n"
       "1:18 &#xG; is no character that XML allows\n1:23 &#; is no character that XML allows\n"},
      {"<a>&#99999999999999999999;</a>", "1:4 &#99999999999999999999; is no character that XML allows\n"},
      {"<a>]]></a>", "1:4 ]]> cannot stand in text\n"},
      {"<a>\n<b></a>", "2:1 <b> is not closed before </a>\n"},
      {"<a><b><c></a>", "1:4 <b> is not closed before </a>\n1:7 <c> is not closed before </a>\n"},
      {"<a><titel>one</title></a>", "1:14 </title> does not close <titel>\n"},
      {"<a></b></a>", "1:4 </b> closes nothing: no <b> is open\n"},
      {"<a><b>", "1:1 <a> is never closed\n1:4 <b> is never closed\n"},
      {"<a/>\n<b/>", "2:1 <b> is a second outermost element: a file has one\n"},
      {"<a/> words", "1:6 text after the end of the file's element\n"},
      {"x <a/>", "1:1 text before the file's first element\n"},
      {"<a>1 < 2</a>", "1:6 < begins no element here\n"},
      {"<a><b id=c/>text</a>", "1:10 the value of \"id\" stands in no quotes\n"},
      {"<a><b id=c>text</b></a>", "1:10 the value of \"id\" stands in no quotes\n"},
      {"<a id=", "1:6 the tag <a is not closed\n1:7 the value of \"id\" stands in no quotes\n"},
      {"<a><b id>text</b></a>", "1:7 the attribute \"id\" has no value\n"},
      {"<a><b id=\"c>text</b></a>", "1:7 the value of \"id\" has no closing quote before the next <\n"},
      {"<a><b role=\"risks id=\"c\">text</b></a>", "1:7 \"role\" has no closing quote before id=\n"},
      {"<a><b alt=\"one two\n id = 'c'>text</b></a>", "1:7 \"alt\" has no closing quote before id=\n"},
      {"<a lang=\" id=\"c\" x=\"1\"/>", "1:4 \"lang\" has no closing quote before id=\n"},
      {"<a lang=“en id=“c” x=“1”/>",
       "1:4 \"lang\" has no closing quote before id=\n1:16 the value of \"id\" stands in curly quotes\n"
       "1:22 the value of \"x\" stands in curly quotes\n"},
      {"<a lang=\"en” x=\"1\"/>", "1:9 the value of \"lang\" stands in curly quotes\n"},
      // Both quotes are straight, whatever else is wrong.
      {"<a x=\"?b=\"1\" y=\"2\"/>",
       "1:11 a space is missing in the tag <a\n1:11 an attribute's name is expected in the tag <a\n"},
      {"<a x=\"1\" x=\"2\"/>", "1:10 <a> has the attribute \"x\" twice\n"},
      {"<a x=\"1\"y=\"2\"/>", "1:9 a space is missing in the tag <a\n"},
      {"<a 1x=\"2\"></a>", "1:4 an attribute's name is expected in the tag <a\n"},
      {"<a><b <c/></a>", "1:6 the tag <b is not closed\n"},
      {"<a></a", "1:4 </a is not closed\n"},
      {"<a></></a>", "1:4 </ must be followed by an element's name\n"},
      {"<a><!-- one", "1:1 <a> is never closed\n1:4 this comment is never closed\n"},
      {"<a><!-- one -- two --></a>", "1:13 -- cannot stand inside a comment\n"},
      {"<a><!-- one ---></a>", "1:13 -- cannot stand inside a comment\n"},
      {"<a><![CDATA[one</a>", "1:4 this CDATA section is never closed\n"},
      {"<![CDATA[one]]><a/>", "1:1 CDATA outside the file's element\n"},
      {"<a><!b></a>", "1:4 <! begins no comment here\n"},
      {"<a><?tool</a>", "1:4 <? is never closed\n"},
      {"<a><? tool?></a>", "1:4 <? must be followed by a name\n"},
      {" <?xml version=\"1.0\"?><a/>", "1:2 <?xml …?> can only stand at the very beginning of the file\n"},
      {"<?XML version=\"1.0\"?><a/>", "1:1 <?XML …?> must be written <?xml …?>\n"},
      {"<?xml version=\"1.1\"?><a/>", "1:1 XML version \"1.1\" is not known\n"},
      {"<?xml encoding=\"UTF-8\"?><a/>", "1:1 the XML declaration is not well-formed\n"},
      {"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a/>", "1:1 the file says that it is ISO-8859-1\n"},
      // After a mistake the scan goes on: five mistakes, five messages.
      {"<a>\n  <b id=x>&nbsp;</b>\n  <c id='1' id='2'/>\n  R&D\n  </d>\n</a>",
       "2:9 the value of \"id\" stands in no quotes\n"
       "2:11 &nbsp; is not known: only &amp; &lt; &gt; &quot; &apos; are\n"
       "3:13 <c> has the attribute \"id\" twice\n"
       "4:4 & begins no reference here\n"
       "5:3 </d> closes nothing: no <d> is open\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(mistakes(row.text) == row.said);
  }
}

TEST_CASE("elements too deep in one another are refused") {
  const auto nested = [](int depth) {
    std::string text;
    for (int i = 0; i < depth; ++i)
      text += "<a>";
    for (int i = 0; i < depth; ++i)
      text += "</a>";
    return text;
  };
  CHECK(mistakes(nested(64)) == "");
  CHECK(mistakes(nested(200)) == "1:193 elements stand more than 64 deep in one another\n");
}

TEST_CASE("after a hundred mistakes the rest are counted") {
  std::string text = "<a>";
  for (int i = 0; i < 150; ++i)
    text += "& ";
  Diagnostics diagnostics;
  CHECK(parse_xml(tests::source("a.xml", text + "</a>"), "content", diagnostics) == nullptr);
  REQUIRE(diagnostics.items().size() == 101);
  CHECK(diagnostics.items().back().message == "and 50 mistakes more");
}

}  // namespace
}  // namespace handout
