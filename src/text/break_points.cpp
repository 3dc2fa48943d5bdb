#include "text/break_points.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "text/break_syllables.h"
#include "text/icu_boundaries.h"
#include "text/keep_together.h"
#include "text/phrases.h"

namespace handout::text {
namespace {

/// Before character `at`.
struct Candidate {
  std::size_t at = 0;
  BreakKind kind = BreakKind::ordinary;
};

bool is_forced(char32_t before) {
  return before == line_separator;
}
bool is_hyphen(char32_t code) {
  return code == '-' || code == 0x2010;
}

std::vector<Candidate> unicode_breaks(const Characters& text, const Locale& locale) {
  std::vector<Candidate> breaks;
  for (const std::size_t at : icu_boundaries(text, locale, Division::lines)) {
    const char32_t before = text[at - 1].code;
    const BreakKind kind = is_forced(before)                           ? BreakKind::forced
                           : before == soft_hyphen && at < text.size() ? BreakKind::added_hyphen
                           : is_hyphen(before)                         ? BreakKind::after_hyphen
                                                                       : BreakKind::ordinary;
    breaks.push_back({at, kind});
  }
  return breaks;
}

bool is_weekday_side(const Characters& text, std::size_t at) {
  // In a date only the space after a word and before a number is free: "Monday | 14 December 2026".
  const char32_t left = text[at - 1].code == ' ' && at >= 2 ? text[at - 2].code : text[at - 1].code;
  const char32_t right = text[at].code;
  const bool four_digits = at + 3 < text.size() && u_isdigit(static_cast<UChar32>(text[at + 3].code)) != 0;
  return u_isdigit(static_cast<UChar32>(left)) == 0 && u_isdigit(static_cast<UChar32>(right)) != 0 && !four_digits;
}

/// Languages whose printers leave no preposition or conjunction of one letter at a line's end.
bool keeps_lone_letters(const Locale& locale) {
  constexpr std::array<std::string_view, 6> languages = {"be", "cs", "pl", "ru", "sk", "uk"};
  return std::find(languages.begin(), languages.end(), locale.language) != languages.end();
}

/// Whether the field that holds both sides of the break refuses it.
bool field_refuses(const design::StyledSpan& span, const Characters& text, std::size_t at) {
  if (!span.field_kind) return false;
  switch (*span.field_kind) {
    case content::FieldKind::phone:
    case content::FieldKind::number:
    case content::FieldKind::email:
    case content::FieldKind::url:
      return true;
    case content::FieldKind::date:
      return !is_weekday_side(text, at);
    default:
      return false;
  }
}

class BreakFinder {
 public:
  explicit BreakFinder(const BreakInput& input)
      : input_(input),
        text_(input.characters),
        words_{input.paragraph.text, input.characters, input.paragraph.locale},
        addresses_(find_addresses(words_)),
        whole_words_(insides_of_words(input.characters, input.paragraph.locale)),
        cuts_(find_cuts(input.characters, input.paragraph.locale)) {
    add_address_fields();
  }

  std::vector<BreakPoint> find() {
    std::vector<Candidate> breaks = unicode_breaks(text_, input_.paragraph.locale);
    breaks.erase(std::remove_if(breaks.begin(), breaks.end(), [&](const Candidate& c) { return is_vetoed(c); }),
                 breaks.end());
    for (const std::size_t at : syllable_breaks(text_)) {
      if (!is_vetoed({at, BreakKind::ordinary})) breaks.push_back({at, BreakKind::ordinary});
    }
    for (const AddressRange& address : addresses_) {
      for (const std::size_t at : address_breaks(text_, address)) {
        if (!stands_in_nobr(at)) breaks.push_back({at, BreakKind::in_address});
      }
    }
    add_hyphens(breaks);
    std::stable_sort(breaks.begin(), breaks.end(), [](const Candidate& a, const Candidate& b) { return a.at < b.at; });
    std::vector<BreakPoint> points;
    std::size_t line_start = 0;
    for (const Candidate& candidate : breaks) {
      const bool last = candidate.at == text_.size();
      const bool forced = candidate.kind == BreakKind::forced;
      // Spaces after a <br/> or at the start are no line of their own.
      if (!last && !forced && content_end(line_start, candidate.at) == line_start) continue;
      points.push_back(describe(candidate));
      if (forced) line_start = candidate.at;
    }
    points.back().kind = BreakKind::paragraph_end;
    return points;
  }

