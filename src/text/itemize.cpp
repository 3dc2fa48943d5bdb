#include "text/itemize.h"

#include <algorithm>

#include "base/diagnostic.h"
#include "text/bidi.h"
#include "text/choose_font.h"
#include "text/report_characters.h"
#include "text/scripts.h"

namespace handout::text {
namespace {

ItemKind kind_of(char32_t code, const design::StyledSpan& span) {
  if (code == line_separator) return ItemKind::line_break;
  if (code == object_replacement && span.blank_width) return ItemKind::blank;
  return ItemKind::text;
}

/// Letters set visibly apart stand in no ligatures. The hundredth of an em by which fitting tightens text does not
/// show, so that the glyphs of a text are the same at every setting.
bool keeps_ligatures(const design::Style& style) {
  const Length limit = style.size / 50;
  return style.tracking < limit && -style.tracking < limit;
}

}  // namespace

std::vector<Item> itemize(const ItemizeInput& input, Diagnostics& diagnostics) {
  const Characters& text = input.characters;
  const auto& spans = input.paragraph.spans;
  const std::vector<CharacterScript> scripts = resolve_scripts(input.paragraph, text);
  const BidiLevels levels = bidi_levels(input.paragraph, text);
  const std::vector<ChosenFont> fonts = choose_fonts(input, scripts);
  report_characters(input, scripts, fonts, diagnostics);

  std::vector<Item> items;
  std::uint32_t span = 0;
  Script last_script{};  // of the last item
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t code = text[i].code;
    while (span + 1 < spans.size() && text[i].begin >= spans[span].end)
      ++span;
    const std::uint32_t end =
        i + 1 < text.size() ? text[i + 1].begin : static_cast<std::uint32_t>(input.paragraph.text.size());
    const std::uint8_t level = levels.of.empty() ? std::uint8_t{0} : levels.of[i];
    const ItemKind kind = kind_of(code, spans[span]);
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
    item.after_joint = std::binary_search(levels.joints.begin(), levels.joints.end(), i);
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
