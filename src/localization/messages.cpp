#include "localization/messages.h"

#include <fmt/format.h>
#include <unicode/calendar.h>
#include <unicode/datefmt.h>
#include <unicode/dcfmtsym.h>
#include <unicode/gregocal.h>
#include <unicode/locdspnm.h>
#include <unicode/locid.h>
#include <unicode/numberformatter.h>
#include <unicode/smpdtfmt.h>
#include <unicode/strenum.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <optional>
#include <string_view>
#include <system_error>

namespace handout::localization {
namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";

/// ICU's name of the locale. Plain English writes dates as most of the world does, the day first: en-US is asked for by
/// name. Private subtags and pseudo-locales mean nothing to ICU and fall away.
std::string icu_name(const Locale& locale) {
  if (locale.language == "en" && (locale.region.empty() || locale.region == "XA")) return "en_GB";
  if (!has_language_data(locale)) return "root";
  std::string name = locale.language;
  if (!locale.script.empty()) name += "_" + locale.script;
  if (!locale.region.empty() && locale.region != "XB" && locale.region != "XA") name += "_" + locale.region;
  return name;
}

/// What CLDR does not say of a language that handouts are printed in: days lead, as in "lendi 14 desanm 2026".
struct OwnLanguageData {
  std::string_view language, name;
  std::array<std::string_view, 12> months;
  std::array<std::string_view, 7> weekdays;  ///< Sunday first
};
constexpr std::array<OwnLanguageData, 1> own_data = {
    {{"ht",
      "Kreyòl ayisyen",
      {"janvye", "fevriye", "mas", "avril", "me", "jen", "jiyè", "out", "septanm", "oktòb", "novanm", "desanm"},
      {"dimanch", "lendi", "madi", "mèkredi", "jedi", "vandredi", "samdi"}}}};

const OwnLanguageData* find_own_data(const Locale& locale) {
  const auto found = std::find_if(own_data.begin(), own_data.end(),
                                  [&locale](const OwnLanguageData& one) { return one.language == locale.language; });
  return found == own_data.end() ? nullptr : &*found;
}

enum class WhichCalendar { gregorian, local };

icu::Locale icu_locale(const Locale& locale, const NumberForm& form, WhichCalendar calendar) {
  std::string keywords;
  if (calendar == WhichCalendar::gregorian) keywords = "calendar=gregorian";
  if (form.latin_digits) keywords += keywords.empty() ? "numbers=latn" : ";numbers=latn";
  return icu::Locale(icu_name(locale).c_str(), nullptr, nullptr, keywords.c_str());
}

std::string utf8(const icu::UnicodeString& text) {
  std::string result;
  text.toUTF8String(result);
  return result;
}

[[noreturn]] void icu_failed(const Locale& locale, UErrorCode status) {
  throw Failure("localization.icu",
                "The language data for \"" + locale.tag + "\" could not be used (" + u_errorName(status) + ")");
}

struct CalendarDate {
  int year = 0, month = 0, day = 0;
};

/// nullopt for what is not YYYY-MM-DD.
std::optional<CalendarDate> parse_iso(const std::string& iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const auto number = [&](std::size_t begin, std::size_t end, int& value) {
    const auto read = std::from_chars(iso.data() + begin, iso.data() + end, value);
    return read.ec == std::errc{} && read.ptr == iso.data() + end;
  };
  CalendarDate date;
  if (!number(0, 4, date.year) || !number(5, 7, date.month) || !number(8, 10, date.day)) return std::nullopt;
  if (date.month < 1 || date.month > 12 || date.day < 1 || date.day > 31) return std::nullopt;
  return date;
}

UDate midday(const CalendarDate& date, const Locale& locale) {
  UErrorCode status = U_ZERO_ERROR;
  icu::GregorianCalendar calendar(*icu::TimeZone::getGMT(), icu::Locale::getRoot(), status);
  calendar.clear();
  calendar.set(date.year, date.month - 1, date.day, 12, 0, 0);
  const UDate moment = calendar.getTime(status);
  if (U_FAILURE(status)) icu_failed(locale, status);
  return moment;
}

std::string format_with(const icu::Locale& icu, icu::DateFormat::EStyle style, UDate moment, const Locale& locale) {
  std::unique_ptr<icu::DateFormat> format(icu::DateFormat::createDateInstance(style, icu));
  if (!format) icu_failed(locale, U_MEMORY_ALLOCATION_ERROR);
  format->setTimeZone(*icu::TimeZone::getGMT());
  if (auto* simple = dynamic_cast<icu::SimpleDateFormat*>(format.get()); simple != nullptr && locale.language == "en") {
    // "Monday 14 December 2026": where the day leads, English needs no comma (CLDR dropped it in version 44).
    icu::UnicodeString pattern;
    simple->toPattern(pattern);
    if (pattern.startsWith(icu::UnicodeString("EEEE, d"))) simple->applyPattern(pattern.remove(4, 1));
  }
  icu::UnicodeString text;
  format->format(moment, text);
  return utf8(text);
}

std::string bracketed(std::string_view text, const Locale& locale) {
  const Brackets brackets = brackets_of(locale);
  return fmt::format("{}{}{}{}", brackets.space, brackets.open, text, brackets.close);
}

std::string format_skeleton(const icu::Locale& icu, const char* skeleton, UDate moment, const Locale& locale) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::DateFormat> format(
      icu::DateFormat::createInstanceForSkeleton(icu::UnicodeString(skeleton), icu, status));
  if (U_FAILURE(status) || !format) icu_failed(locale, status);
  format->setTimeZone(*icu::TimeZone::getGMT());
  icu::UnicodeString text;
  format->format(moment, text);
  return utf8(text);
}

