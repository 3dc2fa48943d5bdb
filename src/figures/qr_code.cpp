#include "figures/qr_code.h"

#include <qrencode.h>

#include <cerrno>
#include <cstring>
#include <memory>
#include <vector>

#include "base/diagnostic.h"

namespace handout::figures {
namespace {

constexpr int quiet_zone = 4;  // modules of white on every side, ISO/IEC 18004 6.3.8

using Code = std::unique_ptr<QRcode, decltype(&QRcode_free)>;

/// Null where the text is too long.
Code encode(const std::string& text) {
  // Level M stands a fold or a coffee stain (15 % of the code) at little cost in size. Version 0: the smallest.
  Code code(QRcode_encodeString(text.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free);
  if (!code && errno != ERANGE)
    throw Failure("figures.qr", std::string("a QR code cannot be made: ") + std::strerror(errno));
  return code;
}

bool is_dark(const QRcode& code, int x, int y) {
  if (x >= code.width || y >= code.width) return false;
  return (code.data[y * code.width + x] & 1) != 0;  // the lowest bit is the colour, the others are the encoder's notes
}

/// Dark modules as few rectangles: each run along a row, drawn as far down as the same run repeats.
Path modules(const QRcode& code) {
  using namespace literals;
  Path path;
  const auto is_run = [&](int begin, int end, int y) {
    if (y < 0 || y >= code.width || (begin > 0 && is_dark(code, begin - 1, y)) || is_dark(code, end, y)) return false;
    for (int x = begin; x < end; ++x) {
      if (!is_dark(code, x, y)) return false;
    }
    return true;
  };
  for (int y = 0; y < code.width; ++y) {
    for (int begin = 0, end = 0; begin < code.width; begin = end + 1) {
      end = begin;
      while (is_dark(code, end, y))
        ++end;
      if (end == begin || is_run(begin, end, y - 1)) continue;
      int height = 1;
      while (is_run(begin, end, y + height))
        ++height;
      const Path box =
          rectangle({(begin + quiet_zone) * 1_pt, (y + quiet_zone) * 1_pt, (end - begin) * 1_pt, height * 1_pt});
      path.segments.insert(path.segments.end(), box.segments.begin(), box.segments.end());
    }
  }
  return path;
}

}  // namespace

std::optional<Drawing> qr_code(const std::string& text) {
  using namespace literals;
  if (text.empty()) return std::nullopt;
  const Code code = encode(text);
  if (!code) return std::nullopt;
  const Length side = (code->width + 2 * quiet_zone) * 1_pt;
  Drawing drawing;
  drawing.path = "QR code";
  drawing.view_box = {{}, {}, side, side};
  drawing.quiet_zone = quiet_zone * 1_pt;
  // The quiet zone must be white even on a tinted ground.
  drawing.items.push_back(Shape{rectangle(drawing.view_box), SwatchName{"paper"}, {}, {}, {}, {}});
  drawing.items.push_back(Shape{modules(*code), SwatchName{"text"}, {}, {}, {}, {}});
  return drawing;
}

}  // namespace handout::figures
