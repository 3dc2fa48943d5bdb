#include "figures/load_image.h"

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdio>

#include <jpeglib.h>
#include <png.h>

#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "support/memory_files.h"

using namespace handout;
using namespace handout::figures;

namespace {

constexpr std::uint32_t width = 24, height = 16;

/// The test picture: its upper left quarter red, upper right green, lower left blue, lower right white.
struct Rgb {
  std::uint8_t red, green, blue;
};
Rgb pixel_at(std::uint32_t x, std::uint32_t y) {
  const bool right = x >= width / 2, low = y >= height / 2;
  if (right && low) return {255, 255, 255};
  if (right) return {0, 255, 0};
  return low ? Rgb{0, 0, 255} : Rgb{255, 0, 0};
}

// ---- making pictures

struct PngKind {
  int color_type = PNG_COLOR_TYPE_RGB;
  int bit_depth = 8;
  bool interlaced = false;
};

void append_to_string(png_structp png, png_bytep data, std::size_t size) {
  static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<const char*>(data), size);
}

std::vector<std::uint8_t> row_of(const PngKind& kind, std::uint32_t y) {
  std::vector<std::uint8_t> row;
  const auto add = [&](std::uint8_t value) {
    row.push_back(value);
    if (kind.bit_depth == 16) row.push_back(value);
  };
  for (std::uint32_t x = 0; x < width; ++x) {
    const Rgb pixel = pixel_at(x, y);
    switch (kind.color_type) {
      case PNG_COLOR_TYPE_PALETTE:
      case PNG_COLOR_TYPE_GRAY:
        if (kind.bit_depth < 8) {
          // Index or level 1 in the left half, 0 in the right, packed from the high bits down.
          const std::uint32_t per_byte = 8 / static_cast<std::uint32_t>(kind.bit_depth);
          if (x % per_byte == 0) row.push_back(0);
          const std::uint32_t shift = (per_byte - 1 - x % per_byte) * static_cast<std::uint32_t>(kind.bit_depth);
          if (x < width / 2) row.back() = static_cast<std::uint8_t>(row.back() | 1u << shift);
        } else {
          add(x < width / 2 ? 1 : 0);
        }
        break;
      case PNG_COLOR_TYPE_GRAY_ALPHA:
        add(pixel.red);
        add(x < width / 2 ? 255 : 51);
        break;
      default:
        add(pixel.red);
        add(pixel.green);
        add(pixel.blue);
        if (kind.color_type == PNG_COLOR_TYPE_RGB_ALPHA) add(x < width / 2 ? 255 : 51);
    }
  }
  return row;
}

std::string make_png(const PngKind& kind) {
  std::string bytes;
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
  png_infop info = png_create_info_struct(png);
  png_set_write_fn(png, &bytes, append_to_string, nullptr);
  png_set_IHDR(png, info, width, height, kind.bit_depth, kind.color_type,
               kind.interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
               PNG_FILTER_TYPE_DEFAULT);
  if (kind.color_type == PNG_COLOR_TYPE_PALETTE) {
    const png_color palette[] = {{10, 20, 30}, {200, 100, 50}};
    png_set_PLTE(png, info, palette, 2);
    const std::uint8_t alphas[] = {51};  // of the first entry; the second stays opaque
    png_set_tRNS(png, info, alphas, 1, nullptr);
  }
  png_write_info(png, info);
  std::vector<std::vector<std::uint8_t>> rows;
  for (std::uint32_t y = 0; y < height; ++y)
    rows.push_back(row_of(kind, y));
  std::vector<png_bytep> pointers;
  for (auto& row : rows)
    pointers.push_back(row.data());
  png_write_image(png, pointers.data());
  png_write_end(png, info);
  png_destroy_write_struct(&png, &info);
  return bytes;
}

struct JpegKind {
  J_COLOR_SPACE pixels = JCS_RGB;
  J_COLOR_SPACE coded = JCS_YCbCr;
  bool progressive = false;
  std::string exif;     ///< payload of an APP1 segment
  std::string comment;  ///< payload of a COM segment
};

