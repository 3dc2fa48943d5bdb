#pragma once

#include <vector>

#include "content/document.h"
#include "design/applying.h"

namespace handout::design {

/// A figure's labels, set by the press. With labels="numbers" these are numbers, and the key explains them; with words,
/// numbers and key are there for the case that the words do not fit.
struct FigureLabels {
  std::vector<PictureLabel> labels;
  std::vector<PictureLabel> numbers;  ///< with words
  FlowBlocks key;                     ///< entries of a list that stands below the figure
  StructureId list;                   ///< that list, where there are entries
};

/// `figure` has the figure's style; `tag` is the Figure, or an artifact for decoration. The key's entries are read in a
/// list of their own after the figure, in what is around it: an alternative text hides what is inside a Figure.
struct FigurePlace {
  Surroundings figure;
  Tag tag;
};
FigureLabels apply_labels(Applying&, const content::Figure&, const FigurePlace&);

}  // namespace handout::design
