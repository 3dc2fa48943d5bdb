#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/units.h"
#include "design/manuscript.h"
#include "design/structure_tree.h"
#include "figures/drawing.h"
#include "text/paragraph.h"

namespace handout::pages {

/// A run at its place: `origin` is the pen's start on the baseline, left end.
struct PlacedRun {
  Point origin;
  text::GlyphRun run;
};

struct PlacedStroke {
  Color color;
  Length width;
  figures::LineCap cap = figures::LineCap::butt;
  figures::LineJoin join = figures::LineJoin::miter;
  std::vector<Length> dashes;
};
/// A path on the page, in page coordinates.
struct PlacedPath {
  figures::Path path;
  std::optional<Color> fill;
  std::optional<PlacedStroke> stroke;
  Factor fill_opacity, stroke_opacity;
  design::Tag tag;
};
struct PlacedImage {
  std::shared_ptr<const figures::Raster> raster;
  Rect box;
  design::Tag tag;
};
/// What is inside is cut off at the path.
struct ClipGroup;
using PageItem = std::variant<PlacedRun, PlacedPath, PlacedImage, std::shared_ptr<const ClipGroup>>;
struct ClipGroup {
  figures::Path clip;
  std::vector<PageItem> items;
};

/// Where a tap on the page leads. One for each line of a link.
struct LinkArea {
  Rect box;
  design::StructureId element;  ///< the Link
  design::LinkTarget target;
  std::string contents;  ///< what the link says, for its Contents entry
};

/// The box of a Figure on its page, for the BBox attribute.
struct FigureArea {
  design::StructureId element;
  Rect box;
};

struct Page {
  Size size;
  std::string label;            ///< "1"; cover and back have none of their own
  std::vector<PageItem> items;  ///< painting order; content in reading order within each thread
  std::vector<LinkArea> links;
  std::vector<FigureArea> figures;
};

/// Where an element's first drawing stands: destinations of links and outline.
struct Anchor {
  design::StructureId element;
  std::size_t page = 0;  ///< index
  Point top;             ///< top-left of its first line
};

struct PagedDocument {
  std::vector<Page> pages;
  design::StructureTree structure;
  std::vector<Anchor> anchors;  ///< one an element at most, in structure order
  Locale locale;
  std::string title;
  std::string edition;
  design::Duplex duplex = design::Duplex::no;

  // What fitting chose.
  int setting = 0;         ///< of the ladder, 0 to 15
  bool overflows = false;  ///< nothing fitted within the page limit
  int overflow_lines = 0;  ///< lines too many at the tightest setting
};

/// A text dump of every page: one line an item, positions in points with two decimals. For goldens and for people.
std::string dump_pages(const PagedDocument&, const text::FontSet&);

}  // namespace handout::pages