/// The calendar that people there keep beside the Gregorian one; nullopt where it is the Gregorian.
std::optional<std::string> local_calendar(const Locale& locale) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::StringEnumeration> preferred(
      icu::Calendar::getKeywordValuesForLocale("calendar", icu::Locale(icu_name(locale).c_str()), true, status));
  if (U_FAILURE(status) || !preferred) return std::nullopt;
  const char* first = preferred->next(nullptr, status);
  if (U_FAILURE(status) || first == nullptr || std::string_view(first) == "gregorian") return std::nullopt;
  return std::string(first);
}

/// 0 is Sunday. Source: Sakamoto's method (comp.lang.c, 1992), for the Gregorian calendar.
std::size_t weekday_of(CalendarDate date) {
  constexpr std::array<int, 12> offsets = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
  if (date.month < 3) --date.year;
  const int days = date.year + date.year / 4 - date.year / 100 + date.year / 400 +
                   offsets.at(static_cast<std::size_t>(date.month) - 1) + date.day;
  return static_cast<std::size_t>(days % 7);
}

/// Without the language's own names of months, ISO 8601's order is one that everyone can read.
std::string format_without_cldr(const std::string& iso_date, const CalendarDate& date, icu::DateFormat::EStyle style,
                                const Locale& locale) {
  const OwnLanguageData* const own = find_own_data(locale);
  if (own == nullptr) return iso_date;
  const std::string day =
      fmt::format("{} {} {}", date.day, own->months.at(static_cast<std::size_t>(date.month) - 1), date.year);
  return style == icu::DateFormat::kFull ? fmt::format("{} {}", own->weekdays.at(weekday_of(date)), day) : day;
}

/// "22 พฤศจิกายน": without year and weekday.
std::string day_and_month(const icu::Locale& icu, UDate moment, const Locale& locale) {
  return format_skeleton(icu, "dMMMM", moment, locale);
}

/// What stands in brackets after the Gregorian date. The weekday is said once; it is the same in every calendar. So are
/// day and month in Thai: only the year differs.
std::string date_beside(const icu::Locale& gregorian, const icu::Locale& beside, UDate moment, const Locale& locale) {
  if (day_and_month(gregorian, moment, locale) == day_and_month(beside, moment, locale)) {
    return format_skeleton(beside, "Gy", moment, locale);
  }
  return format_with(beside, icu::DateFormat::kLong, moment, locale);
}

