#include "content/content_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <string>
#include <vector>

#include "base/unicode.h"
#include "base/xml_characters.h"
#include "content/attribute_values.h"
#include "content/vocabulary.h"
#include "content/xml_text.h"

namespace handout::content {
namespace {

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

/// "Call 999", "CALL: 112": an emergency number is short, and known by the word before it, in the same sentence. The
/// last byte of U+FFFC stands for a field between the two.
bool is_after_call(std::string_view text, std::size_t begin) {
  constexpr std::array<std::string_view, 6> verbs = {"call", "dial", "phone", "ring", "telephone", "tel"};
  const auto is_letter = [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; };
  std::string_view before = text.substr(0, begin);
  while (!before.empty() && !is_letter(before.back()) && std::isdigit(static_cast<unsigned char>(before.back())) == 0 &&
         std::string_view(".,;!?\xBC").find(before.back()) == std::string_view::npos)
    before.remove_suffix(1);
  std::string word;
  for (; !before.empty() && is_letter(before.back()); before.remove_suffix(1))
    word.insert(word.begin(), static_cast<char>(std::tolower(static_cast<unsigned char>(before.back()))));
  return std::find(verbs.begin(), verbs.end(), word) != verbs.end();
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

std::string hint_for(const Found& found) {
  return found.is_emergency ? "write <field name=\"clinic.emergency-number\"/>: it differs from country to country"
                            : "write <field name=\"clinic.phone\"/>: each clinic prints its own";
}

void report(std::string_view words, const Found& found, const SourceRange& where, Diagnostics& diagnostics) {
  diagnostics.warning("content.literal-phone",
                      fmt::format("the number {} is typed", words.substr(found.begin, found.end - found.begin)), where,
                      hint_for(found));
}

/// The words of an element as they are read, inline elements among them; each byte knows where it comes from.
struct JoinedWords {
  struct Origin {
    const XmlText* text = nullptr;  ///< null: no text, but a field or the like
    std::size_t offset = 0;
  };
  std::string words;
  std::vector<Origin> origins;

  void add(std::string_view part, Origin origin) {
    words += part;
    origins.insert(origins.end(), part.size(), origin);
  }
};

void join_words(const XmlElement& element, JoinedWords& joined) {
  for (const XmlNode& child : element.children) {
    if (const auto* text = std::get_if<XmlText>(&child)) {
      for (std::size_t i = 0; i < text->text.size(); ++i) {
        const bool is_space = is_xml_space(text->text[i]);
        if (is_space && joined.words.ends_with(' ')) continue;
        joined.add(is_space ? " " : std::string_view(text->text).substr(i, 1), {text, i});
      }
      continue;
    }
    const XmlElement& inner = *std::get<std::unique_ptr<XmlElement>>(child);
    if (!is_inline(inner.name)) {
      joined.add("\n", {});
    } else if (inner.name == "br") {
      joined.add(" ", {});
    } else if (inner.children.empty()) {
      joined.add("\uFFFC", {});  // whatever a field says, it is not typed
    } else {
      join_words(inner, joined);
    }
  }
}

/// Where a part of the words stands in the file; the whole text where references make them differ.
SourceRange place_in(const JoinedWords& joined, const Found& found) {
  const JoinedWords::Origin first = joined.origins[found.begin], last = joined.origins[found.end - 1];
  const XmlText& text = *first.text;
  if (text.text.size() != text.where.end - text.where.begin) return visible_part(text);
  const auto begin = static_cast<std::uint32_t>(text.where.begin + first.offset);
  const std::size_t length = last.text == first.text ? last.offset + 1 - first.offset : 1;
  return {text.where.file, begin, static_cast<std::uint32_t>(begin + length)};
}

void check_words(const XmlElement& element, Diagnostics& diagnostics) {
  JoinedWords joined;
  join_words(element, joined);
  for (const Found& found : find_phones(joined.words))
    report(joined.words, found, place_in(joined, found), diagnostics);
}

}  // namespace

void check_phones_in(std::string_view words, const SourceRange& where, Diagnostics& diagnostics) {
  for (const Found& found : find_phones(words))
    report(words, found, where, diagnostics);
}

void check_phones(const XmlElement& root, Diagnostics& diagnostics) {
  each_element(root, [&](const XmlElement& element) {
    if (!is_from(element, root)) return;
    // Numbers of a source are volumes and pages.
    if (!is_inline(element.name) && element.name != "source") check_words(element, diagnostics);
    if (element.attribute("alt") != nullptr)
      check_phones_in(value_of(element, "alt"), place_of(element, "alt"), diagnostics);
    const std::string address = value_of(element, "href");
    if (address.starts_with("tel:") && address.find('{') == std::string::npos) {
      diagnostics.warning("content.literal-phone", "the number in href=\"" + address + "\" is typed",
                          place_of(element, "href"), "write href=\"tel:{clinic.phone}\": each clinic prints its own");
    }
  });
}

}  // namespace handout::content
