#include "figures/png_chunks.h"

#include <array>
#include <cstdint>

namespace handout::figures {
namespace {

constexpr std::size_t signature_size = 8;
/// Length, type and CRC around a chunk's data.
constexpr std::size_t frame_size = 12;

std::uint32_t big_endian_32(std::string_view bytes) {
  std::uint32_t value = 0;
  for (const char c : bytes.substr(0, 4))
    value = value << 8 | static_cast<std::uint8_t>(c);
  return value;
}

/// The table of PNG's CRC (ISO/IEC 15948, annex D: polynomial EDB88320, reflected).
constexpr std::array<std::uint32_t, 256> crc_table() {
  std::array<std::uint32_t, 256> table{};
  for (std::uint32_t n = 0; n < 256; ++n) {
    std::uint32_t value = n;
    for (int bit = 0; bit < 8; ++bit)
      value = (value & 1) != 0 ? 0xEDB88320u ^ (value >> 1) : value >> 1;
    table[n] = value;
  }
  return table;
}

std::uint32_t crc_of(std::string_view bytes) {
  static constexpr std::array<std::uint32_t, 256> table = crc_table();
  std::uint32_t crc = 0xFFFFFFFFu;
  for (const char c : bytes)
    crc = table[(crc ^ static_cast<std::uint8_t>(c)) & 0xFF] ^ (crc >> 8);
  return crc ^ 0xFFFFFFFFu;
}

}  // namespace

std::string damage_in_png(std::string_view bytes) {
  std::size_t at = signature_size;
  bool first = true;
  while (at < bytes.size()) {
    const std::string_view rest = bytes.substr(at);
    if (rest.size() < frame_size) return "it ends in the middle";
    const std::uint32_t length = big_endian_32(rest);
    if (length > rest.size() - frame_size) return "it ends in the middle, or is damaged";
    const std::string_view type = rest.substr(4, 4);
    if (crc_of(rest.substr(4, 4 + length)) != big_endian_32(rest.substr(8 + length))) {
      return "it is damaged (a checksum is wrong)";
    }
    if (first && type != "IHDR") return "it is damaged (its header is missing)";
    if (type == "IEND") return {};
    first = false;
    at += frame_size + length;
  }
  return "it ends in the middle";
}

}  // namespace handout::figures
