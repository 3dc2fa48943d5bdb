#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "pages/paged_document.h"
#include "pdf/content_stream.h"
#include "pdf/haru_document.h"
#include "pdf/profile.h"

namespace handout::pdf {

/// The elements of the document that something is drawn for, as PDF objects. Others are pruned, but a table keeps all
/// its rows and cells: an empty cell is a place to write in, and rows stay regular.
class StructureElements {
 public:
  StructureElements(HaruDocument&, const pages::PagedDocument&, const std::vector<PageContent>&);

  bool is_kept(design::StructureId id) const { return kept_.at(id.value); }
  /// The element's object; the nearest kept ancestor's where it was pruned.
  Object object(design::StructureId) const;

  /// The document that the elements are of.
  const pages::PagedDocument& document() const { return document_; }

 private:
  const pages::PagedDocument& document_;
  std::vector<bool> kept_;
  std::vector<Object> objects_;
};

/// A link's annotation on its page.
struct LinkAnnotation {
  design::StructureId element;
  std::size_t page = 0;
  Object annotation;
};

struct DrawnPages {
  const std::vector<PageContent>& contents;
  const std::vector<Object>& objects;
  const std::vector<LinkAnnotation>& links;
};

/// Fills in the elements: kids in drawing order within the tree's order, attributes, the ParentTree and the root. The
/// key of a page in the ParentTree is its index; annotations follow, in the order given.
void write_structure(HaruDocument&, const StructureElements&, const DrawnPages&, const Profile&);

}  // namespace handout::pdf
