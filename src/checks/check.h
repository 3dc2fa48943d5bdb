#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace handout::checks {

/// One thing looked at when every stage before has said yes. `code` is what its diagnostics start with.
template <typename... Subject>
struct Check {
  std::string_view code;
  void (*function)(const Subject&..., Diagnostics&);
};

/// What a check may know beside its subject.
struct Today {
  std::string date;  ///< ISO 8601; empty: dates are not looked at
};

}  // namespace handout::checks
