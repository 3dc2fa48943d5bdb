#include "design/apply_design.h"

#include <doctest/doctest.h>

#include "applied.h"

using namespace handout;
using namespace handout::design;
using namespace handout::tests;

TEST_CASE("reading order is the document's, and every block has its element") {
  Sheet sheet;
  sheet.head = R"(<title>The title</title><subtitle>Below it</subtitle>
    <summary id="s"><title>Main</title><p id="s.p">In short.</p></summary>)";
  sheet.sections = section(R"(<p id="c.p">A <strong>bold</strong> word.</p>
    <subsection id="c.sub"><title>More</title><p id="c.sub.p">Inside.</p></subsection>)");
  const Applied applied = tests::applied(sheet);
  CHECK(all_said(applied.diagnostics) == "");
  CHECK(StructureDump(applied.manuscript).all() ==
        "H1 'The title'\n"
        "P 'Below it'\n"
        "Sect\n"
        "  H2 'Main'\n"
        "  P 'In short.'\n"
        "Sect\n"
        "  H2 'condition'\n"
        "  P 'A bold word.'\n"
        "  Sect\n"
        "    H3 'More'\n"
        "    P 'Inside.'\n"
        "Sect\n"
        "  H2 'procedure'\n"
        "  P 'About it.'\n"
        "Sect\n"
        "  H2 'benefits'\n"
        "  P 'About it.'\n"
        "Sect\n"
        "  H2 'recovery'\n"
        "  P 'About it.'\n");
  CHECK(applied.manuscript.structure.nodes.at(0).lang->tag == "en");
  CHECK(applied.manuscript.title == "The title");
  CHECK(applied.manuscript.structure.nodes.at(1).outline_title == "The title");
}

TEST_CASE("a summary without a title takes the layout's text") {
  const Applied applied = tests::applied({});
  CHECK(structure_of(applied, "s") == "Sect\n  H2 'Main message'\n  P 'In short.'\n");
}

TEST_CASE("equal styles share one entry, and each entry's parent stands before it") {
  const Applied applied = tests::applied(with_section(R"(<p id="a">One.</p><p id="b">Two.</p>)"));
  CHECK(find_saying(rest_of(applied).blocks, "One.")->style.value ==
        find_saying(rest_of(applied).blocks, "Two.")->style.value);
  const auto& styles = applied.manuscript.styles;
  for (std::size_t index = 1; index < styles.size(); ++index)
    CHECK(styles[index].parent.value < index);
  for (std::size_t a = 0; a < styles.size(); ++a) {
    for (std::size_t b = a + 1; b < styles.size(); ++b) {
      CHECK_FALSE((a > 0 && styles[a].parent == styles[b].parent && styles[a].properties == styles[b].properties));
    }
  }
}

TEST_CASE("words: every inline element has its span, style and place") {
  const Applied applied = tests::applied(with_section(
      R"(<p id="p">A<sup>2</sup> <nobr>6 weeks</nobr><br/><nobr lang="la" translate="no">cauda equina</nobr>
         <blank size="short"/> <link href="{clinic.website}/a">here</link></p>)",
      R"(<style for="strong" weight="bold"/><style for="sup" size="0.7em"/><style for="blank.short" width="13mm"/>)"));
  CHECK(all_said(applied.diagnostics) == "");
  const auto paragraph = paragraph_saying(applied, "A2 6 weeks\u2028cauda equina \uFFFC here");
  REQUIRE(paragraph);
  CHECK(structure_of(applied, "p") ==
        "P 'A2 6 weeks\u2028 \uFFFC '\n"
        "  Span lang=la 'cauda equina'\n"
        "  Link 'here'\n");
  std::uint32_t at = 0;
  for (const StyledSpan& span : paragraph->spans) {
    CHECK(span.begin == at);
    at = span.end;
    const std::string text = paragraph->text.substr(span.begin, span.end - span.begin);
    if (text == "2") {
      CHECK(span.rise_thousandths_em > 0);
      CHECK(style_of(applied, span.style).size.has_value());
    }
    if (text == "6 weeks") CHECK(span.no_break == 1);
    if (text == "cauda equina") CHECK(span.no_break == 2);
    if (text == "cauda equina") CHECK(span.locale.tag == "la");
    if (text == "\uFFFC")
      CHECK(span.blank_width == Measure{Measure::Unit::absolute, (Length{13} * 65536 * 360 / 127).units});
    if (text == "here") {
      REQUIRE(span.link);
      CHECK(std::get<std::string>(*span.link) == "https://clinic.example/a");
    }
  }
  CHECK(at == paragraph->text.size());
}

