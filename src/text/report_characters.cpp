#include "text/report_characters.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf.h>

#include <algorithm>
#include <array>
#include <string>

#include "base/unicode.h"

namespace handout::text {
namespace {

constexpr char32_t emoji_selector = 0xFE0F, zero_width_joiner = 0x200D, keycap = 0x20E3;

bool is_control(char32_t code) {
  return (code < 0x20 || (code >= 0x7F && code < 0xA0)) && u_charType(static_cast<UChar32>(code)) == U_CONTROL_CHAR;
}

/// Why a code point is no character: "private use"; empty for a character. What Unicode gives no meaning prints a
/// different sign in every font, if any.
std::string_view no_character(char32_t code) {
  if (code < 0x378) return {};
  if (code == 0xFFFD) return "what stands for one that was lost";
  switch (u_charType(static_cast<UChar32>(code))) {
    case U_PRIVATE_USE_CHAR:
      return "for private use: each font has another sign there";
    case U_SURROGATE:
      return "half of a character";
    case U_UNASSIGNED:
      return U_IS_UNICODE_NONCHAR(static_cast<UChar32>(code)) ? "no character" : "not yet a character";
    default:
      return {};
  }
}

bool is_emoji_part(char32_t code) {
  return code == emoji_selector || code == zero_width_joiner || code == keycap ||
         (code >= 0xE0020 && code <= 0xE007F) ||
         u_hasBinaryProperty(static_cast<UChar32>(code), UCHAR_EMOJI_MODIFIER) != 0;
}

/// The end of the emoji that begins at `at`: as people see one, however many characters it is; `at` where none begins.
std::size_t emoji_end(const Characters& text, std::size_t at) {
  const char32_t code = text[at].code;
  const auto next = [&](std::size_t i) { return i < text.size() ? text[i].code : U'\0'; };
  // Below this nothing is an emoji by itself, and most text is below.
  constexpr char32_t first_emoji = 0x231A;
  if (code < first_emoji && next(at + 1) != emoji_selector && next(at + 1) != keycap) return at;
  const auto is = [](char32_t c, UProperty property) {
    return u_hasBinaryProperty(static_cast<UChar32>(c), property) != 0;
  };
  const bool emoji = is(code, UCHAR_EMOJI_PRESENTATION) ||
                     (is(code, UCHAR_EMOJI) && (next(at + 1) == emoji_selector || next(at + 1) == keycap));
  if (!emoji) return at;
  std::size_t end = at + 1;
  if (is(code, UCHAR_REGIONAL_INDICATOR) && is(next(end), UCHAR_REGIONAL_INDICATOR)) return end + 1;
  while (is_emoji_part(next(end)) || (end < text.size() && next(end - 1) == zero_width_joiner))
    ++end;
  return end;
}

bool is_mark(char32_t code) {
  return (U_GET_GC_MASK(static_cast<UChar32>(code)) & U_GC_M_MASK) != 0;
}

std::string unicode_name(char32_t code) {
  std::array<char, 128> name{};
  UErrorCode status = U_ZERO_ERROR;
  u_charName(static_cast<UChar32>(code), U_EXTENDED_CHAR_NAME, name.data(), static_cast<int32_t>(name.size()), &status);
  return U_SUCCESS(status) ? name.data() : "";
}

/// "in unit day.when, "
std::string unit_of(const design::StyledParagraph& paragraph) {
  return paragraph.unit.empty() ? "" : fmt::format("in unit {}, ", paragraph.unit);
}

class CharacterReport {
 public:
  CharacterReport(const ItemizeInput& input, Diagnostics& diagnostics) : input_(input), diagnostics_(diagnostics) {}

  void emoji(std::size_t begin, std::size_t end) {
    if (!first_time(input_.characters[begin].code)) return;
    constexpr std::size_t enough_names = 60;  // in bytes: two or three names, a line of the message
    std::string names;
    for (std::size_t i = begin; i < end; ++i) {
      const char32_t code = input_.characters[i].code;
      if (i > begin && (is_emoji_part(code) || names.size() > enough_names)) continue;
      names += fmt::format("{}{} {}", names.empty() ? "" : ", ", code_point_name(code), unicode_name(code));
    }
    error("text.emoji", fmt::format("emoji are not printed: “{}” ({})", spelled(begin, end), names),
          "write in words what it is to say");
  }

