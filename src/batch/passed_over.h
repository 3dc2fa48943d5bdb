#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/files.h"

namespace handout::batch {

/// Warns `content.no-handout` of each folder in content/ that holds no handout.xml, so that it is passed over; content/
/// shared holds none. Hidden folders are no one's handouts. Warns `localization.no-language` of each XLIFF file that is
/// named for no language, and `localization.own-language` of each that is named for the one that all it could translate
/// is written in; in brands' folders too. Of handouts, of those `asked` for, of all where it is empty; that a folder
/// holds none is told in the latter case alone.
void warn_of_passed_over(const Files&, const std::vector<std::string>& asked, Diagnostics&);

}  // namespace handout::batch
