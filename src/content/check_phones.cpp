#include "content/content_checks.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <string>
#include <vector>

#include "base/unicode.h"
#include "content/attribute_values.h"
#include "content/xml_text.h"

namespace handout::content {
namespace {

/// ASCII, Arabic-Indic, Persian and Devanagari digits.
std::optional<int> digit_value(char32_t c) {
  for (const char32_t zero : {U'0', U'\u0660', U'\u06F0', U'\u0966'}) {
    if (c >= zero && c <= zero + 9) return static_cast<int>(c - zero);
  }
  return std::nullopt;
}

bool joins_groups(char32_t c) {
  return c == U' ' || c == U'\u00A0' || c == U'\u202F' || c == U'-' || c == U'.' || c == U'(' || c == U')' || c == U'/';
}

/// A run of digits in groups, as written: "(555) 123-4567".
struct DigitRun {
  std::size_t begin = 0, end = 0;  ///< bytes
  char32_t first = 0;              ///< '+', '(' or a digit
  bool starts_with_zero = false;
  std::vector<std::size_t> groups;  ///< digits in each
  std::u32string joints;            ///< between them

  std::size_t digits() const {
    std::size_t sum = 0;
    for (const std::size_t group : groups)
      sum += group;
    return sum;
  }
};

/// The run that begins at `begin`, whatever it is.
DigitRun read_run(std::string_view text, std::size_t begin) {
  DigitRun run;
  run.begin = run.end = begin;
  std::size_t joint_count = 0;
  bool in_group = false;
  for (std::size_t at = begin; at < text.size();) {
    const bool is_first = at == begin;
    const char32_t c = next_code_point(text, at);
    if (is_first) run.first = c;
    if (const std::optional<int> digit = digit_value(c)) {
      if (run.groups.empty()) run.starts_with_zero = *digit == 0;
      if (!in_group) run.groups.push_back(0);
      ++run.groups.back();
      in_group = true;
      joint_count = 0;
      run.end = at;
    } else if ((is_first && c == U'+') || (joins_groups(c) && ++joint_count <= 2)) {
      if (in_group) run.joints += c;
      in_group = false;
    } else {
      break;
    }
  }
  return run;
}

/// 22.11.2026, 11/22/2026 or 2026-11-22
bool is_date(const DigitRun& run) {
  if (run.groups.size() != 3 || run.joints.find_first_of(U" \u00A0") != std::u32string::npos) return false;
  const bool year_last = run.groups[0] <= 2 && run.groups[1] <= 2 && run.groups[2] == 4;
  const bool year_first = run.groups[0] == 4 && run.groups[1] <= 2 && run.groups[2] <= 2;
  return year_last || year_first;
}

/// 1 000 000
bool is_grouped_number(const DigitRun& run) {
  return !run.starts_with_zero && run.groups.front() <= 3 &&
         std::all_of(run.groups.begin() + 1, run.groups.end(), [](std::size_t group) { return group == 3; });
}

bool looks_like_phone(const DigitRun& run) {
  // E.164: a number has 15 digits at most; local ones have 7 or more.
  if (run.groups.empty() || run.digits() < 7 || run.digits() > 15 || is_date(run)) return false;
  if (run.first == U'+' || run.first == U'(' || run.starts_with_zero) return true;
  if (run.groups.size() == 2) return run.groups[0] == 3 && run.groups[1] == 4 && run.joints.front() == U'-';
  const bool short_groups = std::all_of(run.groups.begin(), run.groups.end(), [](std::size_t g) { return g <= 4; });
  return run.groups.size() >= 3 && short_groups && !is_grouped_number(run);
}

/// "Call 999": an emergency number is short, and known by the word before it.
bool is_after_call(std::string_view text, std::size_t begin) {
  constexpr std::array<std::string_view, 8> verbs = {"call ",  "Call ",  "dial ", "Dial ",
                                                     "phone ", "Phone ", "ring ", "Ring "};
  const std::string_view before = text.substr(0, begin);
  return std::any_of(verbs.begin(), verbs.end(), [before](std::string_view verb) { return before.ends_with(verb); });
}

struct Found {
  std::size_t begin = 0, end = 0;
  bool is_emergency = false;
};

std::vector<Found> find_phones(std::string_view text) {
  std::vector<Found> found;
  char32_t before = U' ';
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    const bool may_begin = digit_value(c) || c == U'+' || c == U'(';
    // Inside a word, an address or a longer number, as in CD010328 or 10.1002/14651858.
    const bool is_inside = (before < 0x80 && std::isalnum(static_cast<int>(before)) != 0) || before == U'.' ||
                           before == U'/' || before == U',' || digit_value(before);
    before = c;
    if (!may_begin || is_inside) continue;
    const DigitRun run = read_run(text, begin);
    const bool is_emergency = run.groups.size() == 1 && run.digits() == 3 && is_after_call(text, begin);
    if (is_emergency || looks_like_phone(run)) found.push_back({begin, run.end, is_emergency});
    if (run.end > at) {
      at = run.end;
      before = U'0';
    }
  }
  return found;
}

/// Where a part of a text stands in the file; the whole text where references make them differ.
SourceRange place_in(const XmlText& text, const Found& found) {
  const std::string_view written =
      std::string_view(text.where.file->text).substr(text.where.begin, text.where.end - text.where.begin);
  const std::size_t at = written.find(std::string_view(text.text).substr(found.begin, found.end - found.begin));
  if (at == std::string_view::npos) return visible_part(text);
  const auto begin = static_cast<std::uint32_t>(text.where.begin + at);
  return {text.where.file, begin, static_cast<std::uint32_t>(begin + found.end - found.begin)};
}

void check_text(const XmlText& text, Diagnostics& diagnostics) {
  for (const Found& found : find_phones(text.text)) {
    diagnostics.warning(
        "content.literal-phone", "the number " + text.text.substr(found.begin, found.end - found.begin) + " is typed",
        place_in(text, found),
        found.is_emergency ? "write <field name=\"clinic.emergency-number\"/>: it differs from country to country"
                           : "write <field name=\"clinic.phone\"/>: each clinic prints its own");
  }
}

}  // namespace

void check_phones(const XmlElement& root, Diagnostics& diagnostics) {
  each_element(root, [&](const XmlElement& element) {
    if (!is_from(element, root) || element.name == "source") return;
    for (const XmlNode& child : element.children) {
      if (const auto* text = std::get_if<XmlText>(&child)) check_text(*text, diagnostics);
    }
    const std::string address = value_of(element, "href");
    if (address.starts_with("tel:") && address.find('{') == std::string::npos) {
      diagnostics.warning("content.literal-phone", "the number in href=\"" + address + "\" is typed",
                          place_of(element, "href"), "write href=\"tel:{clinic.phone}\": each clinic prints its own");
    }
  });
}

}  // namespace handout::content
