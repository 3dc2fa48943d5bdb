#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "figures/load_svg.h"

/// Whatever the bytes: a drawing, or an error, and never both or neither.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace handout;
  const auto file = std::make_shared<const SourceFile>(
      SourceFile{"figures/fuzz.svg", std::string(reinterpret_cast<const char*>(data), size)});
  Diagnostics diagnostics;
  const auto drawing = figures::load_svg(file, diagnostics);
  ENSURE(drawing.has_value() != diagnostics.has_errors());
  for (const Diagnostic& diagnostic : diagnostics.items())
    ENSURE(!format(diagnostic).empty());
  return 0;
}
