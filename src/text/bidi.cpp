#include "text/bidi.h"

#include <unicode/ubidi.h>
#include <unicode/uchar.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "base/diagnostic.h"
#include "text/directions.h"
#include "text/keep_together.h"
#include "text/open_brackets.h"
#include "text/terms.h"

namespace handout::text {
namespace {

constexpr char16_t left_to_right_isolate = 0x2066, right_to_left_isolate = 0x2067, pop_isolate = 0x2069;
constexpr char32_t no_break_space = 0x00A0, word_joiner = 0x2060;

bool runs_right_to_left(char32_t code) {
  return is_right_to_left_letter(code) || is_arabic_number(code);
}

/// Of the first letter that has one, or mark that stands for one (UAX #9, P2); a number alone runs from left to right.
Direction first_strong(std::u32string_view text) {
  for (const char32_t code : text) {
    const BidiKind kind = bidi_kind(code);
    if (kind == BidiKind::right_to_left) return Direction::right_to_left;
    if (kind == BidiKind::left_to_right) break;
  }
  return Direction::left_to_right;
}

/// Characters [begin, end) that are isolated together.
struct Isolate {
  std::size_t begin = 0, end = 0;
  Direction direction = Direction::left_to_right;
  bool solid = false;  ///< a telephone number or an address: each character stands right of the one before it
};

/// Fields, numbers of sources and phrases of the other direction, in order, none within another.
class IsolateFinder {
 public:
  IsolateFinder(const design::StyledParagraph& paragraph, const Characters& text, std::u32string_view codes)
      : paragraph_(paragraph), text_(text), codes_(codes), base_(paragraph.locale.direction) {}

  std::vector<Isolate> find() const {
    const auto& spans = paragraph_.spans;
    std::vector<Isolate> isolates;
    for (std::size_t i = 0; i < spans.size();) {
      const std::size_t next = end_of_phrase(i);
      const Isolate isolate = isolate_of(i, next);
      if (isolate.end > isolate.begin) isolates.push_back(isolate);
      i = next;
    }
    return isolates;
  }

 private:
  enum class Kind : std::uint8_t { text, turned, reference, field, list };
  Kind kind_of(const design::StyledSpan& span) const {
    if (span.locale.direction != base_) return Kind::turned;
    if (span.is_reference) return Kind::reference;
    if (!span.field_kind) return Kind::text;
    return *span.field_kind == content::FieldKind::list ? Kind::list : Kind::field;
  }
  /// A list's items are each on their own.
  bool goes_on(const design::StyledSpan& span, const design::StyledSpan& next) const {
    const Kind kind = kind_of(span);
    if (kind != kind_of(next) || kind == Kind::text || kind == Kind::list) return false;
    return kind != Kind::field || span.field == next.field;
  }
  /// One past the last span of what begins with `first`.
  std::size_t end_of_phrase(std::size_t first) const {
    const auto& spans = paragraph_.spans;
    std::size_t next = first + 1;
    while (next < spans.size() && goes_on(spans[first], spans[next]))
      ++next;
    return next;
  }
  /// Of spans [first, next); empty where they run with the text.
  Isolate isolate_of(std::size_t first, std::size_t next) const {
    const design::StyledSpan& span = paragraph_.spans[first];
    const Kind kind = kind_of(span);
    if (kind == Kind::text) return {};
    Isolate isolate{index_of_byte(text_, span.begin), index_of_byte(text_, paragraph_.spans[next - 1].end)};
    if (kind == Kind::reference) isolate.direction = base_;
    if (kind == Kind::turned) isolate.direction = span.locale.direction;
    if (kind == Kind::reference || kind == Kind::turned) return isolate;
    const std::u32string_view words = codes_.substr(isolate.begin, isolate.end - isolate.begin);
    isolate.direction = direction_of_field(*span.field_kind, words);
    isolate.solid = is_solid(*span.field_kind) && isolate.direction == Direction::left_to_right;
    return runs_with_text(*span.field_kind, isolate) ? Isolate{} : isolate;
  }

