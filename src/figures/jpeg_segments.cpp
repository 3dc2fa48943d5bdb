#include "figures/jpeg_segments.h"

#include <optional>
#include <vector>

namespace handout::figures {
namespace {

// Markers of ISO/IEC 10918-1, table B.1.
constexpr std::uint8_t start_of_scan = 0xDA, end_of_image = 0xD9, first_application = 0xE0, exif_application = 0xE1,
                       adobe_application = 0xEE, last_application = 0xEF, comment = 0xFE;

std::uint8_t byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint8_t>(bytes.at(at));
}

struct MarkerSegment {
  std::uint8_t marker = 0;
  std::string_view whole;  ///< marker, length and payload
  std::string_view payload;
};

/// The segments before the first scan, and where that scan begins.
struct Header {
  std::vector<MarkerSegment> segments;
  std::size_t scan = 0;
};

Header read_header(std::string_view jpeg) {
  Header header;
  std::size_t at = 2;  // after the start-of-image marker
  while (at + 4 <= jpeg.size() && byte_at(jpeg, at) == 0xFF) {
    const std::uint8_t marker = byte_at(jpeg, at + 1);
    if (marker == 0xFF) {  // fill byte (B.1.1.2)
      ++at;
      continue;
    }
    if (marker == start_of_scan || marker == end_of_image) break;
    const std::size_t length = static_cast<std::size_t>(byte_at(jpeg, at + 2) << 8 | byte_at(jpeg, at + 3));
    if (length < 2 || at + 2 + length > jpeg.size()) break;
    header.segments.push_back({marker, jpeg.substr(at, 2 + length), jpeg.substr(at + 4, length - 2)});
    at += 2 + length;
  }
  header.scan = at;
  return header;
}

/// Numbers in a TIFF block, in its own byte order; nullopt outside of it.
class TiffBlock {
 public:
  explicit TiffBlock(std::string_view bytes) : bytes_(bytes), little_endian_(bytes.starts_with("II")) {}

  std::optional<std::uint32_t> number(std::size_t at, std::size_t size) const {
    if (at > bytes_.size() || size > bytes_.size() - at) return std::nullopt;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i)
      value = value << 8 | byte_at(bytes_, at + (little_endian_ ? size - 1 - i : i));
    return value;
  }

 private:
  std::string_view bytes_;
  bool little_endian_;
};

/// The orientation in the first directory of a TIFF block (TIFF 6.0, section 2).
std::optional<std::uint32_t> orientation_in(std::string_view tiff) {
  constexpr std::uint32_t orientation_tag = 0x0112, entry_size = 12;
  const TiffBlock block(tiff);
  const auto directory = block.number(4, 4);
  if (!directory) return std::nullopt;
  const auto count = block.number(*directory, 2);
  if (!count) return std::nullopt;
  for (std::uint32_t i = 0; i < *count; ++i) {
    const std::size_t entry = std::size_t{*directory} + 2 + std::size_t{i} * entry_size;
    const auto tag = block.number(entry, 2);
    if (!tag) return std::nullopt;
    if (*tag == orientation_tag) return block.number(entry + 8, 2);
  }
  return std::nullopt;
}

bool is_metadata(std::uint8_t marker) {
  if (marker == comment) return true;
  return marker > first_application && marker <= last_application && marker != adobe_application;
}

}  // namespace

int exif_orientation(std::string_view jpeg) {
  constexpr std::string_view exif_name("Exif\0\0", 6);
  for (const MarkerSegment& segment : read_header(jpeg).segments) {
    if (segment.marker != exif_application || !segment.payload.starts_with(exif_name)) continue;
    const auto orientation = orientation_in(segment.payload.substr(exif_name.size()));
    if (orientation && *orientation >= 1 && *orientation <= 8) return static_cast<int>(*orientation);
  }
  return 1;
}

std::string without_metadata(std::string_view jpeg) {
  const Header header = read_header(jpeg);
  std::string kept(jpeg.substr(0, 2));
  for (const MarkerSegment& segment : header.segments) {
    if (!is_metadata(segment.marker)) kept += segment.whole;
  }
  kept += jpeg.substr(header.scan);
  return kept;
}

}  // namespace handout::figures