std::string make_jpeg(const JpegKind& kind) {
  jpeg_compress_struct encoder{};
  jpeg_error_mgr errors{};
  encoder.err = jpeg_std_error(&errors);
  jpeg_create_compress(&encoder);
  unsigned char* buffer = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&encoder, &buffer, &size);
  encoder.image_width = width;
  encoder.image_height = height;
  encoder.in_color_space = kind.pixels;
  encoder.input_components = kind.pixels == JCS_GRAYSCALE ? 1 : kind.pixels == JCS_CMYK ? 4 : 3;
  jpeg_set_defaults(&encoder);
  jpeg_set_colorspace(&encoder, kind.coded);
  jpeg_set_quality(&encoder, 95, TRUE);
  if (kind.progressive) jpeg_simple_progression(&encoder);
  jpeg_start_compress(&encoder, TRUE);
  const auto write_marker = [&](int marker, const std::string& payload) {
    if (payload.empty()) return;
    jpeg_write_marker(&encoder, marker, reinterpret_cast<const JOCTET*>(payload.data()),
                      static_cast<unsigned>(payload.size()));
  };
  write_marker(JPEG_APP0 + 1, kind.exif);
  write_marker(JPEG_COM, kind.comment);
  for (std::uint32_t y = 0; y < height; ++y) {
    std::vector<JSAMPLE> row;
    for (std::uint32_t x = 0; x < width; ++x) {
      const Rgb pixel = pixel_at(x, y);
      row.push_back(pixel.red);
      if (encoder.input_components > 1) row.insert(row.end(), {pixel.green, pixel.blue});
      if (encoder.input_components > 3) row.push_back(0);
    }
    JSAMPROW pointer = row.data();
    jpeg_write_scanlines(&encoder, &pointer, 1);
  }
  jpeg_finish_compress(&encoder);
  std::string bytes(reinterpret_cast<const char*>(buffer), size);
  jpeg_destroy_compress(&encoder);
  std::free(buffer);
  return bytes;
}

enum class ByteOrder { little_endian, big_endian };

/// An EXIF block that holds an orientation after one other entry.
std::string exif_with(int orientation, ByteOrder order) {
  std::string block("Exif\0\0", 6);
  const auto add = [&](std::uint32_t value, int size) {
    for (int i = 0; i < size; ++i) {
      const int shift = 8 * (order == ByteOrder::little_endian ? i : size - 1 - i);
      block.push_back(static_cast<char>(value >> shift & 0xFF));
    }
  };
  block += order == ByteOrder::little_endian ? "II" : "MM";
  add(42, 2);
  add(8, 4);
  add(2, 2);
  add(0x0100, 2), add(3, 2), add(1, 4), add(width, 2), add(0, 2);
  add(0x0112, 2), add(3, 2), add(1, 4), add(static_cast<std::uint32_t>(orientation), 2), add(0, 2);
  add(0, 4);
  return block;
}

// ---- loading them

Raster load(const std::string& bytes) {
  Diagnostics diagnostics;
  const auto drawing = load_image("figures/a.png", bytes, "content", {}, diagnostics);
  for (const Diagnostic& diagnostic : diagnostics.items())
    FAIL_CHECK(diagnostic.message);
  REQUIRE(drawing);
  REQUIRE(drawing->items.size() == 1);
  const PlacedRaster placed = std::get<PlacedRaster>(drawing->items.front());
  CHECK(placed.box == drawing->view_box);
  CHECK(placed.box.width == Length{Length::per_point * placed.raster->width});
  CHECK(placed.box.height == Length{Length::per_point * placed.raster->height});
  return *placed.raster;
}

Diagnostic refusal_of(const std::string& bytes) {
  Diagnostics diagnostics;
  const auto where_from = tests::source("content/a/handout.xml", "<figure src=\"a.png\"/>");
  CHECK_FALSE(load_image("content/a/figures/a.png", bytes, "content", {where_from, 8, 19}, diagnostics));
  REQUIRE(diagnostics.items().size() == 1);
  const Diagnostic found = diagnostics.items().front();
  CHECK(found.code == "content.bad-image");
  CHECK(found.message.starts_with("content/a/figures/a.png "));
  CHECK_FALSE(found.hint.empty());
  CHECK(found.where.begin == 8);
  return found;
}

Rgb color_of(const Raster& raster, std::uint32_t x, std::uint32_t y) {
  const std::size_t at = (std::size_t{y} * raster.width + x) * 3;
  const auto channel = [&](std::size_t i) { return static_cast<std::uint8_t>(raster.rgb.at(at + i)); };
  return {channel(0), channel(1), channel(2)};
}

