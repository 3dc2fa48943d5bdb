#pragma once

#include <string>
#include <vector>

#include "base/xml.h"
#include "design/read_brand.h"

namespace handout::design {

/// The words of a brand: <name>, <field>, <notice>.
std::string read_brand_name(const XmlElement&, Diagnostics&);
/// Adds a clinic.* field. Errors: `design.bad-id`, `.field-not-here`, `.set-twice`, `.bad-value`, `.empty-text`.
void read_brand_field(const XmlElement&, BrandFile&, Diagnostics&);
/// Adds a notice. Errors: `design.set-twice`, `.text-beside-blocks`, and those of words.
void read_notice(const XmlElement&, BrandFile&, Diagnostics&);
/// Reports `design.duplicate-id` for paragraphs of notices.
void check_notice_ids(const std::vector<const XmlElement*>& brand_children, Diagnostics&);

}  // namespace handout::design
