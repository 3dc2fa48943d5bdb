#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "pages/paged_document.h"
#include "pdf/resources.h"

namespace handout::pdf {

/// How a path is painted: `f`, `S`, `B`; null where it shows nothing.
const char* painting_operator(const pages::PlacedPath&);

/// What is drawn at a place: a path, or one of its subpaths. Valid as long as the path is.
struct Shape {
  std::span<const figures::Segment> segments;
  const pages::PlacedPath* of = nullptr;  ///< how it is painted
};

/// The subpaths of an opaque path that is one shape at many places, such as a hundred dots; else the whole path. They
/// are taken not to overlap, so that painting them one by one is the same.
std::vector<Shape> split(const pages::PlacedPath&);

/// Finds the shapes that a document draws again and again (a risk table has hundreds of dots) and makes each a Form,
/// once, or at least the same words each time.
class RepeatedShapes {
 public:
  /// The document outlives this.
  RepeatedShapes(const pages::PagedDocument&, Resources&);

  /// What draws this shape, one of split()'s, where its first point is the origin: a Form's name and `Do`, or its own
  /// operators. Empty where it is best written in place.
  std::string drawing_of(const Shape&);

 private:
  struct Counted {
    Shape first;
    std::size_t count = 0;
    std::string drawing;
  };
  void count(const std::vector<pages::PageItem>&);

  std::unordered_map<std::uint64_t, Counted> shapes_;  ///< by hash; never iterated
  Resources& resources_;
};

}  // namespace handout::pdf
