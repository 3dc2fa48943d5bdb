#pragma once

#include <string_view>

#include "base/diagnostic.h"
#include "base/xml.h"
#include "content/load_glossary.h"
#include "content/shared_blocks.h"

namespace handout::content {

/// The parts of check_document.h, a file each. A tree may be a handout with shared blocks in place; what stands in a
/// shared file has been checked with that file, so the local checks pass over it.
inline bool is_from(const XmlElement& element, const XmlElement& root) {
  return element.where.file == root.where.file;
}

void check_ids(const XmlElement& root, Diagnostics&);
void check_fields(const XmlElement& root, Diagnostics&);
/// A field typed into words in braces, as it is written in an address: it would print as it stands.
void check_literal_fields(const XmlElement& root, Diagnostics&);
/// The same in the words of a picture, told at `where`.
void check_literal_fields_in(std::string_view words, const SourceRange& where, Diagnostics&);
void check_phones(const XmlElement& root, Diagnostics&);
/// Words that stand in another file, such as a picture's: a number typed there is told at `where`.
void check_phones_in(std::string_view words, const SourceRange& where, Diagnostics&);
void check_tables(const XmlElement& root, Diagnostics&);
void check_counts(const XmlElement& root, Diagnostics&);
/// Something is left of a section, list, … where detail is omitted.
void check_all_detail(const XmlElement& root, Diagnostics&);

/// Detail in the summary or the help.
void check_detail_places(const XmlElement& handout, Diagnostics&);
void check_roles(const XmlElement& handout, Diagnostics&);
/// Whether a handout must have a section of this role.
bool is_required_role(std::string_view);
void check_references(const XmlElement& handout, const SharedBlocks&, const Glossary&, Diagnostics&);
void check_dates(const XmlElement& handout, Diagnostics&);
/// Sentences of `handout new` that nobody has written over. Of a handout without errors: what is being written is known
/// to be unfinished.
void check_starter_text(const XmlElement& handout, Diagnostics&);

}  // namespace handout::content
