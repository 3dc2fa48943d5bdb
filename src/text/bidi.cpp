#include "text/bidi.h"

#include <unicode/ubidi.h>
#include <unicode/uchar.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace handout::text {
namespace {

constexpr char16_t left_to_right_isolate = 0x2066, right_to_left_isolate = 0x2067, first_strong_isolate = 0x2068,
                   pop_isolate = 0x2069;

/// Characters [begin, end) to be isolated.
struct Isolate {
  std::size_t begin = 0, end = 0;
  char16_t opening = left_to_right_isolate;
};

UCharDirection direction_of(char32_t code) {
  return u_charDirection(static_cast<UChar32>(code));
}

bool is_right_to_left(char32_t code) {
  if (code < 0x0590) return false;
  switch (direction_of(code)) {
    case U_RIGHT_TO_LEFT:
    case U_RIGHT_TO_LEFT_ARABIC:
    case U_ARABIC_NUMBER:
    case U_RIGHT_TO_LEFT_EMBEDDING:
    case U_RIGHT_TO_LEFT_OVERRIDE:
    case U_RIGHT_TO_LEFT_ISOLATE:
      return true;
    default:
      return false;
  }
}

bool is_space(char32_t code) {
  return code == ' ' || code == 0x00A0 || code == 0x202F;
}
bool is_digit(char32_t code) {
  return code < 0x80 ? code >= '0' && code <= '9' : u_isdigit(static_cast<UChar32>(code)) != 0;
}
/// What a left-to-right term is made of.
bool is_core(char32_t code) {
  if (code == object_replacement) return false;
  return is_digit(code) ? direction_of(code) != U_RIGHT_TO_LEFT : direction_of(code) == U_LEFT_TO_RIGHT;
}
bool is_one_of(char32_t code, std::u32string_view set) {
  return set.find(code) != std::u32string_view::npos;
}
bool leads_number(char32_t code) {
  return is_one_of(code, U"+-\u2212\u00B1<>~\u2248\u2264\u2265$\u00A3\u20AC#");
}
bool follows_number(char32_t code) {
  return is_one_of(code, U"%\u2030\u00B0");
}
bool joins(char32_t code) {
  return is_one_of(code, U"-\u2010\u2011\u2013\u2212/.,:@_&'\u2019+\u00D7=?#~%");
}

/// The end of the term that begins at `at`: 500 mg, 38 °C, 85-90, 020 7946 0000, L4/L5, kg/m2.
std::size_t term_end(const Characters& text, std::size_t at, std::size_t limit) {
  std::size_t end = at;
  while (end < limit) {
    const auto code = [&](std::size_t i) { return i < limit ? text[i].code : U'\0'; };
    if (is_core(code(end)) || follows_number(code(end)) || direction_of(code(end)) == U_DIR_NON_SPACING_MARK) {
      ++end;
    } else if (is_space(code(end)) && (is_core(code(end + 1)) || follows_number(code(end + 1)))) {
      end += 2;
    } else if (joins(code(end)) && is_core(code(end + 1))) {
      end += 2;
    } else {
      break;
    }
  }
  return end;
}

void isolate_terms(const Characters& text, std::size_t begin, std::size_t end, std::vector<Isolate>& isolates) {
  for (std::size_t at = begin; at < end;) {
    const bool led = leads_number(text[at].code) && at + 1 < end && is_digit(text[at + 1].code) &&
                     (at == begin || !is_core(text[at - 1].code));
    if (!led && !is_core(text[at].code)) {
      ++at;
      continue;
    }
    const std::size_t term = term_end(text, led ? at + 1 : at, end);
    isolates.push_back({at, term, left_to_right_isolate});
    at = term;
  }
}

char16_t opening_of(const design::StyledSpan& span, Direction base) {
  switch (*span.field_kind) {
    case content::FieldKind::phone:
    case content::FieldKind::email:
    case content::FieldKind::url:
    case content::FieldKind::number:
      return left_to_right_isolate;
    case content::FieldKind::list:
      return base == Direction::left_to_right ? left_to_right_isolate : right_to_left_isolate;
    default:
      return first_strong_isolate;
  }
}

std::size_t index_of_byte(const Characters& text, std::uint32_t byte) {
  const auto found =
      std::lower_bound(text.begin(), text.end(), byte, [](const Character& c, std::uint32_t b) { return c.begin < b; });
  return static_cast<std::size_t>(found - text.begin());
}

/// In order, none within another.
std::vector<Isolate> find_isolates(const design::StyledParagraph& paragraph, const Characters& text) {
  const Direction base = paragraph.locale.direction;
  std::vector<Isolate> isolates;
  std::size_t plain = 0;  // where text begins whose terms have not been looked for
  const auto isolate_plain = [&](std::size_t end) {
    if (base == Direction::right_to_left) isolate_terms(text, plain, end, isolates);
  };
  for (std::size_t i = 0; i < paragraph.spans.size();) {
    const design::StyledSpan& first = paragraph.spans[i];
    const bool turned = first.locale.direction != base;
    const bool field = !turned && first.field_kind.has_value();
    std::size_t next = i + 1;
    while (next < paragraph.spans.size() && (turned || field)) {
      const design::StyledSpan& span = paragraph.spans[next];
      if (turned ? span.locale.direction == base : span.field != first.field || !span.field_kind.has_value()) break;
      ++next;
    }
    if (turned || field) {
      const std::size_t begin = index_of_byte(text, first.begin);
      const std::size_t end = index_of_byte(text, paragraph.spans[next - 1].end);
      isolate_plain(begin);
      const char16_t opening = field                                                ? opening_of(first, base)
                               : first.locale.direction == Direction::left_to_right ? left_to_right_isolate
                                                                                    : right_to_left_isolate;
      if (begin < end) isolates.push_back({begin, end, opening});
      plain = end;
    }
    i = next;
  }
  isolate_plain(text.size());
  return isolates;
}

/// Text as ICU sees it; `origin` is the character of each UTF-16 unit, or `added` for an isolate's controls.
struct Copy {
  std::u16string units;
  std::vector<std::size_t> origin;
};
constexpr std::size_t added = ~std::size_t{0};

Copy copy_with_isolates(const Characters& text, const std::vector<Isolate>& isolates) {
  Copy copy;
  const auto put = [&](char16_t unit, std::size_t origin) {
    copy.units += unit;
    copy.origin.push_back(origin);
  };
  std::size_t next = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (next < isolates.size() && isolates[next].begin == i) put(isolates[next].opening, added);
    const auto code = static_cast<UChar32>(text[i].code);
    if (U_IS_BMP(code)) {
      put(static_cast<char16_t>(code), i);
    } else {
      put(U16_LEAD(code), i);
      put(U16_TRAIL(code), i);
    }
    if (next < isolates.size() && isolates[next].end == i + 1) {
      put(pop_isolate, added);
      ++next;
    }
  }
  return copy;
}

