#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "batch/find_defaults.h"
#include "batch/jobs.h"
#include "batch/press.h"
#include "batch/sample_project.h"
#include "batch/sign.h"
#include "batch/translate_design.h"
#include "localization/canonical_text.h"
#include "localization/load_xliff.h"

namespace handout::batch {
namespace {

using localization::Untranslated;

/// An XLIFF file that says of every unit of whole_handout that it is "ES" and its id.
std::string spanish(const std::vector<std::pair<std::string, std::string>>& units,
                    const std::string& state = "translated") {
  std::string text = "<xliff version=\"1.2\"><file target-language=\"es\"><body>";
  for (const auto& [id, source] : units) {
    text += "<trans-unit id=\"" + id + "\"><source>" + source + "</source><target state=\"" + state + "\">ES " + id +
            "</target></trans-unit>";
  }
  return text + "</body></file></xliff>";
}

const std::vector<std::pair<std::string, std::string>> all_units = {
    {"title", "A new knee"},        {"summary.main", "Come with your bag packed."},
    {"condition.title", "Why"},     {"condition.p", "It is worn."},
    {"procedure.title", "How"},     {"procedure.p", "You sleep."},
    {"benefits.title", "What for"}, {"benefits.p", "It helps."},
    {"risks.title", "Risks"},       {"risks.p", "It may hurt."},
    {"recovery.title", "Then"},     {"recovery.p", "You walk."},
    {"help.title", "Help"},         {"now.title", "Now"},
    {"now.p", "Chest pain."},       {"today.title", "Today"},
    {"today.p", "Fever."}};

tests::MemoryFiles project_in_spanish(const std::string& xliff) {
  tests::MemoryFiles files = project_of(whole_handout("lang=\"en\"", ""));
  files.add("content/knee/es.xlf", xliff);
  return files;
}

std::vector<std::string> codes_of(const Diagnostics& diagnostics) {
  std::vector<std::string> codes;
  for (const Diagnostic& item : diagnostics.items())
    codes.push_back(item.code);
  return codes;
}

Locale locale(const std::string& tag) {
  return parse_locale(tag).value();
}

std::vector<std::string> jobs_for(const tests::MemoryFiles& files, const std::vector<std::string>& locales,
                                  Diagnostics& diagnostics, std::vector<std::string> handouts = {}) {
  const Project project = find_project(files);
  const Defaults defaults{"north", {"one"}, design::PaperSize::a4, {}};
  tests::MemoryFiles with_layout = files;
  with_layout.add("layouts/one.xml", "<layout id=\"one\" lang=\"en\"/>");
  Request request;
  request.locales = locales;
  request.handouts = std::move(handouts);
  std::vector<std::string> found;
  for (const Job& job : make_jobs(request, {find_project(with_layout), with_layout, defaults}, diagnostics))
    found.push_back(job.file);
  return found;
}

}  // namespace

TEST_CASE("A handout has the languages of its XLIFF files, and what may stand for them") {
  tests::MemoryFiles files = project_in_spanish(spanish(all_units));
  files.add("content/knee/notes.xlf", "no language");
  CHECK(locales_of_handout(files, "knee") == std::vector<Locale>{locale("en"), locale("es")});
  Diagnostics diagnostics;
  const std::string start = "output/knee.";
  CHECK(jobs_for(files, {}, diagnostics) == std::vector<std::string>{start + "en.one.pdf", start + "es.one.pdf"});
  CHECK(jobs_for(files, {"all"}, diagnostics).size() == 2);
  CHECK(jobs_for(files, {"es-MX", "en-XA"}, diagnostics) ==
        std::vector<std::string>{start + "es-MX.one.pdf", start + "en-XA.one.pdf"});
  CHECK_FALSE(diagnostics.has_errors());
  files.add("content/hip/handout.xml", "<handout id=\"hip\" lang=\"en\"/>");
  CHECK(jobs_for(files, {"es"}, diagnostics) == std::vector<std::string>{start + "es.one.pdf"});
  CHECK(diagnostics.items().empty());
  CHECK(jobs_for(files, {"es"}, diagnostics, {"knee", "hip"}) == std::vector<std::string>{start + "es.one.pdf"});
  CHECK(codes_of(diagnostics) == std::vector<std::string>{"usage.no-translation"});
  diagnostics = {};
  CHECK(jobs_for(files, {"pt"}, diagnostics).empty());
  CHECK(codes_of(diagnostics) == std::vector<std::string>{"usage.unknown-locale"});
  CHECK(diagnostics.items().front().hint.starts_with("there are: "));
  diagnostics = {};
  CHECK(jobs_for(files, {"ES"}, diagnostics).empty());
  CHECK(diagnostics.items().front().hint == "did you mean es?");
}

TEST_CASE("A translated handout is whole, or is not printed") {
  const tests::MemoryFiles files = project_in_spanish(spanish(all_units));
  Press press(files, ".");
  const auto loaded = press.document("knee", locale("es-MX"), Untranslated::refused);
  REQUIRE(loaded->document);
  CHECK(loaded->document->locale == locale("es-MX"));
  CHECK(localization::canonical_text(*loaded->document).starts_with("ES title\nES summary.main\n"));
  CHECK(loaded->unreviewed == all_units.size());
  CHECK(codes_of(loaded->diagnostics) == std::vector<std::string>{"localization.unreviewed"});
  CHECK(loaded->digests.contains("content/knee/es.xlf"));
  CHECK_FALSE(press.document("knee")->digests.contains("content/knee/es.xlf"));

  std::vector<std::pair<std::string, std::string>> fewer(all_units.begin() + 1, all_units.end());
  fewer.back().second = "Fever!";
  const tests::MemoryFiles incomplete = project_in_spanish(spanish(fewer, "final"));
  Press strict(incomplete, ".");
  const auto refused = strict.document("knee", locale("es"), Untranslated::refused);
  CHECK_FALSE(refused->document);
  CHECK(codes_of(refused->diagnostics) == std::vector<std::string>{"localization.missing", "localization.stale"});
  Press lenient(incomplete, ".");
  const auto draft = lenient.document("knee", locale("es"), Untranslated::marked);
  REQUIRE(draft->document);
  CHECK(content::plain_text(draft->document->title) == "[A new knee]");
  CHECK(draft->unreviewed == 2);
}

TEST_CASE("A file that cannot be read is told, and nothing is made of it") {
  const tests::MemoryFiles files = project_in_spanish("<xliff version=\"1.2\"><file target-language=\"pl\"/></xliff>");
  Press press(files, ".");
  const auto loaded = press.document("knee", locale("es"), Untranslated::marked);
  CHECK_FALSE(loaded->document);
  CHECK(codes_of(loaded->diagnostics) == std::vector<std::string>{"localization.bad-file"});
}

TEST_CASE("A language's text is signed apart, and a new translation unsigns it") {
  tests::MemoryFiles files = project_in_spanish(spanish(all_units, "final"));
  const auto digest_of = [&files] {
    Press press(files, ".");
    return press.document("knee", locale("es"), Untranslated::refused)->text_digest;
  };
  SignRequest request{"knee", "es", "B", content::SignOffRole::language, "2026-11-25"};
  Diagnostics diagnostics;
  Press press(files, ".");
  const auto text = sign(request, find_project(files), press, diagnostics);
  REQUIRE(text);
  CHECK(text->find("locale=\"es\" of=\"" + digest_of() + "\"") != std::string::npos);
  const std::string before = digest_of();
  auto other = all_units;
  other.front().first = "summary.main";
  other.at(1).first = "title";
  std::swap(other.front().second, other.at(1).second);
  files.add("content/knee/es.xlf", spanish(other, "final"));
  CHECK(digest_of() == before);  // the order in the file is nothing that people read
  std::string changed = spanish(all_units, "final");
  changed.replace(changed.find("ES title"), 8, "ES titel");
  files.add("content/knee/es.xlf", changed);
  CHECK(digest_of() != before);
  request.locale = "pl";
  CHECK_FALSE(sign(request, find_project(files), press, diagnostics));
  CHECK(codes_of(diagnostics) == std::vector<std::string>{"usage.unknown-locale"});
  // A clinician signs what is written, not a translation of it.
  diagnostics = {};
  request = {"knee", "es", "B", content::SignOffRole::clinical, "2026-11-25"};
  CHECK_FALSE(sign(request, find_project(files), press, diagnostics));
  CHECK(codes_of(diagnostics) == std::vector<std::string>{"usage.no-role"});
}

TEST_CASE("A design's words are translated from their own folders; the rest says what language it is in") {
  const auto at = [](const std::string& path) {
    return SourceRange{std::make_shared<const SourceFile>(SourceFile{path, "x"}), 0, 1};
  };
  const auto words = [](const std::string& unit, const std::string& text, const SourceRange& where) {
    content::Words made;
    made.inlines = {{content::Text{text}, where}};
    made.unit = unit;
    made.lang = Locale{};  // as resolve leaves it on a page in another language
    made.where = where;
    return made;
  };
  design::Design design;
  design.locale = locale("es");
  design.texts["page"] = words("one.page", "Page", at("layouts/one.xml"));
  design.texts["name"] = words("one.name", "Name", at("layouts/one.xml"));
  design.texts["latin"] = words("one.latin", "sic", at("layouts/one.xml"));
  design.texts["latin"].translate = false;
  design.brand.notices["n"] = {{words("n.line", "Ask us", at("layouts/brands/north/brand.xml"))}};
  CHECK(folders_of_words(design) == std::set<std::string>{"layouts", "layouts/brands/north"});

  tests::MemoryFiles files = project_of(whole_handout("lang=\"en\"", ""));
  files.add("layouts/es.xlf", spanish({{"one.page", "Page"}, {"n.line", "Ask us"}}));
  localization::TranslationChain chain;
  Diagnostics diagnostics;
  chain.push_back(std::make_shared<const localization::Translations>(
      *localization::load_xliff(read_source(files, "layouts/es.xlf"), locale("es"), diagnostics)));
  translate_design(design, chain, diagnostics);
  CHECK(content::plain_text(design.texts["page"]) == "ES one.page");
  CHECK_FALSE(design.texts["page"].lang);
  CHECK(content::plain_text(design.texts["name"]) == "Name");
  CHECK(design.texts["name"].lang == Locale{});
  // A folder above has words too.
  CHECK(content::plain_text(design.brand.notices["n"].front().words) == "ES n.line");
  REQUIRE(diagnostics.items().size() == 2);
  CHECK(diagnostics.items().back().code == "design.unreviewed");
  CHECK(diagnostics.items().back().message == "the layout and the brand have 2 texts in \"es\" without a review");
  CHECK(diagnostics.items().front().code == "design.untranslated");
  CHECK(diagnostics.items().front().message == "one text of this file prints in \"en\": no translation into \"es\"");
  CHECK(diagnostics.items().front().hint == "translate them in layouts/es.xlf: one.name");
}

TEST_CASE("A language's own country may have words of its own, in handouts and in designs") {
  tests::MemoryFiles files = project_in_spanish(spanish(all_units));
  const auto british = [](const std::string& id, const std::string& source, const std::string& target) {
    return "<xliff version=\"1.2\"><file target-language=\"en-GB\"><trans-unit id=\"" + id + "\"><source>" + source +
           "</source><target>" + target + "</target></trans-unit></file></xliff>";
  };
  files.add("content/knee/en-GB.xlf", british("condition.p", "It is worn.", "It is worn out."));
  files.add("layouts/en-GB.xlf", british("one.page", "Color", "Colour"));
  Press press(files, ".");
  const auto loaded = press.document("knee", locale("en-GB"), Untranslated::refused);
  REQUIRE(loaded->document);
  const std::string text = localization::canonical_text(*loaded->document);
  CHECK(text.find("It is worn out.") != std::string::npos);
  CHECK(text.starts_with("A new knee\n"));

  const auto file = std::make_shared<const SourceFile>(
      SourceFile{"layouts/one.xml", "<layout id=\"one\" lang=\"en\"><text name=\"page\">Color</text></layout>"});
  const auto page_in = [&](const std::string& tag) {
    design::Design design;
    design.locale = locale(tag);
    content::Words words;
    words.where = {file, 0, 1};
    words.inlines = {{content::Text{"Color"}, words.where}};
    words.unit = "one.page";
    design.texts["page"] = words;
    Diagnostics diagnostics;
    const localization::TranslationChain chain{std::make_shared<const localization::Translations>(
        *localization::load_xliff(read_source(files, "layouts/en-GB.xlf"), locale("en-GB"), diagnostics))};
    translate_design(design, chain, diagnostics);
    CHECK_FALSE(diagnostics.has_errors());
    CHECK_FALSE(design.texts["page"].lang);
    return content::plain_text(design.texts["page"]);
  };
  CHECK(page_in("en-GB") == "Colour");
  CHECK(page_in("en") == "Color");
}

TEST_CASE("A glossary in another language than the handout's is translated for it, or says what it is in") {
  tests::MemoryFiles files = project_of(whole_handout(
      "lang=\"es\"", "<p id=\"p\">Un <term define=\"disc\">disco</term>, un <term define=\"gel\">gel</term>.</p>"));
  files.add("content/glossary.xml",
            "<glossary lang=\"en\"><entry id=\"disc\"><term>disc</term><definition>A pad.</definition>"
            "<translation lang=\"es\">disco</translation></entry><entry id=\"gel\"><term>gel</term>"
            "<definition>Soft.</definition></entry></glossary>");
  files.add("content/es.xlf", spanish({{"disc.definition", "A pad."}}));
  Press press(files, ".");
  const auto loaded = press.document("knee", locale("es"), Untranslated::refused);
  REQUIRE(loaded->document);
  const std::vector<content::GlossaryEntry>& entries = loaded->document->glossary;
  REQUIRE(entries.size() == 2);
  CHECK(content::plain_text(entries[0].term) == "disco");
  CHECK(content::plain_text(entries[0].definition) == "ES disc.definition");
  CHECK(entries[1].term.lang == Locale{});
  CHECK(entries[1].definition.lang == Locale{});
  CHECK(content::plain_text(loaded->document->title) == "A new knee");
}

}  // namespace handout::batch
