#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/locale.h"
#include "base/source.h"

namespace handout::content {

enum class SignOffRole { clinical, language };

/// One reading of one locale's text. `of` is the first 16 hex digits of the SHA-256 of what was read.
struct SignOff {
  Locale locale;
  std::string of;
  std::string by;
  SignOffRole role = SignOffRole::clinical;
  std::string on;  ///< ISO 8601 date
  SourceRange where;
};

/// Reads content/<id>/sign-offs.xml, codes `content.*`; a null file gives none. nullopt iff this call added an error.
std::optional<std::vector<SignOff>> load_sign_offs(const SourceFilePtr&, Diagnostics&);

}  // namespace handout::content
