#include "text/choose_font.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "base/diagnostic.h"

namespace handout::text {
namespace {

using Matches = std::vector<FontSet::Match>;

bool is_ignorable(char32_t code) {
  return code >= 0xAD && u_hasBinaryProperty(static_cast<UChar32>(code), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

bool continues_cluster(const Characters& text, std::size_t at) {
  const char32_t code = text[at].code;
  if (code < 0x300) return false;
  const auto types = U_GET_GC_MASK(static_cast<UChar32>(code));
  return (types & U_GC_M_MASK) != 0 || is_ignorable(code) || text[at - 1].code == 0x200D;
}

/// HarfBuzz sets a missing no-break hyphen as a hyphen, and missing spaces as a space of their width.
bool can_set(const FontSet& fonts, FontId font, char32_t code) {
  if (fonts.has_glyph(font, code) || is_ignorable(code)) return true;
  if (code == 0x2011) return fonts.has_glyph(font, 0x2010);
  return code > 0x7F && u_charType(static_cast<UChar32>(code)) == U_SPACE_SEPARATOR && fonts.has_glyph(font, ' ');
}

/// Characters [begin, end).
struct Stretch {
  std::size_t begin = 0, end = 0;
};

bool can_set(const FontSet& fonts, FontId font, const Characters& text, Stretch stretch) {
  for (std::size_t i = stretch.begin; i < stretch.end; ++i) {
    if (!can_set(fonts, font, text[i].code)) return false;
  }
  return true;
}

/// The candidates of one paragraph, asked for once.
class Candidates {
 public:
  explicit Candidates(const ItemizeInput& input) : input_(input) {}

  const Matches& find(Script script, std::size_t span) {
    const design::StyledSpan& styled = input_.paragraph.spans[span];
    for (const Known& known : known_) {
      if (known.script == script && known.style == styled.style && known.locale == styled.locale.tag)
        return *known.matches;
    }
    const design::Style& style = input_.styles.at(styled.style.value);
    const std::string name = font_script(script, styled.locale);
    known_.push_back({script, styled.style, styled.locale.tag,
                      std::make_unique<Matches>(
                          input_.fonts.candidates({style.family, name, styled.locale, style.bold, style.italic}))});
    return *known_.back().matches;
  }

  /// The candidates for the script that the span's language is written in.
  const Matches& of_language(std::size_t span) {
    const design::StyledSpan& styled = input_.paragraph.spans[span];
    for (const Known& known : languages_) {
      if (known.style == styled.style && known.locale == styled.locale.tag) return *known.matches;
    }
    const design::Style& style = input_.styles.at(styled.style.value);
    languages_.push_back({Script{}, styled.style, styled.locale.tag,
                          std::make_unique<Matches>(input_.fonts.candidates(
                              {style.family, styled.locale.script, styled.locale, style.bold, style.italic}))});
    return *languages_.back().matches;
  }

 private:
  struct Known {
    Script script;
    design::StyleId style;
    std::string locale;
    std::unique_ptr<Matches> matches;
  };
  const ItemizeInput& input_;
  std::vector<Known> known_, languages_;
};

class FontChooser {
 public:
  FontChooser(const ItemizeInput& input, const std::vector<CharacterScript>& scripts)
      : input_(input), text_(input.characters), scripts_(scripts), candidates_(input), chosen_(text_.size()) {}

  std::vector<ChosenFont> choose() {
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t span = span_of(at);
      if (is_latin_letter(at)) {
        at = choose_latin(latin_run(at), span);
      } else {
        at = choose_cluster(cluster(at), span);
      }
    }
    return std::move(chosen_);
  }

 private:
  std::size_t span_of(std::size_t at) {
    const auto& spans = input_.paragraph.spans;
    const std::size_t before = span_;
    while (span_ + 1 < spans.size() && text_[at].begin >= spans[span_].end)
      ++span_;
    const bool other = spans[span_].style != spans[before].style || spans[span_].locale != spans[before].locale;
    if (span_ != before && other) letters_.reset();
    return span_;
  }
  bool is_latin_letter(std::size_t at) const { return is_latin(scripts_[at].script) && !scripts_[at].neutral; }
  /// Clusters never cross into another span: a span's characters are shaped apart.
  Stretch cluster(std::size_t at) const {
    const std::uint32_t limit = input_.paragraph.spans[span_].end;
    std::size_t end = at + 1;
    while (end < text_.size() && text_[end].begin < limit && continues_cluster(text_, end))
      ++end;
    return {at, end};
  }
  Stretch latin_run(std::size_t at) const {
    const std::uint32_t limit = input_.paragraph.spans[span_].end;
    std::size_t end = at + 1;
    while (end < text_.size() && text_[end].begin < limit && (is_latin_letter(end) || continues_cluster(text_, end)))
      ++end;
    return {at, end};
  }

  std::size_t choose_latin(Stretch run, std::size_t span) {
    const Matches& language = candidates_.of_language(span);
    const bool whole = !language.empty() && can_set(input_.fonts, language.front().font, text_, run);
    if (whole) {
      letters_ = language.front();
      std::fill(chosen_.begin() + static_cast<std::ptrdiff_t>(run.begin),
                chosen_.begin() + static_cast<std::ptrdiff_t>(run.end), ChosenFont{*letters_, false});
      return run.end;
    }
    for (std::size_t at = run.begin; at < run.end;)
      at = choose_cluster(cluster(at), span);
    return run.end;
  }

  std::size_t choose_cluster(Stretch stretch, std::size_t span) {
    const char32_t code = text_[stretch.begin].code;
    const CharacterScript& script = scripts_[stretch.begin];
    const Matches& own = candidates_.find(script.script, span);
    std::optional<FontSet::Match> found;
    if (script.neutral) found = for_neutral(own, stretch, span);
    if (!found) found = first_of(own, stretch);
    if (!found) found = first_of(candidates_.find(latin_script(), span), stretch);
    if (!found && script.neutral) found = of_extended_scripts(code, stretch, span);
    const bool placed_by_us =
        code == line_separator || (code == object_replacement && input_.paragraph.spans[span].blank_width.has_value());
    const bool missing = !found && !placed_by_us;
    if (!found) found = first_asked(own, span);
    if (!script.neutral && !missing) letters_ = found;
    for (std::size_t i = stretch.begin; i < stretch.end; ++i) {
      chosen_[i] = {*found, missing && !can_set(input_.fonts, found->font, text_[i].code)};
    }
    return stretch.end;
  }

  std::optional<FontSet::Match> first_of(const Matches& matches, Stretch stretch) const {
    for (const FontSet::Match& match : matches) {
      if (can_set(input_.fonts, match.font, text_, stretch)) return match;
    }
    return std::nullopt;
  }

  /// Digits and punctuation: the fonts of letters, the Latin one last (Noto's Hebrew has no digits of its own); fonts
  /// of symbols have digits too, but only for their own company.
  std::optional<FontSet::Match> for_neutral(const Matches& own, Stretch stretch, std::size_t span) {
    const bool in_latin = parts_items(stretch.begin) || (has_latin_digits(span) && is_in_number(stretch.begin));
    if (in_latin) return first_of(candidates_.find(latin_script(), span), stretch);
    if (letters_ && can_set(input_.fonts, letters_->font, text_, stretch)) return letters_;
    for (const Matches* matches : {&candidates_.of_language(span), &own, &candidates_.find(latin_script(), span)}) {
      if (!matches->empty() && can_set(input_.fonts, matches->front().font, text_, stretch)) return matches->front();
    }
    return first_of(candidates_.of_language(span), stretch);
  }

  /// A sign that several scripts share, where the font of its neighbours lacks it.
  std::optional<FontSet::Match> of_extended_scripts(char32_t code, Stretch stretch, std::size_t span) {
    for (const Script script : extended_scripts(code)) {
      if (const auto found = first_of(candidates_.find(script, span), stretch)) return found;
    }
    return std::nullopt;
  }

  /// A middle dot between spaces, "English · 中文", has them for its room: in Chinese and Japanese fonts the dot is as
  /// wide as an ideograph, for names.
  bool parts_items(std::size_t at) const {
    return text_[at].code == 0x00B7 && at > 0 && at + 1 < text_.size() && is_breaking_space(text_[at - 1].code) &&
           is_breaking_space(text_[at + 1].code);
  }

  bool has_latin_digits(std::size_t span) {
    if (letters_) return letters_->latin_digits;
    const Matches& language = candidates_.of_language(span);
    return !language.empty() && language.front().latin_digits;
  }

  /// A European digit, a sign or space between two (020 7946 0123, 38.5), or one that a number is written with: +44, 5
  /// %.
  bool is_in_number(std::size_t at) const {
    const auto is_digit = [this](std::size_t i) {
      return i < text_.size() && text_[i].code >= U'0' && text_[i].code <= U'9';
    };
    const bool after = at > 0 && is_digit(at - 1), before = is_digit(at + 1);
    const char32_t code = text_[at].code;
    return is_digit(at) || (after && before) || (after && (code == U'%' || code == U'\u00B0')) ||
           (before && code == U'+');
  }

  FontSet::Match first_asked(const Matches& own, std::size_t span) {
    if (!own.empty()) return own.front();
    const Matches& language = candidates_.of_language(span);
    ENSURE(!language.empty());  // load_design lets no style name a family without fonts
    return language.front();
  }

  const ItemizeInput& input_;
  const Characters& text_;
  const std::vector<CharacterScript>& scripts_;
  Candidates candidates_;
  std::vector<ChosenFont> chosen_;
  std::size_t span_ = 0;
  std::optional<FontSet::Match> letters_;  ///< the font of the letters before, in this style and language
};

}  // namespace

std::vector<ChosenFont> choose_fonts(const ItemizeInput& input, const std::vector<CharacterScript>& scripts) {
  return FontChooser(input, scripts).choose();
}

}  // namespace handout::text
