#include "content/content_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "base/unicode.h"
#include "content/attribute_values.h"
#include "content/xml_text.h"

namespace handout::content {
namespace {

/// What stands inside a number, between its thousands or before its tenths: which of the two, the digits after it say.
bool parts_number(char32_t c) {
  return c == U',' || c == U'.' || c == U'\'' || c == U'\u00A0' || c == U'\u202F' || c == U'\u066B' || c == U'\u066C';
}

/// Groups of digits that one sign each parts: 1,000 is {1, 0} of {1, 3} digits.
struct WrittenNumber {
  std::vector<int> groups;
  std::vector<std::size_t> lengths;
};

/// The number that begins at `at`, which moves past it.
WrittenNumber read_written_number(std::string_view text, std::size_t& at) {
  WrittenNumber number;
  bool in_group = false;
  while (at < text.size()) {
    std::size_t after = at;
    const char32_t c = next_code_point(text, after);
    const std::optional<int> digit = digit_value(c);
    if (digit) {
      if (!in_group) {
        number.groups.push_back(0);
        number.lengths.push_back(0);
      }
      number.groups.back() = std::min(number.groups.back() * 10 + *digit, 1000000);
      ++number.lengths.back();
      in_group = true;
    } else if (in_group && parts_number(c)) {
      // Only a digit after the sign makes it part of the number: "85, 90" are two.
      std::size_t next = after;
      if (after >= text.size() || !digit_value(next_code_point(text, next))) break;
      in_group = false;
    } else {
      break;
    }
    at = after;
  }
  return number;
}

/// Nothing where it is no whole number: 8.5.
std::optional<int> whole_value(const WrittenNumber& number) {
  int value = 0;
  for (std::size_t i = 0; i < number.groups.size(); ++i) {
    if (i > 0 && number.lengths[i] != 3) return std::nullopt;
    value = std::min(value * 1000 + number.groups[i], 1000000);
  }
  return value;
}

/// The whole numbers in a text, in whichever digits.
std::vector<int> numbers_in(std::string_view text) {
  std::vector<int> numbers;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t after = at;
    if (!digit_value(next_code_point(text, after))) {
      at = after;
      continue;
    }
    if (const std::optional<int> value = whole_value(read_written_number(text, at))) numbers.push_back(*value);
  }
  return numbers;
}

void check_fact(const XmlElement& fact, Diagnostics& diagnostics) {
  const bool has_of = fact.attribute("of") != nullptr, has_counts = fact.attribute("counts") != nullptr;
  if (has_of != has_counts) {
    return diagnostics.error(
        "content.fact-count",
        fmt::format("<fact> has {} without {}", has_of ? "of" : "counts", has_of ? "counts" : "of"), fact.where,
        "write both, as in of=\"100\" counts=\"85 90\", or neither");
  }
  const std::optional<std::vector<int>> counts = read_counts(value_of(fact, "counts"));
  const int of = read_number(value_of(fact, "of"));
  if (!counts || counts->size() > 2 || of == 0) return;
  const SourceRange where = place_of(fact, "counts");
  if (counts->size() == 2 && counts->at(0) >= counts->at(1)) {
    diagnostics.error("content.fact-count",
                      fmt::format("the range {} to {} does not rise", counts->at(0), counts->at(1)), where,
                      "write the lower number first");
  }
  const XmlElement* title = child_named(fact, "title");
  const std::vector<int> told = title == nullptr ? std::vector<int>{} : numbers_in(text_of(*title));
  for (const int count : *counts) {
    if (count > of) {
      diagnostics.error("content.fact-count", fmt::format("{} is more than {}", count, of), where,
                        "correct the number, or of");
    } else if (std::find(told.begin(), told.end(), count) == told.end()) {
      diagnostics.error("content.fact-count", fmt::format("the <title> of this <fact> does not say {}", count), where,
                        "write each count as digits in the title: 85 to 90");
    }
  }
}

}  // namespace

void check_counts(const XmlElement& root, Diagnostics& diagnostics) {
  each_element(root, [&](const XmlElement& element) {
    if (is_from(element, root) && element.name == "fact") check_fact(element, diagnostics);
  });
}

}  // namespace handout::content
