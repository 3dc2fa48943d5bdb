#include <fmt/format.h>

#include <set>
#include <utility>

#include "design/apply_blocks.h"
#include "design/captions.h"
#include "design/drawing_swatches.h"
#include "design/figure_labels.h"
#include "design/styled_words.h"

namespace handout::design {
namespace {

std::string alternative(Applying& applying, const content::Words& alt, const Surroundings& around) {
  return said(styled_paragraph(applying, alt, around, Artifact::layout));
}

void check_swatches(Applying& applying, const figures::Drawing& drawing, const SourceRange& where) {
  for (const std::string& name : swatches_of(drawing)) {
    if (applying.swatches.contains(name)) continue;
    report_unknown_swatch(drawing, name, {applying.design.brand, where}, applying.diagnostics);
  }
}

/// The key below its figure, before what follows the pair.
FlowBlocks with_key(Applying& applying, FlowBlocks blocks, FlowBlocks key, const Surroundings& figure) {
  if (key.empty()) return blocks;
  FlowBlock list = stack_block(applying.plain_inside(figure.style), std::move(key));
  const auto space = applying.styles[blocks.back().style].properties.space_after;
  list.style = applying.styles.changed(list.style, [&](StyleProperties& p) { p.space_after = space; });
  blocks.back().style =
      applying.styles.changed(blocks.back().style, [](StyleProperties& p) { p.keep_with_next = true; });
  blocks.push_back(std::move(list));
  return blocks;
}

}  // namespace

FlowBlocks apply_block(Applying& applying, const content::Figure& figure, const Surroundings& around) {
  ENSURE(figure.drawing != nullptr);
  check_swatches(applying, *figure.drawing, around.where);
  const Surroundings holder = inside(applying, around, {"figure", ""});
  FlowBlock block;
  block.style = holder.style;
  Picture picture;
  picture.drawing = figure.drawing;
  picture.mirror = figure.mirror;
  picture.tag = Artifact::layout;
  Surroundings caption_holder = holder;
  if (!figure.alt.empty()) {
    const StructureId element = add_element(applying, around, StructureType::figure, figure.alt);
    applying.structure[element].alt = alternative(applying, figure.alt, around);
    picture.tag = element;
    block.element = element;
    block.has_element = true;
    caption_holder.element = element;
  }
  std::optional<FlowBlock> caption;
  if (figure.caption) {
    const StructureType type = block.has_element ? StructureType::caption : StructureType::paragraph;
    caption = apply_words(applying, *figure.caption, caption_holder, {"caption", ""}, type);
  }
  FigureLabels labels = apply_labels(applying, figure, {holder, picture.tag});
  picture.labels = std::move(labels.labels);
  block.content = std::move(picture);
  FlowBlocks blocks;
  if (caption) {
    blocks = apply_caption(applying, {std::move(block), std::move(*caption), CaptionSide::bottom});
  } else {
    blocks.push_back(std::move(block));
  }
  return with_key(applying, std::move(blocks), std::move(labels.key), holder);
}

}  // namespace handout::design
