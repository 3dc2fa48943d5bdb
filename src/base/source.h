#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace handout {

/// A text file as read. `path` is relative to the project's root where it lies below it, as messages print it.
struct SourceFile {
  std::string path;
  std::string text;
};
using SourceFilePtr = std::shared_ptr<const SourceFile>;

/// Bytes [begin, end) of a file; a null `file` means "nowhere in particular".
struct SourceRange {
  SourceFilePtr file;
  std::uint32_t begin = 0, end = 0;
};

/// 1-based; `column` counts Unicode code points, so that it agrees with an editor's.
struct LineColumn {
  std::size_t line = 1, column = 1;
};
LineColumn line_column(const SourceFile&, std::size_t offset);
/// The whole line that holds `offset`, without its line end.
std::string_view source_line(const SourceFile&, std::size_t offset);

}  // namespace handout
