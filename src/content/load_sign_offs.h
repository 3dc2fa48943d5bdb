#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "base/source.h"
#include "content/sign_offs.h"

namespace handout::content {

/// Reads content/<id>/sign-offs.xml, codes `content.*`; a null file gives none. nullopt iff this call added an error.
std::optional<SignOffs> load_sign_offs(const SourceFilePtr&, Diagnostics&);

/// The file that load_sign_offs reads as these.
std::string write_sign_offs(const SignOffs&);

}  // namespace handout::content
