#include "content/load_glossary.h"

#include <doctest/doctest.h>

#include "content/load_sample.h"
#include "content/load_sign_offs.h"

namespace handout::content {
namespace {

TEST_CASE("a glossary has its entries, and what is agreed in other languages") {
  Diagnostics said;
  const auto glossary =
      load_glossary(tests::source("content/glossary.xml", tests::read_test_file("samples/glossary.xml")), said);
  CHECK(said.items().empty());
  REQUIRE(glossary);
  CHECK(glossary->locale.tag == "en");
  REQUIRE(glossary->entries.size() == 2);
  const GlossaryEntry* entry = glossary->find("cauda-equina");
  REQUIRE(entry != nullptr);
  CHECK(plain_text(entry->term) == "cauda equina syndrome");
  CHECK(plain_text(entry->definition) == "Pressure on the nerves at the end of the spine. It needs treatment at once.");
  CHECK(entry->definition.unit == "cauda-equina.definition");
  CHECK(entry->definition.translator_note.starts_with("Latin"));
  CHECK(glossary->find("nothing") == nullptr);
  const std::vector<AgreedTerm>& agreed = glossary->find("disc")->agreed;
  REQUIRE(agreed.size() == 3);
  CHECK(agreed.at(0).term == "disco");
  CHECK(agreed.at(0).also == "disco intervertebral");
  CHECK(agreed.at(2).locale.tag == "zh-Hans");
  CHECK(agreed.at(2).avoid == "光盘");
}

TEST_CASE("no file is an empty glossary, and another file none") {
  Diagnostics said;
  CHECK(load_glossary(nullptr, said)->entries.empty());
  CHECK(!load_glossary(tests::source("content/glossary.xml", "<handout/>"), said));
  CHECK(said.error_count() == 1);
}

TEST_CASE("sign-offs say who read what") {
  Diagnostics said;
  const auto sign_offs =
      load_sign_offs(tests::source("content/x/sign-offs.xml", tests::read_test_file("samples/sign-offs.xml")), said);
  CHECK(said.items().empty());
  REQUIRE(sign_offs);
  REQUIRE(sign_offs->size() == 3);
  CHECK(sign_offs->at(0).role == SignOffRole::clinical);
  CHECK(sign_offs->at(1).role == SignOffRole::language);
  CHECK(sign_offs->at(2).locale.tag == "ar");
  CHECK(sign_offs->at(0).of == "9f3c0a71d2e4b865");
  CHECK(sign_offs->at(0).by == "Dr A. Example, spine surgeon");
  CHECK(sign_offs->at(0).on == "2026-11-20");
  CHECK(load_sign_offs(nullptr, said)->empty());
}

TEST_CASE("sign-offs that are written are read again") {
  const SignOffs written = {
      {parse_locale("en").value(), "9f3c0a71d2e4b865", "Dr \"A\" <B> & C", SignOffRole::clinical, "2026-11-20", {}},
      {parse_locale("zh-Hans").value(), "0123456789abcdef", "D", SignOffRole::language, "2026-11-21", {}}};
  Diagnostics said;
  const auto read = load_sign_offs(tests::source("content/x/sign-offs.xml", write_sign_offs(written)), said);
  CHECK(said.items().empty());
  REQUIRE(read);
  REQUIRE(read->size() == 2);
  for (std::size_t i = 0; i < 2; ++i) {
    CHECK(read->at(i).locale == written.at(i).locale);
    CHECK(read->at(i).of == written.at(i).of);
    CHECK(read->at(i).by == written.at(i).by);
    CHECK(read->at(i).role == written.at(i).role);
    CHECK(read->at(i).on == written.at(i).on);
  }
}

}  // namespace
}  // namespace handout::content
