#pragma once

#include "base/diagnostic.h"
#include "base/xml.h"
#include "localization/coded_text.h"

namespace handout::localization {

/// The name of an element without the prefix that a file may have bound to XLIFF's namespace.
std::string_view local_name(std::string_view name);

/// The text of a source, target or segment, in XLIFF 1.2 or 2.x: their names for inline codes differ, so that one
/// reader takes both. Segments (`mrk mtype="seg"`) and remarks are joined. White space is as in the file, so that parts
/// may be joined. An element that may hide words is `localization.bad-file`.
CodedText read_xliff_words(const XmlElement&, Diagnostics&);

}  // namespace handout::localization
