#include "text/hyphenate.h"

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <array>
#include <map>
#include <mutex>
#include <numeric>
#include <optional>
#include <string>

#include "base/files.h"
#include "base/unicode.h"
#include "text/divide_word.h"
#include "text/hyphen_dictionary.h"

namespace handout::text {
namespace {

/// Where Debian's hyphen-* packages put dictionaries.
constexpr const char* folder = "/usr/share/hyphen";
/// In letters: libhyphen, for which the dictionaries are made, takes none longer.
constexpr std::size_t longest_word = 99;

struct ConverterDeleter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

struct Dictionary {
  HyphenDictionary rules;
  std::u16string letters;  ///< what each byte of its character set stands for; empty: it is UTF-8, or not known
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

/// What the bytes of a character set stand for; empty where it is not known or takes several bytes for a letter.
std::u16string letters_of(const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, ConverterDeleter> converter(ucnv_open(charset.c_str(), &status));
  if (U_FAILURE(status)) return {};
  std::array<char, 256> bytes{};
  std::iota(bytes.begin(), bytes.end(), '\0');
  std::u16string letters(bytes.size(), u'\0');
  const int32_t size = ucnv_toUChars(converter.get(), letters.data(), static_cast<int32_t>(letters.size()),
                                     bytes.data(), static_cast<int32_t>(bytes.size()), &status);
  const bool one_each = U_SUCCESS(status) && static_cast<std::size_t>(size) == letters.size();
  return one_each ? letters : std::u16string();
}

std::optional<Dictionary> load(const Locale& locale) {
  const DiskFiles files(folder);
  for (const std::string& name : names_for(locale)) {
    const std::optional<std::string> text = files.read("hyph_" + name + ".dic");
    if (!text) continue;
    Dictionary dictionary{read_hyphen_dictionary(*text), {}};
    if (dictionary.rules.bytes == HyphenCharset::single_byte) dictionary.letters = letters_of(dictionary.rules.charset);
    return dictionary;
  }
  return std::nullopt;
}

bool script_is_hyphenated(const Locale& locale) {
  return locale.script == "Latn" || locale.script == "Grek" || locale.script == "Cyrl";
}

std::string lower_case(std::string_view word) {
  std::string lower;
  for (std::size_t at = 0; at < word.size();) {
    append_utf8(lower, static_cast<char32_t>(u_tolower(static_cast<UChar32>(next_code_point(word, at)))));
  }
  return lower;
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char byte) { return !is_trail_byte(byte); }));
}

/// `word` in the dictionary's character set; nullopt where a letter is not in it.
std::optional<std::string> encoded(const std::string& word, const Dictionary& dictionary) {
  if (dictionary.rules.bytes == HyphenCharset::utf8) return word;
  std::string bytes;
  for (const char16_t letter : to_utf16(word)) {
    const std::size_t byte = dictionary.letters.find(letter);
    if (byte == std::u16string::npos) return std::nullopt;
    bytes += static_cast<char>(byte);
  }
  return bytes;
}

}  // namespace

struct HyphenationDictionaries::Impl {
  std::mutex mutex;
  std::map<std::string, std::optional<Dictionary>> by_tag;

  const std::optional<Dictionary>& find(const Locale& locale) {
    const std::lock_guard lock(mutex);
    const auto found = by_tag.find(locale.tag);
    return found != by_tag.end() ? found->second : by_tag.emplace(locale.tag, load(locale)).first->second;
  }
};

HyphenationDictionaries::HyphenationDictionaries() : impl_(std::make_unique<Impl>()) {}
HyphenationDictionaries::~HyphenationDictionaries() = default;

std::vector<std::size_t> HyphenationDictionaries::divisions(std::string_view word, const Locale& locale) const {
  const std::size_t letters = code_points(word);
  if (letters < 5 || letters > longest_word || !script_is_hyphenated(locale)) return {};
  const std::optional<Dictionary>& dictionary = impl_->find(locale);
  if (!dictionary) return {};
  const auto bytes = encoded(lower_case(word), *dictionary);
  if (!bytes) return {};
  const std::size_t before = std::max<std::size_t>(2, dictionary->rules.left_min);
  const std::size_t after = std::max<std::size_t>(3, dictionary->rules.right_min);
  std::vector<std::size_t> result;
  for (const std::size_t byte : divide_word(*bytes, dictionary->rules)) {
    const std::size_t left =
        dictionary->rules.bytes == HyphenCharset::utf8 ? code_points(std::string_view(*bytes).substr(0, byte)) : byte;
    if (left >= before && letters - left >= after) result.push_back(left);
  }
  return result;
}

}  // namespace handout::text
