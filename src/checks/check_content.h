#pragma once

#include <string>

#include "base/diagnostic.h"
#include "content/document.h"

namespace handout::checks {

/// What is looked at in a handout that loaded well: its dates, held to `today` (ISO 8601; empty: not at all), and how
/// easily it reads. Warnings: `content.past-review` (an error in a release), `checks.readability`.
/// Error: `content.withdrawn`.
void check_content(const content::Document&, const std::string& today, Diagnostics&);

}  // namespace handout::checks
