#include "text/break_lines.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace handout::text {
namespace {

/// What each fault of a line costs. In ragged text white is counted in thousandths of the measure, squared, so that 100
/// is 10,000; in justified text as TeX does, (10 + badness) squared.
struct Prices {
  std::int64_t line;           ///< each line: no line more than needed
  std::int64_t hyphen;         ///< a hyphen of ours
  std::int64_t after_hyphen;   ///< a break at the text's own hyphen
  std::int64_t hyphens_twice;  ///< and another on the line before
  std::int64_t short_word;     ///< "a" or "of" at the line's end
  std::int64_t lone_letter;    ///< the same where its language forbids it: Russian "и", Polish "z"
  std::int64_t no_sense;       ///< a break where no phrase ends
  std::int64_t cut_phrase;     ///< thousandths of an em of white that a break within a phrase is worth
  std::int64_t cut_last;       ///< more before the last line: cells and labels often have no other break
  std::int64_t lone_word;      ///< the last line holds one word, or another a short one: "a" or "in"
};
constexpr Prices ragged_prices{1'000'000, 90'000, 10'000, 200'000, 8'000, 120'000, 0, 2'500, 3'000, 900'000};
/// Titles would rather be uneven by a fifth than end a line with "of".
constexpr Prices balanced_prices{1'000'000, 900'000, 20'000, 900'000, 120'000, 250'000, 30'000, 4'000, 3'000, 400'000};
/// Justified lines of Japanese or Chinese have next to no spaces that could give: they end where they are full.
constexpr Prices justified_prices{100, 2'500, 400, 5'000, 25, 2'500, 0, 0, 0, 1'000'000};
/// In a narrow column phrases may be longer than its lines. Twice this is less than a line more.
constexpr std::int64_t most_for_cut = 400'000;
/// A line too wide for any measure: only where nothing else can be.
constexpr std::int64_t overfull_price = 1'000'000'000'000;

const Prices& prices_of(LineFit fit) {
  switch (fit) {
    case LineFit::balanced:
      return balanced_prices;
    case LineFit::justified:
      return justified_prices;
    case LineFit::ragged:
      break;
  }
  return ragged_prices;
}

bool ends_forced(BreakKind kind) {
  return kind == BreakKind::forced || kind == BreakKind::paragraph_end;
}

/// Whether one word after such a break looks lost. The end of an address does not: it goes on from the line before.
bool leaves_lone(BreakKind kind) {
  return !ends_forced(kind) && kind != BreakKind::in_address;
}

/// Thousandths of `whole`, 0 to 10,000.
std::int64_t thousandths(Length part, Length whole) {
  if (whole.units <= 0) return 10'000;
  if (part.units <= 0) return 0;
  // In 64 bits, far below their limit: no paper is a hundred thousand points wide.
  return std::min<std::int64_t>((part.units * 1000 + whole.units / 2) / whole.units, 10'000);
}

/// Sums over segments [first, last].
struct LineSums {
  Length width;  ///< natural, without the last space
  Length gaps;   ///< word spaces inside
  std::uint32_t mass = 0;
};

LineSums sums_of(const std::vector<Segment>& segments, LineRange line) {
  LineSums sums;
  for (std::size_t i = line.first; i <= line.last; ++i) {
    sums.width += segments[i].content;
    sums.gaps += segments[i].inner_gaps;
    sums.mass += segments[i].mass;
    if (i < line.last) {
      sums.width += segments[i].space;
      sums.gaps += segments[i].space;
    }
  }
  sums.width += segments[line.last].hyphen;
  return sums;
}

/// How much the white of a line offends; nullopt where the line does not fit.
std::optional<std::int64_t> white_demerits(const LineSums& sums, BreakKind end, const Measure& measure, Length width) {
  const Length white = width - sums.width;
  const bool free_end = ends_forced(end);
  if (measure.fit == LineFit::justified) {
    // A space gives up to a quarter of itself and takes as much again as half of itself before it looks loose.
    if (white < Length{} && -white > sums.gaps / 4) return std::nullopt;
    if (free_end && white >= Length{}) return 0;
    const std::int64_t ratio =
        white < Length{} ? thousandths(-white, sums.gaps / 4) : thousandths(white, sums.gaps / 2);
    // TeX: badness is 100 times the cube of the ratio, 10,000 at most.
    const std::int64_t badness = std::min<std::int64_t>(ratio * ratio * ratio / 10'000'000, 10'000);
    return (10 + badness) * (10 + badness);
  }
  if (white < Length{}) return std::nullopt;
  if (free_end && measure.fit == LineFit::ragged) return 0;
  const std::int64_t part = std::min<std::int64_t>(thousandths(white, width), 1000);
  return part * part;
}

/// `ems` are thousandths of an em of white: the same share of a cell as of a column. A word is worth two phrases.
std::int64_t cut_price(Cut cut, std::int64_t ems, const Measure& measure) {
  if (cut == Cut::none) return 0;
  const std::int64_t part = thousandths(scaled(measure.em, ems, 1000), measure.width);
  return std::min(part * part * (cut == Cut::word ? 2 : 1), most_for_cut);
}

/// Of a line that holds too little to stand alone; two characters of Chinese or Japanese are nearly enough.
std::int64_t lone_price(std::uint32_t mass, const Prices& prices) {
  if (mass >= enough_mass) return 0;
  return mass >= 2 * mass_of_character ? prices.lone_word / 10 : prices.lone_word;
}

std::optional<std::int64_t> demerits_of(const std::vector<Segment>& segments, LineRange line, const Measure& measure,
                                        const LineSums& sums) {
  const Segment& end = segments[line.last];
  const Length width = line.first == 0 ? measure.width - measure.first_indent : measure.width;
  const std::optional<std::int64_t> white = white_demerits(sums, end.kind, measure, width);
  if (!white) return line.first == line.last ? std::optional(overfull_price) : std::nullopt;
  const Prices& prices = prices_of(measure.fit);
  std::int64_t demerits = prices.line + *white;
  const bool hyphen_before = line.first > 0 && segments[line.first - 1].kind == BreakKind::added_hyphen;
  // The rest of a word counts as one.
  const std::int64_t lone = lone_price(sums.mass + (hyphen_before ? mass_of_word : 0), prices);
  if (end.kind == BreakKind::added_hyphen) demerits += prices.hyphen + (hyphen_before ? prices.hyphens_twice : 0);
  if (end.kind == BreakKind::after_hyphen) demerits += prices.after_hyphen;
  if (!ends_forced(end.kind)) {
    if (end.after_short_word) demerits += std::max(lone, prices.short_word);
    if (end.after_lone_letter) demerits += prices.lone_letter;
    if (!end.after_punctuation) demerits += prices.no_sense;
    demerits += cut_price(end.cut, prices.cut_phrase, measure);
  } else if (line.first > 0) {
    const Segment& before = segments[line.first - 1];
    if (leaves_lone(before.kind)) demerits += lone;
    demerits += cut_price(before.cut, prices.cut_last, measure);
  }
  return demerits;
}

}  // namespace

Length line_width(const std::vector<Segment>& segments, LineRange line) {
  return sums_of(segments, line).width;
}

std::optional<std::int64_t> line_demerits(const std::vector<Segment>& segments, LineRange line,
                                          const Measure& measure) {
  return demerits_of(segments, line, measure, sums_of(segments, line));
}

std::vector<std::size_t> break_lines(const std::vector<Segment>& segments, const Measure& measure) {
  // best[n]: the least demerits of lines that hold the first n segments; start[n]: where the last of them begins.
  constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();
  std::vector<std::int64_t> best(segments.size() + 1, never);
  std::vector<std::size_t> start(segments.size() + 1, 0);
  best[0] = 0;
  for (std::size_t last = 0; last < segments.size(); ++last) {
    LineSums sums;
    sums.width = segments[last].hyphen;
    for (std::size_t first = last + 1; first-- > 0;) {
      if (first < last && ends_forced(segments[first].kind)) break;
      const Length space = first < last ? segments[first].space : Length{};
      sums.width += segments[first].content + space;
      sums.gaps += segments[first].inner_gaps + space;
      sums.mass += segments[first].mass;
      // A longer line is wider still: nothing before can fit. (Not so at the first line's indent, if it is negative.)
      const bool too_wide =
          sums.width - sums.gaps > measure.width && sums.width - sums.gaps > measure.width - measure.first_indent;
      if (first < last && too_wide) break;
      const auto demerits = demerits_of(segments, {first, last}, measure, sums);
      if (!demerits || best[first] == never || best[first] + *demerits >= best[last + 1]) continue;
      best[last + 1] = best[first] + *demerits;
      start[last + 1] = first;
    }
  }
  std::vector<std::size_t> lines;
  for (std::size_t end = segments.size(); end > 0; end = start[end])
    lines.push_back(end - 1);
  std::reverse(lines.begin(), lines.end());
  return lines;
}

}  // namespace handout::text
