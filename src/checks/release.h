#pragma once

#include "base/diagnostic.h"

namespace handout::checks {

/// The same diagnostics with every warning that a print for patients may not have made an error: missing risks or help,
/// a missing emergency or call zone, a typed phone number, a review date gone by, words without a translation, a
/// missing sign-off.
Diagnostics hold_to_release(const Diagnostics&);

}  // namespace handout::checks
