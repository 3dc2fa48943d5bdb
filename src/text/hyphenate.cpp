#include "text/hyphenate.h"

#include <hyphen.h>
#include <sys/stat.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "base/unicode.h"

namespace handout::text {
namespace {

constexpr const char* folder = "/usr/share/hyphen/hyph_";

struct DictDeleter {
  void operator()(HyphenDict* dict) const { hnj_hyphen_free(dict); }
};
struct ConverterDeleter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

struct Dictionary {
  std::unique_ptr<HyphenDict, DictDeleter> patterns;
  std::string charset;
};

std::string likely_region(const std::string& language) {
  std::array<char, ULOC_FULLNAME_CAPACITY> full{}, region{};
  UErrorCode status = U_ZERO_ERROR;
  uloc_addLikelySubtags(language.c_str(), full.data(), static_cast<int32_t>(full.size()), &status);
  uloc_getCountry(full.data(), region.data(), static_cast<int32_t>(region.size()), &status);
  return U_SUCCESS(status) ? region.data() : "";
}

/// Names to try, best first. English is British unless it says that it is American: the others follow British usage.
std::vector<std::string> names_for(const Locale& locale) {
  std::vector<std::string> names;
  if (!locale.region.empty()) names.push_back(locale.language + "_" + locale.region);
  if (locale.language == "en") names.insert(names.end(), {"en_GB", "en_US"});
  names.push_back(locale.language);
  names.push_back(locale.language + "_" + likely_region(locale.language));
  return names;
}

Dictionary load(const Locale& locale) {
  for (const std::string& name : names_for(locale)) {
    const std::string path = folder + name + ".dic";
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) continue;
    Dictionary dictionary;
    dictionary.patterns.reset(hnj_hyphen_load(path.c_str()));
    if (!dictionary.patterns) continue;
    dictionary.charset = dictionary.patterns->cset;
    return dictionary;
  }
  return {};
}

bool script_is_hyphenated(const Locale& locale) {
  return locale.script == "Latn" || locale.script == "Grek" || locale.script == "Cyrl";
}

/// `word` in the patterns' own character set, one byte a letter; nullopt where a letter is not in it.
std::optional<std::string> encoded(const std::u16string& word, const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, ConverterDeleter> converter(ucnv_open(charset.c_str(), &status));
  if (U_FAILURE(status)) return std::nullopt;
  ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  std::string bytes(word.size() * 4, '\0');
  const int32_t size = ucnv_fromUChars(converter.get(), bytes.data(), static_cast<int32_t>(bytes.size()), word.data(),
                                       static_cast<int32_t>(word.size()), &status);
  if (U_FAILURE(status) || static_cast<std::size_t>(size) != word.size()) return std::nullopt;
  bytes.resize(static_cast<std::size_t>(size));
  return bytes;
}

std::string lower_case(std::string_view word) {
  std::string lower;
  for (std::size_t at = 0; at < word.size();) {
    append_utf8(lower, static_cast<char32_t>(u_tolower(static_cast<UChar32>(next_code_point(word, at)))));
  }
  return lower;
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

/// The hyphenation vector: an odd digit after each letter that a hyphen may follow.
std::string hyphen_vector(HyphenDict* patterns, const std::string& word) {
  std::string vector(word.size() + 5, '\0');  // the room that hyphen.h asks for
  char** replacements = nullptr;
  int* positions = nullptr;
  int* cuts = nullptr;
  hnj_hyphen_hyphenate2(patterns, word.c_str(), static_cast<int>(word.size()), vector.data(), nullptr, &replacements,
                        &positions, &cuts);
  if (replacements != nullptr) {
    for (std::size_t i = 0; i < word.size(); ++i) {
      if (replacements[i] == nullptr) continue;
      vector[i] = '0';
      std::free(replacements[i]);
    }
  }
  std::free(replacements);
  std::free(positions);
  std::free(cuts);
  return vector;
}

}  // namespace

struct HyphenationDictionaries::Impl {
  std::mutex mutex;
  std::map<std::string, Dictionary> by_tag;

  const Dictionary& find(const Locale& locale) {
    const std::lock_guard lock(mutex);
    const auto found = by_tag.find(locale.tag);
    return found != by_tag.end() ? found->second : by_tag.emplace(locale.tag, load(locale)).first->second;
  }
};

HyphenationDictionaries::HyphenationDictionaries() : impl_(std::make_unique<Impl>()) {}
HyphenationDictionaries::~HyphenationDictionaries() = default;

std::vector<std::size_t> HyphenationDictionaries::divisions(std::string_view word, const Locale& locale) const {
  const std::size_t letters = code_points(word);
  // 99 letters: libhyphen's MAX_CHARS less one.
  if (letters < 5 || letters >= MAX_CHARS || !script_is_hyphenated(locale)) return {};
  const Dictionary& dictionary = impl_->find(locale);
  if (!dictionary.patterns) return {};
  const std::string lower = lower_case(word);
  const auto bytes =
      dictionary.patterns->utf8 != 0 ? std::optional(lower) : encoded(to_utf16(lower), dictionary.charset);
  if (!bytes) return {};
  const std::string vector = hyphen_vector(dictionary.patterns.get(), *bytes);
  const auto before = static_cast<std::size_t>(std::max(2, int{dictionary.patterns->lhmin}));
  const auto after = static_cast<std::size_t>(std::max(3, int{dictionary.patterns->rhmin}));
  std::vector<std::size_t> result;
  for (std::size_t i = 0; i + 1 < letters; ++i) {
    const std::size_t left = i + 1;
    if (((vector[i] - '0') & 1) != 0 && left >= before && letters - left >= after) result.push_back(left);
  }
  return result;
}

}  // namespace handout::text
