#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/locale.h"
#include "content/words.h"

namespace handout::localization {

/// How a locale's numbers and dates are to be written; from the brand's <locale> (docs/formats.md, brand.xml).
struct NumberForm {
  bool latin_digits = false;
  bool local_calendar_too = false;
};

/// An ISO 8601 date, in the Gregorian calendar of every locale, long form without weekday: "22 November 2026" (CLDR).
std::string format_date(const std::string& iso_date, const Locale&, const NumberForm&);
/// The same with the weekday: "Monday 14 December 2026".
std::string format_date_with_weekday(const std::string& iso_date, const Locale&, const NumberForm&);
/// The brackets that the press itself writes. Full-width ones, of Chinese and Japanese, bring their white with them.
struct Brackets {
  std::string_view space, open, close;
};
Brackets brackets_of(const Locale&);
/// In the locale's digits, without grouping below 10000.
std::string format_number(std::int64_t, const Locale&, const NumberForm&);
/// "38 °C (100.4 °F)": the number and its unit joined by U+00A0. `scale` as docs/formats.md's <units temperature>.
enum class TemperatureScale { celsius, fahrenheit, both };
std::string format_temperature(const std::string& celsius, TemperatureScale, const Locale&, const NumberForm&);
/// What a language writes before tenths: U'.', U',' or U'\u066B' (CLDR); 0 where CLDR does not know the language.
char32_t decimal_sign(const Locale&);
/// The locale's own name of a language: "Español". Used by handout.languages.
std::string language_name(const Locale& of, const Locale& in);

/// Values by field name. Those that only furniture knows (page.number, page.count, help.page) are never here: they stay
/// FieldRef until pages/ fills them; so do risk.*, source.* and qr.* in layout texts, which apply_design fills.
struct Fields {
  std::map<std::string, content::FieldValue, std::less<>> values;
  TemperatureScale temperature = TemperatureScale::celsius;
  NumberForm number_form;
};

/// {clinic.website}/{handout.id} with the values in place.
std::string fill_address(const std::string& address, const Fields&, const SourceRange&, Diagnostics&);

}  // namespace handout::localization
