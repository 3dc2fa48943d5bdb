#include "checks/check_content.h"

#include <fmt/format.h>

#include <array>

#include "checks/readability.h"

namespace handout::checks {
namespace {

/// ISO 8601 dates compare as text.
bool has_come(const std::string& date, const Today& today) {
  return !date.empty() && !today.date.empty() && date <= today.date;
}

SourceRange top_of(const content::Document& document) {
  return {document.file, 0, 0};
}

void check_withdrawal(const content::Document& document, const Today& today, Diagnostics& diagnostics) {
  if (!has_come(document.withdraw_on, today)) return;
  diagnostics.error(
      "content.withdrawn",
      fmt::format("handout {} is withdrawn since {} and is not printed", document.id, document.withdraw_on),
      top_of(document), "bring it up to date, then set withdraw-on to a later day or take it out");
}

void check_review(const content::Document& document, const Today& today, Diagnostics& diagnostics) {
  if (document.review_by == today.date || !has_come(document.review_by, today)) return;
  diagnostics.warning("content.past-review",
                      fmt::format("handout {} was to be reviewed by {}", document.id, document.review_by),
                      top_of(document), "have it reviewed, then set review-by to the next date");
}

void check_readability(const content::Document& document, const Today&, Diagnostics& diagnostics) {
  report_readability(document, diagnostics);
}

constexpr std::array<ContentCheck, 3> checks_of_content{{{"content.withdrawn", check_withdrawal},
                                                         {"content.past-review", check_review},
                                                         {"checks.readability", check_readability}}};

}  // namespace

std::span<const ContentCheck> content_checks() {
  return checks_of_content;
}

void check_content(const content::Document& document, const Today& today, Diagnostics& diagnostics) {
  for (const ContentCheck& check : content_checks())
    check.function(document, today, diagnostics);
}

}  // namespace handout::checks
