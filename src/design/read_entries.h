#pragma once

#include <string>
#include <vector>

#include "base/xml.h"
#include "design/design_sheet.h"
#include "design/read_elements.h"

namespace handout::design {

/// The order of entries: paper proof fit page* (icon text style)* when*.
const std::vector<ChildRule>& layout_rules();
/// The same without when.
const std::vector<ChildRule>& when_rules();

/// Where entries stand, for the units of their texts and the folder of their pictures.
struct EntriesPlace {
  std::string layout;
  std::string condition;  ///< of the <when> around them; empty outside
  std::string path;
  Locale locale;  ///< the language of its words
};

/// Reads paper, proof, fit, page, icon, text and style; leaves <when> out.
Entries read_entries(const std::vector<const XmlElement*>&, const EntriesPlace&, const DesignContext&, Diagnostics&);

/// Reports `design.set-twice`: one attribute of one key (for + in, on, name) set twice. Not for the inside of a <when>.
void check_set_twice(const std::vector<const XmlElement*>&, Diagnostics&);

}  // namespace handout::design