std::string format_date_as(const std::string& iso_date, icu::DateFormat::EStyle style, const Locale& locale,
                           const NumberForm& form) {
  const std::optional<CalendarDate> date = parse_iso(iso_date);
  if (!date) return iso_date;
  if (!has_language_data(locale)) return format_without_cldr(iso_date, *date, style, locale);
  const UDate moment = midday(*date, locale);
  const icu::Locale gregorian = icu_locale(locale, form, WhichCalendar::gregorian);
  const std::string text = format_with(gregorian, style, moment, locale);
  if (!form.local_calendar_too) return text;
  const std::optional<std::string> calendar = local_calendar(locale);
  if (!calendar) return text;
  icu::Locale beside = icu_locale(locale, form, WhichCalendar::local);
  UErrorCode status = U_ZERO_ERROR;
  beside.setKeywordValue("calendar", calendar->c_str(), status);
  if (U_FAILURE(status)) icu_failed(locale, status);
  return text + bracketed(date_beside(gregorian, beside, moment, locale), locale);
}

/// A decimal as written in XML ("100.4"), in the locale's form and with the places it was written with.
std::string format_decimal(std::string_view decimal, const Locale& locale, const NumberForm& form) {
  const std::size_t point = decimal.find('.');
  const std::size_t places = point == std::string_view::npos ? 0 : decimal.size() - point - 1;
  UErrorCode status = U_ZERO_ERROR;
  const icu::number::FormattedNumber number =
      icu::number::NumberFormatter::withLocale(icu_locale(locale, form, WhichCalendar::gregorian))
          .grouping(UNUM_GROUPING_MIN2)  // 1000, but 10,000
          .precision(
              icu::number::Precision::fixedFraction(static_cast<std::int32_t>(std::min<std::size_t>(places, 20))))
          .formatDecimal(icu::StringPiece(decimal.data(), static_cast<std::int32_t>(decimal.size())), status);
  if (U_FAILURE(status)) return std::string(decimal);
  const icu::UnicodeString text = number.toString(status);
  if (U_FAILURE(status)) icu_failed(locale, status);
  return utf8(text);
}

/// Tenths of a degree, "38.25" rounded to 383; nullopt for what is no decimal.
std::optional<std::int64_t> tenths(const std::string& decimal) {
  const bool negative = decimal.starts_with('-');
  std::string_view rest = decimal;
  if (negative) rest.remove_prefix(1);
  const std::size_t point = std::min(rest.find('.'), rest.size());
  std::string digits(rest.substr(0, point));
  std::string fraction(rest.substr(std::min(point + 1, rest.size())));
  fraction.resize(2, '0');
  digits += fraction;
  std::int64_t hundredths = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), hundredths);
  if (read.ec != std::errc{} || read.ptr != digits.data() + digits.size() || point == 0) return std::nullopt;
  return scaled(negative ? -hundredths : hundredths, 1, 10);
}

/// Celsius to Fahrenheit in tenths: 380 gives 1004.
std::string fahrenheit(std::int64_t celsius_tenths) {
  const std::int64_t value = scaled(celsius_tenths, 9, 5) + 320;
  const std::int64_t whole = value < 0 ? -value : value;
  std::string text = (value < 0 ? "-" : "") + std::to_string(whole / 10);
  if (whole % 10 != 0) text += "." + std::to_string(whole % 10);
  return text;
}

/// What RFC 3986 allows in an address stands; the rest is percent-encoded, byte by byte.
std::string encoded_for_address(std::string_view text) {
  constexpr std::string_view allowed = "-._~:/?#[]@!$&'()*+,;=%";
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::string result;
  for (const char c : text) {
    const bool letter_or_digit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter_or_digit || allowed.find(c) != std::string_view::npos) {
      result += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    result += '%';
    result += hex[byte >> 4U];
    result += hex[byte & 15U];
  }
  return result;
}

}  // namespace

