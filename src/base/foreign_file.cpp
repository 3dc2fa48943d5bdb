#include "base/foreign_file.h"

#include <fmt/format.h>

#include <array>

namespace handout {
namespace {

/// In bytes. The longest handout here has 15 KB, and the pages of 400 KB take a gigabyte of memory; what a drawing
/// program saves is longer. Offsets are 32 bits. docs/formats.md names both.
constexpr std::size_t largest_text = std::size_t{512} * 1024, largest_drawing = std::size_t{16} * 1024 * 1024;

struct Beginning {
  std::string_view bytes, what;
  std::string_view for_a_drawing;  ///< what to do where it stands in for a drawing; empty: as for any file
};
/// What people save, or rename, under the name of an XML file.
constexpr std::array<Beginning, 7> beginnings = {{
    {"PK\x03\x04", "a Word or LibreOffice document, or another ZIP file", {}},
    {"\xD0\xCF\x11\xE0", "an old Word document", {}},
    {"{\\rtf", "an RTF document", {}},
    {"%PDF-", "a PDF", {}},
    {"\x89PNG", "a PNG picture", "name it .png, in its folder and where it is used"},
    {"\xFF\xD8\xFF", "a JPEG picture", "name it .jpg, in its folder and where it is used"},
    {"GIF8", "a GIF picture", "save it as PNG, and name it .png, in its folder and where it is used"},
}};

/// A byte order mark, or a first character of ASCII that takes two bytes.
bool is_utf16(std::string_view text) {
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) return true;
  return text.size() >= 2 && (text[0] == '\0') != (text[1] == '\0');
}

std::string size_name(std::size_t bytes) {
  constexpr std::size_t kilobyte = 1024, megabyte = 1024 * kilobyte;
  return bytes < megabyte ? fmt::format("{} KB", bytes / kilobyte) : fmt::format("{} MB", bytes / megabyte);
}

}  // namespace

ForeignFile foreign_file(std::string_view text, ReadAs as) {
  if (is_utf16(text)) return {"the file is UTF-16", "save it as UTF-8"};
  for (const Beginning& beginning : beginnings) {
    if (!text.starts_with(beginning.bytes)) continue;
    const bool is_picture = as == ReadAs::drawing && !beginning.for_a_drawing.empty();
    return {fmt::format("the file is {}", beginning.what),
            is_picture ? std::string(beginning.for_a_drawing)
                       : "put the right file in its place: XML is plain text, as a plain text editor saves it"};
  }
  const std::size_t largest = as == ReadAs::drawing ? largest_drawing : largest_text;
  if (text.size() > largest)
    return {fmt::format("the file is larger than {}", size_name(largest)), "is it the right file?"};
  return {};
}

}  // namespace handout