/// The colours of the four corners, as letters: upper left, upper right, lower left, lower right.
std::string corners_of(const Raster& raster) {
  const auto letter = [&](std::uint32_t x, std::uint32_t y) {
    const Rgb color = color_of(raster, x, y);
    const bool red = color.red > 128, green = color.green > 128, blue = color.blue > 128;
    return red && green && blue ? 'w' : red ? 'r' : green ? 'g' : blue ? 'b' : '?';
  };
  const std::uint32_t right = raster.width - 2, low = raster.height - 2;
  return {letter(1, 1), letter(right, 1), letter(1, low), letter(right, low)};
}

std::string with_crc_broken(std::string png, const std::string& chunk) {
  const std::size_t type = png.find(chunk);
  REQUIRE(type != std::string::npos);
  png.at(type + 4) = static_cast<char>(png.at(type + 4) ^ 1);
  return png;
}

}  // namespace

TEST_CASE("Colour PNGs, with 8 and 16 bits, in rows and interlaced") {
  for (const int depth : {8, 16}) {
    for (const bool interlaced : {false, true}) {
      CAPTURE(depth);
      CAPTURE(interlaced);
      const Raster raster = load(make_png({PNG_COLOR_TYPE_RGB, depth, interlaced}));
      CHECK(raster.width == width);
      CHECK(raster.height == height);
      REQUIRE(raster.rgb.size() == width * height * 3);
      CHECK(raster.alpha.empty());
      CHECK(raster.jpeg.empty());
      bool right = true;
      for (std::uint32_t y = 0; y < height; ++y) {
        for (std::uint32_t x = 0; x < width; ++x) {
          const Rgb found = color_of(raster, x, y), expected = pixel_at(x, y);
          right = right && found.red == expected.red && found.green == expected.green && found.blue == expected.blue;
        }
      }
      CHECK(right);
    }
  }
}

TEST_CASE("PNGs with transparency keep it beside their colours") {
  for (const int type : {PNG_COLOR_TYPE_RGB_ALPHA, PNG_COLOR_TYPE_GRAY_ALPHA}) {
    for (const int depth : {8, 16}) {
      CAPTURE(type);
      CAPTURE(depth);
      const Raster raster = load(make_png({type, depth, true}));
      REQUIRE(raster.alpha.size() == width * height);
      CHECK(static_cast<std::uint8_t>(raster.alpha.front()) == 255);
      CHECK(static_cast<std::uint8_t>(raster.alpha.back()) == 51);
      CHECK(color_of(raster, 0, 0).red == 255);  // not multiplied by the transparency
      CHECK(color_of(raster, width - 1, height - 1).red == 255);
    }
  }
}

TEST_CASE("PNGs with a palette and transparency, of every depth") {
  for (const int depth : {1, 2, 4, 8}) {
    for (const bool interlaced : {false, true}) {
      CAPTURE(depth);
      CAPTURE(interlaced);
      const Raster raster = load(make_png({PNG_COLOR_TYPE_PALETTE, depth, interlaced}));
      const Rgb left = color_of(raster, 0, 3), right = color_of(raster, width - 1, 3);
      CHECK(left.red == 200);
      CHECK(left.blue == 50);
      CHECK(right.green == 20);
      REQUIRE(raster.alpha.size() == width * height);
      CHECK(static_cast<std::uint8_t>(raster.alpha.at(0)) == 255);
      CHECK(static_cast<std::uint8_t>(raster.alpha.at(width - 1)) == 51);
    }
  }
}

TEST_CASE("Grey PNGs, of every depth") {
  for (const int depth : {1, 2, 4, 8, 16}) {
    CAPTURE(depth);
    const Raster raster = load(make_png({PNG_COLOR_TYPE_GRAY, depth, false}));
    const Rgb left = color_of(raster, 0, 0), right = color_of(raster, width - 1, 0);
    const int expected = depth == 16 ? 1 : 255 / ((1 << depth) - 1);  // level 1 of the depth's levels
    CHECK(left.red == expected);
    CHECK(left.blue == expected);
    CHECK(right.red == 0);
  }
}

