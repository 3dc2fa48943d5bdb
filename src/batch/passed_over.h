#pragma once

#include "base/diagnostic.h"
#include "base/files.h"

namespace handout::batch {

/// Warns `content.no-handout` of each folder in content/ that holds no handout.xml, so that it is passed over; content/
/// shared holds none. Hidden folders are no one's handouts.
void warn_of_passed_over(const Files&, Diagnostics&);

}  // namespace handout::batch
