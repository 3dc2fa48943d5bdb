#include "design/read_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "base/names.h"
#include "design/parse_lengths.h"

namespace handout::design {
namespace {

constexpr std::string_view length_hint = "write a number with its unit, such as 12pt, 4mm or 1.2em";
constexpr std::string_view absolute_hint = "write a number with its unit, such as 12pt, 4mm, 1.5cm or 1in";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_small(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// How a range is written, for messages.
struct RangeForm {
  std::string_view name, example;
};

std::optional<FactorRange> checked_range(const Value& value, const std::optional<Factor>& lower,
                                         const std::optional<Factor>& upper, const RangeForm& form,
                                         Diagnostics& diagnostics) {
  if (!lower || !upper) {
    bad_value(value, fmt::format("is not {}", form.name),
              fmt::format("write one value, or a range from the least: {}", form.example), diagnostics);
    return std::nullopt;
  }
  if (*upper < *lower) {
    bad_value(value, "ends below its start", "write the smaller value first", diagnostics);
    return std::nullopt;
  }
  return FactorRange{*lower, *upper};
}

}  // namespace

std::optional<Value> value_of(const XmlElement& element, std::string_view attribute) {
  const XmlAttribute* found = element.attribute(attribute);
  if (found == nullptr) return std::nullopt;
  return Value{element, *found};
}

SourceRange value_range(const Value& value) {
  SourceRange range = value.attribute.where;
  range.begin = value.attribute.value_begin;
  return range;
}

std::vector<ListWord> list_words(const Value& value) {
  const std::string& text = value.text();
  std::vector<ListWord> words;
  std::size_t at = 0;
  while (at < text.size()) {
    if (is_blank(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && !is_blank(text[end]))
      ++end;
    SourceRange where = value_range(value);
    where.begin += static_cast<std::uint32_t>(at);
    where.end = where.begin + static_cast<std::uint32_t>(end - at);
    words.push_back({text.substr(at, end - at), where});
    at = end;
  }
  return words;
}

void bad_value(const Value& value, const std::string& what, const std::string& hint, Diagnostics& diagnostics) {
  diagnostics.error("design.bad-value",
                    fmt::format("{}=\"{}\" in <{}> {}", value.attribute.name, value.text(), value.element.name, what),
                    value_range(value), hint);
}

void bad_word(const Value& value, const ListWord& word, const std::string& what, const std::string& hint,
              Diagnostics& diagnostics) {
  diagnostics.error("design.bad-value",
                    fmt::format("\"{}\" in {} of <{}> {}", word.text, value.attribute.name, value.element.name, what),
                    word.where, hint);
}

void report_unsupported(const Value& value, const std::string& hint, Diagnostics& diagnostics) {
  diagnostics.error(
      "design.unsupported",
      fmt::format("{}=\"{}\" in <{}> is not supported yet", value.attribute.name, value.text(), value.element.name),
      value.attribute.where, hint);
}

std::string choice_hint(const std::vector<std::string_view>& names) {
  std::string hint = "write ";
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) hint += i + 1 == names.size() ? " or " : ", ";
    hint += names[i];
  }
  return hint;
}

std::string nearest_or_all(std::string_view name, const std::vector<std::string_view>& names) {
  const std::string nearest = nearest_name(name, names);
  return nearest.empty() ? fmt::format("there are: {}", fmt::join(names, ", "))
                         : fmt::format("did you mean {}?", nearest);
}

std::string nearest_other(std::string_view name, const std::vector<std::string>& names, std::string_view own) {
  std::vector<std::string_view> others;
  std::copy_if(names.begin(), names.end(), std::back_inserter(others), [own](const auto& id) { return id != own; });
  return others.empty() ? "remove extends: there is no other" : nearest_or_all(name, others);
}

std::optional<bool> read_yes_no(const Value& value, Diagnostics& diagnostics) {
  static constexpr Choice<bool> choices[] = {{"yes", true}, {"no", false}};
  return read_choice(value, choices, diagnostics);
}

std::optional<int> read_count(const Value& value, Diagnostics& diagnostics) {
  const std::string& text = value.text();
  if (text.empty() || text.size() > 2 || !std::all_of(text.begin(), text.end(), is_digit) || text[0] == '0') {
    bad_value(value, "is not a whole number", "write a number from 1 to 99", diagnostics);
    return std::nullopt;
  }
  return std::stoi(text);
}

std::optional<Length> read_length(const Value& value, Diagnostics& diagnostics) {
  const std::optional<Measure> measure = parse_measure(value.text(), LengthForm::with_em);
  if (!measure || measure->unit != Measure::Unit::absolute) {
    bad_value(value, "is not a length", std::string(absolute_hint), diagnostics);
    return std::nullopt;
  }
  return Length{measure->units};
}

std::optional<Length> read_points(const Value& value, Diagnostics& diagnostics) {
  const std::optional<Measure> measure = parse_measure(value.text(), LengthForm::with_em);
  if (!measure || !std::string_view(value.text()).ends_with("pt")) {
    bad_value(value, "is not a size in points", "write a number with pt, such as 11.5pt", diagnostics);
    return std::nullopt;
  }
  return Length{measure->units};
}

std::optional<Measure> read_measure(const Value& value, LengthForm form, Diagnostics& diagnostics) {
  std::optional<Measure> measure = parse_measure(value.text(), form);
  if (measure) return measure;
  switch (form) {
    case LengthForm::with_em:
      bad_value(value, "is not a length", std::string(length_hint), diagnostics);
      break;
    case LengthForm::with_em_or_share:
      bad_value(value, "is not a length or share", std::string(length_hint) + ", or a share such as 25%", diagnostics);
      break;
    case LengthForm::with_share:
      bad_value(value, "is not a length or share", "write a length such as 40mm, or a share such as 25%", diagnostics);
      break;
    case LengthForm::signed_em:
      bad_value(value, "is not a length in em", "write a number with em, such as -0.01em", diagnostics);
      break;
  }
  return std::nullopt;
}

std::optional<MeasureRange> read_measure_range(const Value& value, Diagnostics& diagnostics) {
  const Ends ends = split_range(value.text());
  const std::optional<Measure> lower = parse_measure(ends.lower, LengthForm::with_em);
  const std::optional<Measure> upper = parse_measure(ends.upper, LengthForm::with_em);
  if (!lower || !upper) {
    bad_value(value, "is not a length", std::string(length_hint) + ", or a range: 24pt to 30pt", diagnostics);
    return std::nullopt;
  }
  if (lower->unit != upper->unit) {
    bad_value(value, "mixes em with another unit", "write both ends in em, or neither", diagnostics);
    return std::nullopt;
  }
  if (upper->units < lower->units) {
    bad_value(value, "ends below its start", "write the smaller length first: 24pt to 30pt", diagnostics);
    return std::nullopt;
  }
  return MeasureRange{*lower, *upper, ends.is_range};
}

std::optional<Factor> read_factor(const Value& value, Factor least, Factor most, Diagnostics& diagnostics) {
  const std::optional<Factor> factor = parse_factor(value.text());
  if (!factor || *factor < least || most < *factor) {
    const auto number = [](Factor f) { return fmt::format("{:.3g}", static_cast<double>(f.units) / Factor::one); };
    bad_value(value, "is not a factor",
              fmt::format("write a number from {} to {}, without a unit", number(least), number(most)), diagnostics);
    return std::nullopt;
  }
  return factor;
}

std::optional<FactorRange> read_factor_range(const Value& value, Diagnostics& diagnostics) {
  const Ends ends = split_range(value.text());
  std::optional<Factor> lower = parse_factor(ends.lower);
  std::optional<Factor> upper = parse_factor(ends.upper);
  for (std::optional<Factor>* end : {&lower, &upper}) {
    if (*end && (**end < Factor::thousandths(200) || Factor::thousandths(5000) < **end)) end->reset();
  }
  return checked_range(value, lower, upper, {"a factor from 0.2 to 5", "0.6 to 1"}, diagnostics);
}

std::optional<FactorRange> read_em_range(const Value& value, Diagnostics& diagnostics) {
  const Ends ends = split_range(value.text());
  const auto factor = [](std::string_view text) -> std::optional<Factor> {
    const std::optional<Measure> measure = parse_measure(text, LengthForm::signed_em);
    if (!measure) return std::nullopt;
    return Factor{measure->units};
  };
  return checked_range(value, factor(ends.lower), factor(ends.upper), {"a length in em", "-0.01em to 0em"},
                       diagnostics);
}

std::optional<Locale> read_language(const Value& value, Diagnostics& diagnostics) {
  std::optional<Locale> locale = parse_locale(value.text());
  if (!locale) {
    bad_value(value, "is not a language", "write a BCP 47 tag, such as en, pt-BR or zh-Hans", diagnostics);
  }
  return locale;
}

std::vector<Locale> read_languages(const Value& value, Diagnostics& diagnostics) {
  std::vector<Locale> locales;
  for (const ListWord& word : list_words(value)) {
    if (std::optional<Locale> locale = parse_locale(word.text)) {
      locales.push_back(std::move(*locale));
    } else {
      bad_word(value, word, "is not a language", "write BCP 47 tags, such as en, pt-BR or zh-Hans", diagnostics);
    }
  }
  return locales;
}

std::vector<std::string> read_scripts(const Value& value, Diagnostics& diagnostics) {
  std::vector<std::string> scripts;
  for (const ListWord& word : list_words(value)) {
    const std::string& text = word.text;
    if (text.size() == 4 && is_capital(text[0]) && is_small(text[1]) && is_small(text[2]) && is_small(text[3])) {
      scripts.push_back(text);
    } else {
      bad_word(value, word, "is not a script", "write ISO 15924 codes, such as Latn, Arab or Hans", diagnostics);
    }
  }
  return scripts;
}

namespace {
constexpr std::string_view paper_hint = "write a3, a4, a5, letter, legal or phone";
}

std::optional<PaperSize> read_paper(const Value& value, Diagnostics& diagnostics) {
  const std::optional<PaperSize> paper = paper_from_name(value.text());
  if (!paper) bad_value(value, "is not a paper size", std::string(paper_hint), diagnostics);
  return paper;
}

std::vector<PaperSize> read_papers(const Value& value, Diagnostics& diagnostics) {
  std::vector<PaperSize> papers;
  for (const ListWord& word : list_words(value)) {
    if (const std::optional<PaperSize> paper = paper_from_name(word.text)) {
      papers.push_back(*paper);
    } else {
      bad_word(value, word, "is not a paper size", std::string(paper_hint), diagnostics);
    }
  }
  return papers;
}

std::optional<std::string> read_name(const Value& value, Diagnostics& diagnostics) {
  if (is_name(value.text())) return value.text();
  bad_value(value, "is not a name", "write small letters, digits and single hyphens, such as other-formats",
            diagnostics);
  return std::nullopt;
}

std::vector<std::string> read_names(const Value& value, Diagnostics& diagnostics) {
  std::vector<std::string> names;
  for (const ListWord& word : list_words(value)) {
    if (is_name(word.text)) {
      names.push_back(word.text);
    } else {
      bad_word(value, word, "is not a name", "write small letters, digits and single hyphens", diagnostics);
    }
  }
  return names;
}

std::optional<Color> read_hex_color(const Value& value, Diagnostics& diagnostics) {
  const std::string& text = value.text();
  std::array<std::uint8_t, 6> digits{};
  bool good = text.size() == 7 && text[0] == '#';
  for (std::size_t i = 0; good && i < 6; ++i) {
    const char c = text[i + 1];
    if (is_digit(c)) {
      digits[i] = static_cast<std::uint8_t>(c - '0');
    } else if (c >= 'a' && c <= 'f') {
      digits[i] = static_cast<std::uint8_t>(c - 'a' + 10);
    } else if (c >= 'A' && c <= 'F') {
      digits[i] = static_cast<std::uint8_t>(c - 'A' + 10);
    } else {
      good = false;
    }
  }
  if (!good) {
    bad_value(value, "is not a colour", "write # and six hexadecimal digits, such as #0B4A5B", diagnostics);
    return std::nullopt;
  }
  const auto channel = [&digits](std::size_t i) { return static_cast<std::uint8_t>(digits[i] * 16 + digits[i + 1]); };
  return Color{channel(0), channel(2), channel(4)};
}

}  // namespace handout::design
