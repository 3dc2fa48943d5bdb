#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "pages/paged_document.h"
#include "pdf/resources.h"

namespace handout::pdf {

/// How a path is painted: `f`, `S`, `B`; null where it shows nothing.
const char* painting_operator(const pages::PlacedPath&);

/// Finds the paths that a document draws again and again (a risk table has hundreds of dots) and makes each a Form,
/// once.
class RepeatedShapes {
 public:
  RepeatedShapes(const pages::PagedDocument&, Resources&);

  /// The form that draws this path, or empty: its operators are best written in place.
  std::string form_of(const pages::PlacedPath&);

 private:
  struct Shape {
    const pages::PlacedPath* first = nullptr;
    int count = 0;
    std::string form;
  };
  void count(const std::vector<pages::PageItem>&);

  std::unordered_map<std::uint64_t, Shape> shapes_;  ///< by hash; never iterated
  Resources& resources_;
};

}  // namespace handout::pdf
