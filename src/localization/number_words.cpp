#include "localization/number_words.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/rbnf.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/diagnostic.h"
#include "base/unicode.h"
#include "localization/find_words.h"

namespace handout::localization {
namespace {

using Standing = NumberInWords::Standing;

/// Longer ones are told by the words of hundreds that stand beside them.
constexpr int last_spelled = 199;

struct OtherWord {
  std::string_view language;
  std::u16string_view word;
};

/// Words of a half; CLDR has none.
constexpr std::array<OtherWord, 45> halves = {{
    {"en", u"half"},     {"es", u"medio"},    {"es", u"media"},    {"fr", u"demi"},      {"fr", u"demie"},
    {"pt", u"meio"},     {"pt", u"meia"},     {"de", u"halb"},     {"de", u"halbe"},     {"de", u"halben"},
    {"de", u"halbes"},   {"ru", u"половина"}, {"ru", u"половину"}, {"ru", u"половиной"}, {"uk", u"половина"},
    {"uk", u"половину"}, {"uk", u"пів"},      {"pl", u"pół"},      {"pl", u"połowa"},    {"pl", u"połowę"},
    {"he", u"חצי"},      {"he", u"וחצי"},     {"ar", u"نصف"},      {"ar", u"ونصف"},      {"fa", u"نیم"},
    {"ur", u"آدھا"},     {"ur", u"آدھی"},     {"hi", u"आधा"},      {"hi", u"आधी"},       {"pa", u"ਅੱਧਾ"},
    {"pa", u"ਅੱਧੀ"},      {"bn", u"অর্ধেক"},    {"bn", u"আধা"},      {"zh", u"半"},        {"zh", u"点半"},
    {"zh", u"點半"},     {"zh", u"时半"},     {"ja", u"時半"},     {"ja", u"半"},        {"ko", u"반"},
    {"th", u"ครึ่ง"},      {"vi", u"nửa"},      {"vi", u"rưỡi"},     {"fil", u"kalahati"}, {"ht", u"demi"},
}};

/// Words that say something else as often: new, year, father, ripe, no, ten and village, attention, sated, spill, give.
constexpr std::array<OtherWord, 14> homographs = {{{"fr", u"neuf"},
                                                   {"vi", u"năm"},
                                                   {"vi", u"ba"},
                                                   {"vi", u"chín"},
                                                   {"fa", u"نه"},
                                                   {"fa", u"ده"},
                                                   {"fa", u"شش"},
                                                   {"de", u"acht"},
                                                   {"de", u"sieben"},
                                                   {"he", u"שבע"},
                                                   {"th", u"หก"},
                                                   {"hi", u"दो"},
                                                   {"hi", u"नौ"},
                                                   {"en", u"second"}}};

std::u16string as_u16(const icu::UnicodeString& text) {
  return {text.getBuffer(), static_cast<std::size_t>(text.length())};
}

/// `tl` is CLDR's `fil`.
icu::Locale canonical(const Locale& locale) {
  return icu::Locale::createCanonical((locale.language + "_" + locale.script).c_str());
}

/// What people leave out or put in: accents of Filipino, dots of the Russian ё, soft hyphens, one apostrophe or
/// another, a hyphen or a space.
icu::UnicodeString as_typed(icu::UnicodeString text, std::string_view language) {
  text.foldCase();
  UErrorCode status = U_ZERO_ERROR;
  const bool parted = language == "fil";
  const icu::Normalizer2* const form =
      parted ? icu::Normalizer2::getNFDInstance(status) : icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) throw Failure("localization.icu", "ICU's data of characters is missing");
  text = form->normalize(text, status);
  icu::UnicodeString plain;
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const UChar32 c = text.char32At(at);
    const bool is_hyphen = c == u'-' || c == u'\u2010' || c == u'\u2011';
    if (c == u'\u00AD' || c == u'\u200B' || (parted && u_charType(c) == U_NON_SPACING_MARK)) continue;
    if (is_hyphen || u_isUWhiteSpace(c)) {
      if (!plain.endsWith(u" ", 1)) plain.append(u' ');
    } else if (c == u'\u2019' || c == u'\u02BC') {
      plain.append(u'\'');
    } else {
      plain.append(c == u'ё' ? u'е' : c);
    }
  }
  return plain;
}

/// Every word of a language, and what it says.
class Vocabulary {
 public:
  explicit Vocabulary(const Locale& locale) : locale_(canonical(locale)), language_(locale_.getLanguage()) {
    for (const OtherWord& half : halves) {
      if (language_ == half.language)
        add(icu::UnicodeString(half.word.data(), length(half)), {"0.5", Standing::certain});
    }
    add_spelled();
    for (const OtherWord& other : homographs) {
      const auto found = words_.find(std::u16string(other.word));
      if (language_ == other.language && found != words_.end()) found->second.standing = Standing::doubtful;
    }
  }

