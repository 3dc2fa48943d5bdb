#include "localization/pseudo_locale.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/unicode.h"

namespace handout::localization {
namespace {

constexpr std::string_view accented_tag = "en-XA", right_to_left_tag = "ar-XB";

/// One for each letter from a to z.
constexpr std::u32string_view small_accented = U"áƀçđéƒĝĥíĵķĺɱñóþɋŕšţúṽŵẋýž";
constexpr std::u32string_view large_accented = U"ÁƁÇĐÉƑĜĤÍĴĶĹṀÑÓÞɊŔŠŢÚṼŴẊÝŽ";
/// What sounds alike, as far as there is one: it is not to be read.
constexpr std::u32string_view arabic = U"ابكدهفغحيجكلمنوبقرستاوخطىز";

std::size_t letters_in(const CodedText& text) {
  std::size_t count = 0;
  for (const CodedPart& part : text) {
    if (part.kind != CodedPart::Kind::text) continue;
    for (std::size_t at = 0; at < part.text.size(); ++count)
      next_code_point(part.text, at);
  }
  return count;
}

std::string with_letters(std::string_view words, std::u32string_view small, std::u32string_view large) {
  std::string text;
  for (const char c : words) {
    if (c >= 'a' && c <= 'z') {
      append_utf8(text, small[static_cast<std::size_t>(c - 'a')]);
    } else if (c >= 'A' && c <= 'Z') {
      append_utf8(text, large[static_cast<std::size_t>(c - 'A')]);
    } else {
      text += c;
    }
  }
  return text;
}

/// How much longer a translation may be than an English text of so many letters, in percent. Short labels grow most:
/// the steps follow what translators are commonly told (IBM's and the W3C's table, "Text size in translation").
std::size_t growth_percent(std::size_t letters) {
  struct Step {
    std::size_t letters, percent;
  };
  constexpr std::array<Step, 5> steps = {{{10, 150}, {20, 90}, {30, 70}, {50, 55}, {70, 45}}};
  const auto step = std::find_if(steps.begin(), steps.end(), [letters](const Step& s) { return letters <= s.letters; });
  return step == steps.end() ? 35 : step->percent;
}

/// Words of `letters` letters and spaces, that a line can break between.
std::string padding(std::size_t letters) {
  constexpr std::array<std::string_view, 5> words = {" óñé", " ţŵó", " ţĥŕéé", " ƒóúŕ", " ƒíṽé"};
  constexpr std::array<std::size_t, 5> lengths = {4, 4, 6, 5, 5};
  std::string text;
  for (std::size_t i = 0, length = 0; length + lengths[i % words.size()] <= letters; ++i) {
    text += words[i % words.size()];
    length += lengths[i % words.size()];
  }
  return text;
}

}  // namespace

bool is_pseudo(const Locale& locale) {
  return locale.tag == accented_tag || locale.tag == right_to_left_tag;
}

CodedText pseudo_translation(const CodedText& source, const Locale& locale) {
  CodedText text = source;
  const bool accented = locale.tag == accented_tag;
  for (CodedPart& part : text) {
    if (part.kind != CodedPart::Kind::text) continue;
    part.text =
        accented ? with_letters(part.text, small_accented, large_accented) : with_letters(part.text, arabic, arabic);
  }
  if (!accented) return text;
  const std::size_t letters = letters_in(source);
  text.insert(text.begin(), {CodedPart::Kind::text, "["});
  text.push_back({CodedPart::Kind::text, padding(letters * growth_percent(letters) / 100) + "]"});
  return normalized(text);
}

}  // namespace handout::localization
