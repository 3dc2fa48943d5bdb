#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace handout::pdf {

/// A zlib compressor, reused for the streams of one document.
class Deflater {
 public:
  Deflater();
  ~Deflater();
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;

  /// The bytes for a stream with the filter FlateDecode. Throws Failure(`pdf.library`) when memory is out.
  std::string deflate(std::string_view bytes);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace handout::pdf
