#pragma once

#include <string>

#include "base/diagnostic.h"
#include "content/document.h"
#include "content/sign_offs.h"

namespace handout::checks {

/// Who has signed a handout, and what its text is now (localization/canonical_text).
struct Signing {
  const content::SignOffs& sign_offs;
  std::string digest;
  content::SignOffRole wanted = content::SignOffRole::clinical;
};

/// Warns with `content.not-signed-off` (an error in a release) where no sign-off of the wanted role is of the text as
/// it stands, in the document's language: clinical of the language it is written in, language of a translation.
void check_sign_offs(const content::Document&, const Signing&, Diagnostics&);

}  // namespace handout::checks
