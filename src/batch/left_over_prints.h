#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "base/files.h"
#include "batch/jobs.h"

namespace handout::batch {

/// Warns `usage.left-over` of each PDF that lies where these jobs print, under the name that one of them would have in
/// a language that its handout no longer has: it says what the text said when there was a translation. It stays: nobody
/// has asked for it to be taken away. Not where a --name does not tell handouts apart, or has the language in a
/// folder's name.
void warn_of_left_over_prints(const std::vector<Job>&, const Files& project, Diagnostics&);

}  // namespace handout::batch
