#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "batch/press.h"
#include "batch/project.h"

namespace handout::batch {

struct SignRequest {
  std::string handout;
  std::string locale;  ///< empty: the language that the handout is written in
  std::string by;      ///< the reader's name
  content::SignOffRole role = content::SignOffRole::clinical;
  std::string on;  ///< ISO 8601 date
};

/// What content/<id>/sign-offs.xml says once `by` has signed the text as it stands; an earlier sign-off of the same
/// person, role and language gives way. nullopt iff this call added an error: `usage.unknown-handout`,
/// `usage.unknown-locale`, `usage.no-name`, and whatever is wrong with the handout, which nobody signs broken.
std::optional<std::string> sign(const SignRequest&, const Project&, Press&, Diagnostics&);

}  // namespace handout::batch
