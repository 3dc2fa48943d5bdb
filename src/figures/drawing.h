#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/source.h"
#include "base/units.h"

namespace handout::figures {

/// One coordinate space for everything in a drawing: one unit of the file (an SVG user unit, a pixel, a QR module) is
/// one point. A drawing is scaled when it is placed.

enum class Verb : std::uint8_t { move, line, curve, close };
/// `curve` uses all three points (two controls, end), `move` and `line` only `end`, `close` none.
struct Segment {
  Verb verb = Verb::move;
  Point control_1, control_2, end;
};
struct Path {
  std::vector<Segment> segments;
};

Path rectangle(Rect);
/// `corner` is the radius at every corner, 0 for none; four Bézier arcs (kappa 0.5522847498).
Path rounded_rectangle(Rect, Length corner);
Path circle(Point centre, Length radius);

/// A brand's swatch by name (class="fill-primary"), looked up when the drawing is placed.
struct SwatchName {
  std::string name;
};
using Ink = std::variant<Color, SwatchName>;

enum class LineCap : std::uint8_t { butt, round, square };
enum class LineJoin : std::uint8_t { miter, round, bevel };
struct Stroke {
  Ink ink;
  Length width;
  LineCap cap = LineCap::butt;
  LineJoin join = LineJoin::miter;
  std::vector<Length> dashes;  ///< empty: solid
};

struct Shape {
  Path path;
  std::optional<Ink> fill;  ///< non-zero winding rule
  std::optional<Stroke> stroke;
  Factor fill_opacity, stroke_opacity;  ///< 1: opaque
  std::optional<Path> clip;             ///< what lies outside is not drawn
};

/// Physical: `start` is left in every language (docs/formats.md, Figures).
enum class Anchor : std::uint8_t { start, middle, end };

/// Words to be set later by the press's own text engine.
struct Label {
  std::string id;    ///< empty for a step number
  std::string text;  ///< tspans joined with spaces
  bool step_number = false;
  Point at;  ///< anchor point on the first baseline
  Anchor anchor = Anchor::start;
  Length size;
  bool bold = false;
  Ink ink;
  Length width;  ///< measure to wrap in
  SourceRange where;
};

/// Pixels, or a JPEG's own bytes when it can be embedded as it is.
struct Raster {
  std::uint32_t width = 0, height = 0;
  std::string rgb;    ///< 3 bytes a pixel; empty when `jpeg` is set
  std::string alpha;  ///< 1 byte a pixel; empty: opaque
  std::string jpeg;   ///< baseline or progressive, 1 or 3 components, upright
  std::uint8_t jpeg_components = 3;
};
struct PlacedRaster {
  std::shared_ptr<const Raster> raster;
  Rect box;
};

using DrawingItem = std::variant<Shape, Label, PlacedRaster>;

struct Drawing {
  std::string path;  ///< of the file, for messages
  Rect view_box;
  /// What must be seen: a panel lower than the drawing may cut off what lies above and below it. Unset: all of
  /// view_box.
  std::optional<Rect> kept;
  Length quiet_zone;               ///< of a code: the width of the white around it, on which no ink may stand
  std::vector<DrawingItem> items;  ///< in painting order
};
using DrawingPtr = std::shared_ptr<const Drawing>;

}  // namespace handout::figures
