#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/units.h"
#include "figures/drawing.h"
#include "pdf/coded_text.h"
#include "pdf/deflate.h"
#include "pdf/haru_document.h"

namespace handout::pdf {

/// The name of a font's resource: F0, or F0.1 for its second Type0 font.
std::string font_name(std::size_t font, std::size_t resource);

/// A path that is drawn again and again, such as one dot of a hundred: written once, placed by its first point.
struct Form {
  std::string operators;
  Rect box;  ///< in PDF's directions: y upwards from the first point
};

/// What pages refer to by name, shared by all pages of a document.
class Resources {
 public:
  std::string opacity(Factor fill, Factor stroke);
  std::string image(const std::shared_ptr<const figures::Raster>&);
  std::string form(Form);

  /// Makes the objects. Fonts come last, so that no other object's number depends on which of them there are.
  Object write(HaruDocument&, Deflater&, const std::vector<EmbeddedFont>&) const;

 private:
  std::vector<std::pair<Factor, Factor>> opacities_;
  std::vector<std::shared_ptr<const figures::Raster>> images_;
  std::vector<Form> forms_;
};

}  // namespace handout::pdf
