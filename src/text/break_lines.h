#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/units.h"
#include "text/shaped_paragraph.h"

namespace handout::text {

/// How much stands on a line: from `enough_mass` on it may be a paragraph's last. Two words do, three characters of
/// Chinese or Japanese, or a blank to write on.
constexpr std::uint32_t mass_of_word = 4, mass_of_character = 3, enough_mass = 8;

/// Text between two places where a line may end.
struct Segment {
  Length content;     ///< without the space that follows
  Length space;       ///< that follows; vanishes at a line's end
  Length inner_gaps;  ///< of `content`: word spaces that give when justified
  std::uint32_t mass = mass_of_word;
  Length hyphen;                         ///< added when a line ends here
  BreakKind kind = BreakKind::ordinary;  ///< of the break after it
  bool after_short_word = false, after_punctuation = false, after_lone_letter = false;
  Cut cut = Cut::none;
};

enum class LineFit : std::uint8_t { ragged, balanced, justified };
struct Measure {
  Length width;
  Length first_indent;  ///< taken off the first line
  LineFit fit = LineFit::ragged;
  Length em{};  ///< of the paragraph's style: a cut phrase is worth so many of white
};

/// What one line of segments [first, last] is worth: the less, the better. nullopt: too wide.
struct LineRange {
  std::size_t first = 0, last = 0;
};
Length line_width(const std::vector<Segment>&, LineRange);
std::optional<std::int64_t> line_demerits(const std::vector<Segment>&, LineRange, const Measure&);

/// The last segment of each line, ascending, so that the sum of all lines' demerits is least. A segment wider than the
/// measure gets a line of its own. Never fails; empty for no segments.
/// Source: Knuth & Plass, Breaking Paragraphs into Lines, 1981. Differs in that demerits belong to one line alone (no
/// classes of tight and loose neighbours), and that ragged lines count the square of their white.
std::vector<std::size_t> break_lines(const std::vector<Segment>&, const Measure&);

}  // namespace handout::text
