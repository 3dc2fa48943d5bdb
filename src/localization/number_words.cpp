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
#include <utility>

#include "base/diagnostic.h"
#include "base/unicode.h"
#include "localization/find_words.h"

namespace handout::localization {
namespace {

using Standing = NumberInWords::Standing;

/// Longer ones are told by the words of hundreds that stand beside them.
constexpr int last_spelled = 199;

/// Words of halves; CLDR has none.
struct HalfWord {
  std::string_view language;
  std::u16string_view word;
  std::string_view value;
};
constexpr std::array<HalfWord, 57> halves = {
    {{"en", u"half", "0.5"},       {"es", u"medio", "0.5"},       {"es", u"media", "0.5"},
     {"fr", u"demi", "0.5"},       {"fr", u"demie", "0.5"},       {"pt", u"meio", "0.5"},
     {"pt", u"meia", "0.5"},       {"de", u"halb", "0.5"},        {"de", u"halbe", "0.5"},
     {"de", u"halben", "0.5"},     {"de", u"halbes", "0.5"},      {"de", u"anderthalb", "1.5"},
     {"de", u"eineinhalb", "1.5"}, {"de", u"zweieinhalb", "2.5"}, {"ru", u"половина", "0.5"},
     {"ru", u"половину", "0.5"},   {"ru", u"половиной", "0.5"},   {"ru", u"полтора", "1.5"},
     {"ru", u"полторы", "1.5"},    {"ru", u"полутора", "1.5"},    {"uk", u"половина", "0.5"},
     {"uk", u"половину", "0.5"},   {"uk", u"пів", "0.5"},         {"uk", u"півтора", "1.5"},
     {"uk", u"півтори", "1.5"},    {"pl", u"pół", "0.5"},         {"pl", u"połowa", "0.5"},
     {"pl", u"połowę", "0.5"},     {"pl", u"półtora", "1.5"},     {"pl", u"półtorej", "1.5"},
     {"he", u"חצי", "0.5"},        {"he", u"וחצי", "0.5"},        {"ar", u"نصف", "0.5"},
     {"ar", u"ونصف", "0.5"},       {"fa", u"نیم", "0.5"},         {"ur", u"آدھا", "0.5"},
     {"ur", u"آدھی", "0.5"},       {"hi", u"आधा", "0.5"},         {"hi", u"आधी", "0.5"},
     {"hi", u"डेढ़", "1.5"},         {"hi", u"ढाई", "2.5"},         {"pa", u"ਅੱਧਾ", "0.5"},
     {"pa", u"ਅੱਧੀ", "0.5"},        {"bn", u"অর্ধেক", "0.5"},       {"bn", u"আধা", "0.5"},
     {"zh", u"半", "0.5"},         {"zh", u"点半", "0.5"},        {"zh", u"點半", "0.5"},
     {"zh", u"时半", "0.5"},       {"ja", u"半", "0.5"},          {"ja", u"時半", "0.5"},
     {"ko", u"반", "0.5"},         {"th", u"ครึ่ง", "0.5"},         {"vi", u"nửa", "0.5"},
     {"vi", u"rưỡi", "0.5"},       {"fil", u"kalahati", "0.5"},   {"ht", u"demi", "0.5"}}};

struct Homograph {
  std::string_view language;
  std::u16string_view word;
};
/// Words that say something else as often: new, year, father, ripe, no, village, lung, attention, sieve, sated, spill.
constexpr std::array<Homograph, 12> homographs = {{{"fr", u"neuf"},
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
                                                   {"en", u"second"}}};

icu::UnicodeString characters(std::u16string_view text) {
  return {text.data(), static_cast<std::int32_t>(text.size())};
}

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
    for (const HalfWord& half : halves) {
      if (language_ == half.language)
        add(as_typed(characters(half.word), language_), {std::string(half.value), Standing::certain});
    }
    add_spelled();
    for (const Homograph& other : homographs) {
      const auto found = words_.find(std::u16string(other.word));
      if (language_ == other.language && found != words_.end()) found->second.standing = Standing::doubtful;
    }
  }

  bool are_known() const { return are_known_; }
  const std::map<std::u16string, NumberInWords>& words() const { return words_; }

