#include "design/markers.h"

#include <string>
#include <utility>

#include "design/styled_words.h"

namespace handout::design {
namespace {

/// 10 pt numerals on discs of 16 pt; large print's discs of 25 pt then carry its least size, 16 pt.
constexpr Factor numeral_on_disc = Factor::thousandths(640);
/// A mark is followed by half its own width, where the sheet states no indent: discs of 16 pt, text at 24 pt.
constexpr Factor indent_of_mark = Factor::thousandths(1500);

/// A digit of most typefaces, rounded up.
constexpr Factor digit_width = Factor::thousandths(600);

std::int64_t digits_in(std::size_t number) {
  return static_cast<std::int64_t>(std::to_string(number).size());
}

bool has_disc(const StyleProperties& marks) {
  return marks.marker_fill && *marks.marker_fill != "none";
}

}  // namespace

std::optional<BlockMarker> icon_marker(Applying& applying, StyleId style) {
  const StyleProperties& properties = applying.styles[style].properties;
  if (!properties.icon || *properties.icon == "none") return std::nullopt;
  const auto icon = applying.design.icons.find(*properties.icon);
  if (icon == applying.design.icons.end() || !icon->second) return std::nullopt;
  BlockMarker marker;
  marker.icon = icon->second;
  return marker;
}

StyleId marked_style(Applying& applying, StyleId item, const Marking& marking) {
  if (marking.kind == MarkerKind::none) return item;
  return applying.styles.changed(item, [&](StyleProperties& properties) {
    properties.marker = marking.kind;
    properties.marker_size = marking.look.marker_size;
    properties.marker_ink = marking.look.marker_ink;
    properties.marker_fill = marking.look.marker_fill;
    if (!properties.indent) {
      const Measure mark = marking.look.marker_size.value_or(Measure{Measure::Unit::em, Factor::one});
      properties.indent = Measure{mark.unit, scaled(mark.units, indent_of_mark.units, Factor::one)};
    }
    if (!is_numbered(marking.kind) || has_disc(marking.look)) return;
    // Indents are stated for numbers of one digit; sizes only shrink from the upper end.
    Measure& indent = *properties.indent;
    const Length em = indent.unit == Measure::Unit::em ? Length{Factor::one} : applying.styles.largest_size(item);
    indent.units += (digits_in(marking.items) - 1) * (em * digit_width).units;
  });
}

std::optional<BlockMarker> item_marker(Applying& applying, const Marking& marking, int number,
                                       const Surroundings& item) {
  if (marking.kind == MarkerKind::none) return std::nullopt;
  BlockMarker marker;
  marker.kind = marking.kind;
  if (!is_numbered(marking.kind)) {
    const std::optional<std::string>& ink = marking.look.marker_ink;
    const bool is_seen = ink ? *ink != "none" : applying.styles.prints_text(item.style);
    return is_seen ? std::optional(marker) : std::nullopt;
  }
  Surroundings holder = item;
  holder.style = applying.styles.intern(number_look(marking.look), item.style);
  std::string digits = applying.number(number, item.locale);
  if (marking.kind == MarkerKind::number_with_point) digits += '.';
  const StructureId label = add_element(applying, item, StructureType::label);
  marker.number = plain_paragraph(std::move(digits), holder, label);
  return marker;
}

bool is_numbered(MarkerKind kind) {
  return kind == MarkerKind::number || kind == MarkerKind::number_with_point;
}

StyleProperties number_look(const StyleProperties& marks) {
  StyleProperties look;
  look.ink = marks.marker_ink;
  if (!has_disc(marks)) return look;
  look.bold = true;
  const Measure disc = marks.marker_size.value_or(Measure{Measure::Unit::em, Factor::one});
  const Measure size{disc.unit, scaled(disc.units, numeral_on_disc.units, Factor::one)};
  look.size = MeasureRange{size, size, false};
  return look;
}

}  // namespace handout::design
