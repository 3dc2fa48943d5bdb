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
#include <vector>

#include "figures/jpeg_segments.h"

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

/// libpng's simplified reader would do, but Debian 12's (1.6.39-2+deb12u6) repeats the last row over all of a 16-bit
/// interlaced picture. Its errors jump; each step below has its own setjmp and no objects with destructors, so that a
/// jump passes none.
class PngReader {
 public:
  explicit PngReader(std::string_view bytes) : rest_(bytes) {
    png_ = png_create_read_struct(PNG_LIBPNG_VER_STRING, this, fail, note_warning);
    if (!png_) throw Failure("figures.libpng", "The library libpng does not start: its version is not ours");
    info_ = png_create_info_struct(png_);
  }
  ~PngReader() { png_destroy_read_struct(&png_, &info_, nullptr); }
  PngReader(const PngReader&) = delete;
  PngReader& operator=(const PngReader&) = delete;

  bool read_header() {
    if (setjmp(place_) != 0) return false;
    png_set_read_fn(png_, this, read_bytes);
    png_set_crc_action(png_, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
    png_set_benign_errors(png_, 1);  // as warnings, which count
    ignore_chunks();
    // sRGB out; sRGB in where the file names no gamma; colours not multiplied by their transparency.
    png_set_alpha_mode(png_, PNG_ALPHA_PNG, PNG_DEFAULT_sRGB);
    png_read_info(png_, info_);
    png_set_expand(png_);
    png_set_scale_16(png_);
    png_set_gray_to_rgb(png_);
    png_set_interlace_handling(png_);
    with_alpha_ =
        (png_get_color_type(png_, info_) & PNG_COLOR_MASK_ALPHA) != 0 || png_get_valid(png_, info_, PNG_INFO_tRNS) != 0;
    return !warned_;
  }

  std::uint32_t width() const { return png_get_image_width(png_, info_); }
  std::uint32_t height() const { return png_get_image_height(png_, info_); }
  bool has_alpha() const { return with_alpha_; }

  /// Into `rows`, of four or three bytes a pixel; then everything to the end of the file.
  bool decode(png_bytep* rows) {
    if (setjmp(place_) != 0) return false;
    png_read_update_info(png_, info_);
    if (png_get_rowbytes(png_, info_) != std::size_t{width()} * (with_alpha_ ? 4 : 3))
      png_error(png_, "its rows are odd");
    png_read_image(png_, rows);
    png_read_end(png_, nullptr);
    return !warned_;
  }

  std::string message() const { return message_.data(); }

 private:
  /// What says nothing about pixels, and what much used programs write wrongly (colour profiles).
  void ignore_chunks() {
    static constexpr unsigned char names[] = "iCCP\0tEXt\0zTXt\0iTXt\0sPLT\0hIST\0tIME\0eXIf";
    png_set_keep_unknown_chunks(png_, PNG_HANDLE_CHUNK_NEVER, names, sizeof names / 5);
  }

  static void read_bytes(png_structp png, png_bytep target, std::size_t size) {
    auto* reader = static_cast<PngReader*>(png_get_io_ptr(png));
    if (size > reader->rest_.size()) png_error(png, "it ends in the middle");
    std::memcpy(target, reader->rest_.data(), size);
    reader->rest_.remove_prefix(size);
  }

  void keep(const char* message) { std::snprintf(message_.data(), message_.size(), "%s", message); }

  [[noreturn]] static void fail(png_structp png, png_const_charp message) {
    auto* reader = static_cast<PngReader*>(png_get_error_ptr(png));
    reader->keep(message);
    std::longjmp(reader->place_, 1);
  }
  /// A warning means that something was left out or made up, so it is no less than an error.
  static void note_warning(png_structp png, png_const_charp message) {
    auto* reader = static_cast<PngReader*>(png_get_error_ptr(png));
    reader->keep(message);
    reader->warned_ = true;
  }

  std::string_view rest_;
  png_structp png_ = nullptr;
  png_infop info_ = nullptr;
  std::jmp_buf place_{};
  std::array<char, 200> message_{};
  bool with_alpha_ = false, warned_ = false;
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
  PngReader reader(bytes);
  if (!reader.read_header()) return damaged(reader.message());
  if (auto mistake = wrong_size(reader.width(), reader.height())) return *std::move(mistake);
  Raster raster;
  raster.width = reader.width();
  raster.height = reader.height();
  const bool has_alpha = reader.has_alpha();
  const std::size_t stride = std::size_t{raster.width} * (has_alpha ? 4 : 3);
  std::string pixels(stride * raster.height, '\0');
  std::vector<png_bytep> rows;
  for (std::size_t y = 0; y < raster.height; ++y)
    rows.push_back(as_unsigned(pixels) + y * stride);
  if (!reader.decode(rows.data())) return damaged(reader.message());
  if (has_alpha) {
    split_alpha(pixels, raster);
  } else {
    raster.rgb = std::move(pixels);
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
