#include "text/terms.h"

#include <unicode/uchar.h>

#include <algorithm>

namespace handout::text {
namespace {

UCharDirection direction_of(char32_t code) {
  return u_charDirection(static_cast<UChar32>(code));
}

bool is_one_of(char32_t code, std::u32string_view set) {
  return code != 0 && set.find(code) != std::u32string_view::npos;
}
/// Thin and figure spaces part digits and units as the ordinary ones do.
bool is_space(char32_t code) {
  return code == ' ' || code == 0x00A0 || code == 0x202F || code == 0x2007 || code == 0x2009;
}
/// Fractions and raised digits are parts of numbers: 2½ mg, 10⁹.
bool is_digit(char32_t code) {
  if (code < 0x80) return code >= '0' && code <= '9';
  const auto type = u_charType(static_cast<UChar32>(code));
  return (type == U_DECIMAL_DIGIT_NUMBER || type == U_OTHER_NUMBER) && direction_of(code) != U_RIGHT_TO_LEFT;
}
bool is_letter(char32_t code) {
  return !is_digit(code) && direction_of(code) == U_LEFT_TO_RIGHT;
}
bool is_mark(char32_t code) {
  return direction_of(code) == U_DIR_NON_SPACING_MARK;
}
/// Directly before a number. A sign after a letter is a hyphen: Hebrew "ב-500".
bool is_sign(char32_t code) {
  return is_one_of(code, U"+-\u2212\u00B1");
}
bool is_currency(char32_t code) {
  return is_one_of(code, U"$\u00A3\u20AC#");
}
/// Before a number, a space may follow. Outside a term, right-to-left text would show them mirrored.
bool is_comparison(char32_t code) {
  return is_one_of(code, U"<>~\u2248\u2264\u2265");
}
/// Between two letters or digits, without a space.
bool joins(char32_t code) {
  return is_one_of(code, U"-\u2010\u2011\u2013\u2212/.,:@_&'\u2019+\u00B1\u00D7=?#~%\u2026\u2044\u066B\u066C");
}
/// Between two numbers, with spaces. An em dash parts.
bool relates(char32_t code) {
  return is_one_of(code, U"-\u2010\u2011\u2013\u2212/\u00D7=+\u00B1");
}

/// Letters, digits and what joins them, without spaces.
struct Word {
  std::size_t begin = 0, end = 0;
  bool digits = false;   ///< holds a digit
  bool measure = false;  ///< a digit, and after it the letters or sign of a unit
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
      terms.push_back({at, end_of_term(at, first)});
      at = terms.back().end;
    }
    return terms;
  }

 private:
  static constexpr std::size_t none = ~std::size_t{0};

  char32_t code(std::size_t at) const { return at < text_.size() ? text_[at] : U'\0'; }
  /// What a word is made of.
  bool is_core(std::size_t at) const {
    const char32_t c = code(at);
    return c != 0 && (is_digit(c) || is_letter(c));
  }
  bool after_space_or_opening(std::size_t at) const {
    return at == 0 || is_space(text_[at - 1]) || is_one_of(text_[at - 1], U"([\u00AB\u201C\u201E\"'\u2018");
  }

  /// Where the first word begins of a term that begins at `at` with what may lead a number; none: there is no term.
  std::size_t start_of_word(std::size_t at) const {
    if (is_core(at)) return at;
    const bool free = at == 0 || !is_core(at - 1);
    const std::size_t after = at + (is_space(code(at + 1)) ? 2 : 1);
    if (is_comparison(code(at)) && free && is_digit(code(after))) return after;
    if (is_currency(code(at)) && free && is_digit(code(at + 1))) return at + 1;
    if (is_sign(code(at)) && after_space_or_opening(at) && is_digit(code(at + 1))) return at + 1;
    if (leads_phone_number(at)) return at + 1;
    return none;
  }
  /// The bracket of "(020) 7946 0123"; "(2) 500 mg" is an item of a list.
  bool leads_phone_number(std::size_t at) const {
    constexpr std::size_t least_area_code = 3;
    if (code(at) != '(') return false;
    const std::size_t close = end_of_digits(at + 1);
    return close >= at + 1 + least_area_code && dials_on(close);
  }
  std::size_t end_of_digits(std::size_t at) const {
    while (is_digit(code(at)))
      ++at;
    return at;
  }
  /// A closing bracket, and more digits.
  bool dials_on(std::size_t close) const {
    return code(close) == ')' && is_digit(code(close + (is_space(code(close + 1)) ? 2 : 1)));
  }

  /// What stands right after a word's letters and belongs to it.
  bool trails(std::size_t at) const {
    const char32_t c = code(at);
    const char32_t before = at > 0 ? text_[at - 1] : U'\0';
    if (c == 0) return false;
    if (is_mark(c) || is_one_of(c, U"%\u2030")) return true;
    if (c == 0x00B0) return !is_right_to_left_letter(code(at + 1));
    // After Arabic-Indic digits the Arabic percent sign stands at their left, as UAX #9 has it.
    if (c == 0x066A) return direction_of(before) == U_EUROPEAN_NUMBER;
    return c == '+' && is_digit(before);
  }
  bool begins_word(std::size_t at) const { return is_core(at) || (!is_mark(code(at)) && trails(at)); }

