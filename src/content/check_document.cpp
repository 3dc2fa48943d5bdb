#include "content/check_document.h"

#include "content/content_checks.h"

namespace handout::content {

void check_within(const XmlElement& root, Diagnostics& diagnostics) {
  check_ids(root, diagnostics);
  check_fields(root, diagnostics);
  check_literal_fields(root, diagnostics);
  check_phones(root, diagnostics);
  check_tables(root, diagnostics);
  check_counts(root, diagnostics);
  check_all_detail(root, diagnostics);
}

void check_whole(const XmlElement& handout, const SharedBlocks& shared, const Glossary& glossary,
                 Diagnostics& diagnostics) {
  check_roles(handout, diagnostics);
  check_detail_places(handout, diagnostics);
  check_references(handout, shared, glossary, diagnostics);
  check_dates(handout, diagnostics);
}

}  // namespace handout::content
