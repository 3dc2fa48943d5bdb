#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace handout::text {

/// A font file mapped into memory; bytes are shared with every other process that maps it.
class FontFile {
 public:
  /// Throws Failure(`text.missing-font`) when it cannot be opened.
  explicit FontFile(const std::string& path);
  ~FontFile();
  FontFile(const FontFile&) = delete;
  FontFile& operator=(const FontFile&) = delete;
  std::span<const std::byte> bytes() const { return bytes_; }

 private:
  std::span<const std::byte> bytes_;
};
using FontFilePtr = std::shared_ptr<const FontFile>;

/// The path of a font file named without its place: in `folders`, in order, then where Debian puts the Noto fonts.
/// Throws Failure(`text.missing-font`) naming the Debian package that has it.
std::string find_font_file(const std::string& name, const std::vector<std::string>& folders);

}  // namespace handout::text
