#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/files.h"
#include "design/design.h"

namespace handout::design {

/// What a brand prints where nobody asks for anything. Peeked at, so that a brand with mistakes, which prints nothing,
/// tells them of these prints and no others.
struct BrandDefaults {
  std::vector<std::string> layouts;  ///< as named, whether they exist or not; empty: it does not say
  std::optional<PaperSize> paper;
  std::vector<Locale> languages;  ///< its own, its default and those it offers: each that can be made out
};
/// Those of a brand, and what it does not say of what it extends.
BrandDefaults brand_defaults(const Files&, const std::string& brand);

/// The id of the brand with default="yes" (`design.default-brand` where there is none or more than one), or empty. With
/// none, what makes brands no XML is told too: the words may be there.
std::string find_default_brand(const Files&, Diagnostics&);

}  // namespace handout::design
