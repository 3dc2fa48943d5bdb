#include <utility>

#include "design/apply_blocks.h"
#include "design/link_targets.h"
#include "design/markers.h"
#include "design/named_texts.h"
#include "design/pieces.h"
#include "design/styled_words.h"

namespace handout::design {
namespace {

/// The source's words, a link where it has an address, then the day it was looked at: "… (checked 22 November 2026)".
content::Words source_words(Applying& applying, const content::Source& source, const Locale& locale) {
  content::Words words = source.words;
  if (!source.href.empty()) {
    content::Link link;
    link.href = source.href;
    link.words = std::move(words.inlines);
    words.inlines.clear();
    words.inlines.push_back({std::move(link), source.words.where});
  }
  if (source.checked.empty()) return words;
  const std::string date = localization::format_date(source.checked, locale, applying.copy.fields.number_form);
  content::Words checked = named_text(applying, "source.checked", {{"source.checked", date}});
  if (checked.empty()) return words;
  words.inlines.push_back({content::Text{" ("}, {}});
  for (content::Inline& part : checked.inlines)
    words.inlines.push_back(std::move(part));
  words.inlines.push_back({content::Text{")"}, {}});
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
  for (const content::Source& source : document.sources) {
    Surroundings line = inside(applying, list, {"source", ""});
    line.style = marked_style(applying, line.style, marking);
    line.element = add_element(applying, list, StructureType::list_item);
    FlowBlock block = block_of(line.style, line.element);
    const auto number = applying.source_numbers.find(source.id);
    ENSURE(number != applying.source_numbers.end());
    block.marker = item_marker(applying, marking, number->second, line);
    const StructureId body = add_element(applying, line, StructureType::list_body, source.words);
    block.content = styled_paragraph(applying, source_words(applying, source, line.locale), line, body);
    set_target(applying, source_key(source.id), line.element);
    blocks.push_back(std::move(block));
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