TEST_CASE("a verb and its field in nobr are of one number, wherever fields and other elements part them") {
  const Applied applied = tests::applied(with_section(
      R"(<p id="p">Then <nobr>call <strong><field name="clinic.phone"/></strong> <nobr>at once</nobr></nobr> now</p>)"));
  const auto paragraph = paragraph_saying(applied, "Then call 020 7946 0123 at once now");
  REQUIRE(paragraph);
  std::string held;
  for (const StyledSpan& span : paragraph->spans) {
    if (span.no_break == 1) held += paragraph->text.substr(span.begin, span.end - span.begin);
  }
  CHECK(held == "call 020 7946 0123 at once");
}

TEST_CASE("links within the handout find their element, wherever it stands") {
  Sheet sheet =
      with_section(R"(<p id="a">See <link to="recovery">later</link> and <link to="c.item">the item</link>.</p>
    <list id="c.list"><item id="c.item">An item</item><item id="c.other">Other</item></list>)");
  const Applied applied = tests::applied(sheet);
  const auto paragraph = paragraph_saying(applied, "See later and the item.");
  REQUIRE(paragraph);
  std::vector<std::string> targets;
  for (const StyledSpan& span : paragraph->spans) {
    if (!span.link) continue;
    const StructureId target = std::get<StructureId>(*span.link);
    targets.push_back(applied.manuscript.structure[target].content_id);
    CHECK(applied.manuscript.structure[std::get<StructureId>(span.tag)].type == StructureType::link);
  }
  CHECK(targets == std::vector<std::string>{"recovery", "c.item"});
}

TEST_CASE("what is left out takes only the reference with it") {
  Sheet sheet;
  sheet.sections = section(R"(<p id="a">See <link to="options">choices</link>, <term define="disc">discs</term><ref
    source="x"/>.</p><p id="b" detail="yes">Detail.</p>)") +
                   section(R"(<p id="o">Wait.</p>)", "options");
  sheet.after =
      R"(<glossary/><sources><source id="x" href="https://x.example" checked="2026-11-22">X</source></sources>)";
  sheet.root = R"(omit="options glossary sources detail")";
  sheet.pages =
      R"(<page on="all"><footer><p text="whole-handout"/></footer><region><place what="rest"/></region></page>)";
  sheet.texts = R"(<text name="whole-handout">All of it: online</text>)";
  sheet.styles = R"(<style for="link" underline="yes"/><style for="term" weight="bold"/>)";
  const Applied applied = tests::applied(sheet);
  CHECK(all_said(applied.diagnostics) == "");
  CHECK(structure_of(applied, "condition") == "Sect\n  H2 'condition'\n  P 'See choices, discs.'\n");
  const auto paragraph = paragraph_saying(applied, "See choices, discs.");
  REQUIRE(paragraph);
  for (const StyledSpan& span : paragraph->spans) {
    CHECK_FALSE(span.link);
    CHECK_FALSE(style_of(applied, span.style).underline);
  }
  CHECK(paragraph_saying(applied, "Wait.") == std::nullopt);
}