  static bool is_solid(content::FieldKind kind) {
    return kind == content::FieldKind::phone || kind == content::FieldKind::email || kind == content::FieldKind::url;
  }
  static Direction direction_of_field(content::FieldKind kind, std::u32string_view value) {
    if (!is_solid(kind) && kind != content::FieldKind::number) return first_strong(value);
    return std::any_of(value.begin(), value.end(), is_right_to_left_letter) ? Direction::right_to_left
                                                                            : Direction::left_to_right;
  }
  /// In right-to-left text a number belongs to the term that it stands in: <field/> mg, <field/>–<field/>. What parts
  /// the items of a list belongs to none of them.
  bool runs_with_text(content::FieldKind kind, const Isolate& isolate) const {
    if (kind == content::FieldKind::list) {
      const std::u32string_view words = codes_.substr(isolate.begin, isolate.end - isolate.begin);
      return std::none_of(words.begin(), words.end(),
                          [](char32_t code) { return u_isalpha(static_cast<UChar32>(code)); });
    }
    return kind == content::FieldKind::number && base_ == Direction::right_to_left &&
           isolate.direction == Direction::left_to_right;
  }

  const design::StyledParagraph& paragraph_;
  const Characters& text_;
  std::u32string_view codes_;
  Direction base_;
};

/// The text as terms are looked for: numbers in fields and addresses are each in one piece.
std::u32string codes_for_terms(const design::StyledParagraph& paragraph, const Characters& text, std::u32string codes) {
  const auto fill = [&](std::size_t begin, std::size_t end, char32_t with) {
    const auto first = codes.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last = codes.begin() + static_cast<std::ptrdiff_t>(end);
    if (std::none_of(first, last, is_right_to_left_letter)) std::fill(first, last, with);
  };
  for (const AddressRange& address : find_addresses({paragraph.text, text, paragraph.locale})) {
    const auto is_around = [&](std::size_t at) {
      return is_one_of(codes[at], U".,;:!?()[]\u00AB\u00BB\u201C\u201D\u060C\u061B\u061F");
    };
    std::size_t begin = address.begin, end = address.end;
    while (begin < end && is_around(begin))
      ++begin;
    while (begin < end && is_around(end - 1))
      --end;
    fill(begin, end, U'a');
  }
  for (const design::StyledSpan& span : paragraph.spans) {
    if (span.field_kind != content::FieldKind::number) continue;
    const std::size_t begin = index_of_byte(text, span.begin), end = index_of_byte(text, span.end);
    const auto digits = std::u32string_view(codes).substr(begin, end - begin);
    fill(begin, end, std::any_of(digits.begin(), digits.end(), is_arabic_number) ? U'\u0661' : U'1');
  }
  return codes;
}

/// How ICU is shown the characters of a stretch.
enum class Sight : std::uint8_t {
  text,
  numbers,  ///< of a term in the order of numbers
  letters   ///< of what runs from left to right: as so many Latin letters, whose order nothing can change
};

/// Text as ICU sees it; `origin` is the character of each UTF-16 unit, or `added` for an isolate's controls.
class IsolatedCopy {
 public:
  static constexpr std::size_t added = ~std::size_t{0};

  IsolatedCopy(const design::StyledParagraph& paragraph, const Characters& text)
      : codes_(codes_of(text)), base_(paragraph.locale.direction) {
    const std::vector<Isolate> isolates = IsolateFinder(paragraph, text, codes_).find();
    // Only right-to-left text turns what stands in it.
    const auto turns = [](const Isolate& isolate) { return isolate.direction == Direction::right_to_left; };
    if (base_ == Direction::right_to_left || std::any_of(isolates.begin(), isolates.end(), turns))
      term_codes_ = codes_for_terms(paragraph, text, codes_);
    std::size_t plain = 0;
    for (const Isolate& isolate : isolates) {
      put_words({plain, isolate.begin, base_});
      put_isolated(isolate);
      plain = isolate.end;
    }
    put_words({plain, text.size(), base_});
  }

  const std::u16string& units() const { return units_; }
  const std::vector<std::size_t>& origin() const { return origin_; }
  /// By how much the levels of an isolate of the base's direction are too high. It lies two levels above what is
  /// around it: once the controls are gone, it would be reversed together with what follows it.
  const std::vector<std::uint8_t>& raised() const { return raised_; }
  const std::vector<std::size_t>& joints() const { return joints_; }