struct BidiDeleter {
  void operator()(UBiDi* bidi) const { ubidi_close(bidi); }
};

}  // namespace

std::vector<std::uint8_t> bidi_levels(const design::StyledParagraph& paragraph, const Characters& text) {
  const bool right_to_left = paragraph.locale.direction == Direction::right_to_left;
  const bool any = std::any_of(text.begin(), text.end(), [](const Character& c) { return is_right_to_left(c.code); });
  if (text.empty() || (!right_to_left && !any)) return {};

  const Copy copy = copy_with_isolates(text, find_isolates(paragraph, text));
  // One a thread, as docs/architecture.md allows: what it allocates for one paragraph serves the next.
  thread_local const std::unique_ptr<UBiDi, BidiDeleter> bidi(ubidi_open());
  UErrorCode status = U_ZERO_ERROR;
  ubidi_setPara(bidi.get(), copy.units.data(), static_cast<int32_t>(copy.units.size()), right_to_left ? 1 : 0, nullptr,
                &status);
  const UBiDiLevel* const levels = ubidi_getLevels(bidi.get(), &status);
  ENSURE(U_SUCCESS(status));
  std::vector<std::uint8_t> result(text.size(), right_to_left ? 1 : 0);
  for (std::size_t i = 0; i < copy.origin.size(); ++i) {
    if (copy.origin[i] != added) result[copy.origin[i]] = levels[i];
  }
  return result;
}

}  // namespace handout::text
