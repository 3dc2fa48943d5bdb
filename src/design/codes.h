#pragma once

#include <string>

#include "design/applying.h"

namespace handout::design {

/// 18 mm: or telephones do not read it.
inline constexpr Length least_code = literals::operator""_mm(18ULL);

/// What a code opens. `stage` is whose mistake it is where that is too long: "content" or "design".
struct CodeAddress {
  std::string filled;
  SourceRange where;
  std::string stage;
};

/// A QR code as a picture in a Figure with the text `qr` as its alternative. The drawing is null where the address is
/// too long (`<stage>.bad-value`) or empty (its field has no value, as told).
struct CodePicture {
  Picture picture;
  StructureId figure;
  StyleId style;         ///< of `qr`, its width taken off
  FurnitureWidth width;  ///< of the cell it stands in: a share is the cell's, and the picture fills it
};
CodePicture apply_code(Applying&, const CodeAddress&, const Surroundings& around);

/// An address as people read it: without https:// and without a slash at its end.
std::string printed_address(std::string_view address);

}  // namespace handout::design
