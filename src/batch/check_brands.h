#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "batch/jobs.h"
#include "batch/press.h"

namespace handout::batch {

/// What is wrong with the designs that the brands beside the default one make, each thing once: in the layouts that
/// were asked for, or in all that the brand can print in, and in every language of the project's handouts. No page is
/// made: what is wrong with the handouts themselves the default brand's jobs tell.
Diagnostics check_other_brands(const Request&, const Plan&, Press&);

}  // namespace handout::batch
