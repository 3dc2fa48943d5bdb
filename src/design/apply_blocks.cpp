#include "design/apply_blocks.h"

#include <utility>
#include <variant>

#include "design/link_targets.h"
#include "design/markers.h"
#include "design/named_texts.h"
#include "design/styled_words.h"

namespace handout::design {
namespace {

bool is_heading(StructureType type) {
  return type == StructureType::h1 || type == StructureType::h2 || type == StructureType::h3;
}

const char* name_of(content::CalloutKind kind) {
  switch (kind) {
    case content::CalloutKind::note:
      return "note";
    case content::CalloutKind::tip:
      return "tip";
    case content::CalloutKind::warning:
      return "warning";
  }
  return "note";
}

FlowBlocks apply_block(Applying& applying, const content::Paragraph& paragraph, const Surroundings& around) {
  return {apply_words(applying, paragraph.words, around, {"p", ""}, StructureType::paragraph)};
}

FlowBlocks apply_block(Applying& applying, const content::Callout& callout, const Surroundings& around) {
  const std::string kind = name_of(callout.kind);
  const Surroundings holder = inside(applying, around, {"callout", kind});
  const TitledBlocks titled{callout.title ? *callout.title : named_text(applying, "callout." + kind),
                            StructureType::paragraph, callout.blocks};
  FlowBlock block = stack_block(holder.style, apply_titled_blocks(applying, titled, holder));
  block.marker = icon_marker(applying, holder.style);
  return {std::move(block)};
}

FlowBlocks apply_block(Applying& applying, const content::NoteLines& notes, const Surroundings& around) {
  FlowBlock block;
  block.style = applying.style_of({"notes", ""}, around);
  block.content = NoteLines{notes.lines};
  return {std::move(block)};
}

}  // namespace

FlowBlock block_of(StyleId style, StructureId element) {
  FlowBlock block;
  block.style = style;
  block.element = element;
  block.has_element = true;
  return block;
}

FlowBlock paragraph_block(StyledParagraph paragraph) {
  FlowBlock block;
  block.style = paragraph.style;
  block.where = paragraph.where;
  if (const auto* element = std::get_if<StructureId>(&paragraph.tag)) {
    block.element = *element;
    block.has_element = true;
  }
  block.content = std::move(paragraph);
  return block;
}

FlowBlock stack_block(StyleId style, FlowBlocks children) {
  FlowBlock block;
  block.style = style;
  block.content = Stack{std::move(children)};
  return block;
}

FlowBlocks apply_blocks(Applying& applying, const content::Blocks& blocks, const Surroundings& around) {
  FlowBlocks result;
  for (const content::Block& block : blocks) {
    const StructureId first{static_cast<std::uint32_t>(applying.structure.nodes.size())};
    Surroundings here = around;
    here.where = block.where;
    FlowBlocks part = std::visit([&](const auto& item) { return apply_block(applying, item, here); }, block.item);
    if (!block.id.empty()) {
      // A link to a block leads to the first element it brought; to what is around, where it brought none (lines).
      const bool has_element = first.value < applying.structure.nodes.size();
      const StructureId target = has_element ? first : around.element;
      set_target(applying, element_key(block.id), target);
      if (has_element) applying.structure[target].content_id = block.id;
    }
    for (FlowBlock& flow : part) {
      if (flow.where.file == nullptr) flow.where = block.where;
      result.push_back(std::move(flow));
    }
  }
  return result;
}

FlowBlocks apply_body(Applying& applying, const content::WordsOrBlocks& body, const Surroundings& holder,
                      StructureType type) {
  if (const auto* blocks = std::get_if<content::Blocks>(&body)) return apply_blocks(applying, *blocks, holder);
  const auto& words = std::get<content::Words>(body);
  if (words.empty()) return {};
  Surroundings plain = holder;
  plain.style = applying.plain_inside(holder.style);
  const StructureId element = add_element(applying, holder, type, words);
  return {paragraph_block(styled_paragraph(applying, words, plain, element))};
}

FlowBlock apply_words(Applying& applying, const content::Words& words, const Surroundings& around,
                      const ElementName& name, StructureType type) {
  const Surroundings holder = inside(applying, around, name);
  const StructureId element = add_element(applying, around, type, words);
  FlowBlock block = paragraph_block(styled_paragraph(applying, words, holder, element));
  block.marker = icon_marker(applying, holder.style);
  return block;
}

FlowBlock apply_title(Applying& applying, const content::Words& words, const Surroundings& around, StructureType type) {
  FlowBlock block = apply_words(applying, words, around, {"title", ""}, type);
  block.role = BlockRole::title;
  block.style = applying.styles.changed(block.style, [](StyleProperties& p) { p.keep_with_next = true; });
  if (is_heading(type)) {
    applying.structure[block.element].outline_title = said(std::get<StyledParagraph>(block.content));
  }
  return block;
}

FlowBlocks apply_titled_blocks(Applying& applying, const TitledBlocks& titled, const Surroundings& around) {
  const bool runs_in = applying.styles.properties({"title", ""}, around.name).run_in.value_or(false);
  const bool leads_paragraph =
      !titled.blocks.empty() && std::holds_alternative<content::Paragraph>(titled.blocks.front().item);
  if (!runs_in || !leads_paragraph) {
    FlowBlocks result;
    result.push_back(apply_title(applying, titled.title, around, titled.type));
    for (FlowBlock& block : apply_blocks(applying, titled.blocks, around))
      result.push_back(std::move(block));
    return result;
  }
  FlowBlocks result = apply_blocks(applying, titled.blocks, around);
  auto& paragraph = std::get<StyledParagraph>(result.front().content);
  // In the paragraph, the title's words are styled as a title and inherit what is around the paragraph.
  const Surroundings holder = inside(applying, around, {"title", ""});
  StyledParagraph title = styled_paragraph(applying, titled.title, holder, paragraph.tag);
  paragraph = run_together(std::move(title), std::move(paragraph));
  return result;
}

}  // namespace handout::design