 private:
  void put_isolated(const Isolate& isolate) {
    if (joints_.empty() || joints_.back() != isolate.begin) joints_.push_back(isolate.begin);
    joints_.push_back(isolate.end);
    put_unit(isolate.direction == Direction::left_to_right ? left_to_right_isolate : right_to_left_isolate, added);
    raised_now_ = isolate.direction == base_ ? 2 : 0;
    const OpenBrackets around = std::exchange(open_brackets_, {});
    if (isolate.solid) {
      put_characters(isolate.begin, isolate.end, Sight::letters);
    } else {
      put_words(isolate);
    }
    open_brackets_ = around;
    raised_now_ = 0;
    put_unit(pop_isolate, added);
  }
  void put_words(const Isolate& words) {
    if (words.direction == Direction::left_to_right) {
      put_characters(words.begin, words.end, Sight::text);
      return;
    }
    std::size_t plain = words.begin;
    for (const Term& term : find_terms(std::u32string_view(term_codes_).substr(words.begin, words.end - words.begin))) {
      put_characters(plain, words.begin + term.begin, Sight::text);
      put_unit(left_to_right_isolate, added);
      put_characters(words.begin + term.begin, words.begin + term.end,
                     term.order == TermOrder::numbers ? Sight::numbers : Sight::letters);
      put_unit(pop_isolate, added);
      plain = words.begin + term.end;
    }
    put_characters(plain, words.end, Sight::text);
  }
  void put_characters(std::size_t begin, std::size_t end, Sight sight) {
    for (std::size_t i = begin; i < end; ++i) {
      const auto code = static_cast<UChar32>(open_brackets_.seen(seen(i, sight)));
      if (U_IS_BMP(code)) {
        put_unit(static_cast<char16_t>(code), i);
      } else {
        put_unit(U16_LEAD(code), i);
        put_unit(U16_TRAIL(code), i);
      }
    }
  }
  char32_t seen(std::size_t at, Sight sight) const {
    if (sight == Sight::letters) return U'a';
    const char32_t code = codes_[at];
    const BidiKind kind = bidi_kind(code);
    // Of a text's own, these would close the isolates that stand around it. What embeds is refused where it is read.
    if (kind == BidiKind::parts_paragraphs) return U' ';
    if (kind == BidiKind::embeds || (sight == Sight::numbers && is_invisible(code))) return word_joiner;
    return code == ' ' && parts_digits(at) ? no_break_space : code;
  }
  /// Groups of Arabic-Indic digits run from left to right, as those of a telephone number must: to UAX #9 (W4) the
  /// no-break space is a separator of numbers, and the space is not.
  bool parts_digits(std::size_t space) const {
    std::size_t before = space, after = space + 1;
    while (before > 0 && is_invisible(codes_[before - 1]))
      --before;
    while (after < codes_.size() && is_invisible(codes_[after]))
      ++after;
    return before > 0 && after < codes_.size() && is_arabic_number(codes_[before - 1]) &&
           is_arabic_number(codes_[after]);
  }
  void put_unit(char16_t unit, std::size_t origin) {
    units_ += unit;
    origin_.push_back(origin);
    raised_.push_back(raised_now_);
  }

  std::u32string codes_, term_codes_;
  Direction base_;
  std::u16string units_;
  std::vector<std::size_t> origin_;
  std::vector<std::uint8_t> raised_;
  std::vector<std::size_t> joints_;
  std::uint8_t raised_now_ = 0;
  OpenBrackets open_brackets_;
};

struct BidiDeleter {
  void operator()(UBiDi* bidi) const { ubidi_close(bidi); }
};

}  // namespace

BidiLevels bidi_levels(const design::StyledParagraph& paragraph, const Characters& text) {
  const int base = paragraph.locale.direction == Direction::right_to_left ? 1 : 0;
  const bool any = std::any_of(text.begin(), text.end(), [](const Character& c) { return runs_right_to_left(c.code); });
  if (text.empty() || (base == 0 && !any)) return {};

  const IsolatedCopy copy(paragraph, text);
  // One a thread, as docs/architecture.md allows: what it allocates for one paragraph serves the next.
  thread_local const std::unique_ptr<UBiDi, BidiDeleter> bidi(ubidi_open());
  UErrorCode status = U_ZERO_ERROR;
  ubidi_setPara(bidi.get(), copy.units().data(), static_cast<int32_t>(copy.units().size()),
                static_cast<UBiDiLevel>(base), nullptr, &status);
  const UBiDiLevel* const levels = ubidi_getLevels(bidi.get(), &status);
  ENSURE(U_SUCCESS(status));
  BidiLevels result{std::vector<std::uint8_t>(text.size(), static_cast<std::uint8_t>(base)), copy.joints()};
  for (std::size_t i = 0; i < copy.origin().size(); ++i) {
    if (copy.origin()[i] == IsolatedCopy::added) continue;
    // White space at the end has the base's level, however deep it stands (UAX #9, L1).
    const int level = std::max(base, levels[i] - copy.raised()[i]);
    result.of[copy.origin()[i]] = static_cast<std::uint8_t>(level);
  }
  return result;
}

}  // namespace handout::text
