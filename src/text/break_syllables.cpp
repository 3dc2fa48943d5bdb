#include "text/break_syllables.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <cstdint>

namespace handout::text {
namespace {

enum class Manner : std::uint8_t { by_words, by_letters, by_onsets, in_long_words };

/// Before the first of them no script needs this: most text is told by one comparison a character.
constexpr char32_t first_of_these_scripts = 0x1700;

UScriptCode script_of(char32_t code) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(code), &status);
}

Manner manner_of(UScriptCode script) {
  switch (script) {
    case USCRIPT_AHOM:
    case USCRIPT_BALINESE:
    case USCRIPT_BATAK:
    case USCRIPT_BUGINESE:
    case USCRIPT_CHAM:
    case USCRIPT_JAVANESE:
    case USCRIPT_REJANG:
      return Manner::by_letters;
    case USCRIPT_LANNA:
    case USCRIPT_NEW_TAI_LUE:
    case USCRIPT_TAI_LE:
    case USCRIPT_TAI_VIET:
      return Manner::by_onsets;
    case USCRIPT_BUHID:
    case USCRIPT_HANUNOO:
    case USCRIPT_SUNDANESE:
    case USCRIPT_TAGALOG:
    case USCRIPT_TAGBANWA:
    case USCRIPT_VAI:
      return Manner::in_long_words;
    default:
      return Manner::by_words;
  }
}

/// What a character is in its syllable.
enum class Part : std::uint8_t { other, letter, front_vowel, vowel, tone, final, stacker, killer, mark };

Part part_of_letter(char32_t code) {
  switch (u_getIntPropertyValue(static_cast<UChar32>(code), UCHAR_INDIC_SYLLABIC_CATEGORY)) {
    case U_INSC_VOWEL:
    case U_INSC_VOWEL_DEPENDENT:
      return u_getIntPropertyValue(static_cast<UChar32>(code), UCHAR_INDIC_POSITIONAL_CATEGORY) ==
                     U_INPC_VISUAL_ORDER_LEFT
                 ? Part::front_vowel
                 : Part::vowel;
    case U_INSC_TONE_MARK:
    case U_INSC_TONE_LETTER:
      return Part::tone;
    case U_INSC_CONSONANT_FINAL:
      return Part::final;
    default:
      return Part::letter;
  }
}

Part part_of(char32_t code) {
  const auto types = U_GET_GC_MASK(static_cast<UChar32>(code));
  if ((types & U_GC_L_MASK) != 0) return part_of_letter(code);
  if ((types & U_GC_M_MASK) == 0) return Part::other;
  switch (u_getIntPropertyValue(static_cast<UChar32>(code), UCHAR_INDIC_SYLLABIC_CATEGORY)) {
    case U_INSC_VIRAMA:
    case U_INSC_INVISIBLE_STACKER:
      return Part::stacker;
    case U_INSC_PURE_KILLER:
      return Part::killer;
    case U_INSC_VOWEL_DEPENDENT:
      return Part::vowel;
    case U_INSC_TONE_MARK:
      return Part::tone;
    default:
      return Part::mark;
  }
}

class SyllableBreaker {
 public:
  explicit SyllableBreaker(const Characters& text) : text_(text) {}

  std::vector<std::size_t> find() const {
    std::vector<std::size_t> breaks;
    for (std::size_t at = 1; at < text_.size(); ++at) {
      if (code(at) < first_of_these_scripts || code(at - 1) < first_of_these_scripts) continue;
      const UScriptCode script = script_of(code(at));
      const Manner manner = manner_of(script);
      if (manner == Manner::by_words || script_of(code(at - 1)) != script) continue;
      if (breaks_at(at, manner)) breaks.push_back(at);
    }
    return breaks;
  }

 private:
  bool breaks_at(std::size_t at, Manner manner) const {
    switch (manner) {
      case Manner::by_letters:
        return begins_letter(at);
      case Manner::in_long_words:
        return begins_letter(at) && stands_in_long_word(at);
      case Manner::by_onsets:
        return begins_onset(at) || (begins_letter(at) && part(at - 1) != Part::front_vowel && is_far_from_onset(at));
      case Manner::by_words:
        break;
    }
    return false;
  }

  char32_t code(std::size_t at) const { return text_[at].code; }
  Part part(std::size_t at) const { return at < text_.size() ? part_of(code(at)) : Part::other; }

  bool begins_letter(std::size_t at) const {
    if (part(at) != Part::letter || part(at + 1) == Part::killer) return false;
    const Part before = part(at - 1);
    return before != Part::stacker && before != Part::other;
  }

  bool begins_onset(std::size_t at) const {
    const Part before = part(at - 1);
    if (before == Part::front_vowel || before == Part::stacker || before == Part::other) return false;
    if (part(at) == Part::front_vowel) return true;
    return part(at) == Part::letter && !is_second_consonant(code(at)) && has_vowel(at) && completes_syllable(at - 1);
  }
  /// Tai Viet's v, the only consonant that follows another in an onset.
  static bool is_second_consonant(char32_t code) { return code == 0xAAAA || code == 0xAAAB; }
  bool has_vowel(std::size_t at) const {
    std::size_t next = at + 1;
    while (part(next) == Part::mark || part(next) == Part::stacker ||
           (part(next) == Part::letter && part(next - 1) == Part::stacker))
      ++next;
    return part(next) == Part::vowel || part(next) == Part::tone;
  }
  /// A consonant ends a syllable where it stands after a vowel, or between a vowel in front and the next syllable.
  bool completes_syllable(std::size_t at) const {
    if (part(at) != Part::letter) return true;
    if (at == 0) return false;
    const Part before = part(at - 1);
    return before == Part::vowel || before == Part::front_vowel || before == Part::mark || before == Part::stacker;
  }

  // The longest words of these languages have some ten syllables; a column holds more.
  static constexpr std::size_t longest_word = 16;

  bool stands_in_long_word(std::size_t at) const {
    std::size_t begin = at, end = at;
    while (begin > 0 && end - begin <= longest_word && !is_breaking_space(code(begin - 1)))
      --begin;
    while (end < text_.size() && end - begin <= longest_word && !is_breaking_space(code(end)))
      ++end;
    return end - begin > longest_word;
  }
  /// Where onsets cannot be told for longer than a word, any cluster will do: better than a line that is too wide.
  bool is_far_from_onset(std::size_t at) const {
    std::size_t begin = at, end = at + 1;
    while (begin > 0 && end - begin <= longest_word && !is_breaking_space(code(begin - 1)) && !begins_onset(begin))
      --begin;
    while (end < text_.size() && end - begin <= longest_word && !is_breaking_space(code(end)) && !begins_onset(end))
      ++end;
    return end - begin > longest_word;
  }

  const Characters& text_;
};

}  // namespace

std::vector<std::size_t> syllable_breaks(const Characters& text) {
  return SyllableBreaker(text).find();
}

}  // namespace handout::text
