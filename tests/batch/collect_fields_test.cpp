#include "batch/collect_fields.h"

#include <doctest/doctest.h>

namespace handout::batch {
namespace {

content::Words words(const std::string& text) {
  content::Words made;
  made.inlines.push_back({content::Text{text}, {}});
  return made;
}

design::Brand brand() {
  design::Brand made;
  made.name = "North";
  made.languages = {*parse_locale("en"), *parse_locale("es")};
  made.fields.emplace("clinic.phone", design::BrandField{content::FieldKind::phone, words("1"), {}});
  made.fields.emplace("clinic.phone", design::BrandField{content::FieldKind::phone, words("2"), parse_locale("es")});
  made.fields.emplace("clinic.phone", design::BrandField{content::FieldKind::phone, words("3"), parse_locale("es-MX")});
  made.fields.emplace("clinic.hours", design::BrandField{content::FieldKind::text, words("Monday"), {}});
  return made;
}

content::Document document() {
  content::Document made;
  made.id = "knee";
  made.version = "1.0";
  made.published = "2026-11-22";
  made.title = words("A new knee");
  return made;
}

std::string value(const char* locale, const std::string& field) {
  const localization::Fields fields = collect_fields(document(), brand(), *parse_locale(locale), "knee en 1.0 7f3a");
  const auto found = fields.values.find(field);
  return found == fields.values.end() ? "none" : found->second.text;
}

}  // namespace

TEST_CASE("Fields hold what the brand and the handout say, in the locale's own wording where there is one") {
  struct Case {
    const char *locale, *field, *text;
  };
  const std::vector<Case> cases = {
      {"en", "clinic.phone", "1"},
      {"es", "clinic.phone", "2"},
      {"es-AR", "clinic.phone", "2"},
      {"es-MX", "clinic.phone", "3"},
      {"fr", "clinic.phone", "1"},
      {"en", "clinic.name", "North"},
      {"en", "clinic.fax", "none"},
      {"en", "handout.id", "knee"},
      {"en", "handout.title", "A new knee"},
      {"en", "handout.version", "1.0"},
      {"en", "handout.published", "22 November 2026"},
      {"en", "handout.review-by", "none"},
      {"es", "handout.locale", "es"},
      {"en", "handout.edition", "knee en 1.0 7f3a"},
      {"en", "handout.languages", "Español"},
      {"es", "handout.languages", "English"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.locale);
    CAPTURE(one.field);
    CHECK(value(one.locale, one.field) == one.text);
  }
}

TEST_CASE("A brand's words in another language than the page keep their language") {
  design::Brand resolved = brand();
  resolved.fields.find("clinic.hours")->second.value.lang =
      parse_locale("en");  // as resolve leaves it on a Spanish page
  const localization::Fields english = collect_fields(document(), brand(), *parse_locale("en"), "");
  const localization::Fields spanish = collect_fields(document(), resolved, *parse_locale("es"), "");
  REQUIRE(spanish.values.at("clinic.hours").lang);
  CHECK(spanish.values.at("clinic.hours").lang->tag == "en");
  CHECK_FALSE(english.values.at("clinic.name").lang);
  REQUIRE(spanish.values.at("clinic.name").lang);
  CHECK(spanish.values.at("clinic.name").lang->tag == "en");
  CHECK_FALSE(spanish.values.at("clinic.phone").lang);
  REQUIRE(english.values.at("handout.languages").items.size() == 1);
  CHECK(english.values.at("handout.languages").items[0].lang.tag == "es");
}

}  // namespace handout::batch
