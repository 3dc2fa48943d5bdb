// Where lines may end in each script: ICU's breaks, less the vetoes and plus the syllables that docs/scripts.md lists.
#include <doctest/doctest.h>
#include <unicode/brkiter.h>
#include <unicode/uscript.h>

#include <set>

#include "base/unicode.h"
#include "text/break_points.h"
#include "text/break_syllables.h"
#include "text/phrases.h"
#include "text/real_fonts.h"

using namespace handout;
using namespace handout::tests;

namespace {

using Places = std::set<std::size_t>;  // characters before which a line may end

Places our_breaks(const design::StyledParagraph& made) {
  static const text::HyphenationDictionaries dictionaries;
  const text::Characters characters = text::read_characters(made.text);
  const design::StyleTable table = styles();
  Places places;
  for (const text::BreakPoint& point : text::find_breaks({made, characters, table, dictionaries})) {
    std::size_t at = 0;
    while (at < characters.size() && characters[at].begin < point.at)
      ++at;
    places.insert(at);
  }
  return places;
}

enum class Boundary { line, character };

Places icu_breaks(const std::string& words, const std::string& tag, Boundary boundary) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale language(tag.c_str());
  const std::unique_ptr<icu::BreakIterator> iterator(
      boundary == Boundary::line ? icu::BreakIterator::createLineInstance(language, status)
                                 : icu::BreakIterator::createCharacterInstance(language, status));
  REQUIRE(U_SUCCESS(status));
  const std::u16string units = to_utf16(words);
  const icu::UnicodeString text(units.data(), static_cast<int32_t>(units.size()));
  iterator->setText(text);
  Places places;
  for (int32_t at = iterator->next(); at != icu::BreakIterator::DONE; at = iterator->next())
    places.insert(static_cast<std::size_t>(text.countChar32(0, at)));
  return places;
}

std::string with_bars(const std::string& words, const char* tag) {
  std::string result;
  const text::Characters characters = text::read_characters(words);
  const Places places = our_breaks(paragraph(words, tag));
  for (std::size_t at = 0; at < characters.size(); ++at) {
    if (at > 0 && places.contains(at)) result += "|";
    append_utf8(result, characters[at].code);
  }
  return result;
}

bool is_hangul(char32_t code) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(code), &status) == USCRIPT_HANGUL;
}
bool is_digit(char32_t code) {
  return u_isdigit(static_cast<UChar32>(code)) != 0;
}

/// The vetoes that the texts meet: within Korean words, beside a number, after a hyphen of a short word.
bool is_documented_veto(const text::Characters& text, std::size_t at) {
  const char32_t before = text[at - 1].code, after = text[at].code;
  if (is_hangul(before) || is_hangul(after) || before == '-') return true;
  // Small kana and the length mark
  if (u_getIntPropertyValue(static_cast<UChar32>(after), UCHAR_LINE_BREAK) == U_LB_CONDITIONAL_JAPANESE_STARTER)
    return true;
  std::size_t word = at;
  while (word > 0 && text[word - 1].code == ' ')
    --word;
  return is_digit(after) || (word > 0 && is_digit(text[word - 1].code));
}

}  // namespace

TEST_CASE("breaks are ICU's, less the documented vetoes and plus the documented syllables") {
  for (const ScriptText& text : script_texts()) {
    CAPTURE(text.script);
    CAPTURE(text.tag);
    const text::Characters characters = text::read_characters(text.words);
    const Places ours = our_breaks(paragraph(text.words, text.tag));
    const Places theirs = icu_breaks(text.words, text.tag, Boundary::line);
    const std::vector<bool> whole_words = text::insides_of_words(characters, locale(text.tag));
    const std::vector<std::size_t> syllables = text::syllable_breaks(characters);
    for (const std::size_t at : theirs) {
      if (ours.contains(at)) continue;
      CAPTURE(at);
      CHECK((is_documented_veto(characters, at) || (!whole_words.empty() && whole_words[at])));
    }
    for (const std::size_t at : ours) {
      if (theirs.contains(at)) continue;
      CAPTURE(at);
      CHECK(std::find(syllables.begin(), syllables.end(), at) != syllables.end());
    }
  }
}

