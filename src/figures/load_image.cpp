#include "figures/load_image.h"

// jpeglib.h uses FILE and size_t without including what declares them.
#include <cstddef>
#include <cstdio>

#include <jpeglib.h>
#include <png.h>

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstdint>
#include <cstring>
#include <memory>
#include <utility>
#include <variant>

#include "figures/jpeg_segments.h"
#include "figures/png_chunks.h"

namespace handout::figures {
namespace {

/// More than an A4 page holds at 600 dpi (35 million), and few enough to decode whatever a small file claims.
constexpr std::uint64_t most_pixels = 64'000'000;

struct Mistake {
  std::string message;  ///< the end of a sentence that begins with the file's name
  std::string hint;
};
using Decoded = std::variant<Raster, Mistake>;

Mistake damaged(const std::string& how) {
  return {"is not a whole picture: " + how, "copy the file again from where it came, or save it anew"};
}

std::optional<Mistake> wrong_size(std::uint64_t width, std::uint64_t height) {
  if (width > 0 && height > 0 && width * height <= most_pixels) return std::nullopt;
  return Mistake{"has " + std::to_string(width) + " by " + std::to_string(height) + " pixels",
                 "save it with at most 64 million pixels; 2000 across are enough for a page"};
}

const unsigned char* as_unsigned(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}
unsigned char* as_unsigned(std::string& bytes) {
  return reinterpret_cast<unsigned char*>(bytes.data());
}

// ---- PNG

/// libpng's simplified reader (libpng-manual, section V): it catches its own errors, and brings every kind of PNG, with
/// its gamma, to 8-bit sRGB. Frees itself.
class PngReader {
 public:
  PngReader() {
    std::memset(&image_, 0, sizeof image_);
    image_.version = PNG_IMAGE_VERSION;
  }
  ~PngReader() { png_image_free(&image_); }
  PngReader(const PngReader&) = delete;
  PngReader& operator=(const PngReader&) = delete;

  bool begin(std::string_view bytes) {
    return png_image_begin_read_from_memory(&image_, bytes.data(), bytes.size()) != 0 && !warned();
  }
  std::uint32_t width() const { return image_.width; }
  std::uint32_t height() const { return image_.height; }
  bool has_alpha() const { return (image_.format & PNG_FORMAT_FLAG_ALPHA) != 0; }
  std::string message() const { return image_.message; }

  /// Four or three bytes a pixel.
  std::optional<std::string> pixels() {
    image_.format = has_alpha() ? PNG_FORMAT_RGBA : PNG_FORMAT_RGB;
    std::string bytes(PNG_IMAGE_SIZE(image_), '\0');
    if (png_image_finish_read(&image_, nullptr, bytes.data(), 0, nullptr) == 0 || warned()) return std::nullopt;
    return bytes;
  }

 private:
  /// A warning means that something was left out or made up. Not so a colour profile that libpng finds fault with:
  /// much used programs write those, and the pixels are whole.
  bool warned() const { return image_.warning_or_error != 0 && !std::string_view(image_.message).starts_with("iCCP"); }

  png_image image_;
};

/// Splits RGBA into colours and transparency; what is opaque all over keeps none.
void split_alpha(const std::string& rgba, Raster& raster) {
  const std::size_t count = rgba.size() / 4;
  raster.rgb.reserve(count * 3);
  raster.alpha.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    raster.rgb.append(rgba, i * 4, 3);
    raster.alpha.push_back(rgba[i * 4 + 3]);
  }
  const bool opaque = std::all_of(raster.alpha.begin(), raster.alpha.end(), [](char a) { return a == '\xff'; });
  if (opaque) raster.alpha.clear();
}

Decoded decode_png(std::string_view bytes) {
  if (const std::string damage = damage_in_png(bytes); !damage.empty()) return damaged(damage);
  PngReader reader;
  if (!reader.begin(bytes)) return damaged(reader.message());
  if (auto mistake = wrong_size(reader.width(), reader.height())) return *std::move(mistake);
  Raster raster;
  raster.width = reader.width();
  raster.height = reader.height();
  const bool has_alpha = reader.has_alpha();
  auto pixels = reader.pixels();
  if (!pixels) return damaged(reader.message());
  if (has_alpha) {
    split_alpha(*pixels, raster);
  } else {
    raster.rgb = *std::move(pixels);
  }
  return raster;
}

// ---- JPEG

/// libjpeg reports errors through callbacks that must not return; each step below has its own setjmp and no objects
/// with destructors, so that a jump passes none.
class JpegReader {
 public:
  JpegReader() {
    decoder_.err = jpeg_std_error(&errors_.manager);
    errors_.manager.error_exit = leave;
    errors_.manager.output_message = ignore;
    if (setjmp(errors_.place) == 0) jpeg_create_decompress(&decoder_);
  }
  ~JpegReader() { jpeg_destroy_decompress(&decoder_); }
  JpegReader(const JpegReader&) = delete;
  JpegReader& operator=(const JpegReader&) = delete;

