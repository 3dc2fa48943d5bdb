#pragma once

#include <string>
#include <string_view>

#include "content/document.h"
#include "design/applying.h"

namespace handout::design {

/// Keys of what links lead to: elements by id, glossary entries, sources, and sections by role.
std::string element_key(std::string_view id);
std::string entry_key(std::string_view entry);
std::string source_key(std::string_view source);
std::string role_key(std::string_view role);

/// Every key of the document as it will be printed.
std::set<std::string, std::less<>> printed_targets(const content::Document&);

/// Words may link to what is not styled yet: the link then holds a promise, made good by keep_promises.
LinkTarget promised(const std::string& key);
/// Notes where `key` stands; the first place counts.
void set_target(Applying&, const std::string& key, StructureId);
/// Puts the element in place of every promise in threads, furniture and the draft line.
void keep_promises(Manuscript&, const Applying&);

}  // namespace handout::design