char32_t decimal_sign(const Locale& locale) {
  if (!has_language_data(locale)) return 0;
  UErrorCode status = U_ZERO_ERROR;
  const icu::DecimalFormatSymbols symbols(icu::Locale(icu_name(locale).c_str()), status);
  if (U_FAILURE(status)) icu_failed(locale, status);
  return static_cast<char32_t>(symbols.getConstSymbol(icu::DecimalFormatSymbols::kDecimalSeparatorSymbol).char32At(0));
}

std::string format_date(const std::string& iso_date, const Locale& locale, const NumberForm& form) {
  return format_date_as(iso_date, icu::DateFormat::kLong, locale, form);
}

std::string format_date_with_weekday(const std::string& iso_date, const Locale& locale, const NumberForm& form) {
  return format_date_as(iso_date, icu::DateFormat::kFull, locale, form);
}

Brackets brackets_of(const Locale& locale) {
  const bool full_width = locale.language == "zh" || locale.language == "ja" || locale.language == "yue";
  return full_width ? Brackets{"", "（", "）"} : Brackets{" ", "(", ")"};
}

std::string format_number(std::int64_t number, const Locale& locale, const NumberForm& form) {
  return format_decimal(std::to_string(number), locale, form);
}

std::string format_temperature(const std::string& celsius, TemperatureScale scale, const Locale& locale,
                               const NumberForm& form) {
  const auto with_unit = [&](const std::string& decimal, std::string_view unit) {
    return format_decimal(decimal, locale, form) + std::string(no_break_space) + std::string(unit);
  };
  const std::optional<std::int64_t> degrees = tenths(celsius);
  const std::string in_celsius = with_unit(celsius, "°C");
  if (scale == TemperatureScale::celsius || !degrees) return in_celsius;
  const std::string in_fahrenheit = with_unit(fahrenheit(*degrees), "°F");
  if (scale == TemperatureScale::fahrenheit) return in_fahrenheit;
  return in_celsius + bracketed(in_fahrenheit, locale);
}

std::string language_name(const Locale& of, const Locale& in) {
  if (const OwnLanguageData* own = find_own_data(in); own != nullptr && of.language == in.language) {
    return std::string(own->name);
  }
  const Locale& known = has_language_data(in) ? in : Locale{};
  UDisplayContext contexts[] = {UDISPCTX_DIALECT_NAMES, UDISPCTX_CAPITALIZATION_FOR_BEGINNING_OF_SENTENCE};
  const std::unique_ptr<icu::LocaleDisplayNames> names(
      icu::LocaleDisplayNames::createInstance(icu::Locale::createCanonical(known.tag.c_str()), contexts, 2));
  if (!names) return of.tag;
  icu::UnicodeString name;
  names->localeDisplayName(icu::Locale::createCanonical(of.tag.c_str()), name);
  return utf8(name);
}

std::string fill_address(const std::string& address, const Fields& fields, const SourceRange& where,
                         Diagnostics& diagnostics) {
  std::string filled;
  std::size_t at = 0;
  while (at < address.size()) {
    const std::size_t open = address.find('{', at);
    const std::size_t close = open == std::string::npos ? open : address.find('}', open);
    if (close == std::string::npos) break;
    filled += address.substr(at, open - at);
    const std::string name = address.substr(open + 1, close - open - 1);
    const auto value = fields.values.find(name);
    if (value != fields.values.end()) {
      filled += encoded_for_address(value->second.text);
    } else {
      diagnostics.error("content.unknown-field",
                        fmt::format("The address \"{}\" needs the field \"{}\", which has no value", address, name),
                        where,
                        name.starts_with("clinic.") ? fmt::format("add <field name=\"{}\"> to the brand", name)
                                                    : "use a field that every copy has, such as clinic.website");
    }
    at = close + 1;
  }
  return filled + address.substr(std::min(at, address.size()));
}

}  // namespace handout::localization
