#pragma once

#include "base/diagnostic.h"
#include "base/xml.h"
#include "content/load_glossary.h"
#include "content/shared_blocks.h"

namespace handout::content {

/// What a handout or a shared file must hold to by itself, beyond its shape. Warnings `content.missing-id`,
/// `content.literal-phone`; errors duplicate-id, unknown-field, field-not-here, table-shape, table-no-header,
/// empty-text (a cell), risk-count, fact-count, all-detail.
void check_within(const XmlElement& root, Diagnostics&);

/// What holds for a handout as a whole, shared blocks in place: missing-role, duplicate-role, missing-zone,
/// detail-not-here, all-detail and duplicate-id across files, unknown-source, unused-source, unknown-term,
/// unknown-target, date-order.
void check_whole(const XmlElement& handout, const SharedBlocks&, const Glossary&, Diagnostics&);

}  // namespace handout::content
