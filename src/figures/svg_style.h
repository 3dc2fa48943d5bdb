#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/xml.h"
#include "figures/drawing.h"
#include "figures/svg_values.h"

namespace handout::figures {

/// How a shape or a text is painted: what an element says itself, and what it takes over from around it. Lengths are
/// user units, before any transform. The initial values are SVG's (SVG 1.1, property index).
struct SvgStyle {
  std::optional<Ink> fill = Color{};
  std::optional<Ink> stroke;
  Length stroke_width{Length::per_point};
  LineCap cap = LineCap::butt;
  LineJoin join = LineJoin::miter;
  std::vector<Length> dashes;
  Factor fill_opacity, stroke_opacity;
  Length font_size{16 * Length::per_point};
  bool bold = false;
  Anchor anchor = Anchor::start;
};

/// `around` with what `element` changes in it. `class` names swatches and beats the attributes beside it.
/// Errors: `figures.bad-value`.
SvgStyle styled(const SvgStyle& around, const XmlElement& element, Diagnostics&);

/// `value` is not what `attribute` takes; `expected` says what is.
void report_bad_value(const XmlElement&, const XmlAttribute&, const std::string& expected, Diagnostics&);

}  // namespace handout::figures