  bool read_header(std::string_view bytes) {
    if (setjmp(errors_.place) != 0) return false;
    jpeg_mem_src(&decoder_, as_unsigned(bytes), bytes.size());
    return jpeg_read_header(&decoder_, TRUE) == JPEG_HEADER_OK && errors_.manager.num_warnings == 0;
  }

  /// Into `rgb`, of width * height * 3 bytes.
  bool decode(unsigned char* rgb) {
    if (setjmp(errors_.place) != 0) return false;
    decoder_.out_color_space = JCS_RGB;
    decoder_.dct_method = JDCT_ISLOW;
    jpeg_start_decompress(&decoder_);
    while (decoder_.output_scanline < decoder_.output_height) {
      JSAMPROW row = rgb + std::size_t{decoder_.output_scanline} * decoder_.output_width * 3;
      jpeg_read_scanlines(&decoder_, &row, 1);
    }
    jpeg_finish_decompress(&decoder_);
    return errors_.manager.num_warnings == 0;
  }

  std::uint32_t width() const { return decoder_.image_width; }
  std::uint32_t height() const { return decoder_.image_height; }
  int components() const { return decoder_.num_components; }
  bool is_cmyk() const { return decoder_.jpeg_color_space == JCS_CMYK || decoder_.jpeg_color_space == JCS_YCCK; }
  /// What PDF's DCTDecode shows as libjpeg does (ISO 32000-1, 7.4.8): Huffman coded; grey, or three components that
  /// are YCbCr by the Adobe segment too.
  bool fits_pdf() const {
    if (decoder_.arith_code != 0) return false;
    if (decoder_.jpeg_color_space == JCS_GRAYSCALE) return true;
    return decoder_.jpeg_color_space == JCS_YCbCr && (decoder_.saw_Adobe_marker == 0 || decoder_.Adobe_transform == 1);
  }
  /// Bytes after the end-of-image marker: phones append previews there.
  std::size_t bytes_left() const { return decoder_.src->bytes_in_buffer; }

  std::string message() {
    std::array<char, JMSG_LENGTH_MAX> text{};
    errors_.manager.format_message(reinterpret_cast<j_common_ptr>(&decoder_), text.data());
    return text.data();
  }

 private:
  struct Errors {
    jpeg_error_mgr manager;  // first, so that libjpeg's pointer to it is one to all of this
    std::jmp_buf place;
  };
  [[noreturn]] static void leave(j_common_ptr decoder) {
    std::longjmp(reinterpret_cast<Errors*>(decoder->err)->place, 1);
  }
  static void ignore(j_common_ptr) {}

