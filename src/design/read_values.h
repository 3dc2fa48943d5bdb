#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/locale.h"
#include "base/xml.h"
#include "design/design.h"

namespace handout::design {

/// One attribute of one element, for messages that name both.
struct Value {
  const XmlElement& element;
  const XmlAttribute& attribute;
  const std::string& text() const { return attribute.value; }
};
/// nullopt where the element has no such attribute.
std::optional<Value> value_of(const XmlElement&, std::string_view attribute);
/// The value between the quotes.
SourceRange value_range(const Value&);

/// One word of a list in an attribute, with its place.
struct ListWord {
  std::string text;
  SourceRange where;
};
std::vector<ListWord> list_words(const Value&);

/// Reports `design.bad-value`: `size="17" in <style> is not a length`, at the value.
void bad_value(const Value&, const std::string& what, const std::string& hint, Diagnostics&);
/// The same for one word of a list: `"a6" in sizes of <paper> is not a paper size`.
void bad_word(const Value&, const ListWord&, const std::string& what, const std::string& hint, Diagnostics&);
/// Reports `design.unsupported`: the language has it, the press cannot do it yet. `hint` says what to do instead.
void report_unsupported(const Value&, const std::string& hint, Diagnostics&);
/// "write a, b or c"
std::string choice_hint(const std::vector<std::string_view>& names);
/// "did you mean a?", or, where none is like it, "there are: a, b, c".
std::string nearest_or_all(std::string_view name, const std::vector<std::string_view>& names);

/// The same of `names` but `own`: what extends another does not mean itself.
std::string nearest_other(std::string_view name, const std::vector<std::string>& names, std::string_view own);

template <typename E>
struct Choice {
  std::string_view name;
  E value;
};
/// One of a few words; `design.bad-value` lists them all.
template <typename E, std::size_t N>
std::optional<E> read_choice(const Value& value, const Choice<E> (&choices)[N], Diagnostics& diagnostics) {
  std::vector<std::string_view> names;
  for (const Choice<E>& choice : choices) {
    if (choice.name == value.text()) return choice.value;
    names.push_back(choice.name);
  }
  bad_value(value, "is not one of its values", choice_hint(names), diagnostics);
  return std::nullopt;
}

/// Each reports `design.bad-value` and returns nullopt where the value has not the form asked for.
std::optional<bool> read_yes_no(const Value&, Diagnostics&);
/// A whole number from 1 to 99.
std::optional<int> read_count(const Value&, Diagnostics&);
/// pt, mm, cm, in.
std::optional<Length> read_length(const Value&, Diagnostics&);
std::optional<Length> read_points(const Value&, Diagnostics&);

/// Which lengths a value may be, beside pt, mm, cm and in.
enum class LengthForm { with_em, with_em_or_share, with_share, signed_em };
std::optional<Measure> read_measure(const Value&, LengthForm, Diagnostics&);
/// `12pt` or `24pt to 30pt`; em allowed.
std::optional<MeasureRange> read_measure_range(const Value&, Diagnostics&);
/// A plain number from `least` to `most`.
std::optional<Factor> read_factor(const Value&, Factor least, Factor most, Diagnostics&);
/// `0.6 to 1` or `1`, from 0.2 to 5.
std::optional<FactorRange> read_factor_range(const Value&, Diagnostics&);
/// `-0.01em to 0em`
std::optional<FactorRange> read_em_range(const Value&, Diagnostics&);

std::optional<Locale> read_language(const Value&, Diagnostics&);
std::vector<Locale> read_languages(const Value&, Diagnostics&);
std::vector<std::string> read_scripts(const Value&, Diagnostics&);
std::optional<PaperSize> read_paper(const Value&, Diagnostics&);
std::vector<PaperSize> read_papers(const Value&, Diagnostics&);
/// Small letters, digits and hyphens.
std::optional<std::string> read_name(const Value&, Diagnostics&);
std::vector<std::string> read_names(const Value&, Diagnostics&);
/// #0B4A5B
std::optional<Color> read_hex_color(const Value&, Diagnostics&);

}  // namespace handout::design
