#include "text/terms.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <optional>
#include <string>

#include "text/characters.h"
#include "text/directions.h"
#include "text/term_characters.h"

namespace handout::text {
namespace {

/// Letters, digits and what joins them, without spaces.
struct Word {
  std::size_t begin = 0, end = 0;
  bool digits = false;   ///< holds a digit
  bool measure = false;  ///< a digit, and after it the letters or sign of a unit
};

/// A term as far as it has been read.
struct Read {
  Word word;              ///< the last one
  bool quantity = false;  ///< a number with its unit was the last that was read
};

class TermFinder {
 public:
  explicit TermFinder(std::u32string_view text) : text_(text) {}

  std::vector<Term> find() {
    std::vector<Term> terms;
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t first = start_of_word(at);
      if (first == none) {
        ++at;
        continue;
      }
      terms.push_back({at, end_of_term(at, first), TermOrder::left_to_right});
      at = terms.back().end;
    }
    return terms;
  }

 private:
  static constexpr std::size_t none = ~std::size_t{0};

  char32_t code(std::size_t at) const { return at < text_.size() ? text_[at] : U'\0'; }
  bool is_digit(std::size_t at) const { return at < text_.size() && is_term_digit(text_[at]); }
  /// What a word is made of.
  bool is_core(std::size_t at) const {
    return at < text_.size() && (is_term_digit(text_[at]) || is_term_letter(text_[at]));
  }
  std::size_t behind_space(std::size_t at) const { return is_space(code(at)) ? at + 1 : at; }
  bool after_space_or_opening(std::size_t at) const {
    return at == 0 || is_space(text_[at - 1]) || is_one_of(text_[at - 1], U"([\u00AB\u201C\u201E\"'\u2018");
  }

  /// Where the first word begins of a term that begins at `at` with what may lead a number; none: there is no term.
  std::size_t start_of_word(std::size_t at) const {
    if (is_core(at)) return at;
    const bool free = at == 0 || !is_core(at - 1);
    if (const std::size_t compared = comparison_length(text_, at); compared > 0 && free && !ends_arrow(at)) {
      const std::size_t number = start_of_number(behind_space(at + compared));
      if (number != none) return number;
    }
    if ((is_currency(code(at)) || code(at) == '#') && free && is_digit(at + 1)) return at + 1;
    if (is_sign(code(at)) && after_space_or_opening(at)) return start_of_number(at);
    if (leads_phone_number(at)) return at + 1;
    return none;
  }
  /// Whether a comparison is the head of an arrow from a word that runs from right to left.
  bool ends_arrow(std::size_t at) const { return at > 0 && is_one_of(text_[at - 1], U"-="); }
  /// Where the digits begin of a number with its sign or currency.
  std::size_t start_of_number(std::size_t at) const {
    const std::size_t first = is_sign(code(at)) || is_currency(code(at)) ? at + 1 : at;
    return is_digit(first) ? first : none;
  }
  /// The bracket of "(020) 7946 0123"; "(2) 500 mg" is an item of a list.
  bool leads_phone_number(std::size_t at) const {
    constexpr std::size_t least_area_code = 3;  // (02) is an item's number sooner than an area
    if (code(at) != '(') return false;
    const std::size_t close = end_of_digits(at + 1);
    return close >= at + 1 + least_area_code && dials_on(close);
  }
  std::size_t end_of_digits(std::size_t at) const {
    while (is_digit(at))
      ++at;
    return at;
  }
  /// A closing bracket, and more digits.
  bool dials_on(std::size_t close) const { return code(close) == ')' && is_digit(behind_space(close + 1)); }

  /// What stands right after a word's letters and belongs to it.
  bool trails(std::size_t at) const {
    const char32_t c = code(at);
    const char32_t before = at > 0 ? text_[at - 1] : U'\0';
    if (c == 0) return false;
    if (bidi_kind(c) == BidiKind::mark || is_percent(c) || is_trade_mark(c)) return true;
    if (c == 0x00B0) return !is_right_to_left_letter(code(at + 1));
    // After Arabic-Indic digits the Arabic percent sign stands at their left, as UAX #9 has it.
    if (c == 0x066A) return bidi_kind(before) == BidiKind::european_number;
    if (is_trailing_sign(at)) return true;
    return is_term_digit(before) && (is_one_of(c, U"\u2032\u2033") || (is_currency(c) && !is_digit(at + 1)));
  }
  /// 65+, blood group A+ or A−, Na⁺; not the dash before a word that runs from right to left.
  bool is_trailing_sign(std::size_t at) const {
    if (at == 0 || !is_core(at - 1) || is_right_to_left_letter(code(at + 1))) return false;
    return is_one_of(code(at), U"+\u207A\u207B") || (code(at) == 0x2212 && !is_digit(at - 1));
  }
  bool begins_word(std::size_t at) const {
    return is_core(at) || (bidi_kind(code(at)) != BidiKind::mark && trails(at));
  }
  /// The last character of what joins the core at `at` to that behind it, as in "2–6", "$5–$10", "10^-3"; none.
  std::size_t end_of_joint(std::size_t at) const {
    if (is_currency(code(at)) && is_core(at + 1)) return at;
    if (!joins(code(at))) return none;
    if (is_core(at + 1)) return at;
    return start_of_number(at + 1) != none ? at + 1 : none;
  }

