#include "design/codes.h"

#include <fmt/format.h>

#include <memory>
#include <optional>
#include <utility>

#include "design/named_texts.h"

namespace handout::design {
namespace {

figures::DrawingPtr draw(Applying& applying, const CodeAddress& address) {
  if (address.filled.empty()) return nullptr;
  std::optional<figures::Drawing> drawing = applying.copy.draw_code(address.filled);
  if (drawing) return std::make_shared<const figures::Drawing>(std::move(*drawing));
  applying.diagnostics.error(
      address.stage + ".bad-value",
      fmt::format("the address of this <qr> has {} bytes, too many for a code", address.filled.size()), address.where,
      "shorten it: short codes are also read more easily");
  return nullptr;
}

}  // namespace

CodePicture apply_code(Applying& applying, const CodeAddress& address, const Surroundings& around) {
  CodePicture code;
  const Surroundings holder = inside(applying, around, {"qr", ""});
  const StyleProperties properties = applying.styles[holder.style].properties;
  code.style = applying.styles.changed(holder.style, [](StyleProperties& p) { p.width.reset(); });
  code.figure = add_element(applying, around, StructureType::figure);
  applying.structure[code.figure].alt = named_alternative(applying, "qr", {{"qr.href", address.filled}});
  code.picture.tag = code.figure;
  const Measure width = properties.width.value_or(Measure{Measure::Unit::absolute, least_code.units});
  if (width.unit == Measure::Unit::share) {
    code.width = {FurnitureWidth::Kind::measure, width};
  } else {
    const bool in_em = width.unit == Measure::Unit::em;
    const Length length =
        in_em ? applying.styles.largest_size(holder.style) * Factor{width.units} : Length{width.units};
    code.picture.width = Measure{Measure::Unit::absolute, length.units};
    code.width.kind = FurnitureWidth::Kind::fit;
  }
  code.picture.drawing = draw(applying, address);
  return code;
}

std::string printed_address(std::string_view address) {
  for (const std::string_view scheme : {"https://", "http://", "mailto:", "tel:"}) {
    if (!address.starts_with(scheme)) continue;
    address.remove_prefix(scheme.size());
    break;
  }
  while (!address.empty() && address.back() == '/')
    address.remove_suffix(1);
  return std::string(address);
}

}  // namespace handout::design
