#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "figures/load_image.h"

/// Whatever the bytes: a whole picture, or an error.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace handout;
  Diagnostics diagnostics;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto drawing = figures::load_image("figures/fuzz", bytes, "content", {}, diagnostics);
  ENSURE(drawing.has_value() != diagnostics.has_errors());
  if (!drawing) return 0;
  const figures::Raster& raster = *std::get<figures::PlacedRaster>(drawing->items.front()).raster;
  const std::size_t pixels = std::size_t{raster.width} * raster.height;
  ENSURE(raster.jpeg.empty() ? raster.rgb.size() == pixels * 3 : raster.rgb.empty());
  ENSURE(raster.alpha.empty() || raster.alpha.size() == pixels);
  return 0;
}
