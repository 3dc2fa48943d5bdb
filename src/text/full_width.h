#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/locale.h"

namespace handout::text {

/// Full-width brackets, commas and stops hold half an em of white. Where two of them meet, one white is enough: an
/// opening bracket gives up its own behind another of them, what closes gives it up before what closes (JLReq 3.1.4;
/// CLReq, adjacent punctuation; CSS Text 4, text-spacing-trim). The first bytes, ascending, of those characters of
/// text[begin, end) that are to be set half as wide; none in languages that are not written with such characters.
std::vector<std::uint32_t> half_width_characters(std::string_view text, std::uint32_t begin, std::uint32_t end,
                                                 const Locale&);

}  // namespace handout::text
