#include <array>

#include "design/design.h"

namespace handout::design {
namespace {

using namespace literals;

struct PaperKind {
  PaperSize paper;
  std::string_view name;
  Size size;
};
const std::array<PaperKind, 6>& paper_kinds() {
  // ISO 216; ANSI/ASME Y14.1 for letter and legal; phone is a tall screen, 90 mm wide, that prints at reading size.
  static constexpr std::array<PaperKind, 6> kinds{{
      {PaperSize::a3, "a3", {297_mm, 420_mm}},
      {PaperSize::a4, "a4", {210_mm, 297_mm}},
      {PaperSize::a5, "a5", {148_mm, 210_mm}},
      {PaperSize::letter, "letter", {612_pt, 792_pt}},
      {PaperSize::legal, "legal", {612_pt, 1008_pt}},
      {PaperSize::phone, "phone", {90_mm, 180_mm}},
  }};
  return kinds;
}

}  // namespace

Size paper_dimensions(PaperSize paper) {
  for (const PaperKind& kind : paper_kinds()) {
    if (kind.paper == paper) return kind.size;
  }
  return {};
}

std::string_view paper_name(PaperSize paper) {
  for (const PaperKind& kind : paper_kinds()) {
    if (kind.paper == paper) return kind.name;
  }
  return {};
}

std::optional<PaperSize> paper_from_name(std::string_view name) {
  for (const PaperKind& kind : paper_kinds()) {
    if (kind.name == name) return kind.paper;
  }
  return std::nullopt;
}

}  // namespace handout::design
