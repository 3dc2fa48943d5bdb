#pragma once

#include <map>
#include <string>

#include "design/structure_tree.h"
#include "pages/paged_document.h"
#include "pdf/profile.h"

namespace handout::pdf {

/// A Figure's box in PDF's directions, by the figure's element.
using FigureBoxes = std::map<design::StructureId, std::string>;
FigureBoxes figure_boxes(const pages::PagedDocument&);

/// The element's `/A` entry (ISO 32000-1, 14.8.5), or empty: ListNumbering, Scope, ColSpan, BBox and Placement.
std::string attribute_entry(const design::StructureTree&, design::StructureId, const FigureBoxes&, const Profile&);

}  // namespace handout::pdf