TEST_CASE("no line ends inside a cluster") {
  for (const ScriptText& text : script_texts()) {
    CAPTURE(text.script);
    CAPTURE(text.tag);
    const Places clusters = icu_breaks(text.words, text.tag, Boundary::character);
    for (const std::size_t at : our_breaks(paragraph(text.words, text.tag)))
      CHECK(clusters.contains(at));
  }
}

TEST_CASE("each script breaks where its readers break it") {
  struct Case {
    const char *tag, *expected;
  };
  for (const Case& row : {
           // Dictionary words
           Case{"th", "ล้าง|มือ|ก่อน|สัมผัส|แผล"},
           // and words that ICU's dictionary cuts
           Case{"th", "การ|ออกกำลังกาย"},
           Case{"th", "นาน|แค่ไหน"},
           Case{"th", "ไม่แน่ใจ|ใช่ไหม"},
           Case{"th", "กระดูกสันหลัง"},
           Case{"th", "ของ|หมอนรองกระดูก"},
           Case{"th", "กล้ามเนื้อ"},
           Case{"th", "เจล|รั่วออก"},
           Case{"th", "พอๆ กัน|หรือ"},
           Case{"lo", "ລ້າງມື|ກ່ອນ|ກິນເຂົ້າ"},
           Case{"km", "លាងដៃ|មុន|ពេល|ញ៉ាំ|អាហារ។"},
           Case{"my", "လက်ဆေး|ပါ။"},
           // Kinsoku and punctuation
           Case{"ja", "「水」|を、|飲|ん|で|ちょっ|と|休|む。"},
           Case{"zh-Hans", "“多|喝|水”，|《手|册》：|早、|晚。"},
           Case{"zh-Hant", "「多|喝|水」，|《手|冊》：|早、|晚。"},
           Case{"ko", "손을 |씻으십시오. |괜찮아요(예)."},
           Case{"ii", "ꆈ|ꌠ|ꉙ"},
           // After marks that part syllables or words
           Case{"bo", "ལག་|པ་|འཁྲུད།"},
           Case{"am", "ውሃ፡|ይጠጡ።"},
           // Syllables
           Case{"jv-Java", "ꦧ|ꦱ|ꦗ|ꦮ"},
           Case{"jv-Java", "ꦄ|ꦏ꧀ꦱ|ꦫ|ꦏꦿ|ꦠꦺꦴ|ꦤ꧀ꦥꦿꦶ"},
           Case{"ban-Bali", "ᬳ|ᬓ᭄ᬱ|ᬭ|ᬩ|ᬮᬶ᭞|ᬘ|ᬭ"},
           Case{"bbc-Batk", "ᯅ|ᯖᯂ᯲|ᯖᯬ|ᯅ"},
           Case{"bug-Bugi", "ᨕ|ᨔᨙ|ᨒ"},
           Case{"cjm-Cham", "ꨀ|ꨇꩉ|ꨌꩌ"},
           Case{"khb", "ᦺᦒ|ᦟᦹᧉ|ᦵᦜᧁ"},
           Case{"tdd", "ᥖᥭᥰ|ᥘᥫᥴ|ᥐᥤᥢ"},
           Case{"blt", "ꪼꪕ|ꪵꪠ|ꪀꪱ"},
           Case{"khb", "ᦀ|ᦁ|ᦂ|ᦃ|ᦄ|ᦅ|ᦆ|ᦇ|ᦈ|ᦉ|ᦊ|ᦋ|ᦌ|ᦍ|ᦎ|ᦏ|ᦐ"},
           Case{"nod", "ᨠᩣ|ᨿᩣᨦ|ᩉᩬᨾ|ᨶᩣ"},
           Case{"su-Sund", "ᮘᮞ |ᮞᮥᮔ᮪ᮓ"},
           Case{"su-Sund", "ᮘ|ᮞ|ᮞᮥᮔ᮪|ᮓ|ᮘ|ᮞ|ᮞᮥᮔ᮪|ᮓ|ᮘ|ᮞ|ᮞᮥᮔ᮪|ᮓ"},
           // Words alone
           Case{"hi", "हाथ |धोएँ।"},
           Case{"sat", "ᱫᱟᱜ |ᱧᱩᱭ"},
           Case{"chr", "ᎣᏏᏲ |ᏣᎳᎩ"},
       }) {
    std::string words = row.expected;
    std::erase(words, '|');
    CHECK(with_bars(words, row.tag) == std::string(row.expected));
  }
}
