#pragma once

#include "pages/paged_document.h"
#include "pdf/deflate.h"
#include "pdf/haru_document.h"
#include "pdf/profile.h"

namespace handout::pdf {

/// What the catalog says of the whole document: XMP with the standards, title, language and edition; Info; language;
/// viewer preferences; page labels; the output intent. No date: none of the standards asks for one, and a clock would
/// make every run's bytes differ.
void write_metadata(HaruDocument&, const pages::PagedDocument&, const Profile&, Deflater&);

}  // namespace handout::pdf
