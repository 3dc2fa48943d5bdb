#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace handout::figures {

/// How a JPEG must be turned to stand upright, as EXIF numbers it (CIPA DC-008, tag 0x0112): 1 upright, 2 mirrored,
/// 3 upside down, 6 lying on its left side (turn it clockwise), 8 on its right, and the mirrored 4, 5 and 7.
/// 1 where the file does not say, or says nonsense.
int exif_orientation(std::string_view jpeg);

/// `jpeg` without what its pixels do not need: EXIF (which tells where a photograph was taken), XMP, colour profiles,
/// previews, comments. The coded picture stays as it is, to the byte; so do the JFIF and Adobe segments, which say what
/// its components mean. `jpeg` must have been decoded without a warning.
std::string without_metadata(std::string_view jpeg);

}  // namespace handout::figures
