#include <utility>
#include <variant>

#include "design/apply_blocks.h"
#include "design/link_targets.h"
#include "design/named_texts.h"
#include "design/pieces.h"
#include "design/styled_words.h"

namespace handout::design {
namespace {

Piece piece_of(Applying& applying, std::string name, StyleId style, FlowBlocks blocks) {
  Piece piece;
  piece.name = std::move(name);
  const StyleProperties& properties = applying.styles[style].properties;
  piece.beside = properties.beside.value_or(Beside::none);
  piece.span = properties.span.value_or(Span::column);
  piece.blocks = unwrapped(applying, style, std::move(blocks));
  return piece;
}

void add_all(FlowBlocks& to, FlowBlocks from) {
  for (FlowBlock& block : from)
    to.push_back(std::move(block));
}

}  // namespace

Piece apply_heading(Applying& applying, const content::Words& title, const Surroundings& around) {
  Piece piece;
  piece.name = "title";
  piece.blocks.push_back(apply_title(applying, title, around, StructureType::h1));
  piece.blocks.back().role = BlockRole::handout_title;
  return piece;
}

Piece apply_subtitle(Applying& applying, const content::Words& subtitle, const Surroundings& around) {
  Piece piece;
  piece.name = "subtitle";
  piece.blocks.push_back(apply_words(applying, subtitle, around, {"subtitle", ""}, StructureType::paragraph));
  return piece;
}

Piece apply_summary(Applying& applying, const content::Summary& summary, const Surroundings& around) {
  Surroundings holder = inside(applying, around, {"summary", ""});
  holder.element = add_element(applying, around, StructureType::section);
  if (!summary.id.empty()) {
    set_target(applying, element_key(summary.id), holder.element);
    applying.structure[holder.element].content_id = summary.id;
  }
  const content::Words title = summary.title ? *summary.title : named_text(applying, "summary");
  FlowBlock block = block_of(holder.style, holder.element);
  const StyleProperties& style = applying.styles[holder.style].properties;
  const StyleProperties& title_style = applying.styles.properties({"title", ""}, holder.name);
  if (style.arrange.value_or(Arrange::down) == Arrange::across) {
    using namespace literals;
    RowCell title_cell;
    title_cell.block = apply_title(applying, title, holder, StructureType::h2);
    if (title_style.width) {
      title_cell.width = {FurnitureWidth::Kind::measure, *title_style.width};
      // The cell has the width that the title asked for.
      title_cell.block.style =
          applying.styles.changed(title_cell.block.style, [](StyleProperties& p) { p.width.reset(); });
    }
    RowCell text_cell;
    text_cell.block = stack_block(applying.plain_inside(holder.style), apply_blocks(applying, summary.blocks, holder));
    Row row;
    row.gap = 6_mm;  // the gutter
    row.cells.push_back(std::move(title_cell));
    row.cells.push_back(std::move(text_cell));
    block.content = std::move(row);
  } else {
    block.content = Stack{apply_titled_blocks(applying, {title, StructureType::h2, summary.blocks}, holder)};
  }
  Piece piece;
  piece.name = "summary";
  piece.beside = style.beside.value_or(Beside::none);
  piece.span = style.span.value_or(Span::column);
  piece.blocks.push_back(std::move(block));
  return piece;
}

Piece apply_section(Applying& applying, const content::Section& section, const Surroundings& around) {
  const std::string role(content::role_name(section.role));
  Surroundings holder = inside(applying, around, {"section", role});
  holder.element = add_element(applying, around, StructureType::section);
  applying.structure[holder.element].content_id = section.id;
  set_target(applying, element_key(section.id), holder.element);
  if (!role.empty()) set_target(applying, role_key(role), holder.element);

  FlowBlocks blocks;
  blocks.push_back(apply_title(applying, section.title, holder, StructureType::h2));
  blocks.front().role = BlockRole::section_title;
  blocks.front().where = section.where;
  add_all(blocks, apply_blocks(applying, section.blocks, holder));

  Piece piece = piece_of(applying, role, holder.style, std::move(blocks));
  FlowBlock& first = piece.blocks.front();
  first.element = holder.element;
  first.has_element = true;
  return piece;
}

FlowBlocks apply_block(Applying& applying, const content::Subsection& subsection, const Surroundings& around) {
  Surroundings holder = inside(applying, around, {"subsection", ""});
  holder.element = add_element(applying, around, StructureType::section);
  FlowBlocks blocks;
  blocks.push_back(apply_title(applying, subsection.title, holder, StructureType::h3));
  blocks.front().element = holder.element;
  add_all(blocks, apply_blocks(applying, subsection.blocks, holder));
  return unwrapped(applying, holder.style, std::move(blocks));
}

Piece apply_glossary(Applying& applying, const content::Document& document, const Surroundings& around) {
  Surroundings holder = inside(applying, around, {"glossary", ""});
  holder.element = add_element(applying, around, StructureType::section);
  FlowBlocks blocks;
  blocks.push_back(apply_title(applying, named_text(applying, "glossary"), holder, StructureType::h2));
  blocks.front().role = BlockRole::section_title;
  blocks.front().element = holder.element;
  Surroundings list = holder;
  list.element = add_element(applying, holder, StructureType::list);
  for (const content::GlossaryEntry& entry : document.glossary) {
    Surroundings line = inside(applying, list, {"entry", ""});
    line.element = add_element(applying, list, StructureType::list_item);
    FlowBlock block = block_of(line.style, line.element);
    const StructureId label = add_element(applying, line, StructureType::label, entry.term);
    const StructureId body = add_element(applying, line, StructureType::list_body, entry.definition);
    // The term leads its line, set apart as terms are in the text.
    Surroundings term = line;
    StyleProperties look = applying.styles.properties({"term", ""}, line.name);
    look.bold = look.bold.value_or(true);
    term.style = applying.styles.intern(std::move(look), line.style);
    block.content = run_together(styled_paragraph(applying, entry.term, term, label),
                                 styled_paragraph(applying, entry.definition, line, body));
    set_target(applying, entry_key(entry.id), line.element);
    blocks.push_back(std::move(block));
  }
  return piece_of(applying, "glossary", holder.style, std::move(blocks));
}

}  // namespace handout::design
