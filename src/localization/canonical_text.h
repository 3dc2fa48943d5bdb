#pragma once

#include <string>

#include "content/document.h"

namespace handout::localization {

/// All that a document says, in one fixed form, a line for each element with words: NFC, white space collapsed, inline
/// elements and fields as marks; the numbers of risk tables and the addresses of codes stand in it too. Labels of
/// pictures and shared blocks are in their places. Ids, dates and the version are not text. Taken from a document whose
/// fields are not filled, so that it is the same for every clinic.
std::string canonical_text(content::Document);

/// What a sign-off binds to (docs/formats.md, Sign-offs): the first 16 hex digits of the SHA-256 of the canonical text.
std::string text_digest(const content::Document&);

}  // namespace handout::localization
