#pragma once

#include <string>

#include "pdf/deflate.h"
#include "pdf/haru_document.h"
#include "pdf/profile.h"

namespace handout::pdf {

/// The whole file: streams as they are, every other object in compressed object streams, and a cross-reference stream
/// (ISO 32000-1, 7.5.7 and 7.5.8): a quarter smaller than the classic form. The file identifier is a hash of the bytes.
std::string write_file(const HaruDocument&, const Profile&, Deflater&);

}  // namespace handout::pdf
