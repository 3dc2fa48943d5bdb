#pragma once

#include <string>
#include <vector>

#include "content/document.h"
#include "design/applying.h"

namespace handout::design {

/// What `place` can name: title, subtitle, summary, a section, glossary, sources. A section without a role has no name
/// and runs with the rest.
struct Piece {
  std::string name;
  Beside beside = Beside::none;
  Span span = Span::column;
  FlowBlocks blocks;
};

/// `around`: the name and element of `handout`, the style of the box that the piece is placed in.
Piece apply_heading(Applying&, const content::Words&, const Surroundings& around);  ///< the handout's title, a H1
Piece apply_subtitle(Applying&, const content::Words&, const Surroundings& around);
Piece apply_summary(Applying&, const content::Summary&, const Surroundings& around);
Piece apply_section(Applying&, const content::Section&, const Surroundings& around);
Piece apply_glossary(Applying&, const content::Document&, const Surroundings& around);
Piece apply_sources(Applying&, const content::Document&, const Surroundings& around);

/// One piece after the other, as a thread has them: chains of `beside` side by side, all else below.
FlowBlocks flow_together(Applying&, std::vector<Piece>, StyleId parent);

/// Blocks without the block around them: what its style says of the outside falls to the first and the last of them.
/// Where it draws something (a fill, a rule) or keeps things together it stays, as one block around them.
FlowBlocks unwrapped(Applying&, StyleId wrapper, FlowBlocks);

}  // namespace handout::design