  Errors errors_{};
  jpeg_decompress_struct decoder_{};
};

/// Turns `raster` upright, from the EXIF orientation of its file.
Raster upright(Raster raster, int orientation) {
  if (orientation == 1) return raster;
  const bool transposed = orientation >= 5;
  const bool from_right = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
  const bool from_bottom = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
  Raster turned;
  turned.width = transposed ? raster.height : raster.width;
  turned.height = transposed ? raster.width : raster.height;
  turned.rgb.reserve(raster.rgb.size());
  for (std::size_t y = 0; y < turned.height; ++y) {
    for (std::size_t x = 0; x < turned.width; ++x) {
      const std::size_t across = transposed ? y : x, down = transposed ? x : y;
      const std::size_t source_x = from_right ? raster.width - 1 - across : across;
      const std::size_t source_y = from_bottom ? raster.height - 1 - down : down;
      turned.rgb.append(raster.rgb, (source_y * raster.width + source_x) * 3, 3);
    }
  }
  return turned;
}

Decoded decode_jpeg(std::string_view bytes) {
  JpegReader reader;
  if (!reader.read_header(bytes)) return damaged(reader.message());
  if (reader.is_cmyk()) {
    return Mistake{"is a CMYK picture, which may not stand in these PDFs",
                   "convert it to RGB (sRGB) and save it again"};
  }
  if (reader.components() != 1 && reader.components() != 3) {
    return Mistake{"has " + std::to_string(reader.components()) + " colour components",
                   "convert it to RGB (sRGB) and save it again"};
  }
  if (auto mistake = wrong_size(reader.width(), reader.height())) return *std::move(mistake);
  Raster raster;
  raster.width = reader.width();
  raster.height = reader.height();
  raster.rgb.resize(std::size_t{raster.width} * raster.height * 3);
  if (!reader.decode(as_unsigned(raster.rgb))) return damaged(reader.message());
  const int orientation = exif_orientation(bytes);
  if (orientation != 1 || !reader.fits_pdf()) return upright(std::move(raster), orientation);
  raster.rgb.clear();
  raster.rgb.shrink_to_fit();
  raster.jpeg = without_metadata(bytes.substr(0, bytes.size() - reader.bytes_left()));
  raster.jpeg_components = static_cast<std::uint8_t>(reader.components());
  return raster;
}

// ---- which of them

struct Signature {
  std::string_view bytes;
  std::string_view format;
};
constexpr std::array other_formats = {
    Signature{"GIF8", "a GIF"},
    Signature{"RIFF", "a WebP"},
    Signature{"BM", "a BMP"},
    Signature{"%PDF", "a PDF"},
    Signature{"II*", "a TIFF"},
    Signature{"MM", "a TIFF"},
    Signature{"<", "an SVG or HTML file"},
};

Decoded unknown_format(std::string_view bytes) {
  const std::string hint = "save it as PNG or JPEG; a drawing as plain SVG, with a name that ends in .svg";
  if (bytes.empty()) return damaged("it is empty");
  if (bytes.substr(std::min<std::size_t>(bytes.size(), 4)).starts_with("ftyp")) {
    return Mistake{"is a HEIC or AVIF, not a PNG or JPEG", hint};
  }
  for (const Signature& other : other_formats) {
    if (bytes.starts_with(other.bytes)) return Mistake{"is " + std::string(other.format) + ", not a PNG or JPEG", hint};
  }
  return Mistake{"is neither a PNG nor a JPEG", hint};
}

Decoded decode(std::string_view bytes) {
  // A file cut within its signature is damaged rather than foreign.
  constexpr std::string_view png("\x89PNG\r\n\x1a\n"), jpeg("\xff\xd8\xff");
  if (!bytes.empty() && (bytes.starts_with(png) || png.starts_with(bytes))) return decode_png(bytes);
  if (!bytes.empty() && (bytes.starts_with(jpeg) || jpeg.starts_with(bytes))) return decode_jpeg(bytes);
  return unknown_format(bytes);
}

}  // namespace

std::optional<Drawing> load_image(const std::string& path, std::string_view bytes, std::string_view stage,
                                  const SourceRange& where, Diagnostics& diagnostics) {
  Decoded decoded = decode(bytes);
  if (const Mistake* mistake = std::get_if<Mistake>(&decoded)) {
    diagnostics.error(std::string(stage) + ".bad-image", path + " " + mistake->message, where, mistake->hint);
    return std::nullopt;
  }
  const auto raster = std::make_shared<const Raster>(std::get<Raster>(std::move(decoded)));
  Drawing drawing;
  drawing.path = path;
  drawing.view_box = {{}, {}, Length{Length::per_point * raster->width}, Length{Length::per_point * raster->height}};
  drawing.items.push_back(PlacedRaster{raster, drawing.view_box});
  return drawing;
}

}  // namespace handout::figures
