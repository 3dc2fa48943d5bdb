#include "checks/check_content.h"

#include <fmt/format.h>

#include "checks/readability.h"

namespace handout::checks {
namespace {

/// ISO 8601 dates compare as text.
bool has_come(const std::string& date, const std::string& today) {
  return !date.empty() && !today.empty() && date <= today;
}

void check_withdrawal(const content::Document& document, const std::string& today, Diagnostics& diagnostics) {
  if (!has_come(document.withdraw_on, today)) return;
  diagnostics.error(
      "content.withdrawn",
      fmt::format("handout {} is withdrawn since {} and is not printed", document.id, document.withdraw_on),
      document.withdraw_on_where, "bring it up to date, then set withdraw-on to a later day or take it out");
}

void check_review(const content::Document& document, const std::string& today, Diagnostics& diagnostics) {
  if (document.review_by == today || !has_come(document.review_by, today)) return;
  diagnostics.warning("content.past-review",
                      fmt::format("handout {} was to be reviewed by {}", document.id, document.review_by),
                      document.review_by_where, "have it reviewed, then set review-by to the next date");
}

}  // namespace

void check_content(const content::Document& document, const std::string& today, Diagnostics& diagnostics) {
  check_withdrawal(document, today, diagnostics);
  check_review(document, today, diagnostics);
  report_readability(document, diagnostics);
}

}  // namespace handout::checks
