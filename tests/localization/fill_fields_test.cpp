#include "localization/fill_fields.h"

#include <doctest/doctest.h>

using namespace handout;
using namespace handout::content;
using namespace handout::localization;

namespace {

template <typename Item>
Inline part(Item item) {
  Inline result;
  result.item = std::move(item);
  return result;
}

Words words(InlineList inlines) {
  Words result;
  result.inlines = std::move(inlines);
  return result;
}

FieldRef field(std::string name) {
  FieldRef result;
  result.name = std::move(name);
  return result;
}

Fields clinic() {
  Fields fields;
  FieldValue phone;
  phone.name = "clinic.phone";
  phone.kind = FieldKind::phone;
  phone.text = "020 7946 0123";
  fields.values["clinic.phone"] = phone;
  fields.values["clinic.website"].text = "https://northgate.example";
  return fields;
}

}  // namespace

TEST_CASE("a clinic's field becomes its value and keeps its name and kind") {
  Diagnostics diagnostics;
  Strong strong;
  strong.words.push_back(part(field("clinic.phone")));
  const Words filled = fill_fields(words({part(strong)}), Locale{}, clinic(), diagnostics);
  const auto& inside = std::get<Strong>(filled.inlines.at(0).item).words;
  const auto& value = std::get<FieldValue>(inside.at(0).item);
  CHECK(value.name == "clinic.phone");
  CHECK(value.kind == FieldKind::phone);
  CHECK(value.text == "020 7946 0123");
  CHECK(diagnostics.items().empty());
}

TEST_CASE("a missing value is a line to write on for a patient, and an error for a clinic") {
  Diagnostics diagnostics;
  const Words patient = fill_fields(words({part(field("patient.name"))}), Locale{}, clinic(), diagnostics);
  const auto& blank = std::get<Blank>(patient.inlines.at(0).item);
  CHECK(blank.field == "patient.name");
  CHECK_FALSE(blank.is_short);
  CHECK(diagnostics.items().empty());

  const Words twice = words({part(field("clinic.phones")), part(field("clinic.phones"))});
  const Words filled = fill_fields(twice, Locale{}, clinic(), diagnostics);
  REQUIRE(diagnostics.items().size() == 2);
  for (const Diagnostic& item : diagnostics.items()) {
    CHECK(item.code == "content.unknown-field");
    CHECK(item.hint ==
          "did you mean \"clinic.phone\"? if not, add <field name=\"clinic.phones\"> to the brand: fields are never "
          "inherited");
  }
  // Told once a place: to the stages after this it is a field with a value.
  for (const Inline& inside : filled.inlines)
    CHECK(std::get<FieldValue>(inside.item).text == "{clinic.phones}");
}

TEST_CASE("what only the page or the press knows stays a field") {
  for (const char* name : {"page.number", "page.count", "help.page", "risk.count", "source.checked", "qr.href"}) {
    Diagnostics diagnostics;
    const Words filled = fill_fields(words({part(field(name))}), Locale{}, clinic(), diagnostics);
    CHECK(std::get<FieldRef>(filled.inlines.at(0).item).name == name);
    CHECK(diagnostics.items().empty());
  }
}

TEST_CASE("a temperature becomes a number field in the brand's form") {
  Diagnostics diagnostics;
  Fields fields;
  fields.temperature = TemperatureScale::both;
  Temperature fever;
  fever.celsius = "38";
  const Words filled = fill_fields(words({part(fever)}), Locale{}, fields, diagnostics);
  const auto& value = std::get<FieldValue>(filled.inlines.at(0).item);
  CHECK(value.name == "temperature");
  CHECK(value.kind == FieldKind::number);
  CHECK(value.text == "38\u00A0°C (100.4\u00A0°F)");
}

TEST_CASE("fields are filled wherever a document holds words, addresses of links included") {
  Document document;
  document.title = words({part(field("clinic.phone"))});
  Section section;
  section.title = words({part(field("clinic.phone"))});
  Callout callout;
  callout.title = words({part(field("clinic.phone"))});
  Block inner;
  Link link;
  link.href = "{clinic.website}/more";
  link.words.push_back(part(field("clinic.phone")));
  Paragraph paragraph;
  paragraph.words = words({part(link)});
  inner.item = paragraph;
  callout.blocks.push_back(inner);
  Block block;
  block.item = callout;
  section.blocks.push_back(block);
  RiskTable table;
  Risk risk;
  risk.words = words({part(field("clinic.phone"))});
  table.risks.push_back(risk);
  Block risks;
  risks.item = table;
  section.blocks.push_back(risks);
  document.sections.push_back(section);

  Diagnostics diagnostics;
  const Document filled = fill_fields(document, clinic(), diagnostics);
  CHECK(diagnostics.items().empty());
  const auto is_value = [](const Words& w) { return std::holds_alternative<FieldValue>(w.inlines.at(0).item); };
  CHECK(is_value(filled.title));
  CHECK(is_value(filled.sections.at(0).title));
  const auto& filled_callout = std::get<Callout>(filled.sections.at(0).blocks.at(0).item);
  CHECK(is_value(*filled_callout.title));
  const auto& filled_link =
      std::get<Link>(std::get<Paragraph>(filled_callout.blocks.at(0).item).words.inlines.at(0).item);
  CHECK(filled_link.href == "https://northgate.example/more");
  CHECK(std::holds_alternative<FieldValue>(filled_link.words.at(0).item));
  CHECK(is_value(std::get<RiskTable>(filled.sections.at(0).blocks.at(1).item).risks.at(0).words));
}
