#pragma once

#include <string>
#include <vector>

#include "design/structure_tree.h"
#include "pages/paged_document.h"
#include "pdf/coded_text.h"
#include "pdf/profile.h"
#include "pdf/resources.h"

namespace handout::pdf {

/// A page's operators, and the element of each of its marked-content sequences: the index is the MCID.
struct PageContent {
  std::string operators;
  std::vector<design::StructureId> marks;
};

/// What the pages of one document share.
struct ContentContext {
  const pages::PagedDocument& document;
  const CodedText& text;
  const Profile& profile;
  Resources& resources;
};

/// Writes every page. Everything drawn stands in a marked-content sequence: an element's, or an artifact. Items of one
/// element that follow one another share a sequence: poppler reads the whole page anew for each.
std::vector<PageContent> write_pages(const ContentContext&);

}  // namespace handout::pdf