TEST_CASE("sources are numbered and linked both ways; the glossary holds what its terms name") {
  Sheet sheet;
  sheet.sections = section(R"(<p id="a">The <term define="nerve">nerve</term>.<ref source="y"/><ref source="x"/></p>)");
  sheet.after = R"(<glossary/><sources><source id="x" href="https://x.example" checked="2026-11-22">X</source>
    <source id="y" checked="2026-11-22">Y</source></sources>)";
  sheet.styles = R"(<style for="ref" size="0.7em"/>)";
  const Applied applied = tests::applied(sheet);
  CHECK(all_said(applied.diagnostics) == "");
  const std::string all = StructureDump(applied.manuscript).all();
  CHECK(structure_of(applied, "a") ==
        "P 'The .'\n"
        "  Link 'nerve'\n"
        "  Reference\n"
        "    Link '2,'\n"
        "  Reference\n"
        "    Link '1'\n");
  CHECK(all.find("Sect\n"
                 "  H2 'Words to know'\n"
                 "  L\n"
                 "    LI\n"
                 "      Lbl 'nerve'\n"
                 "      LBody ' It carries feeling.'\n"
                 "Sect\n"
                 "  H2 'Sources'\n"
                 "  L decimal\n"
                 "    LI\n"
                 "      Lbl '1.'\n"
                 "      LBody\n"
                 "        Link 'X'\n"
                 "    LI\n"
                 "      Lbl '2.'\n"
                 "      LBody 'Y'\n"
                 "  P '(checked 22 November 2026)'\n") != std::string::npos);
}

TEST_CASE("sources that were looked at on several days, or a single one, say it each") {
  struct Case {
    const char* sources;
    const char* expected;
  };
  for (const Case& one :
       {Case{R"(<source id="x" checked="2026-11-22">X</source><source id="y" checked="2026-11-23">Y</source>)",
             "    LI\n"
             "      Lbl '1.'\n"
             "      LBody 'X (checked 22 November 2026)'\n"
             "    LI\n"
             "      Lbl '2.'\n"
             "      LBody 'Y (checked 23 November 2026)'\n"},
        Case{R"(<source id="x" checked="2026-11-22">X</source>)",
             "    LI\n"
             "      Lbl '1.'\n"
             "      LBody 'X (checked 22 November 2026)'\n"}}) {
    Sheet sheet;
    sheet.sections = section(R"(<p id="a">Text.<ref source="x"/></p>)");
    sheet.after = std::string("<sources>") + one.sources + "</sources>";
    const Applied applied = tests::applied(sheet);
    const std::string all = StructureDump(applied.manuscript).all();
    CHECK(all.find(one.expected) != std::string::npos);
    CHECK(all.find("  P '(checked") == std::string::npos);
  }
}

TEST_CASE("the brackets about the day are those of the language") {
  const auto listed = [](const char* language, const char* sources) {
    Sheet sheet;
    sheet.printed_in = language;
    sheet.sections = section(R"(<p id="a">Text.<ref source="x"/></p>)");
    sheet.after = std::string("<sources>") + sources + "</sources>";
    return StructureDump(tests::applied(sheet).manuscript).all();
  };
  const char* const one = R"(<source id="x" checked="2026-11-22">X</source>)";
  const char* const two =
      R"(<source id="x" checked="2026-11-22">X</source><source id="y" checked="2026-11-22">Y</source>)";
  CHECK(listed("ja", one).find("LBody 'X（checked 2026年11月22日）'\n") != std::string::npos);
  CHECK(listed("zh-Hans", two).find("  P '（checked 2026年11月22日）'\n") != std::string::npos);
  CHECK(listed("ko", one).find("LBody 'X (checked 2026년 11월 22일)'\n") != std::string::npos);
}

TEST_CASE("the same copy gives the same manuscript") {
  const Sheet sheet = with_section(R"(<list id="l"><item id="l.1">One</item></list>)");
  const Applied once = tests::applied(sheet);
  const Applied again = tests::applied(sheet);
  CHECK(StructureDump(once.manuscript).all() == StructureDump(again.manuscript).all());
  CHECK(once.manuscript.styles.size() == again.manuscript.styles.size());
  for (std::size_t index = 0; index < once.manuscript.styles.size(); ++index) {
    CHECK(once.manuscript.styles[index].properties == again.manuscript.styles[index].properties);
  }
}
