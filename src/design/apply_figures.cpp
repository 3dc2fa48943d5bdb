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

struct Keyed {
  FlowBlocks figure;
  FlowBlocks key;
  std::optional<StructureId> only_if;  ///< the picture's Picture::key, where the key stands only with numbers
};

/// The key below its figure, before what follows the pair.
FlowBlocks with_key(Applying& applying, Keyed pair, const Surroundings& figure) {
  FlowBlocks blocks = std::move(pair.figure);
  if (pair.key.empty()) return blocks;
  FlowBlock list = stack_block(applying.plain_inside(figure.style), std::move(pair.key));
  const auto space = applying.styles[blocks.back().style].properties.space_after;
  list.style = applying.styles.changed(list.style, [&](StyleProperties& p) {
    p.space_after = space;
    p.keep_together = true;
  });
  if (!pair.only_if) {
    blocks.back().style =
        applying.styles.changed(blocks.back().style, [](StyleProperties& p) { p.keep_with_next = true; });
    blocks.push_back(std::move(list));
    return blocks;
  }
  // Whether it stands there is known when they are laid out, so they are one block.
  list.key = pair.only_if;
  blocks.push_back(std::move(list));
  const auto span = applying.styles[figure.style].properties.span;
  FlowBlocks result;
  result.push_back(stack_block(applying.plain_inside(figure.style), std::move(blocks)));
  result.front().style = applying.styles.changed(result.front().style, [&](StyleProperties& p) { p.span = span; });
  return result;
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
  picture.numbers = std::move(labels.numbers);
  if (!picture.numbers.empty()) picture.key = labels.list;
  const std::optional<StructureId> key = picture.key;
  block.content = std::move(picture);
  FlowBlocks blocks;
  if (caption) {
    blocks = apply_caption(applying, {std::move(block), std::move(*caption), CaptionSide::bottom});
  } else {
    blocks.push_back(std::move(block));
  }
  return with_key(applying, {std::move(blocks), std::move(labels.key), key}, holder);
}

}  // namespace handout::design
