#include "text/itemize.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <string>

#include "base/diagnostic.h"
#include "base/unicode.h"
#include "text/bidi.h"
#include "text/choose_font.h"
#include "text/scripts.h"

namespace handout::text {
namespace {

ItemKind kind_of(char32_t code, const design::StyledSpan& span) {
  if (code == line_separator) return ItemKind::line_break;
  if (code == object_replacement && span.blank_width) return ItemKind::blank;
  return ItemKind::text;
}

bool is_control(char32_t code) {
  return (code < 0x20 || (code >= 0x7F && code < 0xA0)) && u_charType(static_cast<UChar32>(code)) == U_CONTROL_CHAR;
}

/// Letters set visibly apart stand in no ligatures. The hundredth of an em by which fitting tightens text does not
/// show, so that the glyphs of a text are the same at every setting.
bool keeps_ligatures(const design::Style& style) {
  const Length limit = style.size / 50;
  return style.tracking < limit && -style.tracking < limit;
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

void report_control(const design::StyledParagraph& paragraph, char32_t code, Diagnostics& diagnostics) {
  diagnostics.error("text.control-character",
                    fmt::format("{}the text holds {} {}, which cannot be printed", unit_of(paragraph),
                                code_point_name(code), unicode_name(code)),
                    paragraph.where, "delete the character, or type a space in its place");
}

void report_missing(const ItemizeInput& input, std::size_t span, char32_t code, Diagnostics& diagnostics) {
  std::string character;
  append_utf8(character, code);
  const design::StyledSpan& styled = input.paragraph.spans[span];
  diagnostics.error(
      "text.no-glyph",
      fmt::format("{}no font of family \"{}\" has “{}” ({} {})", unit_of(input.paragraph),
                  input.styles.at(styled.style.value).family, character, code_point_name(code), unicode_name(code)),
      input.paragraph.where, "write it another way, or add a font that has it to fonts/fonts.xml");
}

}  // namespace

std::vector<Item> itemize(const ItemizeInput& input, Diagnostics& diagnostics) {
  const Characters& text = input.characters;
  const auto& spans = input.paragraph.spans;
  const std::vector<CharacterScript> scripts = resolve_scripts(input.paragraph, text);
  const std::vector<std::uint8_t> levels = bidi_levels(input.paragraph, text);
  const std::vector<ChosenFont> fonts = choose_fonts(input, scripts);

  std::vector<Item> items;
  std::vector<char32_t> reported;
  std::uint32_t span = 0;
  Script last_script{};  // of the last item
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t code = text[i].code;
    while (span + 1 < spans.size() && text[i].begin >= spans[span].end)
      ++span;
    const std::uint32_t end =
        i + 1 < text.size() ? text[i + 1].begin : static_cast<std::uint32_t>(input.paragraph.text.size());
    const std::uint8_t level = levels.empty() ? std::uint8_t{0} : levels[i];
    const ItemKind kind = kind_of(code, spans[span]);
    const bool control = is_control(code) || (code == object_replacement && kind == ItemKind::text);
    if ((control || fonts[i].missing) && std::find(reported.begin(), reported.end(), code) == reported.end()) {
      reported.push_back(code);
      if (control) {
        report_control(input.paragraph, code, diagnostics);
      } else {
        report_missing(input, span, code, diagnostics);
      }
    }
    if (!items.empty() && kind == ItemKind::text) {
      Item& last = items.back();
      if (last.kind == kind && last.span == span && last.level == level && last_script == scripts[i].script &&
          last.font == fonts[i].match.font) {
        last.end = end;
        continue;
      }
    }
    Item item;
    item.begin = text[i].begin;
    item.end = end;
    item.span = span;
    item.kind = kind;
    item.level = level;
    item.script = script_tag(scripts[i].script);
    item.font = fonts[i].match.font;
    item.size = fonts[i].match.size;
    item.units_per_em = input.fonts.program(item.font).metrics.units_per_em;
    item.joined = joins_letters(scripts[i].script);
    item.ligatures = keeps_ligatures(input.styles.at(spans[span].style.value));
    items.push_back(item);
    last_script = scripts[i].script;
  }
  return items;
}

}  // namespace handout::text
