#include "base/foreign_file.h"

#include <fmt/format.h>

#include <array>

namespace handout {
namespace {

struct Beginning {
  std::string_view bytes, what;
};
/// What people save, or rename, under the name of an XML file.
constexpr std::array<Beginning, 7> beginnings = {{
    {"PK\x03\x04", "a Word or LibreOffice document, or another ZIP file"},
    {"\xD0\xCF\x11\xE0", "an old Word document"},
    {"{\\rtf", "an RTF document"},
    {"%PDF-", "a PDF"},
    {"\x89PNG", "a PNG picture"},
    {"\xFF\xD8\xFF", "a JPEG picture"},
    {"GIF8", "a GIF picture"},
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

ForeignFile foreign_file(std::string_view text, std::size_t largest) {
  if (is_utf16(text)) return {"the file is UTF-16", "save it as UTF-8"};
  for (const Beginning& beginning : beginnings) {
    if (!text.starts_with(beginning.bytes)) continue;
    return {fmt::format("the file is {}", beginning.what),
            "put the right file in its place: XML is plain text, as a plain text editor saves it"};
  }
  if (text.size() > largest)
    return {fmt::format("the file is larger than {}", size_name(largest)), "is it the right file?"};
  return {};
}

}  // namespace handout
