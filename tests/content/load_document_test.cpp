#include "content/load_document.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "content/load_sample.h"

namespace handout::content {
namespace {

/// The sample handout, which shows every element; its folder here is x.
const Document& sample() {
  static const Document document = [] {
    std::string text = tests::read_test_file("samples/handout.xml");
    text.replace(text.find("id=\"miss-disc-herniation\""), 25, "id=\"x\"");
    return tests::load_clean(text);
  }();
  return document;
}

const Section& section(Role role) {
  const auto found = std::find_if(sample().sections.begin(), sample().sections.end(),
                                  [role](const Section& s) { return s.role == role; });
  REQUIRE(found != sample().sections.end());
  return *found;
}

template <typename Item>
const Item& block(Role role, std::size_t index) {
  return std::get<Item>(section(role).blocks.at(index).item);
}

std::string words_in(const WordsOrBlocks& body) {
  return plain_text(std::get<Words>(body));
}

TEST_CASE("a handout keeps what it says of itself and its order") {
  const Document& document = sample();
  CHECK(document.id == "x");
  CHECK(document.locale.tag == "en");
  CHECK(document.version == "1.0");
  CHECK(document.published == "2026-11-22");
  CHECK(document.review_by == "2028-11-22");
  CHECK(document.withdraw_on == "2029-11-22");
  CHECK(plain_text(document.title) == "Keyhole surgery for a slipped disc");
  CHECK(document.title.unit == "title");
  CHECK(document.subtitle->unit == "subtitle");
  CHECK(document.summary.id == "summary");
  CHECK(document.summary.title->unit == "summary.title");
  CHECK(document.summary.blocks.size() == 1);
  std::string roles;
  for (const Section& each : document.sections)
    roles += std::string(role_name(each.role)) + " ";
  CHECK(roles ==
        "condition options procedure benefits risks preparation medicines day-of-surgery recovery help questions ");
  CHECK(document.prints_glossary);
  REQUIRE(document.sources.size() == 3);
  CHECK(document.sources.at(0).id == "lumbar");
  CHECK(document.sources.at(0).href == "https://drrezamobasheri.com/");
  CHECK(document.sources.at(0).checked == "2026-11-22");
  CHECK(document.sources.at(0).words.unit == "lumbar");
}

TEST_CASE("the glossary holds the entries that terms name, in the order of first use") {
  REQUIRE(sample().glossary.size() == 2);
  CHECK(sample().glossary.at(0).id == "disc");
  CHECK(sample().glossary.at(1).id == "cauda-equina");  // from a shared block
  CHECK(sample().glossary.at(0).definition.unit == "disc.definition");
}

TEST_CASE("figures have their drawing, alt, caption and labels as units") {
  const auto& figure = block<Figure>(Role::condition, 0);
  REQUIRE(figure.drawing);
  CHECK(figure.alt.unit == "condition.figure.alt");
  CHECK(plain_text(figure.alt).starts_with("Side view of the lower back."));
  CHECK(figure.caption->unit == "condition.figure.caption");
  REQUIRE(figure.labels.size() == 1);  // the step number is none
  CHECK(figure.labels.at("nerve").unit == "condition.figure.nerve");
  CHECK(plain_text(figure.labels.at("nerve")) == "a nerve");
}

TEST_CASE("lists hold words or blocks, and detail is marked") {
  CHECK(section(Role::condition).blocks.at(2).detail);
  const auto& list = block<List>(Role::condition, 2);
  CHECK(list.kind == ListKind::bullet);
  CHECK(words_in(list.items.at(0).body) == "pain down one leg");
  CHECK(list.items.at(0).id == "condition.pain");
  const auto& blocks = std::get<Blocks>(list.items.at(1).body);
  REQUIRE(blocks.size() == 2);
  CHECK(std::get<List>(blocks.at(1).item).items.size() == 2);
  const auto& checks = block<List>(Role::preparation, 0);
  CHECK(checks.kind == ListKind::check);
  CHECK(checks.items.back().detail);
}

TEST_CASE("tables keep headers, spans and spaces to write in") {
  const auto& table = block<Table>(Role::options, 1);
  CHECK(table.kind == TableKind::data);
  CHECK(table.caption->unit == "options.table.caption");
  CHECK(table.head->at(0).header);
  CHECK(table.rows.at(0).at(0).header);
  CHECK(!table.rows.at(0).at(1).header);
  CHECK(std::get<Blocks>(table.rows.at(1).at(1).body).at(1).detail);
  CHECK(table.rows.at(2).at(0).span == 2);
  const auto& to_fill_in = block<Table>(Role::medicines, 0);
  CHECK(to_fill_in.kind == TableKind::fill_in);
  CHECK(to_fill_in.blank_rows == 1);
  CHECK(std::get<Words>(to_fill_in.rows.at(0).at(1).body).empty());
}

TEST_CASE("facts, risks, steps, stages, callouts and zones keep their parts") {
  const auto& facts = block<Facts>(Role::benefits, 0);
  CHECK(facts.facts.at(0).of == 100);
  CHECK(facts.facts.at(0).counts == std::vector<int>{85, 90});
  CHECK(facts.facts.at(0).title.unit == "benefits.relief.title");
  CHECK(plain_text(facts.facts.at(0).words) == "in 100 people get good relief of leg pain");
  CHECK(facts.facts.at(1).of == 0);
  const auto& risks = block<RiskTable>(Role::risks, 0);
  CHECK(risks.of == 100);
  CHECK(risks.head.size() == 3);
  CHECK(risks.risks.at(2).counts == std::vector<int>{5, 2});
  CHECK(block<Steps>(Role::procedure, 1).steps.size() == 4);
  const auto& timeline = block<Timeline>(Role::recovery, 0);
  CHECK(timeline.stages.at(0).kind == StageKind::surgery);
  CHECK(timeline.stages.at(1).kind == StageKind::later);
  CHECK(words_in(timeline.stages.at(1).body).starts_with("Walk a bit more"));
  const auto& callout = block<Callout>(Role::recovery, 1);
  CHECK(callout.kind == CalloutKind::note);
  CHECK(callout.title->unit == "recovery.driving.title");
  CHECK(!block<Callout>(Role::medicines, 1).title);
  const auto& zones = block<Zones>(Role::help, 0);
  CHECK(zones.zones.at(0).kind == ZoneKind::emergency);
  CHECK(zones.zones.at(2).kind == ZoneKind::expected);
  CHECK(plain_text(zones.zones.at(1).title) == "Call us today: {clinic.phone}");
  CHECK(block<NoteLines>(Role::questions, 2).lines == 6);
  CHECK(block<QrCode>(Role::questions, 3).href == "{clinic.website}/{handout.id}/{handout.locale}");
  CHECK(block<QrCode>(Role::questions, 3).caption->unit == "questions.qr.caption");
}

TEST_CASE("shared blocks stand in place, with their file's name before their ids") {
  const Block& clots = section(Role::recovery).blocks.back();
  CHECK(clots.id == "safety.clots");
  CHECK(clots.where.file->path == "content/shared/safety.xml");
  const auto& subsection = std::get<Subsection>(clots.item);
  CHECK(subsection.title.unit == "safety.clots.title");
  CHECK(std::get<Paragraph>(subsection.blocks.at(0).item).words.unit == "safety.clots.calf");
  const auto& emergency = block<Zones>(Role::help, 0).zones.at(0);
  CHECK(emergency.blocks.at(0).id == "safety.red-flags");
}

TEST_CASE("a handout may be written in Arabic") {
  const std::string text = tests::read_test_file("samples/arabic-handout.xml");
  CHECK(tests::load_any(text).items().empty());
}

TEST_CASE("an id that no one points to is fine, and so is a handout without the optional parts") {
  const Document document = tests::load_clean(tests::handout_with("<p id=\"options.p\">One</p>"));
  CHECK(!document.subtitle);
  CHECK(!document.summary.title);
  CHECK(!document.prints_glossary);
  CHECK(document.sources.empty());
  CHECK(document.withdraw_on.empty());
}

TEST_CASE("a figure is only checked to be there where no one loads it") {
  const tests::MemoryFiles files = tests::sample_project();
  Diagnostics said;
  const SharedBlocks shared;
  const Glossary glossary;
  const auto text = tests::handout_with("<figure id=\"f\" src=\"figures/disc.svg\" alt=\"\"/>");
  const auto document = load_document(tests::source("content/x/handout.xml", text), {files, shared, glossary}, said);
  REQUIRE(document);
  const auto& figure = std::get<Figure>(document->sections.at(3).blocks.at(0).item);
  CHECK(figure.drawing == nullptr);
  CHECK(figure.alt.empty());
}

TEST_CASE("only a handout is one") {
  Diagnostics said;
  const tests::MemoryFiles files;
  CHECK(!load_document(tests::source("content/x/handout.xml", "<layout/>"), {files, {}, {}}, said));
  REQUIRE(said.items().size() == 1);
  CHECK(said.items().at(0).message == "a handout begins with <handout>, not with <layout>");
}

TEST_CASE("a document knows the shared files it was put together from, and where its dates stand") {
  const Document plain = tests::load_clean(tests::handout_with("<p id=\"p\">One</p>"));
  CHECK(plain.shared_files.empty());
  REQUIRE(plain.review_by_where.file);
  CHECK(plain.file->text.substr(plain.review_by_where.begin, 10) == plain.review_by);
  CHECK(plain.file->text.substr(plain.where.begin, 8) == "<handout");

  tests::MemoryFiles files = tests::sample_project();
  for (const char* name : {"s", "t"}) {
    files.add(std::string("content/shared/") + name + ".xml",
              std::string("<shared id=\"") + name + "\" lang=\"en\"><p id=\"a\">One</p></shared>");
  }
  Diagnostics said;
  const SharedBlocks shared = SharedBlocks::load(files, "content/shared", said);
  // White space around the name counts no more than elsewhere; a name in a comment takes nothing in.
  const auto taken = load_document(
      tests::source("content/x/handout.xml", tests::handout_with("<!-- \"t.a\" --><use block=\" s.a \"/>")),
      {files, shared, {}}, said);
  REQUIRE(taken);
  CHECK(taken->shared_files == std::set<std::string, std::less<>>{"s"});
}

TEST_CASE("while the glossary is broken, a term says so, and not that it is unknown") {
  Glossary broken;
  broken.is_broken = true;
  Diagnostics said;
  const std::string terms =
      "<p id=\"p\">A <term define=\"disc\">disc</term>, a <term define=\"nerve\">nerve</term>.</p>";
  CHECK(!load_document(tests::source("content/x/handout.xml", tests::handout_with(terms)),
                       {tests::sample_project(), {}, broken}, said));
  REQUIRE(said.items().size() == 1);
  CHECK(said.items().front().code == "content.unknown-term");
  CHECK(said.items().front().hint == "mend content/glossary.xml first");

  Diagnostics nothing;
  CHECK(load_document(tests::source("content/x/handout.xml", tests::handout_with("<p id=\"p\"><term>A</term></p>")),
                      {tests::sample_project(), {}, broken}, nothing));
  CHECK(nothing.items().empty());
}

TEST_CASE("a folder that no id can be called after is to be renamed") {
  std::string text = tests::handout_with("<p id=\"p\">One</p>");
  Diagnostics said;
  load_document(tests::source("content/Knee/handout.xml", text), {tests::sample_project(), {}, {}}, said);
  REQUIRE(said.items().size() == 1);
  CHECK(said.items().front().hint == "rename the folder: its name is small letters, digits and hyphens");
}

TEST_CASE("three years after 29 February is 28 February") {
  struct Row {
    const char *published, *review, *hint;
  };
  const Row rows[] = {{"2024-02-29", "2027-02-28", ""},
                      {"2024-02-29", "2027-03-01", "write 2027-02-28 or an earlier date"},
                      {"2025-02-28", "2028-02-28", ""},
                      {"2025-02-28", "2028-02-29", "write 2028-02-28 or an earlier date"}};
  for (const Row& row : rows) {
    CAPTURE(row.review);
    std::string text = tests::handout_with("<p id=\"p\">One</p>");
    text.replace(text.find("2026-11-22"), 10, row.published);
    text.replace(text.find("2028-11-22"), 10, row.review);
    const Diagnostics said = tests::load_any(text);
    REQUIRE(said.items().size() == (row.hint[0] == '\0' ? 0 : 1));
    if (row.hint[0] != '\0') CHECK(said.items().front().hint == row.hint);
  }
}

TEST_CASE("of thousands of mistakes in one line the first hundred are told, in few words") {
  std::string blocks;
  for (int i = 0; i < 20000; ++i)
    blocks += "<xyzzy/>";
  const Diagnostics said = tests::load_any(tests::handout_with(blocks));
  CHECK(said.items().size() == 101);
  CHECK(said.items().back().message == "and 19900 mistakes more");
  std::size_t bytes = 0;
  for (const Diagnostic& item : said.items())
    bytes += format(item).size();
  CHECK(bytes < 100000);
}

}  // namespace
}  // namespace handout::content
