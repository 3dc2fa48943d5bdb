#include "content/attribute_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/diagnostic.h"
#include "base/locale.h"
#include "base/names.h"
#include "base/unicode.h"

namespace handout::content {
namespace {

bool is_small(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_small_or_digit(char c) {
  return is_small(c) || is_digit(c);
}
bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

bool is_block_name(std::string_view text) {
  return is_id(text) && text.find('.') != std::string_view::npos;
}

bool is_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  if (!all_digits(text.substr(0, 4)) || !all_digits(text.substr(5, 2)) || !all_digits(text.substr(8))) return false;
  const int year = read_number(text.substr(0, 4)), month = read_number(text.substr(5, 2));
  const int day = read_number(text.substr(8));
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day <= days.at(static_cast<std::size_t>(month - 1)) + (month == 2 && leap ? 1 : 0);
}

bool leaves_folder(std::string_view path) {
  return path.starts_with('/') || path.starts_with("../") || path.find("/../") != std::string_view::npos ||
         path.find('\\') != std::string_view::npos || path.find(':') != std::string_view::npos;
}

bool is_file(std::string_view path) {
  if (!path.ends_with(".svg") && !path.ends_with(".png") && !path.ends_with(".jpg")) return false;
  const auto is_part = [](char c) { return is_small_or_digit(c) || (c >= 'A' && c <= 'Z') || c == '_' || c == '-'; };
  bool after_part = false;
  for (const char c : path) {
    if (!is_part(c) && !(after_part && (c == '.' || c == '/'))) return false;
    after_part = is_part(c);
  }
  return true;
}

bool is_url(std::string_view text) {
  constexpr std::array<std::string_view, 4> schemes = {"https://", "http://", "mailto:", "tel:"};
  if (text.find(' ') != std::string_view::npos) return false;
  return std::any_of(schemes.begin(), schemes.end(),
                     [text](std::string_view s) { return text.starts_with(s) && text.size() > s.size(); });
}

bool is_address(std::string_view text) {
  return is_url(text) || (text.starts_with('{') && text.size() > 1 && text.find(' ') == std::string_view::npos);
}

/// Without needless zeros, so that a number is always written in one way.
bool is_whole(std::string_view text) {
  return all_digits(text) && text.size() <= 5 && (text.size() == 1 || text.front() != '0');
}

bool is_between(std::string_view text, int least, int most) {
  return is_whole(text) && read_number(text) >= least && read_number(text) <= most;
}

bool is_decimal(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  if (!all_digits(text.substr(0, point))) return false;
  return point == std::string_view::npos || all_digits(text.substr(point + 1));
}

bool is_digest(std::string_view text) {
  return text.size() == 16 &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); });
}

bool has_counts(std::string_view text, std::size_t most) {
  const std::optional<std::vector<int>> counts = read_counts(text);
  return counts && counts->size() <= most;
}

/// One row a kind: its name in vocabulary.cpp, the test, what a refused value is not, and the right form.
struct KindRow {
  ValueKind kind;
  std::string_view name;
  bool (*accepts)(std::string_view);
  std::string_view is, form;
};
constexpr std::array<KindRow, 20> kinds = {{
    {ValueKind::any, "any", [](std::string_view) { return true; }, "", "write a text"},
    {ValueKind::alt, "alt", [](std::string_view) { return true; }, "",
     "write what the picture tells, or alt=\"\" where it only decorates"},
    {ValueKind::field, "field", [](std::string_view) { return true; }, "", "write the field's name: clinic.phone"},
    {ValueKind::text, "text", [](std::string_view v) { return !v.empty(); }, "is empty", "write a text"},
    {ValueKind::id, "id", is_id, "is no id",
     "an id is small letters, digits and hyphens, with dots between its parts: recovery.week-2"},
    {ValueKind::name, "name", is_name, "is no name", "a name is small letters, digits and hyphens: disc-herniation"},
    {ValueKind::block, "block", is_block_name, "names no shared block",
     "write the shared file's name, a dot and the block's id: safety.red-flags"},
    {ValueKind::language, "language", [](std::string_view v) { return parse_locale(v).has_value(); },
     "is no language tag", "write a language such as en, zh-Hans or pt-BR, a rare one with its script: ojb-Cans"},
    {ValueKind::yes_no, "yes-no", [](std::string_view v) { return v == "yes" || v == "no"; }, "is neither yes nor no",
     "write yes or no"},
    {ValueKind::date, "date", is_date, "is no date", "write year, month and day: 2026-11-22"},
    {ValueKind::file, "file", is_file, "is no picture's file",
     "write a path below this file's folder that ends in .svg, .png or .jpg, in letters, digits, hyphens: "
     "figures/disc.svg"},
    {ValueKind::address, "address", is_address, "is no address",
     "write https://…, mailto:…, tel:… or begin with a {field}, without spaces"},
    {ValueKind::url, "url", is_url, "is no address", "write https://…, mailto:… or tel:…, without spaces"},
    {ValueKind::number, "number", [](std::string_view v) { return is_between(v, 1, 99); }, "is no whole number",
     "write a number from 1 to 99"},
    {ValueKind::count, "count", [](std::string_view v) { return is_between(v, 0, 99); }, "is no whole number",
     "write a number from 0 to 99"},
    {ValueKind::lines, "lines", [](std::string_view v) { return is_between(v, 1, 40); }, "is no number of lines",
     "write a number from 1 to 40"},
    {ValueKind::counts, "counts", [](std::string_view v) { return has_counts(v, 99); }, "are no whole numbers",
     "write one number for each group of people, with spaces between: 4 7"},
    {ValueKind::one_or_two_counts, "one-or-two-counts", [](std::string_view v) { return has_counts(v, 2); },
     "is neither one whole number nor two", "write one number, or the two ends of a range: 85 90"},
    {ValueKind::decimal, "decimal", is_decimal, "is no number", "write digits, with a point before tenths: 38.5"},
    {ValueKind::digest, "digest", is_digest, "is no digest", "sign again with handout sign"},
}};

