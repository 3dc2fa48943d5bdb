#include "text/icu_boundaries.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utf16.h>

#include <map>
#include <memory>
#include <string>
#include <utility>

#include "base/diagnostic.h"

namespace handout::text {
namespace {

std::string icu_name(const Locale& locale, Division division) {
  if (locale.language != "ja" || division == Division::words) return locale.tag;
  // Kinsoku as in books: no line begins with a small kana or a length mark. Phrases are ICU's since version 72.
  return locale.tag + (division == Division::phrases ? "@lb=strict;lw=phrase" : "@lb=strict");
}

/// Making an iterator costs more than breaking a paragraph: one a thread, language and division, as
/// docs/architecture.md allows. As many as a project has languages.
icu::BreakIterator& iterator_for(const Locale& locale, Division division) {
  using Key = std::pair<std::string, Division>;
  thread_local std::map<Key, std::unique_ptr<icu::BreakIterator>> iterators;
  std::unique_ptr<icu::BreakIterator>& found = iterators[Key(locale.tag, division)];
  if (!found) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale name(icu_name(locale, division).c_str());
    found.reset(division == Division::words ? icu::BreakIterator::createWordInstance(name, status)
                                            : icu::BreakIterator::createLineInstance(name, status));
    if (U_FAILURE(status) || !found) {
      throw Failure("text.icu", "ICU has no line breaking data: reinstall the Debian package libicu72");
    }
  }
  return *found;
}

}  // namespace

/// UTF-16 lives in this function only.
std::vector<std::size_t> icu_boundaries(const Characters& text, const Locale& locale, Division division) {
  std::u16string units;
  units.reserve(text.size());
  std::vector<std::size_t> origins;  // only kept where UTF-16 offsets are not characters
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto code = static_cast<UChar32>(text[i].code);
    if (U_IS_BMP(code)) {
      units += static_cast<char16_t>(code);
      if (!origins.empty()) origins.push_back(i);
    } else {
      if (origins.empty()) {
        for (std::size_t earlier = 0; earlier < i; ++earlier)
          origins.push_back(earlier);
      }
      units += U16_LEAD(code);
      units += U16_TRAIL(code);
      origins.insert(origins.end(), 2, i);
    }
  }
  std::vector<std::size_t> boundaries;
  icu::BreakIterator& iterator = iterator_for(locale, division);
  const icu::UnicodeString view(false, units.data(), static_cast<int32_t>(units.size()));
  iterator.setText(view);
  iterator.first();
  for (int32_t at = iterator.next(); at != icu::BreakIterator::DONE; at = iterator.next()) {
    const auto unit = static_cast<std::size_t>(at);
    boundaries.push_back(unit == units.size() ? text.size() : origins.empty() ? unit : origins[unit]);
  }
  return boundaries;
}

}  // namespace handout::text
