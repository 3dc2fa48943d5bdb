#include "text/measure.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "base/diagnostic.h"
#include "base/unicode.h"

namespace handout::text {
namespace {

/// Adds glyphs to the segments that hold them, in logical order.
class SegmentMeter {
 public:
  SegmentMeter(const SetInput& input, std::vector<Segment>& segments) : input_(input), segments_(segments) {
    for (Segment& segment : segments)
      segment.mass = 0;
    skip_leading_spaces(0);
  }

  void add_item(const Item& item) {
    if (item.kind == ItemKind::line_break) return;
    if (item.kind == ItemKind::blank) {
      add({item.begin, blank_width(input_, item), Kind::blank});
      return;
    }
    const Length size = size_of(input_, item);
    const Length tracking = tracking_of(input_, item);
    const ShapedGlyph* const glyphs = input_.shaped.glyphs.data() + item.first_glyph;
    for (std::uint32_t i = 0; i < item.glyph_count; ++i) {
      const ShapedGlyph& glyph = glyphs[item.right_to_left() ? item.glyph_count - 1 - i : i];
      Length advance = at_size(glyph.advance, size, item.units_per_em);
      if (glyph.ends_cluster) advance += tracking;
      add({glyph.cluster, advance, glyph.word_space ? Kind::word_space : Kind::letter});
    }
  }

 private:
  enum class Kind : std::uint8_t { letter, word_space, blank };
  /// What stands at a byte of the text.
  struct Piece {
    std::uint32_t byte = 0;
    Length advance;
    Kind kind = Kind::letter;
  };

  void add(const Piece& piece) {
    while (piece.byte >= input_.shaped.breaks[now_].at && now_ + 1 < segments_.size()) {
      const bool forced = input_.shaped.breaks[now_].kind == BreakKind::forced;
      // Syllables that a hyphen of ours parts are one word.
      if (input_.shaped.breaks[now_].kind != BreakKind::added_hyphen) in_word_ = false;
      ++now_;
      if (forced) skip_leading_spaces(input_.shaped.breaks[now_ - 1].at);
    }
    if (piece.byte < visible_from_) return;
    Segment& segment = segments_[now_];
    if (piece.byte >= input_.shaped.breaks[now_].content_end) {
      segment.space += piece.advance;
      return;
    }
    segment.content += piece.advance;
    count_words(piece, segment);
  }
  void count_words(const Piece& piece, Segment& segment) {
    if (piece.kind == Kind::word_space) segment.inner_gaps += piece.advance;
    // A line to write on looks like more than a word: alone on the last line it is no widow.
    if (piece.kind == Kind::blank) segment.mass += enough_mass;
    if (piece.kind == Kind::letter && is_wide(code_at(piece.byte))) {
      if (u_isalpha(static_cast<UChar32>(code_at(piece.byte))) != 0) segment.mass += mass_of_character;
      in_word_ = false;
      return;
    }
    if (piece.kind == Kind::letter && !in_word_) segment.mass += mass_of_word;
    in_word_ = piece.kind == Kind::letter;
  }
  char32_t code_at(std::uint32_t byte) const {
    std::size_t at = byte;
    return next_code_point(input_.paragraph.text, at);
  }
  /// Chinese and Japanese, which part no words by spaces; not Korean.
  static bool is_wide(char32_t code) {
    if (code < 0x2E80) return false;
    const auto property = [code](UProperty p) { return u_getIntPropertyValue(static_cast<UChar32>(code), p); };
    const auto width = property(UCHAR_EAST_ASIAN_WIDTH);
    return (width == U_EA_WIDE || width == U_EA_FULLWIDTH) &&
           property(UCHAR_HANGUL_SYLLABLE_TYPE) == U_HST_NOT_APPLICABLE;
  }
  void skip_leading_spaces(std::uint32_t byte) {
    const std::string& text = input_.paragraph.text;
    visible_from_ = byte;
    while (visible_from_ < text.size() && text[visible_from_] == ' ')
      ++visible_from_;
  }

  const SetInput& input_;
  std::vector<Segment>& segments_;
  std::size_t now_ = 0;
  std::uint32_t visible_from_ = 0;  ///< spaces at a line's start take no room
  bool in_word_ = false;
};

}  // namespace

Length at_size(std::int32_t units, Length size, int units_per_em) {
  // The press's one rounding rule (base/units.h), in 64 bits: fonts' units are below 2^16 and sizes below 2^31.
  const std::int64_t product = units * size.units;
  const std::int64_t half = units_per_em / 2;
  return Length{(product >= 0 ? product + half : product - half) / units_per_em};
}

Length size_of(const SetInput& input, const Item& item) {
  return input.styles.at(input.paragraph.spans[item.span].style.value).size * item.size;
}

Length tracking_of(const SetInput& input, const Item& item) {
  if (item.joined) return {};
  return input.styles.at(input.paragraph.spans[item.span].style.value).tracking;
}

Length blank_width(const SetInput& input, const Item& item) {
  const design::StyledSpan& span = input.paragraph.spans[item.span];
  ENSURE(span.blank_width.has_value());
  Length width;
  switch (span.blank_width->unit) {
    case design::Measure::Unit::absolute:
      width = Length{span.blank_width->units};
      break;
    case design::Measure::Unit::em:
      width = input.styles.at(span.style.value).size * Factor{span.blank_width->units};
      break;
    case design::Measure::Unit::share:
      width = input.width * Factor{span.blank_width->units};
      break;
  }
  return input.width > Length{} ? std::min(width, input.width) : width;
}

std::vector<Segment> measure_segments(const SetInput& input) {
  const std::vector<BreakPoint>& breaks = input.shaped.breaks;
  std::vector<Segment> segments(breaks.size());
  if (segments.empty()) return segments;
  for (std::size_t i = 0; i < breaks.size(); ++i) {
    segments[i].kind = breaks[i].kind;
    segments[i].after_short_word = breaks[i].after_short_word;
    segments[i].after_punctuation = breaks[i].after_punctuation;
    segments[i].after_lone_letter = breaks[i].after_lone_letter;
    segments[i].cut = breaks[i].cut;
    if (breaks[i].kind == BreakKind::added_hyphen) {
      const Item& item = input.shaped.items[breaks[i].hyphen_item];
      segments[i].hyphen =
          at_size(breaks[i].hyphen_advance, size_of(input, item), item.units_per_em) + tracking_of(input, item);
    }
  }
  SegmentMeter meter(input, segments);
  for (const Item& item : input.shaped.items)
    meter.add_item(item);
  return segments;
}

}  // namespace handout::text