TEST_CASE("Transparency that hides nothing is left out") {
  std::string rgba;
  for (std::uint32_t i = 0; i < width * height; ++i)
    rgba += "abc\xff";
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = width;
  image.height = height;
  image.format = PNG_FORMAT_RGBA;
  png_alloc_size_t size = 0;
  png_image_write_to_memory(&image, nullptr, &size, 0, rgba.data(), 0, nullptr);
  std::string png(size, '\0');
  png_image_write_to_memory(&image, png.data(), &size, 0, rgba.data(), 0, nullptr);
  const Raster raster = load(png);
  CHECK(raster.alpha.empty());
  CHECK(raster.rgb.substr(0, 6) == "abcabc");
}

TEST_CASE("A file cut short anywhere is an error") {
  const std::vector<std::string> files = {
      make_png({}),
      make_png({PNG_COLOR_TYPE_RGB, 16, true}),
      make_png({PNG_COLOR_TYPE_PALETTE, 4, false}),
      make_jpeg({}),
      make_jpeg({JCS_RGB, JCS_YCbCr, true, {}, {}}),
      make_jpeg({JCS_GRAYSCALE, JCS_GRAYSCALE, false, {}, {}}),
      make_jpeg({JCS_RGB, JCS_YCbCr, false, exif_with(6, ByteOrder::little_endian), {}}),
  };
  for (const std::string& file : files) {
    load(file);
    for (std::size_t tenth = 0; tenth < 10; ++tenth)
      refusal_of(file.substr(0, file.size() * tenth / 10));
    for (const std::size_t missing : {1u, 2u, 3u, 4u, 8u, 12u, 13u})
      refusal_of(file.substr(0, file.size() - missing));
  }
}

TEST_CASE("Damage in a PNG is an error, in what matters and in what does not") {
  for (const char* chunk : {"IHDR", "IDAT", "PLTE", "tRNS"}) {
    CAPTURE(chunk);
    const std::string png = with_crc_broken(make_png({PNG_COLOR_TYPE_PALETTE, 8, false}), chunk);
    CHECK(refusal_of(png).message.find("not a whole picture") != std::string::npos);
  }
  std::string length = make_png({});
  length.at(length.find("IDAT") - 4) = '\x7f';
  refusal_of(length);
  std::string headless = make_png({});
  headless.erase(8, 25);  // IHDR: 13 bytes of data in a frame of 12
  refusal_of(headless);
}

TEST_CASE("Damage in a JPEG is an error") {
  const std::string jpeg = make_jpeg({});
  std::string marker_in_data = jpeg;
  marker_in_data.replace(jpeg.size() - 40, 2, "\xff\xd5");
  refusal_of(marker_in_data);
  std::string huffman_table = jpeg;
  huffman_table.at(jpeg.find("\xff\xc4") + 5) = '\x7f';
  refusal_of(huffman_table);
}

TEST_CASE("Claims of a size that no page needs are refused before they are believed") {
  std::string jpeg = make_jpeg({});
  const std::size_t frame = jpeg.find("\xff\xc0");
  REQUIRE(frame != std::string::npos);
  jpeg.replace(frame + 5, 4, std::string("\xff\0\xff\0", 4));
  CHECK(refusal_of(jpeg).message.find("65280 by 65280 pixels") != std::string::npos);
}

TEST_CASE("Files that are no pictures of ours say what they are") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", "it is empty"},
      {"GIF89a", "a GIF"},
      {std::string("RIFF\0\0\0\0WEBPVP8 ", 16), "a WebP"},
      {"%PDF-1.7", "a PDF"},
      {std::string("\0\0\0\x18"
                   "ftypheic",
                   12),
       "HEIC"},
      {"<svg/>", "an SVG"},
      {"hello", "neither a PNG nor a JPEG"},
      {std::string(100, '\0'), "neither a PNG nor a JPEG"},
  };
  for (const auto& row : cases) {
    const auto& bytes = row.first;
    const auto& part = row.second;
    const Diagnostic refusal = refusal_of(bytes);
    CHECK_MESSAGE(refusal.message.find(part) != std::string::npos, refusal.message);
  }
}

TEST_CASE("The stage that asked gives its name to the error") {
  Diagnostics diagnostics;
  CHECK_FALSE(load_image("layouts/logo.png", "", "design", {}, diagnostics));
  CHECK(diagnostics.items().at(0).code == "design.bad-image");
}