const KindRow& row_of(ValueKind kind) {
  const auto* found = std::find_if(kinds.begin(), kinds.end(), [kind](const KindRow& row) { return row.kind == kind; });
  ENSURE(found != kinds.end());
  return *found;
}

}  // namespace

ValueKind value_kind_named(std::string_view name) {
  const auto* found = std::find_if(kinds.begin(), kinds.end(), [name](const KindRow& row) { return row.name == name; });
  ENSURE(found != kinds.end());
  return found->kind;
}

std::optional<ValueProblem> check_value(const ValueRule& rule, std::string_view value) {
  if (rule.kind == ValueKind::choice) {
    if (std::find(rule.choices.begin(), rule.choices.end(), value) != rule.choices.end()) return std::nullopt;
    // A wrong number is not a misspelt one.
    const bool is_word = std::any_of(value.begin(), value.end(), is_small);
    const std::string nearest = is_word ? nearest_name(value, rule.choices) : std::string{};
    return ValueProblem{"bad-value", "is not one of its values",
                        nearest.empty() ? form_of(rule) : fmt::format("did you mean {}?", nearest)};
  }
  const KindRow& row = row_of(rule.kind);
  if (row.accepts(value)) return std::nullopt;
  if (rule.kind == ValueKind::file && leaves_folder(value)) {
    return ValueProblem{"outside-folder", "leaves the file's folder",
                        "copy the picture into the folder figures beside it"};
  }
  return ValueProblem{rule.kind == ValueKind::id ? "bad-id" : "bad-value", std::string(row.is), std::string(row.form)};
}

std::string form_of(const ValueRule& rule) {
  if (rule.kind == ValueKind::choice) return "write " + one_of(rule.choices);
  return std::string(row_of(rule.kind).form);
}

std::string value_of(const XmlElement& element, std::string_view attribute) {
  const XmlAttribute* found = element.attribute(attribute);
  if (found == nullptr) return {};
  return collapse_and_trim(found->value);
}

SourceRange value_place(const XmlAttribute& attribute) {
  return {attribute.where.file, attribute.value_begin, attribute.where.end - 1};
}

SourceRange place_of(const XmlElement& element, std::string_view attribute) {
  const XmlAttribute* found = element.attribute(attribute);
  return found == nullptr ? element.where : value_place(*found);
}

std::optional<std::vector<int>> read_counts(std::string_view text) {
  std::vector<int> counts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (!is_whole(text.substr(0, end))) return std::nullopt;
    counts.push_back(read_number(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  if (counts.empty()) return std::nullopt;
  return counts;
}

std::string one_of(const std::vector<std::string_view>& words) {
  std::string list;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) list += i + 1 == words.size() ? " or " : ", ";
    list += words[i];
  }
  return list;
}

int read_number(std::string_view text) {
  if (!all_digits(text) || text.size() > 5) return 0;
  int number = 0;
  for (const char c : text)
    number = number * 10 + (c - '0');
  return number;
}

}  // namespace handout::content
