#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "figures/drawing.h"

namespace handout::figures {

/// PNG (every bit depth, palette, transparency, interlaced) or JPEG (grey or YCbCr; EXIF orientation applied; CMYK
/// refused: it may not stand beside an sRGB output intent, ISO 19005-2 6.2.4). The whole file is decoded, so that a
/// truncated or damaged one is an error and never half a picture. `where` is the attribute that names the file.
/// Errors: `content.bad-image` / `design.bad-image` (by `stage`). nullopt iff this call added an error.
std::optional<Drawing> load_image(const std::string& path, std::string_view bytes, std::string_view stage,
                                  const SourceRange& where, Diagnostics&);

}  // namespace handout::figures
