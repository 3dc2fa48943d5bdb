#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/xml.h"
#include "localization/coded_text.h"

namespace handout::localization {

/// The name of an element without the prefix that a file may have bound to XLIFF's namespace.
std::string_view local_name(std::string_view name);

/// An attribute's value; empty where there is none.
std::string attribute_value(const XmlElement&, std::string_view name);

/// The text of sources or targets in the order given, in XLIFF 1.2 or 2.x: their names for inline codes differ, so that
/// one reader takes both. A code may begin in one and end in another. Segments (`mrk mtype="seg"`) and remarks are
/// joined. An element that may hide words is `localization.bad-file`, a character that may not be printed
/// `localization.control-character`.
CodedText read_xliff_words(const std::vector<const XmlElement*>&, Diagnostics&);

}  // namespace handout::localization
