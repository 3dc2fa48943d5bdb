#include "content/content_checks.h"

#include <fmt/format.h>

#include "content/attribute_values.h"

namespace handout::content {
namespace {

/// A review is due within three years (docs/formats.md, date-order).
constexpr int longest_review_years = 3;

std::string date_of(const XmlElement& handout, std::string_view attribute) {
  const std::string date = value_of(handout, attribute);
  return check_value({ValueKind::date, {}}, date) ? std::string{} : date;
}

/// The same day of a later year; 28 February where that year has no 29th.
std::string years_after(const std::string& date, int years) {
  const std::string day = fmt::format("{:04}{}", read_number(date.substr(0, 4)) + years, date.substr(4));
  return check_value({ValueKind::date, {}}, day) ? day.substr(0, 8) + "28" : day;
}

}  // namespace

void check_dates(const XmlElement& handout, Diagnostics& diagnostics) {
  // ISO 8601 dates compare as text.
  const std::string published = date_of(handout, "published"), review = date_of(handout, "review-by");
  const std::string withdrawn = date_of(handout, "withdraw-on");
  if (published.empty()) return;
  if (!review.empty() && review < published) {
    diagnostics.error("content.date-order",
                      fmt::format("the review by {} is before the publication on {}", review, published),
                      place_of(handout, "review-by"), "write the later date in review-by");
  } else if (!review.empty() && review > years_after(published, longest_review_years)) {
    diagnostics.error(
        "content.date-order",
        fmt::format("the review by {} is more than {} years after {}", review, longest_review_years, published),
        place_of(handout, "review-by"),
        fmt::format("write {} or an earlier date", years_after(published, longest_review_years)));
  }
  if (!withdrawn.empty() && withdrawn < published) {
    diagnostics.error("content.date-order",
                      fmt::format("the withdrawal on {} is before the publication on {}", withdrawn, published),
                      place_of(handout, "withdraw-on"), "write the later date in withdraw-on");
  }
}

}  // namespace handout::content
