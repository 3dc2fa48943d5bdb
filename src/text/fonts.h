#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/files.h"
#include "base/locale.h"
#include "base/units.h"
#include "design/design.h"

namespace handout::text {

/// Index of a face that a FontSet has opened; the same for the FontSet's whole life.
struct FontId {
  std::uint32_t value = 0;
  auto operator<=>(const FontId&) const = default;
};

/// Vertical measures in font units (hhea / OS/2), y upwards.
struct FontMetrics {
  int units_per_em = 1000;
  int ascender = 0, descender = 0;  ///< descender is negative
  int cap_height = 0, x_height = 0;
  int underline_position = 0, underline_thickness = 0;
  int x_min = 0, y_min = 0, x_max = 0, y_max = 0;
};

/// A font program as stored, for embedding.
struct FontProgram {
  std::span<const std::byte> bytes;  ///< the whole file; owned by the FontSet
  unsigned index = 0;                ///< in a collection
  bool is_cff = false;
  std::string postscript_name;
  FontMetrics metrics;
};

/// What to set a run in.
struct FontQuery {
  std::string_view family;
  std::string_view script;  ///< ISO 15924; Han as Hans, Hant, Jpan or Kore by the text's language
  const Locale& locale;
  bool bold = false, italic = false;
};

/// The faces of fonts.xml. Immutable to its users and safe to share between threads: faces are opened once, on first
/// use, from the brand's fonts/, the project's, or Debian's Noto packages.
class FontSet {
 public:
  /// Files are looked for in `folders`, in order, then where Debian puts the Noto fonts. Nothing is opened yet.
  FontSet(std::shared_ptr<const design::FontsList>, std::vector<std::string> folders);
  ~FontSet();
  FontSet(const FontSet&) = delete;
  FontSet& operator=(const FontSet&) = delete;

  struct Match {
    FontId font;
    Factor size, leading;  ///< the row's factors
    bool latin_digits = false;
  };
  /// Every face that may set this query, best first (docs/formats.md, fonts.xml: the row whose lang fits most closely,
  /// then file order, then scripts="any", then the fallback family). Throws Failure(`text.missing-font`) naming the
  /// file and the Debian package that has it.
  std::vector<Match> candidates(const FontQuery&) const;

  bool has_glyph(FontId, char32_t) const;
  const FontProgram& program(FontId) const;

  struct Impl;
  Impl& impl() const { return *impl_; }

 private:
  std::unique_ptr<Impl> impl_;
};

}  // namespace handout::text
