#pragma once

#include <span>

#include "base/diagnostic.h"
#include "checks/check.h"
#include "content/document.h"

namespace handout::checks {

using ContentCheck = Check<content::Document, Today>;
/// What is looked at in a handout that loaded well: its dates and how easily it reads.
std::span<const ContentCheck> content_checks();

/// All of content_checks. Warnings: `content.past-review` (an error in a release), `checks.readability`.
/// Error: `content.withdrawn`.
void check_content(const content::Document&, const Today&, Diagnostics&);

}  // namespace handout::checks
