#pragma once

#include "design/manuscript.h"
#include "pages/composer.h"
#include "text/paragraph.h"

namespace handout::pages {

/// The least measure a block can be set in, and the most it would use: for rows and tables.
text::ContentWidths natural_widths(Composer&, const design::FlowBlock&);
text::ContentWidths natural_widths(Composer&, const design::FlowBlocks&);
text::ContentWidths natural_widths(Composer&, const design::StyledFurniture&);
/// A picture's, without panel or padding.
text::ContentWidths natural_widths(const design::Picture&, const design::Style&);

}  // namespace handout::pages
