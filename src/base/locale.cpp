#include "base/locale.h"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/ures.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <array>
#include <utility>

namespace handout {
namespace {

/// A tag taken apart; what it leaves out is empty.
struct Subtags {
  std::string language, script, region, private_use;
};

bool all_of_text(std::string_view text, bool (*is)(char)) {
  return std::all_of(text.begin(), text.end(), is);
}
bool is_small(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_small_or_digit(char c) {
  return is_small(c) || is_digit(c);
}

/// Takes the first part of `rest`, up to a hyphen.
std::string_view take_part(std::string_view& rest) {
  const std::size_t hyphen = rest.find('-');
  const std::string_view part = rest.substr(0, hyphen);
  rest = hyphen == std::string_view::npos ? std::string_view{} : rest.substr(hyphen + 1);
  return part;
}

std::optional<Subtags> take_apart(std::string_view tag) {
  if (tag.empty() || tag.back() == '-') return std::nullopt;
  Subtags parts;
  std::string_view rest = tag;
  std::string_view part = take_part(rest);
  if (part.size() < 2 || part.size() > 3 || !all_of_text(part, is_small)) return std::nullopt;
  parts.language = part;
  if (rest.empty()) return parts;
  part = take_part(rest);
  if (part.size() == 4) {
    if (!is_capital(part[0]) || !all_of_text(part.substr(1), is_small)) return std::nullopt;
    parts.script = part;
    if (rest.empty()) return parts;
    part = take_part(rest);
  }
  const bool is_country = part.size() == 2 && all_of_text(part, is_capital);
  const bool is_area = part.size() == 3 && all_of_text(part, is_digit);
  if (is_country || is_area) {
    parts.region = part;
    if (rest.empty()) return parts;
    part = take_part(rest);
  }
  if (part != "x" || rest.empty() || !all_of_text(rest, is_small_or_digit)) return std::nullopt;
  parts.private_use = rest;
  return parts;
}

std::string join(const Subtags& parts, char separator) {
  std::string tag = parts.language;
  if (!parts.script.empty()) tag += separator + parts.script;
  if (!parts.region.empty()) tag += separator + parts.region;
  if (!parts.private_use.empty()) tag += std::string("-x-") + parts.private_use;
  return tag;
}

/// The likely script of one of ICU's locale names (CLDR's likely subtags); empty where CLDR knows none.
std::string likely_script(const char* name) {
  std::array<char, ULOC_FULLNAME_CAPACITY> full{};
  std::array<char, ULOC_SCRIPT_CAPACITY> script{};
  UErrorCode status = U_ZERO_ERROR;
  uloc_addLikelySubtags(name, full.data(), ULOC_FULLNAME_CAPACITY, &status);
  uloc_getScript(full.data(), script.data(), ULOC_SCRIPT_CAPACITY, &status);
  return U_FAILURE(status) ? "" : script.data();
}

/// Languages that hospitals' interpreters are asked for, whose script CLDR 42 does not know: what most who read them
/// read (Ethnologue); another script stands in the tag.
std::string_view script_of_rare_language(std::string_view language) {
  struct Script {
    std::string_view code, languages;
  };
  constexpr std::array scripts{
      Script{"Latn",
             " cfm cnh din dik gcf hmn hop hwc ijn ium ixl kek kjb lom lus mam mix mrw mxx nah qub rar urh ymm "},
      Script{"Arab", " acm aec ajp ayl azb bgp "},
      Script{"Mymr", " blk kjp ksw pwo "},
      Script{"Syrc", " aii cld "},
      Script{"Beng", " ctg "},
      Script{"Mong", " mvf "},
  };
  const std::string word = " " + std::string(language) + " ";
  for (const Script& script : scripts) {
    if (script.languages.find(word) != std::string_view::npos) return script.code;
  }
  return {};
}

/// The script that a reader of this language (and region) expects; empty where nobody knows one.
std::string likely_script(const Subtags& parts) {
  Subtags plain = parts;
  plain.private_use.clear();
  const std::string name = join(plain, '_');
  std::string script = likely_script(name.c_str());
  // CLDR may know the language by another code alone: Dari, prs, as fa-AF.
  if (script.empty()) script = likely_script(icu::Locale::createCanonical(name.c_str()).getName());
  return script.empty() ? std::string(script_of_rare_language(parts.language)) : script;
}

/// ISO 15924 has codes for some hands that a script is written in: to Unicode they are that script.
std::string script_of_hand(const std::string& code) {
  struct Hand {
    std::string_view code, script;
  };
  constexpr std::array hands{Hand{"Aran", "Arab"}, Hand{"Syre", "Syrc"}, Hand{"Syrj", "Syrc"}, Hand{"Syrn", "Syrc"},
                             Hand{"Latf", "Latn"}, Hand{"Latg", "Latn"}, Hand{"Cyrs", "Cyrl"}, Hand{"Hrkt", "Jpan"}};
  const auto hand = std::find_if(hands.begin(), hands.end(), [&](const Hand& one) { return one.code == code; });
  return hand == hands.end() ? code : std::string(hand->script);
}

/// Whether Unicode has characters of it. Those that all scripts share are no script.
bool is_script(const std::string& code) {
  const int32_t value = u_getPropertyValueEnum(UCHAR_SCRIPT, code.c_str());
  if (value == UCHAR_INVALID_CODE || value == USCRIPT_COMMON || value == USCRIPT_INHERITED) return false;
  const UScriptUsage usage = uscript_getUsage(static_cast<UScriptCode>(value));
  return usage != USCRIPT_USAGE_NOT_ENCODED && usage != USCRIPT_USAGE_UNKNOWN;
}

Direction direction_of(const std::string& script) {
  const int32_t value = u_getPropertyValueEnum(UCHAR_SCRIPT, script.c_str());
  const bool from_right = value != UCHAR_INVALID_CODE && uscript_isRightToLeft(static_cast<UScriptCode>(value)) != 0;
  return from_right ? Direction::right_to_left : Direction::left_to_right;
}

Locale make_locale(const Subtags& parts) {
  Locale locale;
  locale.tag = join(parts, '-');
  locale.language = parts.language;
  locale.script = parts.script.empty() ? likely_script(parts) : script_of_hand(parts.script);
  locale.region = parts.region;
  locale.direction = direction_of(locale.script);
  return locale;
}

class LocaleData {
 public:
  explicit LocaleData(const Subtags& parts) {
    UErrorCode status = U_ZERO_ERROR;
    bundle_ = ures_openDirect(nullptr, join(parts, '_').c_str(), &status);
  }
  ~LocaleData() { ures_close(bundle_); }
  LocaleData(const LocaleData&) = delete;
  LocaleData& operator=(const LocaleData&) = delete;

  bool exists() const { return bundle_ != nullptr; }
  /// CLDR's parent where it is not the tag cut short ("es_419" for es-MX); else empty.
  std::string parent() const {
    if (!exists()) return {};
    UErrorCode status = U_ZERO_ERROR;
    int32_t length = 0;
    const UChar* name = ures_getStringByKey(bundle_, "%%Parent", &length, &status);
    if (U_FAILURE(status)) return {};
    std::string parent(static_cast<std::size_t>(length), '\0');
    u_UCharsToChars(name, parent.data(), length);
    return parent;
  }

 private:
  UResourceBundle* bundle_ = nullptr;
};

/// The next wider locale, or nothing.
std::optional<Subtags> parent_of(const Subtags& parts) {
  Subtags wider = parts;
  if (!parts.private_use.empty()) {
    wider.private_use.clear();
    return wider;
  }
  std::string parent = LocaleData(parts).parent();
  if (parent == "root") return std::nullopt;
  std::replace(parent.begin(), parent.end(), '_', '-');
  if (!parent.empty()) return take_apart(parent);
  if (!parts.region.empty()) {
    wider.region.clear();
    return wider;
  }
  if (!parts.script.empty()) {
    wider.script.clear();
    return wider;
  }
  return std::nullopt;
}

/// The same locale with its script written out, where the language is written in several: zh-TW is zh-Hant-TW.
Subtags with_script(const Subtags& parts) {
  if (!parts.script.empty()) return parts;
  Subtags full = parts;
  full.script = likely_script(parts);
  Subtags script_only = full;
  script_only.region.clear();
  script_only.private_use.clear();
  return LocaleData(script_only).exists() ? full : parts;
}

}  // namespace

std::optional<Locale> parse_locale(std::string_view tag) {
  const std::optional<Subtags> parts = take_apart(tag);
  if (!parts) return std::nullopt;
  Locale locale = make_locale(*parts);
  return is_script(locale.script) ? std::optional(std::move(locale)) : std::nullopt;
}

std::vector<Locale> fallback_chain(const Locale& locale) {
  std::vector<Locale> chain;
  const auto add = [&chain, &locale](const Subtags& parts) {
    const Locale next = make_locale(parts);
    if (reads_as(next, locale) && std::find(chain.begin(), chain.end(), next) == chain.end()) chain.push_back(next);
  };
  std::optional<Subtags> parts = take_apart(locale.tag);
  while (parts) {
    add(*parts);
    const Subtags full = with_script(*parts);
    add(full);
    Subtags without_script = *parts;
    without_script.script.clear();
    add(without_script);
    parts = parent_of(full);
    // zh-Hans is cut to zh, which is zh-Hans again: nothing wider is left.
    if (parts && join(with_script(*parts), '-') == join(full, '-')) break;
  }
  return chain;
}

bool has_language_data(const Locale& locale) {
  const Subtags language{locale.language, {}, {}, {}};
  const Subtags written{locale.language, locale.script, {}, {}};
  return LocaleData(language).exists() || LocaleData(written).exists();
}

std::vector<std::string> tags_of(const std::vector<Locale>& locales) {
  std::vector<std::string> tags;
  for (const Locale& locale : locales)
    tags.push_back(locale.tag);
  return tags;
}

bool reads_as(const Locale& one, const Locale& other) {
  return one.language == other.language && one.script == other.script;
}

bool covers(const Locale& range, const Locale& locale) {
  const std::optional<Subtags> wanted = take_apart(range.tag);
  const std::optional<Subtags> given = take_apart(locale.tag);
  if (!wanted || !given || wanted->language != given->language) return false;
  // A region alone implies its likely script, so that zh-HK covers zh-Hant-HK, and zh-Hant covers zh-HK.
  const bool names_script = !wanted->script.empty() || !wanted->region.empty();
  if (names_script && range.script != locale.script) return false;
  if (!wanted->region.empty() && wanted->region != given->region) return false;
  return wanted->private_use.empty() || wanted->private_use == given->private_use;
}

}  // namespace handout
