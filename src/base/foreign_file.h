#pragma once

#include <string>
#include <string_view>

namespace handout {

/// Why a file cannot be XML as a whole, and what to do. Both empty: it may be.
struct ForeignFile {
  std::string message, hint;
};

/// What a file is read as: the texts of handouts and designs, or a drawing.
enum class ReadAs { text, drawing };

/// Sees from a file's first bytes, and its size, that it is something else: one message then says so, in place of one
/// for each of its bytes.
ForeignFile foreign_file(std::string_view text, ReadAs);

}  // namespace handout
