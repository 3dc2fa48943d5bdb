#include "text/scripts.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>

#include "base/diagnostic.h"

namespace handout::text {
namespace {

UScriptCode script_of(char32_t code) {
  if (code < 0x80) return (code | 0x20U) >= 'a' && (code | 0x20U) <= 'z' ? USCRIPT_LATIN : USCRIPT_COMMON;
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(static_cast<UChar32>(code), &status);
  return U_SUCCESS(status) ? script : USCRIPT_COMMON;
}

bool is_neutral(UScriptCode script) {
  return script == USCRIPT_COMMON || script == USCRIPT_INHERITED || script == USCRIPT_UNKNOWN;
}

UScriptCode script_of_locale(const Locale& locale) {
  const int32_t code = u_getPropertyValueEnum(UCHAR_SCRIPT, locale.script.c_str());
  const auto script = code == UCHAR_INVALID_CODE ? USCRIPT_LATIN : static_cast<UScriptCode>(code);
  // Names of writing systems rather than of scripts.
  if (locale.script == "Hans" || locale.script == "Hant" || locale.script == "Jpan") return USCRIPT_HAN;
  if (locale.script == "Kore") return USCRIPT_HANGUL;
  return is_neutral(script) ? USCRIPT_LATIN : script;
}

bool is_japanese_or_han(UScriptCode script) {
  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA;
}

UScriptCode icu_code(Script script) {
  return static_cast<UScriptCode>(script);
}

struct OpenBracket {
  char32_t closing;
  UScriptCode script;
};

UBidiPairedBracketType bracket_type(char32_t code) {
  return static_cast<UBidiPairedBracketType>(
      u_getIntPropertyValue(static_cast<UChar32>(code), UCHAR_BIDI_PAIRED_BRACKET_TYPE));
}

}  // namespace

std::vector<CharacterScript> resolve_scripts(const design::StyledParagraph& paragraph, const Characters& text) {
  std::vector<CharacterScript> scripts(text.size());
  std::vector<OpenBracket> open;
  UScriptCode current = script_of_locale(paragraph.locale);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t code = text[i].code;
    const UScriptCode own = script_of(code);
    scripts[i].neutral = is_neutral(own);
    if (!scripts[i].neutral) {
      // Japanese alternates its scripts from letter to letter; fonts treat them as one.
      if (!is_japanese_or_han(own) || !is_japanese_or_han(current)) current = own;
    } else if (const auto type = bracket_type(code); type == U_BPT_OPEN) {
      open.push_back({static_cast<char32_t>(u_getBidiPairedBracket(static_cast<UChar32>(code))), current});
    } else if (type == U_BPT_CLOSE) {
      const auto match =
          std::find_if(open.rbegin(), open.rend(), [&](const OpenBracket& b) { return b.closing == code; });
      if (match != open.rend()) {
        current = match->script;
        open.erase(match.base() - 1, open.end());
      }
    }
    scripts[i].script = Script{current};
  }
  return scripts;
}

Script latin_script() {
  return Script{USCRIPT_LATIN};
}

bool is_latin(Script script) {
  return icu_code(script) == USCRIPT_LATIN;
}

std::string font_script(Script script, const Locale& locale) {
  switch (icu_code(script)) {
    case USCRIPT_HAN:
      if (locale.script == "Hant" || locale.script == "Jpan" || locale.script == "Kore") return locale.script;
      return "Hans";
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
      return "Jpan";
    case USCRIPT_HANGUL:
      return "Kore";
    case USCRIPT_BOPOMOFO:
      return "Hant";
    default:
      return uscript_getShortName(icu_code(script));
  }
}

std::uint32_t script_tag(Script script) {
  std::uint32_t tag = 0;
  for (const char* letter = uscript_getShortName(icu_code(script)); *letter != '\0'; ++letter) {
    tag = tag << 8U | static_cast<unsigned char>(*letter);
  }
  return tag;
}

std::string_view script_name(Script script) {
  return uscript_getName(icu_code(script));
}

bool joins_letters(Script script) {
  switch (icu_code(script)) {
    // Cursive: Unicode gives their letters joining types.
    case USCRIPT_ADLAM:
    case USCRIPT_ARABIC:
    case USCRIPT_HANIFI_ROHINGYA:
    case USCRIPT_MANDAIC:
    case USCRIPT_MONGOLIAN:
    case USCRIPT_NKO:
    case USCRIPT_PHAGS_PA:
    case USCRIPT_SYRIAC:
    // Letters hang from one line.
    case USCRIPT_BENGALI:
    case USCRIPT_DEVANAGARI:
    case USCRIPT_DOGRA:
    case USCRIPT_GURMUKHI:
    case USCRIPT_MODI:
    case USCRIPT_NEWA:
    case USCRIPT_SYLOTI_NAGRI:
    case USCRIPT_TIRHUTA:
      return true;
    default:
      return false;
  }
}

bool is_vertical(Script script) {
  return icu_code(script) == USCRIPT_MONGOLIAN || icu_code(script) == USCRIPT_PHAGS_PA;
}

std::vector<Script> extended_scripts(char32_t code) {
  std::array<UScriptCode, 32> codes{};  // the danda has some twenty
  UErrorCode status = U_ZERO_ERROR;
  const int32_t count = uscript_getScriptExtensions(static_cast<UChar32>(code), codes.data(),
                                                    static_cast<int32_t>(codes.size()), &status);
  std::vector<Script> scripts;
  if (U_FAILURE(status)) return scripts;
  for (int32_t i = 0; i < count; ++i) {
    const UScriptCode script = codes[static_cast<std::size_t>(i)];
    if (!is_neutral(script)) scripts.push_back(Script{script});
  }
  return scripts;
}

}  // namespace handout::text
