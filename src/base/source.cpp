#include "base/source.h"

#include <algorithm>

#include "base/unicode.h"

namespace handout {

LineColumn line_column(const SourceFile& file, std::size_t offset) {
  const std::string_view text = file.text;
  offset = std::min(offset, text.size());
  LineColumn place;
  for (std::size_t i = 0; i < offset; ++i) {
    if (text[i] == '\n') {
      ++place.line;
      place.column = 1;
    } else if (!is_trail_byte(text[i])) {
      ++place.column;
    }
  }
  return place;
}

std::string_view source_line(const SourceFile& file, std::size_t offset) {
  const std::string_view text = file.text;
  offset = std::min(offset, text.size());
  const std::size_t before = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  std::size_t end = text.find('\n', begin);
  if (end == std::string_view::npos) end = text.size();
  if (end > begin && text[end - 1] == '\r') --end;
  return text.substr(begin, end - begin);
}

}  // namespace handout