  Word word_at(std::size_t at) const {
    Word word{at, at};
    while (word.end < text_.size()) {
      const std::size_t joint = end_of_joint(word.end);
      if (joint == none && !is_core(word.end) && !trails(word.end)) break;
      const char32_t c = code(word.end);
      if (is_term_digit(c)) word.digits = true;
      if (word.digits && is_unit(c)) word.measure = true;
      word.end = (joint == none ? word.end : joint) + 1;
    }
    if (code(word.end) == '.' && is_initials(word) && code(word.end + 1) != 0) ++word.end;
    return word;
  }
  static bool is_unit(char32_t c) {
    return is_term_letter(c) || is_percent(c) || is_currency(c) || is_one_of(c, U"\u00B0\u066A\u2032\u2033");
  }

  /// "A.D.A.M", "a.m": the stop after it is its own, unless it ends the text.
  bool is_initials(const Word& word) const {
    if (word.end - word.begin < 3) return false;
    for (std::size_t at = word.begin; at < word.end; ++at) {
      const bool letter = (at - word.begin) % 2 == 0;
      if (letter ? !is_term_letter(text_[at]) : text_[at] != '.') return false;
    }
    return true;
  }

  std::size_t end_of_term(std::size_t begin, std::size_t first) const {
    Word word = word_at(first);
    if (code(begin) == '(') word = word_at(behind_space(word.end + 1));
    Read read{word, word.measure || has_currency(first)};
    while (const std::optional<Read> more = read_on(read))
      read = *more;
    return read.word.end;
  }
  /// Whether a currency stands before the number that begins at `first`.
  bool has_currency(std::size_t first) const { return first > 0 && is_currency(text_[first - 1]); }

  /// The next word of the term; none: the term ends.
  std::optional<Read> read_on(const Read& read) const {
    if (auto more = rest_of_name(read)) return more;
    if (auto more = next_word(read)) return more;
    if (auto more = other_side(read)) return more;
    if (auto more = coupled(read)) return more;
    if (auto more = compared(read)) return more;
    if (auto more = arrived_at(read)) return more;
    return bracket(read);
  }
  bool is_spaced(const Read& read) const { return is_space(code(read.word.end)); }
  std::size_t next(const Read& read) const { return behind_space(read.word.end); }
  Read read_word(std::size_t at) const {
    const Word word = word_at(at);
    return {word, word.measure || has_currency(at)};
  }

  /// A name goes on after a full stop: "R. Mobasheri", "St. Mary's".
  std::optional<Read> rest_of_name(const Read& read) const {
    const std::size_t stop = read.word.end;
    const bool goes_on = code(stop) == '.' && is_space(code(stop + 1)) && is_core(stop + 2) && !is_digit(stop + 2) &&
                         stop > 0 && is_term_letter(text_[stop - 1]);
    return goes_on ? std::optional(Read{word_at(stop + 2), false}) : std::nullopt;
  }

  /// After a space, a word, a unit or a currency.
  std::optional<Read> next_word(const Read& read) const {
    if (!is_spaced(read)) return std::nullopt;
    const std::size_t at = next(read);
    if (begins_word(at)) {
      const Word word = word_at(at);
      return Read{word, word.measure || (read.word.digits && !word.digits)};
    }
    const bool currency = is_currency(code(at)) && is_digit(read.word.end - 1) && !is_digit(at + 1);
    return currency ? std::optional(Read{{at, at + 1, true, true}, true}) : std::nullopt;
  }

  /// The other side of a range or a sum, whose sign stands between spaces.
  std::optional<Read> other_side(const Read& read) const {
    const std::size_t sign = next(read);
    const bool stands_free = is_spaced(read) && is_space(code(sign + 1)) && code(sign + 2) != '(';
    if (!stands_free || !(relates(code(sign)) || calculates(code(sign)))) return std::nullopt;
    const std::size_t first = start_of_word(sign + 2);
    if ((!read.word.digits && !read.quantity) || first == none) return std::nullopt;
    const Read right = read_word(first);
    if (!right.word.digits) return std::nullopt;
    // "500 mg – 2 times": the dash parts two statements.
    const bool parts = read.quantity && !calculates(code(sign)) && !right.quantity && !next_is_unit(right);
    return parts ? std::nullopt : std::optional(right);
  }
  bool next_is_unit(const Read& read) const {
    const std::optional<Read> more = next_word(read);
    return more && !is_digit(more->word.begin);
  }

  /// The second name of a pair.
  std::optional<Read> coupled(const Read& read) const {
    const std::size_t sign = next(read);
    const bool stands_free = is_spaced(read) && couples(code(sign)) && is_space(code(sign + 1));
    const char32_t first = code(read.word.begin);
    const bool names = !read.quantity && (is_term_letter(first) || first == '(') && is_term_letter(code(sign + 2));
    return stands_free && names ? std::optional(Read{word_at(sign + 2), false}) : std::nullopt;
  }

