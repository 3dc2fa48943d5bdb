#include "content/content_checks.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/unicode.h"
#include "content/attribute_values.h"
#include "content/xml_text.h"

namespace handout::content {
namespace {

/// The whole numbers in a text, in whichever digits of the scripts that the press prints.
std::vector<int> numbers_in(const std::string& text) {
  std::vector<int> numbers;
  bool in_number = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    int digit = -1;
    for (const char32_t zero : {U'0', U'\u0660', U'\u06F0', U'\u0966', U'\u09E6', U'\u0E50'}) {
      if (c >= zero && c <= zero + 9) digit = static_cast<int>(c - zero);
    }
    if (digit >= 0) {
      if (!in_number) numbers.push_back(0);
      numbers.back() = std::min(numbers.back() * 10 + digit, 1000000);
    }
    in_number = digit >= 0;
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
  std::vector<int> told;
  for (const XmlElement* child : fact.elements()) {
    if (child->name == "title") told = numbers_in(text_of(*child));
  }
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