 private:
  void add_address_fields() {
    std::vector<AddressRange> fields;
    for (const design::StyledSpan& span : input_.paragraph.spans) {
      if (span.field_kind != content::FieldKind::url && span.field_kind != content::FieldKind::email) continue;
      const AddressRange range{index_of_byte(text_, span.begin), index_of_byte(text_, span.end)};
      if (!meets_address(range)) fields.push_back(range);
    }
    addresses_.insert(addresses_.end(), fields.begin(), fields.end());
    std::sort(addresses_.begin(), addresses_.end(),
              [](const AddressRange& a, const AddressRange& b) { return a.begin < b.begin; });
  }
  /// Whether an address shares a character with the range.
  bool meets_address(AddressRange range) const {
    const auto first = std::partition_point(addresses_.begin(), addresses_.end(),
                                            [&](const AddressRange& a) { return a.end <= range.begin; });
    return first != addresses_.end() && first->begin < range.end;
  }
  /// Whether one address holds the characters on both sides of the break.
  bool stands_in_address(std::size_t at) const {
    const auto first =
        std::partition_point(addresses_.begin(), addresses_.end(), [&](const AddressRange& a) { return a.end <= at; });
    return first != addresses_.end() && first->begin < at;
  }

  bool is_vetoed(const Candidate& candidate) const {
    const std::size_t at = candidate.at;
    if (at == text_.size() || candidate.kind == BreakKind::forced) return false;
    if (stands_in_address(at)) return true;
    const design::StyledSpan& span = span_at(at - 1);
    if (stands_in_nobr(at) || (text_[at].begin < span.end && field_refuses(span, text_, at))) return true;
    if (is_raised_next_to_its_word(at) || (!whole_words_.empty() && whole_words_[at])) return true;
    return keeps_together(words_, at) && !follows_long_blank(at);
  }

  const design::StyledSpan& span_at(std::size_t character) const {
    const auto& spans = input_.paragraph.spans;
    const std::uint32_t byte = text_[character].begin;
    return *std::partition_point(spans.begin(), spans.end(),
                                 [&](const design::StyledSpan& s) { return s.end <= byte; });
  }
  /// A field, a link or a blank inside <nobr> is a span of its own.
  bool stands_in_nobr(std::size_t at) const {
    const std::uint32_t before = span_at(at - 1).no_break;
    return before != 0 && before == span_at(at).no_break;
  }

  /// A source's number after 。 or ।: ICU breaks there.
  bool is_raised_next_to_its_word(std::size_t at) const {
    return span_at(at).rise_thousandths_em > 0 && !is_breaking_space(text_[at - 1].code);
  }

  /// A long blank fills its line: the word after it goes on to the next.
  bool follows_long_blank(std::size_t at) const {
    if (at < 2 || text_[at - 2].code != object_replacement || text_[at - 1].code != ' ') return false;
    const design::StyledSpan& span = span_at(at - 2);
    if (!span.blank_width) return false;
    constexpr std::int64_t most_ems = 10;
    if (span.blank_width->unit == design::Measure::Unit::em) return span.blank_width->units > most_ems * Factor::one;
    return span.blank_width->unit == design::Measure::Unit::share ||
           span.blank_width->units > most_ems * input_.styles.at(span.style.value).size.units;
  }

