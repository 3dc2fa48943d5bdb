#include "localization/messages.h"

#include <doctest/doctest.h>

#include "base/locale.h"

using namespace handout;
using namespace handout::localization;

namespace {

Locale locale(const char* tag) {
  const std::optional<Locale> parsed = parse_locale(tag);
  REQUIRE(parsed);
  return *parsed;
}

NumberForm form(bool latin, bool local_calendar = false) {
  NumberForm result;
  result.latin_digits = latin;
  result.local_calendar_too = local_calendar;
  return result;
}

}  // namespace

TEST_CASE("dates are Gregorian in every locale, in its own order and digits") {
  struct Case {
    const char* tag;
    bool latin;
    const char* text;
  };
  const Case cases[] = {
      {"en", false, "22 November 2026"},     {"en-GB", false, "22 November 2026"},
      {"en-US", false, "November 22, 2026"}, {"en-XA", false, "22 November 2026"},
      {"de", false, "22. November 2026"},    {"es", false, "22 de noviembre de 2026"},
      {"zh-Hans", false, "2026年11月22日"},  {"ar", true, "22 نوفمبر 2026"},
      {"ar", false, "٢٢ نوفمبر ٢٠٢٦"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.tag);
    CHECK(format_date("2026-11-22", locale(c.tag), form(c.latin)) == c.text);
  }
  // ICU's own default would print 2569 and 1405 here.
  CHECK(format_date("2026-11-22", locale("th"), form(true)).find("2026") != std::string::npos);
  CHECK(format_date("2026-11-22", locale("fa"), form(true)).find("2026") != std::string::npos);
}

TEST_CASE("a weekday can lead a date") {
  CHECK(format_date_with_weekday("2026-12-14", locale("en"), {}) == "Monday 14 December 2026");
  CHECK(format_date_with_weekday("2026-12-14", locale("en-US"), {}) == "Monday, December 14, 2026");
  CHECK(format_date_with_weekday("2026-12-14", locale("de"), {}) == "Montag, 14. Dezember 2026");
}

TEST_CASE("a language that CLDR does not know is never answered for in another") {
  // CLDR gives Haitian Creole French as its parent: "22 novembre 2026" would be French.
  CHECK(format_date("2026-11-22", locale("ht"), {}) == "22 novanm 2026");
  CHECK(format_date_with_weekday("2026-12-14", locale("ht"), {}) == "lendi 14 desanm 2026");
  CHECK(format_date_with_weekday("2024-02-29", locale("ht"), {}) == "jedi 29 fevriye 2024");
  CHECK(language_name(locale("ht"), locale("ht")) == "Kreyòl ayisyen");
  // Nor in that of the machine.
  CHECK(format_date("2026-11-22", locale("nqo"), {}) == "2026-11-22");
  CHECK(format_number(12345, locale("nqo"), {}) == "12,345");
  CHECK(format_temperature("38.5", TemperatureScale::celsius, locale("nqo"), {}) == "38.5\u00A0°C");
}

TEST_CASE("the local calendar may stand beside the Gregorian date") {
  // Day and month are the same in both calendars of Thailand: the year alone is said twice, each with its era.
  CHECK(format_date("2026-11-22", locale("th"), form(true, true)) == "22 พฤศจิกายน ค.ศ. 2026 (พ.ศ. 2569)");
  CHECK(format_date_with_weekday("2026-12-14", locale("th"), form(true, true)) ==
        "วันจันทร์ที่ 14 ธันวาคม ค.ศ. 2026 (พ.ศ. 2569)");
  // Those of Iran differ in both.
  const std::string persian = format_date("2026-11-22", locale("fa"), form(false, true));
  CHECK(persian.starts_with("۲۲ نوامبر ۲۰۲۶ ("));
  CHECK(persian.find("۱ آذر ۱۴۰۵") != std::string::npos);
  CHECK(format_date("2026-11-22", locale("en"), form(true, true)) == "22 November 2026");
}

TEST_CASE("a date at the edge of a year stays on its day") {
  CHECK(format_date("2026-01-01", locale("en"), {}) == "1 January 2026");
  CHECK(format_date("2026-12-31", locale("en"), {}) == "31 December 2026");
  CHECK(format_date("2028-02-29", locale("en"), {}) == "29 February 2028");
}

TEST_CASE("what is no date prints as it is") {
  CHECK(format_date("soon", locale("en"), {}) == "soon");
  CHECK(format_date("2026-13-01", locale("en"), {}) == "2026-13-01");
}

TEST_CASE("numbers take the locale's digits and are grouped from ten thousand on") {
  CHECK(format_number(4, locale("en"), {}) == "4");
  CHECK(format_number(1000, locale("en"), {}) == "1000");
  CHECK(format_number(10000, locale("en"), {}) == "10,000");
  CHECK(format_number(85, locale("ar"), form(false)) == "٨٥");
  CHECK(format_number(85, locale("ar"), form(true)) == "85");
  CHECK(format_number(12, locale("hi"), {}) == "12");
}

TEST_CASE("temperatures print on the brand's scales, number and unit held together") {
  struct Case {
    const char* celsius;
    TemperatureScale scale;
    const char* tag;
    const char* text;
  };
  const Case cases[] = {
      {"38", TemperatureScale::celsius, "en", "38\u00A0°C"},
      {"38", TemperatureScale::fahrenheit, "en", "100.4\u00A0°F"},
      {"38", TemperatureScale::both, "en", "38\u00A0°C (100.4\u00A0°F)"},
      {"38", TemperatureScale::both, "ja", "38\u00A0°C（100.4\u00A0°F）"},
      {"38", TemperatureScale::both, "zh-Hant", "38\u00A0°C（100.4\u00A0°F）"},
      {"38", TemperatureScale::both, "ko", "38\u00A0°C (100.4\u00A0°F)"},
      {"37.5", TemperatureScale::both, "de", "37,5\u00A0°C (99,5\u00A0°F)"},
      {"100", TemperatureScale::both, "en", "100\u00A0°C (212\u00A0°F)"},
      {"-20", TemperatureScale::both, "en", "-20\u00A0°C (-4\u00A0°F)"},
      {"38.3", TemperatureScale::fahrenheit, "en", "100.9\u00A0°F"},
  };
  for (const Case& c : cases)
    CHECK(format_temperature(c.celsius, c.scale, locale(c.tag), {}) == c.text);
}

TEST_CASE("a language is named as its speakers write it") {
  CHECK(language_name(locale("es"), locale("es")) == "Español");
  CHECK(language_name(locale("ar"), locale("ar")) == "العربية");
  CHECK(language_name(locale("es"), locale("en")) == "Spanish");
}

TEST_CASE("an address is filled with fields") {
  Fields fields;
  fields.values["clinic.website"].text = "https://northgate.example";
  fields.values["handout.id"].text = "miss";
  fields.values["clinic.name"].text = "North gate é";
  Diagnostics diagnostics;
  CHECK(fill_address("{clinic.website}/{handout.id}/en", fields, {}, diagnostics) ==
        "https://northgate.example/miss/en");
  CHECK(fill_address("https://x.example/?c={clinic.name}", fields, {}, diagnostics) ==
        "https://x.example/?c=North%20gate%20%C3%A9");
  CHECK(fill_address("https://plain.example", fields, {}, diagnostics) == "https://plain.example");
  CHECK(diagnostics.items().empty());
  fill_address("{clinic.fax}", fields, {}, diagnostics);
  REQUIRE(diagnostics.items().size() == 1);
  CHECK(diagnostics.items().front().code == "content.unknown-field");
}