  Word word_at(std::size_t at) const {
    Word word{at, at};
    while (word.end < text_.size()) {
      const bool joined = joins(code(word.end)) && is_core(word.end + 1);
      if (!joined && !is_core(word.end) && !trails(word.end)) break;
      const char32_t c = code(word.end);
      if (is_digit(c)) word.digits = true;
      if (word.digits && (is_letter(c) || is_one_of(c, U"%\u2030\u00B0\u066A"))) word.measure = true;
      ++word.end;
    }
    if (code(word.end) == '.' && is_initials(word) && code(word.end + 1) != 0) ++word.end;
    return word;
  }

  /// "A.D.A.M", "a.m": the stop after it is its own, unless it ends the text.
  bool is_initials(const Word& word) const {
    if (word.end - word.begin < 3) return false;
    for (std::size_t at = word.begin; at < word.end; ++at) {
      const bool letter = (at - word.begin) % 2 == 0;
      if (letter ? !is_letter(text_[at]) : text_[at] != '.') return false;
    }
    return true;
  }

  std::size_t end_of_term(std::size_t begin, std::size_t first_word) const {
    Word word = word_at(first_word);
    if (code(begin) == '(') word = word_at(word.end + (is_space(code(word.end + 1)) ? 2 : 1));
    bool quantity = word.measure;  // a number with its unit was the last that was read
    while (true) {
      const bool spaced = is_space(code(word.end));
      const std::size_t next = word.end + (spaced ? 1 : 0);
      Word more;
      if (const std::size_t after = after_initial(word.end); after != none) {
        more = word_at(after);
        quantity = false;
      } else if (spaced && begins_word(next)) {
        more = word_at(next);
        more.measure = more.measure || (word.digits && !more.digits);
        quantity = more.measure;
      } else if (const std::size_t other = related(next, spaced, {quantity, word.digits || quantity}); other != none) {
        more = word_at(other);
        quantity = more.measure;
      } else if (const std::size_t close = closing_bracket(next, spaced, word, quantity); close != none) {
        more = {next, close + 1, true, quantity};
        if (is_core(more.end)) more.end = word_at(more.end).end;
      } else {
        return word.end;
      }
      word = more;
    }
  }

  /// Where a name goes on after a full stop: "R. Mobasheri", "St. Mary's".
  std::size_t after_initial(std::size_t stop) const {
    const bool goes_on =
        code(stop) == '.' && is_space(code(stop + 1)) && is_core(stop + 2) && !is_digit(code(stop + 2));
    return goes_on && stop > 0 && is_letter(text_[stop - 1]) ? stop + 2 : none;
  }

  struct Left {
    bool quantity = false, number = false;
  };
  /// The other side of a range whose dash stands at `at`.
  std::size_t related(std::size_t at, bool spaced, Left left) const {
    if (!left.number || !spaced || !relates(code(at)) || !is_space(code(at + 1))) return none;
    std::size_t begin = at + 2;
    if (is_sign(code(begin)) && is_digit(code(begin + 1))) ++begin;
    if (!is_core(begin)) return none;
    const Word right = word_at(begin);
    if (!right.digits) return none;
    const bool has_unit =
        right.measure || (is_space(code(right.end)) && begins_word(right.end + 1) && !is_digit(code(right.end + 1)));
    // "500 mg – 2 times": the dash parts two statements.
    return !left.quantity || has_unit ? begin : none;
  }

  /// Where the bracket ends that belongs to the words before it.
  std::size_t closing_bracket(std::size_t at, bool spaced, const Word& before, bool quantity) const {
    if (code(at) != '(') return none;
    const std::size_t close = text_.find(')', at);
    if (close == std::u32string_view::npos || close == at + 1) return none;
    const std::u32string_view content = text_.substr(at + 1, close - at - 1);
    const bool foreign = std::all_of(content.begin(), content.end(), [](char32_t c) {
      return is_space(c) || is_digit(c) || is_letter(c) || is_mark(c) || joins(c) || is_sign(c) || c == 0x00B0;
    });
    if (!foreign) return none;
    if (!spaced || (end_of_digits(at + 1) == close && dials_on(close))) return close;
    const std::size_t first = at + 1 + (is_sign(content.front()) ? 1 : 0);
    if (is_letter(code(first))) return !before.digits && !quantity ? close : none;
    const bool measured = std::any_of(content.begin(), content.end(),
                                      [](char32_t c) { return is_letter(c) || is_one_of(c, U"%\u2030\u00B0"); });
    return quantity && is_digit(code(first)) && measured ? close : none;
  }

  std::u32string_view text_;
};

}  // namespace

std::vector<Term> find_terms(std::u32string_view text) {
  return TermFinder(text).find();
}

bool is_right_to_left_letter(char32_t code) {
  if (code < 0x0590) return false;
  const UCharDirection direction = direction_of(code);
  return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
}

bool is_arabic_number(char32_t code) {
  return code >= 0x0600 && direction_of(code) == U_ARABIC_NUMBER;
}

}  // namespace handout::text