  /// What a name or number is compared with: "INR < 2", "pH=7.4".
  std::optional<Read> compared(const Read& read) const {
    const std::size_t sign = next(read);
    const std::size_t length = code(sign) == '=' ? 1 : comparison_length(text_, sign);
    if (length == 0) return std::nullopt;
    const std::size_t number = start_of_number(behind_space(sign + length));
    return number != none ? std::optional(read_word(number)) : std::nullopt;
  }

  /// What an arrow leads to.
  std::optional<Read> arrived_at(const Read& read) const {
    const std::size_t arrow = next(read);
    const std::size_t length = arrow_length(text_, arrow);
    if (length == 0) return std::nullopt;
    const std::size_t target = behind_space(arrow + length);
    const std::size_t number = start_of_number(target);
    const std::size_t first = number != none || code(target) == '(' ? number : start_of_word(target);
    return first != none ? std::optional(read_word(first)) : std::nullopt;
  }

  /// A bracket that belongs to the words before it, with what touches it.
  std::optional<Read> bracket(const Read& read) const {
    const std::size_t open = next(read);
    const std::size_t close = end_of_bracket(open);
    if (close == none || !belongs(read, {open, close})) return std::nullopt;
    const std::u32string_view content = text_.substr(open + 1, close - open - 1);
    Word word{open, close + 1, std::any_of(content.begin(), content.end(), is_term_digit), read.quantity};
    if (is_core(word.end)) word.end = word_at(word.end).end;
    return Read{word, read.quantity};
  }
  /// Where the bracket closes; none where it is empty, or holds what runs from right to left or another bracket.
  std::size_t end_of_bracket(std::size_t open) const {
    if (code(open) != '(') return none;
    std::size_t close = open + 1;
    while (is_core(close) || is_space(code(close)) || joins(code(close)) || is_sign(code(close)) ||
           is_currency(code(close)) || code(close) == 0x00B0 || bidi_kind(code(close)) == BidiKind::mark)
      ++close;
    return code(close) == ')' && close > open + 1 ? close : none;
  }
  struct Bracket {
    std::size_t open = 0, close = 0;
  };
  bool belongs(const Read& read, Bracket found) const {
    const std::size_t begin = found.open + 1;
    if (!is_spaced(read) || (end_of_digits(begin) == found.close && dials_on(found.close))) return true;
    const std::size_t first = begin + (is_sign(code(begin)) || is_currency(code(begin)) ? 1 : 0);
    if (is_term_letter(code(first))) return !read.word.digits && !read.quantity;
    const std::u32string_view content = text_.substr(begin, found.close - begin);
    return read.quantity && is_digit(first) && std::any_of(content.begin(), content.end(), is_unit);
  }

  std::u32string_view text_;
};

bool is_hyphen(char32_t code) {
  return is_one_of(code, U"-\u2010\u2011");
}

/// A telephone number with hyphens, and no range: three groups or more, or a first that begins like one. Two digits
/// before a hyphen and two behind it are hours or padded: ٠٨-١٧.
bool is_dialled(std::u32string_view term) {
  constexpr std::ptrdiff_t least_digits = 5;
  const bool only_digits = std::all_of(term.begin(), term.end(), [](char32_t c) {
    return is_term_digit(c) || is_hyphen(c) || is_space(c) || is_one_of(c, U"+()");
  });
  if (!only_digits) return false;
  if (std::count_if(term.begin(), term.end(), is_hyphen) >= 2) return true;
  const bool begins_like_one =
      is_one_of(term.front(), U"+(") ||
      (u_charDigitValue(static_cast<UChar32>(term.front())) == 0 && term.size() > 1 && is_term_digit(term[1]));
  return begins_like_one && std::count_if(term.begin(), term.end(), is_term_digit) >= least_digits;
}

/// Both sides of an arrow stand where it points, whatever their digits.
bool has_arrow(std::u32string_view term) {
  for (std::size_t at = 0; at < term.size(); ++at) {
    if (arrow_length(term, at) > 0) return true;
  }
  return false;
}

TermOrder order_of(std::u32string_view term) {
  if (std::none_of(term.begin(), term.end(), is_arabic_number)) return TermOrder::left_to_right;
  return is_dialled(term) || has_arrow(term) ? TermOrder::left_to_right : TermOrder::numbers;
}

}  // namespace

std::vector<Term> find_terms(std::u32string_view text) {
  std::u32string visible;
  std::vector<std::size_t> origin;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_invisible(text[at])) continue;
    visible += text[at];
    origin.push_back(at);
  }
  std::vector<Term> terms = TermFinder(visible).find();
  for (Term& term : terms) {
    term.order = order_of(std::u32string_view(visible).substr(term.begin, term.end - term.begin));
    term = {origin[term.begin], origin[term.end - 1] + 1, term.order};
  }
  return terms;
}

}  // namespace handout::text
