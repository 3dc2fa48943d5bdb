#include "content/check_document.h"

#include <algorithm>

#include "content/content_checks.h"

namespace handout::content {

void check_within(const XmlElement& root, Diagnostics& diagnostics) {
  check_ids(root, diagnostics);
  check_fields(root, diagnostics);
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

Diagnostics in_file_order(const Diagnostics& found) {
  std::vector<const SourceFile*> files;
  for (const Diagnostic& item : found.items()) {
    if (std::find(files.begin(), files.end(), item.where.file.get()) == files.end()) {
      files.push_back(item.where.file.get());
    }
  }
  std::vector<Diagnostic> items = found.items();
  const auto place_of_file = [&files](const Diagnostic& item) {
    return std::find(files.begin(), files.end(), item.where.file.get());
  };
  std::stable_sort(items.begin(), items.end(), [&](const Diagnostic& a, const Diagnostic& b) {
    if (a.where.file != b.where.file) return place_of_file(a) < place_of_file(b);
    return a.where.begin < b.where.begin;
  });
  Diagnostics sorted;
  for (Diagnostic& item : items)
    sorted.add(std::move(item));
  return sorted;
}

}  // namespace handout::content
