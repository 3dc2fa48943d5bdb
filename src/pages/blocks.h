#pragma once

#include <functional>

#include "design/manuscript.h"
#include "pages/composer.h"
#include "pages/strips.h"

namespace handout::pages {

/// A block with all it holds, as strips: paragraphs one a line, rows and pictures one each, tables one a row.
Strips lay_out_block(Composer&, const design::FlowBlock&, const Room&);
/// Blocks below one another.
Strips lay_out_stack(Composer&, const design::FlowBlocks&, const Room&);

struct ParagraphLook {
  std::optional<design::Align> align;
  text::Rag rag = text::Rag::running;
};
/// A paragraph's lines, its widows and orphans kept together.
Strips lay_out_paragraph(Composer&, const design::StyledParagraph&, const Room&, const ParagraphLook&);

/// What a box is laid around.
struct BoxContent {
  const design::FlowBlock* block = nullptr;  ///< null for furniture
  /// False where the style's rules and fill mean something else (the rule of dots, the panel of a figure).
  bool has_box = true;
  bool centred_in_height = false;   ///< contents stand in the middle of a taller box
  bool first_child_bleeds = false;  ///< the first block inside runs out to the box's top edge
  std::function<Strips(const Room&)> lay_out;
};
/// How a block's box is to be drawn, all but what is in it.
BoxContent box_of(const Composer&, const design::FlowBlock&);
enum class ChildPlace : std::uint8_t { first, later };
/// The room of a child of a stack that has the room `inside`.
Room room_of_child(const Room& inside, ChildPlace);
/// Draws a style's box (fill, rules, padding, least height, width, indent, marker) around what `lay_out` gives, and its
/// spaces.
Strips lay_out_box(Composer&, const design::Style&, const Room&, const BoxContent&);

/// What rules, padding, indent and marker take off the measure.
Length side_insets(Composer&, const design::Style&, const BoxContent&);

/// Where something of this width begins, by the room's align.
Length aligned_start(const Room&, Length width);

/// A style's width, in a measure.
Length width_in(const design::Measure&, Length measure);

}  // namespace handout::pages
