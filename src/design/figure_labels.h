#pragma once

#include <vector>

#include "content/document.h"
#include "design/applying.h"

namespace handout::design {

/// A figure's labels, set by the press; with labels="numbers", their numbers, and the key that explains them.
struct FigureLabels {
  std::vector<PictureLabel> labels;
  FlowBlocks key;  ///< entries of a list that stands below the figure; empty with words
};

/// `figure` has the figure's style; `tag` is the Figure, or an artifact for decoration. The key's entries are read in a
/// list of their own after the figure, in what is around it: an alternative text hides what is inside a Figure.
struct FigurePlace {
  Surroundings figure;
  Tag tag;
};
FigureLabels apply_labels(Applying&, const content::Figure&, const FigurePlace&);

}  // namespace handout::design
