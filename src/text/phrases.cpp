#include "text/phrases.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "text/icu_boundaries.h"

namespace handout::text {
namespace {

/// Compounds that stand in the Royal Institute's dictionary as one word, or are asked as one, and that ICU 72 cuts into
/// their parts: exercise, spine, disc, muscle, nerve, scar, clot, bleed, leak out, gel, soft; how much, is it so, not
/// sure; choice, step, expert, help, prepare, weak, mean, a little, about, daily life; the sign of repetition and what
/// it belongs to.
constexpr std::array<std::u32string_view, 28> thai_words = {
    U"ออกกำลังกาย", U"กระดูกสันหลัง", U"หมอนรองกระดูก", U"กล้ามเนื้อ", U"เส้นประสาท", U"แผลเป็น", U"ลิ่มเลือด",
    U"เลือดออก",    U"รั่วออก",      U"เจล",          U"นิ่ม",      U"แค่ไหน",     U"ใช่ไหม",  U"ไม่แน่ใจ",
    U"ทางเลือก",    U"ขั้นตอน",      U"ผู้เชี่ยวชาญ",     U"ช่วยเหลือ", U"เตรียมตัว",   U"อ่อนแรง", U"หมายถึง",
    U"เล็กน้อย",     U"โดยประมาณ",  U"ประจำวัน",      U"รู้สึก",     U"พอๆ กัน",    U"พักฟื้น",   U"ฟื้นตัว"};

/// What ICU 72's phrases cut though it is one: the endings of requests, questions and denials; fragment, calf, come
/// off, useful.
constexpr std::array<std::u32string_view, 12> japanese_words = {U"ください", U"下さい",     U"なさい", U"ますか",
                                                                U"ですか",   U"ません",     U"ました", U"でした",
                                                                U"かけら",   U"ふくらはぎ", U"はがれ", U"役立"};
/// Nouns that end in one of these are cut before it: nurse, expert, during and after surgery, an excision.
constexpr std::u32string_view japanese_suffixes = U"師士医家者中後前目術薬科部院";
/// Of these, polite prefixes, ICU makes the end of the phrase before.
constexpr std::u32string_view japanese_prefixes = U"おご御";

/// What ICU's Chinese dictionary lacks: disc, minimally invasive, camera, in both ways of writing.
constexpr std::array<std::u32string_view, 6> chinese_words = {U"椎间盘", U"椎間盤", U"微创",
                                                              U"微創",   U"摄像头", U"攝像頭"};
/// Words of one character that lean on the word before them.
constexpr std::u32string_view chinese_particles = U"的了着著过過地得吗嗎呢吧们們";

/// By character: whether it stands within something that is one.
using Insides = std::vector<bool>;

template <std::size_t size>
void mark_words(const std::array<std::u32string_view, size>& words, const std::u32string& text, Insides& insides) {
  for (const std::u32string_view word : words) {
    for (std::size_t at = text.find(word); at != std::u32string::npos; at = text.find(word, at + 1)) {
      for (std::size_t inside = at + 1; inside < at + word.size(); ++inside)
        insides[inside] = true;
    }
  }
}

UScriptCode script_of(char32_t code) {
  UErrorCode status = U_ZERO_ERROR;
  return code < 0x2E80 ? USCRIPT_COMMON : uscript_getScript(static_cast<UChar32>(code), &status);
}
bool is_han(char32_t code) {
  return script_of(code) == USCRIPT_HAN;
}
bool is_katakana(char32_t code) {
  return script_of(code) == USCRIPT_KATAKANA || code == U'ー';
}
/// Thai and its neighbours: UAX #14 leaves their breaks to a dictionary.
bool needs_dictionary(char32_t code) {
  return code >= 0x0E00 && u_getIntPropertyValue(static_cast<UChar32>(code), UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT;
}

Insides between(const std::vector<std::size_t>& boundaries, std::size_t size) {
  Insides insides(size, true);
  for (const std::size_t at : boundaries) {
    if (at < size) insides[at] = false;
  }
  insides[0] = false;
  return insides;
}

Insides japanese_phrases(const std::u32string& codes, Insides insides) {
  for (std::size_t at = 1; at < codes.size(); ++at) {
    if (insides[at]) continue;
    if (is_one_of(codes[at - 1], japanese_prefixes) && is_han(codes[at])) {
      insides[at] = true;
      insides[at - 1] = false;
    } else if (is_one_of(codes[at], japanese_suffixes) && is_han(codes[at - 1])) {
      insides[at] = true;
    }
  }
  mark_words(japanese_words, codes, insides);
  return insides;
}

std::vector<Cut> japanese_cuts(const Characters& text, const Locale& locale) {
  const std::u32string codes = codes_of(text);
  const Insides insides =
      japanese_phrases(codes, between(icu_boundaries(text, locale, Division::phrases), text.size()));
  std::vector<Cut> cuts(text.size(), Cut::none);
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (!insides[at]) continue;
    const bool in_word =
        (is_han(codes[at - 1]) && is_han(codes[at])) || (is_katakana(codes[at - 1]) && is_katakana(codes[at]));
    cuts[at] = in_word ? Cut::word : Cut::phrase;
  }
  return cuts;
}

std::vector<Cut> chinese_cuts(const Characters& text, const Locale& locale) {
  const std::u32string codes = codes_of(text);
  Insides insides = between(icu_boundaries(text, locale, Division::words), text.size());
  mark_words(chinese_words, codes, insides);
  std::vector<Cut> cuts(text.size(), Cut::none);
  for (std::size_t at = 1; at < text.size(); ++at) {
    const bool leans =
        is_one_of(codes[at], chinese_particles) && is_han(codes[at - 1]) && (at + 1 == text.size() || !insides[at + 1]);
    const bool is_counted = u_isdigit(static_cast<UChar32>(codes[at - 1])) != 0 && is_han(codes[at]);
    if (insides[at] || leans || is_counted) cuts[at] = Cut::phrase;
  }
  return cuts;
}

std::vector<Cut> cuts_between_spaces(const Characters& text) {
  std::vector<Cut> cuts(text.size(), Cut::none);
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (needs_dictionary(text[at - 1].code) && needs_dictionary(text[at].code)) cuts[at] = Cut::phrase;
  }
  return cuts;
}

bool is_one_of(std::string_view language, std::initializer_list<std::string_view> set) {
  return std::find(set.begin(), set.end(), language) != set.end();
}

}  // namespace

std::vector<Cut> find_cuts(const Characters& text, const Locale& locale) {
  if (text.empty()) return {};
  if (locale.language == "ja") return japanese_cuts(text, locale);
  if (is_one_of(locale.language, {"zh", "yue"})) return chinese_cuts(text, locale);
  if (is_one_of(locale.language, {"th", "lo", "km", "my"})) return cuts_between_spaces(text);
  return {};
}

std::vector<bool> insides_of_words(const Characters& text, const Locale& locale) {
  if (locale.language != "th") return {};
  Insides insides(text.size(), false);
  mark_words(thai_words, codes_of(text), insides);
  return insides;
}

}  // namespace handout::text