TEST_CASE("An upright JPEG is kept to the byte") {
  for (const bool progressive : {false, true}) {
    const std::string colour = make_jpeg({JCS_RGB, JCS_YCbCr, progressive, {}, {}});
    const Raster raster = load(colour);
    CHECK(raster.jpeg == colour);
    CHECK(raster.jpeg_components == 3);
    CHECK(raster.rgb.empty());
    CHECK(raster.width == width);
    CHECK(raster.height == height);
  }
  const std::string grey = make_jpeg({JCS_GRAYSCALE, JCS_GRAYSCALE, false, {}, {}});
  CHECK(load(grey).jpeg == grey);
  CHECK(load(grey).jpeg_components == 1);
}

TEST_CASE("What a camera noted does not get into a handout") {
  const std::string plain = make_jpeg({});
  const std::string noted =
      make_jpeg({JCS_RGB, JCS_YCbCr, false, exif_with(1, ByteOrder::big_endian), "taken at 51.5 N, 0.1 W"});
  CHECK(noted != plain);
  CHECK(load(noted).jpeg == plain);
  CHECK(load(plain + noted).jpeg == plain);  // a preview after the end, as phones write it
}

TEST_CASE("A JPEG that PDF readers would colour otherwise is kept as pixels") {
  const Raster raster = load(make_jpeg({JCS_RGB, JCS_RGB, false, {}, {}}));
  CHECK(raster.jpeg.empty());
  CHECK(corners_of(raster) == "rgbw");
}

TEST_CASE("CMYK JPEGs are refused") {
  for (const J_COLOR_SPACE coded : {JCS_CMYK, JCS_YCCK}) {
    const Diagnostic refusal = refusal_of(make_jpeg({JCS_CMYK, coded, false, {}, {}}));
    CHECK(refusal.message.find("CMYK") != std::string::npos);
    CHECK(refusal.hint.find("RGB") != std::string::npos);
  }
}

TEST_CASE("JPEGs are turned as their EXIF block says") {
  // How the four corners of the file's picture, "rgbw", lie once it is upright (CIPA DC-008, 4.6.4 A, Orientation).
  const std::vector<std::pair<int, std::string>> cases = {
      {2, "grwb"}, {3, "wbgr"}, {4, "bwrg"}, {5, "rbgw"}, {6, "brwg"}, {7, "wgbr"}, {8, "gwrb"},
  };
  for (const auto& row : cases) {
    const auto& orientation = row.first;
    const auto& corners = row.second;
    for (const ByteOrder order : {ByteOrder::little_endian, ByteOrder::big_endian}) {
      CAPTURE(orientation);
      const Raster raster = load(make_jpeg({JCS_RGB, JCS_YCbCr, false, exif_with(orientation, order), {}}));
      CHECK(raster.jpeg.empty());
      CHECK(raster.width == (orientation >= 5 ? height : width));
      CHECK(raster.height == (orientation >= 5 ? width : height));
      CHECK(corners_of(raster) == corners);
    }
  }
  const Raster grey =
      load(make_jpeg({JCS_GRAYSCALE, JCS_GRAYSCALE, false, exif_with(6, ByteOrder::little_endian), {}}));
  CHECK(grey.rgb.size() == width * height * 3);
  CHECK(color_of(grey, grey.width - 1, 0).red > 200);  // the red half, as grey, now on top
}

TEST_CASE("An EXIF block that makes no sense leaves the picture as it is") {
  const std::string whole = exif_with(6, ByteOrder::little_endian);
  std::vector<std::string> blocks = {exif_with(0, ByteOrder::big_endian), exif_with(9, ByteOrder::big_endian), "XMP"};
  for (std::size_t size = 6; size < whole.size() - 8; size += 3)
    blocks.push_back(whole.substr(0, size));
  std::string far_directory = whole;
  far_directory.replace(10, 4, "\xff\xff\xff\xff");
  blocks.push_back(far_directory);
  for (const std::string& block : blocks) {
    CAPTURE(block.size());
    CHECK_FALSE(load(make_jpeg({JCS_RGB, JCS_YCbCr, false, block, {}})).jpeg.empty());
  }
}