  bool is_known() const { return is_known_; }
  const std::map<std::u16string, NumberInWords>& words() const { return words_; }

 private:
  static std::int32_t length(const OtherWord& other) { return static_cast<std::int32_t>(other.word.size()); }

  void add_spelled() {
    UErrorCode status = U_ZERO_ERROR;
    const icu::RuleBasedNumberFormat format(icu::URBNF_SPELLOUT, locale_, status);
    if (U_FAILURE(status)) throw Failure("localization.icu", "ICU's data of number words is missing");
    // Without rules for the language, ICU answers in that of a parent, or of the machine.
    const icu::Locale answers_in = format.getLocale(ULOC_ACTUAL_LOCALE, status);
    is_known_ = U_SUCCESS(status) && language_ == answers_in.getLanguage();
    for (std::int32_t set = 0; is_known_ && set < format.getNumberOfRuleSetNames(); ++set)
      add_rule_set(format, format.getRuleSetName(set));
  }

  void add_rule_set(const icu::RuleBasedNumberFormat& format, const icu::UnicodeString& name) {
    // Of years and of days of the month: 元, 初三.
    if (name.indexOf(u"-year") >= 0 || name.indexOf(u"-days") >= 0) return;
    const Standing standing = name.indexOf(u"ordinal") >= 0 ? Standing::doubtful : Standing::certain;
    for (int number = 0; number <= last_spelled; ++number) {
      UErrorCode status = U_ZERO_ERROR;
      icu::UnicodeString words;
      icu::FieldPosition unused;
      format.format(static_cast<std::int32_t>(number), name, words, unused, status);
      if (U_FAILURE(status) || words.isEmpty()) continue;
      // Some rules spell with digits.
      if (digit_value(static_cast<char32_t>(words.char32At(0)))) continue;
      const NumberInWords said{std::to_string(number), standing};
      add(words, said);
      add_other_forms(as_typed(words, language_), said, number);
    }
  }

  /// What is joined to a number, and CLDR does not say.
  void add_other_forms(const icu::UnicodeString& word, const NumberInWords& said, int number) {
    const NumberInWords doubtful{said.value, Standing::doubtful};
    if (language_ == "de") add(word + u"mal", said);
    if (language_ == "fil") add(word + u"ng", said);
    if (language_ == "ar" && number >= 3 && number <= 10 && word.endsWith(u"ة", 1))
      add(icu::UnicodeString(word, 0, word.length() - 1), said);
    // "And three", "in three".
    const std::u16string_view proclitics = language_ == "ar" ? u"وبلكف" : language_ == "he" ? u"ובלהשמכ" : u"";
    for (const char16_t proclitic : proclitics)
      add(icu::UnicodeString(proclitic) + word, doubtful);
  }

  void add(const icu::UnicodeString& word, NumberInWords said) {
    const std::u16string form = as_u16(as_typed(word, language_));
    // In Korean this, day and four are one syllable each, as numbers are.
    if (language_ == "ko" && form.size() == 1) said.standing = Standing::doubtful;
    const auto [place, is_new] = words_.emplace(form, said);
    if (!is_new && place->second.value == said.value && said.standing == Standing::certain)
      place->second.standing = Standing::certain;
  }

  icu::Locale locale_;
  std::string language_;
  bool is_known_ = false;
  std::map<std::u16string, NumberInWords> words_;
};

bool stand_together(const std::u16string& text, const FoundWord& one, const FoundWord& next) {
  return one.end == next.begin || (one.end + 1 == next.begin && text[one.end] == u' ');
}

}  // namespace

NumberWords find_number_words(std::string_view text, const Locale& locale) {
  const Vocabulary vocabulary(locale);
  std::set<std::u16string> words;
  for (const auto& entry : vocabulary.words())
    words.insert(entry.first);
  const icu::UnicodeString characters =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  const std::u16string typed = as_u16(as_typed(characters, canonical(locale).getLanguage()));
  const std::vector<FoundWord> found = find_words(typed, words, locale);
  NumberWords said{vocabulary.is_known(), {}};
  for (std::size_t i = 0; i < found.size(); ++i) {
    NumberInWords number = vocabulary.words().at(found[i].word);
    const bool beside = (i > 0 && stand_together(typed, found[i - 1], found[i])) ||
                        (i + 1 < found.size() && stand_together(typed, found[i], found[i + 1]));
    if (beside) number.standing = Standing::doubtful;
    said.found.push_back(std::move(number));
  }
  return said;
}

}  // namespace handout::localization