  void control(char32_t code) {
    if (!first_time(code)) return;
    error("text.control-character",
          fmt::format("the text holds {} {}, which cannot be printed", code_point_name(code), unicode_name(code)),
          "delete the character, or type a space in its place");
  }

  void no_character(char32_t code, std::string_view why) {
    if (!first_time(code)) return;
    error("text.control-character",
          fmt::format("the text holds {}, which cannot be printed: it is {}", code_point_name(code), why),
          "type the character again; text copied from a PDF or from Word's symbols may hold it");
  }

  void missing(std::size_t at, const std::string& family, std::string_view script) {
    const char32_t code = input_.characters[at].code;
    if (!first_time(code)) return;
    error("text.no-glyph",
          fmt::format("no font of family \"{}\" has “{}” ({} {}, script {})", family, spelled(at, at + 1),
                      code_point_name(code), unicode_name(code), script),
          "write it another way, or add a font that has it to fonts/fonts.xml");
  }

  /// Readers of these scripts know the horizontal line, but expect columns.
  void vertical(std::string_view script) {
    const std::string message =
        fmt::format("{} is written in columns, from top to bottom: it is printed in lines, from left to right", script);
    const auto told = [&](const Diagnostic& d) { return d.code == "text.vertical-script" && d.message == message; };
    if (std::any_of(diagnostics_.items().begin(), diagnostics_.items().end(), told)) return;
    diagnostics_.warning("text.vertical-script", message, input_.paragraph.where,
                         "ask a reader of the language whether that will do");
  }

 private:
  bool first_time(char32_t code) {
    if (std::find(reported_.begin(), reported_.end(), code) != reported_.end()) return false;
    reported_.push_back(code);
    return true;
  }
  std::string spelled(std::size_t begin, std::size_t end) const {
    // A mark alone is shown on a dotted circle (Unicode 15, 2.11): it would stand on the quotation mark before it.
    constexpr std::string_view dotted_circle = "\u25CC";
    std::string text(is_mark(input_.characters[begin].code) ? dotted_circle : "");
    for (std::size_t i = begin; i < end; ++i)
      append_utf8(text, input_.characters[i].code);
    return text;
  }
  void error(std::string code, const std::string& message, std::string hint) {
    diagnostics_.error(std::move(code), unit_of(input_.paragraph) + message, input_.paragraph.where, std::move(hint));
  }

  const ItemizeInput& input_;
  Diagnostics& diagnostics_;
  std::vector<char32_t> reported_;
};

}  // namespace

void report_characters(const ItemizeInput& input, const std::vector<CharacterScript>& scripts,
                       const std::vector<ChosenFont>& fonts, Diagnostics& diagnostics) {
  const Characters& text = input.characters;
  CharacterReport report(input, diagnostics);
  Script last_script{};
  for (std::size_t at = 0, span = 0; at < text.size(); ++at) {
    while (span + 1 < input.paragraph.spans.size() && text[at].begin >= input.paragraph.spans[span].end)
      ++span;
    const design::StyledSpan& styled = input.paragraph.spans[span];
    const char32_t code = text[at].code;
    const std::string_view why = no_character(code);
    if (const std::size_t end = emoji_end(text, at); end > at) {
      report.emoji(at, end);
      at = end - 1;
    } else if (is_control(code) || (code == object_replacement && !styled.blank_width)) {
      report.control(code);
    } else if (!why.empty()) {
      report.no_character(code, why);
    } else if (fonts[at].missing) {
      report.missing(at, input.styles.at(styled.style.value).family, font_script(scripts[at].script, styled.locale));
    } else if (scripts[at].script != last_script && is_vertical(scripts[at].script)) {
      report.vertical(script_name(scripts[at].script));
    }
    last_script = scripts[at].script;
  }
}

}  // namespace handout::text