  void add_hyphens(std::vector<Candidate>& breaks) {
    for (const design::StyledSpan& span : input_.paragraph.spans) {
      const bool wanted = input_.styles.at(span.style.value).hyphenate && span.no_break == 0 && span.field.empty();
      if (!wanted) continue;
      const std::size_t end = index_of_byte(text_, span.end);
      for (std::size_t at = index_of_byte(text_, span.begin); at < end;) {
        std::size_t word_end = at;
        while (word_end < end && is_word_letter(text_[word_end].code))
          ++word_end;
        if (word_end > at && may_hyphenate(at, word_end, span.locale)) hyphenate(at, word_end, span.locale, breaks);
        at = word_end > at ? word_end : at + 1;
      }
    }
  }
  static bool is_word_letter(char32_t code) {
    if (code < 0x80) return (code | 0x20U) >= 'a' && (code | 0x20U) <= 'z';
    if (u_isalpha(static_cast<UChar32>(code)) == 0) return false;
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(code), &status);
    return script == USCRIPT_LATIN || script == USCRIPT_GREEK || script == USCRIPT_CYRILLIC;
  }
  /// Not names and abbreviations (German nouns apart), not what touches hyphens, digits or apostrophes, no addresses.
  bool may_hyphenate(std::size_t begin, std::size_t end, const Locale& locale) const {
    if (meets_address({begin, end})) return false;
    const auto touches = [&](char32_t code) {
      return code == soft_hyphen || code == '\'' || code == 0x2019 || is_hyphen(code) || code == 0x2011 ||
             u_isalnum(static_cast<UChar32>(code)) != 0;
    };
    if (begin > 0 && touches(text_[begin - 1].code)) return false;
    if (end < text_.size() && touches(text_[end].code)) return false;
    const bool german = locale.language == "de";
    for (std::size_t i = begin; i < end; ++i) {
      if (u_isupper(static_cast<UChar32>(text_[i].code)) != 0 && !(german && i == begin)) return false;
    }
    return true;
  }
  void hyphenate(std::size_t begin, std::size_t end, const Locale& locale, std::vector<Candidate>& breaks) const {
    const std::size_t first = text_[begin].begin;
    const std::size_t last = end < text_.size() ? text_[end].begin : input_.paragraph.text.size();
    const std::string_view word = std::string_view(input_.paragraph.text).substr(first, last - first);
    for (const std::size_t left : input_.dictionaries.divisions(word, locale)) {
      breaks.push_back({begin + left, BreakKind::added_hyphen});
    }
  }

  std::size_t content_end(std::size_t begin, std::size_t at) const {
    std::size_t end = at;
    if (end > begin && is_forced(text_[end - 1].code)) --end;
    while (end > begin && is_breaking_space(text_[end - 1].code))
      --end;
    return end;
  }
  std::uint32_t byte_of(std::size_t index) const {
    return index < text_.size() ? text_[index].begin : static_cast<std::uint32_t>(input_.paragraph.text.size());
  }
  BreakPoint describe(const Candidate& candidate) const {
    BreakPoint point;
    const std::size_t end = content_end(0, candidate.at);
    point.at = byte_of(candidate.at);
    point.content_end = byte_of(end);
    point.kind = candidate.kind;
    std::size_t letters = 0;
    while (letters < end && !is_breaking_space(text_[end - 1 - letters].code) && letters <= 3)
      ++letters;
    const char32_t last = end > 0 ? text_[end - 1].code : U' ';
    point.after_punctuation = u_ispunct(static_cast<UChar32>(last)) != 0 && !is_hyphen(last);
    point.after_short_word = letters <= 2 && end < candidate.at && !point.after_punctuation;
    point.after_lone_letter = letters == 1 && point.after_short_word && keeps_lone_letters(input_.paragraph.locale) &&
                              u_isalpha(static_cast<UChar32>(last)) != 0;
    if (!cuts_.empty() && candidate.at < text_.size()) point.cut = cuts_[candidate.at];
    return point;
  }

  const BreakInput& input_;
  const Characters& text_;
  WordsInView words_;
  std::vector<AddressRange> addresses_;  ///< in the order of the text; none overlap
  std::vector<bool> whole_words_;        ///< by character, or empty; so too:
  std::vector<Cut> cuts_;
};

}  // namespace

std::vector<BreakPoint> find_breaks(const BreakInput& input) {
  if (input.characters.empty()) return {};
  return BreakFinder(input).find();
}

}  // namespace handout::text
