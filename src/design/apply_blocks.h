#pragma once

#include "content/document.h"
#include "design/applying.h"

namespace handout::design {

/// Blocks of the content as blocks of the manuscript, in order.
FlowBlocks apply_blocks(Applying&, const content::Blocks&, const Surroundings&);

/// What an item, step, stage or cell holds. Words of their own are set as the holder is styled, in an element of
/// `type`.
FlowBlocks apply_body(Applying&, const content::WordsOrBlocks&, const Surroundings& holder, StructureType type);

/// The element `name` with its words, as a block of its own in a new element of `type`.
FlowBlock apply_words(Applying&, const content::Words&, const Surroundings& around, const ElementName& name,
                      StructureType type);

/// A title inside `around`: kept with what follows, with the icon of its style; headings are listed in the outline.
FlowBlock apply_title(Applying&, const content::Words&, const Surroundings& around, StructureType type);

/// A title and the blocks it leads, one below the other; or, where its style says run-in and a paragraph comes first,
/// the title in that paragraph.
struct TitledBlocks {
  content::Words title;
  StructureType type = StructureType::paragraph;
  const content::Blocks& blocks;
};
FlowBlocks apply_titled_blocks(Applying&, const TitledBlocks&, const Surroundings& around);

/// A block whose lines, picture or children belong to `element`.
FlowBlock block_of(StyleId style, StructureId element);
/// The paragraph as a block; the element is the one its lines belong to.
FlowBlock paragraph_block(StyledParagraph paragraph);
FlowBlock stack_block(StyleId style, FlowBlocks children);

// The other kinds of block, one file each.
FlowBlocks apply_block(Applying&, const content::List&, const Surroundings&);        // apply_lists
FlowBlocks apply_block(Applying&, const content::Steps&, const Surroundings&);       // apply_lists
FlowBlocks apply_block(Applying&, const content::Facts&, const Surroundings&);       // apply_facts
FlowBlocks apply_block(Applying&, const content::Timeline&, const Surroundings&);    // apply_timeline
FlowBlocks apply_block(Applying&, const content::Zones&, const Surroundings&);       // apply_zones
FlowBlocks apply_block(Applying&, const content::Table&, const Surroundings&);       // apply_tables
FlowBlocks apply_block(Applying&, const content::RiskTable&, const Surroundings&);   // apply_tables
FlowBlocks apply_block(Applying&, const content::Figure&, const Surroundings&);      // apply_figures
FlowBlocks apply_block(Applying&, const content::QrCode&, const Surroundings&);      // apply_codes
FlowBlocks apply_block(Applying&, const content::Subsection&, const Surroundings&);  // apply_sections

}  // namespace handout::design
