#pragma once

#include <map>
#include <string>
#include <vector>

#include "pages/paged_document.h"
#include "pdf/haru_document.h"
#include "pdf/profile.h"
#include "pdf/structure_tree.h"

namespace handout::pdf {

/// Where links within the document and the outline lead: an element's first line, and in PDF/UA-2 the element itself as
/// well, so that a screen reader's cursor moves too.
class ElementPlaces {
 public:
  ElementPlaces(const StructureElements&, const std::vector<Object>& pages, const Profile&);

  /// The entry that opens the element: `/Dest[...]`, or an action with both destinations.
  std::string entry(design::StructureId) const;

 private:
  const pages::Anchor* find(design::StructureId) const;

  const StructureElements& elements_;
  const std::vector<Object>& pages_;
  const Profile& profile_;
  std::map<design::StructureId, const pages::Anchor*> anchors_;
};

/// Makes every link's annotations. Their keys in the ParentTree follow the pages.
std::vector<LinkAnnotation> write_links(HaruDocument&, const pages::PagedDocument&, const std::vector<Object>& pages,
                                        const ElementPlaces&);

/// The bookmarks: headings by level. Nothing where no heading asks for one.
void write_outline(HaruDocument&, const StructureElements&, const ElementPlaces&);

}  // namespace handout::pdf
