#include "pdf/icc_profile.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/units.h"

namespace handout::pdf {
namespace {

constexpr std::size_t curve_points = 64;

// Fractions of 1 in 2^-40.
constexpr std::uint64_t one = std::uint64_t{1} << 40;
constexpr std::uint64_t times(std::uint64_t a, std::uint64_t b) {
  return static_cast<std::uint64_t>((static_cast<WideInteger>(a) * static_cast<WideInteger>(b)) >> 40);
}
constexpr std::uint64_t fifth_power(std::uint64_t a) {
  const std::uint64_t squared = times(a, a);
  return times(times(squared, squared), a);
}

/// sRGB's linear light of step `i`, as 0 to 65535: ((c + 0.055) / 1.055) ^ 2.4, or c / 12.92 near black. With whole
/// numbers: the power 12/5 is the fifth root of the twelfth power, found by halving.
constexpr std::uint16_t linear_light(std::uint64_t i) {
  constexpr std::uint64_t last = curve_points - 1;
  if (i * 100000 <= last * 4045)
    return static_cast<std::uint16_t>(scaled(static_cast<std::int64_t>(i), 6553500, std::int64_t{1292} * 63));
  const std::uint64_t base = one / (last * 1055) * (i * 1000 + last * 55);
  const std::uint64_t cubed = times(times(base, base), base);
  const std::uint64_t twelfth = times(times(cubed, cubed), times(cubed, cubed));
  std::uint64_t low = 0, high = 65535;
  while (low < high) {
    const std::uint64_t middle = (low + high + 1) / 2;
    if (fifth_power(middle * one / 65535) <= twelfth) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return static_cast<std::uint16_t>(low);
}

constexpr std::array<std::uint16_t, curve_points> make_curve() {
  std::array<std::uint16_t, curve_points> curve{};
  for (std::size_t i = 0; i < curve_points; ++i)
    curve[i] = linear_light(i);
  return curve;
}
constexpr std::array<std::uint16_t, curve_points> curve = make_curve();

void append(std::string& out, std::uint32_t value, int bytes) {
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
    out += static_cast<char>((value >> shift) & 0xff);
}
void append_u32(std::string& out, std::uint32_t value) {
  append(out, value, 4);
}

/// s15Fixed16, given in 1/65536.
std::string xyz_tag(std::int32_t x, std::int32_t y, std::int32_t z) {
  std::string tag("XYZ \0\0\0\0", 8);
  for (const std::int32_t value : {x, y, z})
    append_u32(tag, static_cast<std::uint32_t>(value));
  return tag;
}

std::string curve_tag() {
  std::string tag("curv\0\0\0\0", 8);
  append_u32(tag, curve_points);
  for (const std::uint16_t value : curve)
    append(tag, value, 2);
  return tag;
}

std::string text_tag(std::string_view text) {
  std::string tag("text\0\0\0\0", 8);
  tag.append(text) += '\0';
  return tag;
}

/// A textDescriptionType has the text in ASCII, and empty Unicode and Macintosh forms (ICC.1:2001, 6.5.17).
std::string description_tag(std::string_view text) {
  std::string tag("desc\0\0\0\0", 8);
  append_u32(tag, static_cast<std::uint32_t>(text.size()) + 1);
  tag.append(text) += '\0';
  tag.append(4 + 4 + 2 + 1 + 67, '\0');
  return tag;
}

struct Tag {
  std::string_view signature;
  std::string data;
};

std::string header(std::uint32_t size) {
  std::string out;
  append_u32(out, size);
  out.append(4, '\0');          // no preferred colour management module
  append_u32(out, 0x02100000);  // version 2.1
  out.append("mntrRGB XYZ ");   // a display's, from RGB to XYZ
  // The profile's own date: that of sRGB's standard, October 1999.
  for (const std::uint32_t part : {1999u, 10u, 1u, 0u, 0u, 0u})
    append(out, part, 2);
  out.append("acsp");
  out.append(4 + 4 + 4 + 4 + 8, '\0');  // platform, flags, manufacturer, model, attributes
  append_u32(out, 0);                   // perceptual
  for (const std::uint32_t value : {0x0000F6D6u, 0x00010000u, 0x0000D32Du})
    append_u32(out, value);  // D50
  out.append(4 + 44, '\0');  // creator, reserved
  return out;
}

}  // namespace

std::string srgb_profile() {
  // Primaries adapted to D50 by the Bradford transform (ICC's own "sRGB.icc" has the same), in 1/65536.
  const std::vector<Tag> tags{
      {"desc", description_tag("sRGB")},          {"cprt", text_tag("No copyright, use freely")},
      {"wtpt", xyz_tag(0xF6D6, 0x10000, 0xD32D)}, {"rXYZ", xyz_tag(0x6FA0, 0x38F5, 0x0390)},
      {"gXYZ", xyz_tag(0x6297, 0xB787, 0x18DA)},  {"bXYZ", xyz_tag(0x249F, 0x0F84, 0xB6C2)}};
  const std::string transfer = curve_tag();
  constexpr std::size_t header_size = 128, row_size = 12;
  const std::vector<std::string_view> transfer_tags{"rTRC", "gTRC", "bTRC"};

  std::string table, data;
  const std::size_t data_start = header_size + 4 + row_size * (tags.size() + transfer_tags.size());
  const auto add_row = [&](std::string_view signature, std::size_t size) {
    table.append(signature);
    append_u32(table, static_cast<std::uint32_t>(data_start + data.size()));
    append_u32(table, static_cast<std::uint32_t>(size));
  };
  append_u32(table, static_cast<std::uint32_t>(tags.size() + transfer_tags.size()));
  for (const Tag& tag : tags) {
    add_row(tag.signature, tag.data.size());
    data += tag.data;
    data.append((4 - data.size() % 4) % 4, '\0');  // every tag starts on a multiple of four
  }
  for (const std::string_view signature : transfer_tags)
    add_row(signature, transfer.size());  // one curve for all
  data += transfer;
  return header(static_cast<std::uint32_t>(data_start + data.size())) + table + data;
}

}  // namespace handout::pdf
