#pragma once

#include <string>

#include "design/applying.h"

namespace handout::design {

/// ART-DIRECTION: or telephones do not read it.
inline constexpr Length least_code = literals::operator""_mm(18ULL);

/// A QR code as a picture in a Figure with the text `qr` as its alternative. `address` has its fields filled.
struct CodePicture {
  Picture picture;
  StructureId figure;
  StyleId style;         ///< of `qr`, its width taken off
  FurnitureWidth width;  ///< of the cell it stands in: a share is the cell's, and the picture fills it
};
CodePicture apply_code(Applying&, const std::string& address, const Surroundings& around);

/// An address as people read it: without https:// and without a slash at its end.
std::string printed_address(std::string_view address);

}  // namespace handout::design
