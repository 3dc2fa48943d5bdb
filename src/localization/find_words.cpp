#include "localization/find_words.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>

#include "base/diagnostic.h"

namespace handout::localization {
namespace {

/// Where words begin and end: ascending, with both ends of the text.
std::vector<std::size_t> boundaries_of(const std::u16string& text, const Locale& locale) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> iterator(
      icu::BreakIterator::createWordInstance(icu::Locale(locale.language.c_str()), status));
  if (U_FAILURE(status) || !iterator) {
    throw Failure("localization.icu",
                  "Words of \"" + locale.tag + "\" could not be told apart (" + u_errorName(status) + ")");
  }
  const icu::UnicodeString characters(text.data(), static_cast<std::int32_t>(text.size()));
  iterator->setText(characters);
  std::vector<std::size_t> boundaries{0};
  for (std::int32_t at = iterator->next(); at != icu::BreakIterator::DONE; at = iterator->next())
    boundaries.push_back(static_cast<std::size_t>(at));
  return boundaries;
}

/// Whether what is counted begins the text: weeks, days, times, tablets. ICU's dictionary has 三周 and 三天 as words.
/// Not 分 alone: 十分 is "enough"; not 月: 三月 is March.
bool begins_with_counter(std::u16string_view text) {
  constexpr std::array<std::u16string_view, 36> counters = {
      u"周", u"週", u"天", u"日", u"年", u"次", u"回", u"片",   u"粒",   u"錠",   u"锭", u"個",
      u"个", u"名", u"位", u"人", u"时", u"時", u"小", u"分钟", u"分鐘", u"分間", u"杯", u"滴",
      u"匙", u"歳", u"岁", u"주", u"일", u"년", u"번", u"회",   u"알",   u"정",   u"개", u"시"};
  return std::any_of(counters.begin(), counters.end(),
                     [text](std::u16string_view counter) { return text.starts_with(counter); });
}

}  // namespace

std::vector<FoundWord> find_words(const std::u16string& text, const std::set<std::u16string>& words,
                                  const Locale& locale) {
  std::size_t longest = 0;
  for (const std::u16string& word : words)
    longest = std::max(longest, word.size());
  const std::vector<std::size_t> boundaries = boundaries_of(text, locale);
  std::vector<FoundWord> found;
  for (const std::size_t begin : boundaries) {
    if (!found.empty() && begin < found.back().end) continue;
    for (std::size_t size = std::min(longest, text.size() - begin); size > 0; --size) {
      const std::size_t end = begin + size;
      std::u16string word = text.substr(begin, size);
      if (!words.contains(word)) continue;
      const bool is_whole = std::binary_search(boundaries.begin(), boundaries.end(), end) ||
                            begins_with_counter(std::u16string_view(text).substr(end));
      if (!is_whole) continue;
      found.push_back({std::move(word), begin, end});
      break;
    }
  }
  return found;
}

}  // namespace handout::localization
