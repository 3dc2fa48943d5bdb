#pragma once

#include <vector>

#include "design/manuscript.h"
#include "pages/composer.h"
#include "pages/strips.h"
#include "text/paragraph.h"

namespace handout::pages {

/// Blocks side by side: one strip for each line of cells.
Strips lay_out_row(Composer&, const design::Row&, const Room&);

/// A cell before it is placed.
struct CellWish {
  design::FurnitureWidth width;
  int shares = 1;
  text::ContentWidths natural;
};
struct PlacedCell {
  std::size_t index = 0;
  Length x, width;
};
using CellLine = std::vector<PlacedCell>;

struct CellSpacing {
  Length measure, gap;
  int most_across = 0;  ///< 0: as many as fit
};
/// Shares a measure out to cells, on as many lines as their least widths need. Cells of natural width alone have the
/// rest evenly between them; on later lines they stand below the first line's where they can.
std::vector<CellLine> arrange_cells(const std::vector<CellWish>&, const CellSpacing&);

/// Inside a row and a table's cells leaves are not counted: the row is one.
class LeafOfItsOwn {
 public:
  explicit LeafOfItsOwn(Composer& composer) : composer_(composer), leaf_(composer.leaf), resume_(composer.resume) {
    composer.resume = Resume{};
  }
  ~LeafOfItsOwn() {
    composer_.leaf = leaf_ + 1;
    composer_.resume = resume_;
  }
  LeafOfItsOwn(const LeafOfItsOwn&) = delete;
  LeafOfItsOwn& operator=(const LeafOfItsOwn&) = delete;

  std::uint32_t number() const { return leaf_; }
  bool is_printed() const { return leaf_ < resume_.leaf; }
  /// How much of this leaf has been printed: of a row, cells.
  std::uint32_t printed() const { return leaf_ == resume_.leaf ? resume_.text_begin : 0; }

 private:
  Composer& composer_;
  std::uint32_t leaf_;
  Resume resume_;
};

}  // namespace handout::pages
