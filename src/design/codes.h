#pragma once

#include <string>

#include "design/applying.h"

namespace handout::design {

/// A QR code as a picture in a Figure with the text `qr` as its alternative. `address` has its fields filled; the width
/// is that of the style.
struct CodePicture {
  Picture picture;
  StructureId figure;
  StyleId style;  ///< of `qr`, its width taken off: the picture has it
};
CodePicture apply_code(Applying&, const std::string& address, const Surroundings& around);

/// An address as people read it: without https:// and without a slash at its end.
std::string printed_address(std::string_view address);

}  // namespace handout::design
