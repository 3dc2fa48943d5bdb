#include "content/shared_blocks.h"

#include <doctest/doctest.h>

#include "content/load_sample.h"

namespace handout::content {
namespace {

std::string said_of(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& item : diagnostics.items())
    text += item.code + ": " + item.message + "\n";
  return text;
}

/// What loading a handout with `blocks` says, against one shared file "s" with `shared_blocks`.
std::string said_with(const std::string& shared_blocks, const std::string& blocks) {
  tests::MemoryFiles files;
  files.add("content/shared/s.xml", "<shared id=\"s\" lang=\"en\">" + shared_blocks + "</shared>");
  Diagnostics said;
  const SharedBlocks shared = SharedBlocks::load(files, "content/shared", said);
  const Glossary glossary;
  load_document(tests::source("content/x/handout.xml", tests::handout_with(blocks)), {files, shared, glossary}, said);
  return said_of(said);
}

TEST_CASE("the blocks of every file are found by its name and their id") {
  Diagnostics said;
  tests::MemoryFiles files;
  files.add("content/shared/a.xml",
            "<shared id=\"a\" lang=\"en\"><p id=\"one\">1</p><p id=\"two.three\">2</p></shared>");
  files.add("content/shared/b.xml",
            "<shared id=\"b\" lang=\"es\"><list id=\"l\"><item id=\"l.i\">1</item></list></shared>");
  files.add("content/shared/notes.txt", "not ours");
  const SharedBlocks shared = SharedBlocks::load(files, "content/shared", said);
  CHECK(said_of(said) == "");
  CHECK(shared.names() == std::vector<std::string_view>{"a.one", "a.two.three", "b.l"});
  CHECK(shared.find("a.one") != nullptr);
  CHECK(shared.find("b.l.i") == nullptr);  // a part of a block
  CHECK(shared.has_id("b.l.i"));
  CHECK(shared.find("one") == nullptr);
  CHECK(shared.locale("b.l")->tag == "es");
  CHECK(!shared.locale("c.l"));
}

TEST_CASE("a copy has the file's name before its ids and its own links") {
  Diagnostics said;
  tests::MemoryFiles files;
  files.add("content/shared/a.xml",
            "<shared id=\"a\" lang=\"en\"><p id=\"one\"><link to=\"two\">x</link> <link to=\"help\">y</link></p>"
            "<p id=\"two\">2</p></shared>");
  const SharedBlocks shared = SharedBlocks::load(files, "content/shared", said);
  const auto copy = shared.copy("a.one");
  REQUIRE(copy);
  CHECK(copy->attribute("id")->value == "a.one");
  CHECK(copy->elements().at(0)->attribute("to")->value == "a.two");
  CHECK(copy->elements().at(1)->attribute("to")->value == "help");
  CHECK(shared.find("a.one")->attribute("id")->value == "one");
  CHECK(shared.copy("a.three") == nullptr);
}

TEST_CASE("no folder, no blocks") {
  Diagnostics said;
  CHECK(SharedBlocks::load(tests::MemoryFiles{}, "content/shared", said).names().empty());
  CHECK(said.items().empty());
}

TEST_CASE("what a shared block says is held to the handout that takes it in") {
  CHECK(said_with("<p id=\"p\">One<ref source=\"none\"/></p>", "<use block=\"s.p\"/>") ==
        "content.unknown-source: x has no <source id=\"none\">\n");
  CHECK(said_with("<p id=\"p\">A <term define=\"none\">term</term></p>", "<use block=\"s.p\"/>") ==
        "content.unknown-term: the glossary has no entry \"none\"\n");
  // A link to a block that this handout does not take in loses only the reference.
  CHECK(said_with("<p id=\"p\"><link to=\"q\">q</link></p><p id=\"q\">q</p>", "<use block=\"s.p\"/>") == "");
  CHECK(said_with("<p id=\"p\" detail=\"yes\">One</p>",
                  "<callout kind=\"tip\" id=\"c\"><use block=\"s.p\"/></callout>") ==
        "content.all-detail: everything in this <callout> is detail, so shorter layouts would print it empty\n");
}

TEST_CASE("what is wrong or odd in a shared file is said once, with that file") {
  CHECK(said_with("<list id=\"l\"><item>One</item></list>", "<use block=\"s.l\"/>") ==
        "content.missing-id: <item> has no id to translate it by\n");
  CHECK(said_with("<p id=\"p\">Call 999</p>", "<use block=\"s.p\"/>") ==
        "content.literal-phone: the number 999 is typed\n");
  CHECK(said_with("<p id=\"p\"><em>One</em></p>", "<use block=\"s.p\"/>") ==
        "content.unknown-element: <em> is not allowed in <p>\n"
        "content.unknown-block: there is no shared block \"s.p\"\n");
}

TEST_CASE("a whole section may be shared") {
  tests::MemoryFiles files;
  files.add("content/shared/s.xml",
            "<shared id=\"s\" lang=\"en\"><section id=\"rights\"><title>Your rights</title><p id=\"rights.p\">Ask.</p>"
            "</section></shared>");
  Diagnostics said;
  const SharedBlocks shared = SharedBlocks::load(files, "content/shared", said);
  std::string text = tests::handout_with("<p id=\"p\">One</p>");
  text.insert(text.rfind("</handout>"), "<use block=\"s.rights\"/>");
  const Glossary glossary;
  const auto document = load_document(tests::source("content/x/handout.xml", text), {files, shared, glossary}, said);
  CHECK(said_of(said) == "");
  REQUIRE(document);
  CHECK(document->sections.back().id == "s.rights");
  CHECK(document->sections.back().title.unit == "s.rights.title");
}

}  // namespace
}  // namespace handout::content
