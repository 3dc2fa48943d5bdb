#pragma once

#include <string>
#include <vector>

#include "base/locale.h"
#include "base/source.h"

namespace handout::content {

enum class SignOffRole { clinical, language };

/// One reading of one locale's text. `of` is localization/canonical_text's digest of what was read.
struct SignOff {
  Locale locale;
  std::string of;
  std::string by;
  SignOffRole role = SignOffRole::clinical;
  std::string on;  ///< ISO 8601 date
  SourceRange where;
};
using SignOffs = std::vector<SignOff>;

}  // namespace handout::content
