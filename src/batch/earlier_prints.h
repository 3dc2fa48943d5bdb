#pragma once

#include <string>
#include <vector>

#include "batch/jobs.h"

namespace handout::batch {

/// Takes away what earlier runs printed where this job would have printed now: a PDF that is no longer made from the
/// text as it stands must not lie there as if it were. Where the job's language is not known, that is a PDF in each
/// language that the project knows. Returns what it took away. Throws Failure `files.remove` where one has to be left.
std::vector<std::string> remove_earlier_prints(const Job&);

}  // namespace handout::batch