 private:
  void add_spelled() {
    UErrorCode status = U_ZERO_ERROR;
    const icu::RuleBasedNumberFormat format(icu::URBNF_SPELLOUT, locale_, status);
    if (U_FAILURE(status)) throw Failure("localization.icu", "ICU's data of number words is missing");
    // Without rules for the language, ICU answers in that of a parent, or of the machine.
    const icu::Locale answers_in = format.getLocale(ULOC_ACTUAL_LOCALE, status);
    if (U_FAILURE(status) || language_ != answers_in.getLanguage()) return;
    for (std::int32_t set = 0; set < format.getNumberOfRuleSetNames(); ++set) {
      const icu::UnicodeString name = format.getRuleSetName(set);
      // Without them, as in Polish and Ukrainian, other forms of words are unknown too.
      are_known_ = are_known_ || is_of_ordinals(name);
      add_rule_set(format, name);
    }
  }

  static bool is_of_ordinals(const icu::UnicodeString& rule_set) { return rule_set.indexOf(u"ordinal") >= 0; }

  void add_rule_set(const icu::RuleBasedNumberFormat& format, const icu::UnicodeString& name) {
    // Of years and of days of the month: 元, 初三.
    if (name.indexOf(u"-year") >= 0 || name.indexOf(u"-days") >= 0) return;
    const Standing standing = is_of_ordinals(name) ? Standing::doubtful : Standing::certain;
    for (int number = 0; number <= last_spelled; ++number) {
      UErrorCode status = U_ZERO_ERROR;
      icu::UnicodeString words;
      icu::FieldPosition unused;
      format.format(static_cast<std::int32_t>(number), name, words, unused, status);
      if (U_FAILURE(status) || words.isEmpty()) continue;
      // Some rules spell with digits.
      if (digit_value(static_cast<char32_t>(words.char32At(0)))) continue;
      // Most rule sets have most words in common.
      if (!spelled_.insert({as_u16(words), standing}).second) continue;
      add_other_forms(as_typed(words, language_), {std::to_string(number), standing}, number);
    }
  }

  /// The word, and what is joined to a number and CLDR does not say.
  void add_other_forms(const icu::UnicodeString& word, const NumberInWords& said, int number) {
    const NumberInWords doubtful{said.value, Standing::doubtful};
    if (language_ == "de") add(word + u"mal", said);
    if (language_ == "fil") add(word + u"ng", said);
    std::vector<icu::UnicodeString> forms{word};
    if (language_ == "ar") {
      const icu::UnicodeString stem(word, 0, word.length() - std::min(word.length(), 2));
      if (word.endsWith(u"ون", 2)) forms.push_back(stem + u"ين");
      if (number >= 3 && number <= 10 && word.endsWith(u"ة", 1))
        forms.push_back(icu::UnicodeString(word, 0, word.length() - 1));
    }
    // "And three", "in three".
    const std::u16string_view proclitics = language_ == "ar" ? u"وبلكف" : language_ == "he" ? u"ובלהשמכ" : u"";
    for (const icu::UnicodeString& form : forms) {
      add(form, said);
      for (const char16_t proclitic : proclitics)
        add(icu::UnicodeString(proclitic) + form, doubtful);
    }
  }

  /// `word` is as_typed.
  void add(const icu::UnicodeString& word, NumberInWords said) {
    const std::u16string form = as_u16(word);
    // In Korean this, day and four are one syllable each, as numbers are.
    if (language_ == "ko" && form.size() == 1) said.standing = Standing::doubtful;
    const auto [place, is_new] = words_.emplace(form, said);
    if (!is_new && place->second.value == said.value && said.standing == Standing::certain)
      place->second.standing = Standing::certain;
  }

  icu::Locale locale_;
  std::string language_;
  bool are_known_ = false;
  std::set<std::pair<std::u16string, Standing>> spelled_;
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
  NumberWords said{vocabulary.are_known(), {}};
  for (std::size_t i = 0; i < found.size(); ++i) {
    NumberInWords number = vocabulary.words().at(found[i].word);
    const auto is_whole = [&](std::size_t at) {
      return vocabulary.words().at(found[at].word).value.find('.') == std::string::npos;
    };
    // "Eine halbe Tablette" is a half.
    const bool beside = (i > 0 && is_whole(i - 1) && stand_together(typed, found[i - 1], found[i])) ||
                        (i + 1 < found.size() && is_whole(i + 1) && stand_together(typed, found[i], found[i + 1]));
    if (beside && is_whole(i)) number.standing = Standing::doubtful;
    said.found.push_back(std::move(number));
  }
  return said;
}

}  // namespace handout::localization
