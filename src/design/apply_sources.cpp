#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "design/apply_blocks.h"
#include "design/link_targets.h"
#include "design/markers.h"
#include "design/named_texts.h"
#include "design/pieces.h"
#include "design/styled_words.h"

namespace handout::design {
namespace {

/// "(checked 22 November 2026)", after `before`; nothing where no date is known, or where the layout says nothing of
/// it.
content::InlineList checked_on(Applying& applying, const std::string& date, const Locale& locale,
                               std::string_view before) {
  if (date.empty()) return {};
  const std::string printed = localization::format_date(date, locale, applying.copy.fields.number_form);
  content::InlineList checked = named_text(applying, "source.checked", {{"source.checked", printed}}).inlines;
  if (checked.empty()) return {};
  const localization::Brackets brackets = localization::brackets_of(locale);
  checked.insert(checked.begin(), {content::Text{fmt::format("{}{}", before, brackets.open)}, {}});
  checked.push_back({content::Text{std::string(brackets.close)}, {}});
  return checked;
}

/// The day on which all sources were looked at; empty where it was not one day, or there is one source.
std::string day_of_all(const std::vector<content::Source>& sources) {
  if (sources.size() < 2) return {};
  const std::string& day = sources.front().checked;
  const bool same =
      std::all_of(sources.begin(), sources.end(), [&](const content::Source& source) { return source.checked == day; });
  return same ? day : std::string{};
}

/// The source's words, a link where it has an address.
content::Words source_words(const content::Source& source) {
  content::Words words = source.words;
  if (source.href.empty()) return words;
  content::Link link;
  link.href = source.href;
  link.words = std::move(words.inlines);
  words.inlines.clear();
  words.inlines.push_back({std::move(link), source.words.where});
  return words;
}

}  // namespace

Piece apply_sources(Applying& applying, const content::Document& document, const Surroundings& around) {
  Surroundings holder = inside(applying, around, {"sources", ""});
  holder.element = add_element(applying, around, StructureType::section);
  FlowBlocks blocks;
  blocks.push_back(apply_title(applying, named_text(applying, "sources"), holder, StructureType::h2));
  blocks.front().role = BlockRole::section_title;
  blocks.front().element = holder.element;

  Surroundings list = holder;
  list.element = add_element(applying, holder, StructureType::list);
  applying.structure[list.element].numbering = ListNumbering::decimal;
  Marking marking;
  marking.kind = MarkerKind::number_with_point;
  marking.items = document.sources.size();
  marking.look.marker_size = Measure{Measure::Unit::em, Factor::one};
  const std::string day = day_of_all(document.sources);
  for (const content::Source& source : document.sources) {
    Surroundings line = inside(applying, list, {"source", ""});
    line.style = marked_style(applying, line.style, marking);
    line.element = add_element(applying, list, StructureType::list_item);
    FlowBlock block = block_of(line.style, line.element);
    const auto number = applying.source_numbers.find(source.id);
    ENSURE(number != applying.source_numbers.end());
    block.marker = item_marker(applying, marking, number->second, line);
    const StructureId body = add_element(applying, line, StructureType::list_body, source.words);
    content::Words words = source_words(source);
    if (day.empty()) {
      const std::string_view space = localization::brackets_of(line.locale).space;
      content::InlineList checked = checked_on(applying, source.checked, line.locale, space);
      std::move(checked.begin(), checked.end(), std::back_inserter(words.inlines));
    }
    block.content = styled_paragraph(applying, words, line, body);
    set_target(applying, source_key(source.id), line.element);
    blocks.push_back(std::move(block));
  }
  content::Words checked;
  checked.inlines = checked_on(applying, day, holder.locale, "");
  if (!checked.empty()) {
    blocks.back().style =
        applying.styles.changed(blocks.back().style, [](StyleProperties& p) { p.keep_with_next = true; });
    blocks.push_back(apply_words(applying, checked, holder, {"source", ""}, StructureType::paragraph));
  }

  Piece piece;
  piece.name = "sources";
  const StyleProperties& properties = applying.styles[holder.style].properties;
  piece.beside = properties.beside.value_or(Beside::none);
  piece.span = properties.span.value_or(Span::column);
  piece.blocks = unwrapped(applying, holder.style, std::move(blocks));
  return piece;
}

}  // namespace handout::design
