#include "pages/typeset.h"

#include <functional>
#include <utility>

namespace handout::pages {

namespace {

/// Where a font does not say: Noto Sans has capitals of 0.714 em and an x of 0.536 em.
constexpr std::int64_t usual_cap_thousandths = 714;
constexpr std::int64_t usual_x_thousandths = 536;

Length height_of(const text::Line& line, const text::FontSet& fonts, int text::FontMetrics::*measure,
                 std::int64_t usual) {
  if (line.runs.empty()) return scaled(line.height, usual, 1400);
  const text::GlyphRun& run = line.runs.front();
  const text::FontMetrics& metrics = fonts.program(run.font).metrics;
  if (metrics.*measure <= 0) return scaled(run.size, usual, 1000);
  return scaled(run.size, metrics.*measure, metrics.units_per_em);
}

}  // namespace

const text::ShapedParagraph& ShapedText::shaped(const design::StyledParagraph& paragraph,
                                                const design::StyleTable& styles) {
  text::ShapedParagraphPtr& known = shaped_[&paragraph];
  if (!known) known = text::shape_paragraph(paragraph, styles, fonts_, diagnostics_);
  return *known;
}

const design::StyledParagraph& ShapedText::keep(design::StyledParagraph paragraph) {
  kept_.push_back(std::move(paragraph));
  return kept_.back();
}

const design::StyledParagraph& ShapedText::measurable(const design::StyledParagraph& paragraph) {
  const design::StyledParagraph*& known = measurable_[&paragraph];
  if (!known) {
    // Two digits: handouts have fewer than a hundred pages.
    known = &keep(with_page_fields(paragraph, [](const std::string&, const Locale&) { return "99"; }));
  }
  return *known;
}

std::size_t Typesetter::KeyHash::operator()(const Key& key) const {
  std::size_t hash = std::hash<const void*>{}(key.paragraph);
  hash = hash * 31 + std::hash<std::int64_t>{}(key.width.units);
  return hash * 31 + static_cast<std::size_t>(key.align * 2) + static_cast<std::size_t>(key.rag);
}

const std::vector<text::Line>& Typesetter::lines(const design::StyledParagraph& paragraph,
                                                 const text::LineShape& shape) {
  const Key key{&paragraph, shape.width, shape.align ? static_cast<int>(*shape.align) : -1, shape.rag};
  auto& known = lines_[key];
  if (!known) {
    known = std::make_unique<const std::vector<text::Line>>(
        text::set_paragraph(shaped_.shaped(paragraph, styles_), paragraph, styles_, shaped_.fonts(), shape));
  }
  return *known;
}

text::ContentWidths Typesetter::widths(const design::StyledParagraph& paragraph) {
  const auto found = widths_.find(&paragraph);
  if (found != widths_.end()) return found->second;
  const design::StyledParagraph& words = has_page_field(paragraph) ? shaped_.measurable(paragraph) : paragraph;
  const text::ContentWidths widths = text::content_widths(shaped_.shaped(words, styles_), words, styles_);
  widths_.emplace(&paragraph, widths);
  return widths;
}

bool has_page_field(const design::StyledParagraph& paragraph) {
  for (const design::StyledSpan& span : paragraph.spans) {
    if (span.page_field) return true;
  }
  return false;
}

design::StyledParagraph with_page_fields(const design::StyledParagraph& paragraph, const PageFieldText& text_of) {
  design::StyledParagraph filled = paragraph;
  filled.text.clear();
  for (design::StyledSpan& span : filled.spans) {
    std::string words = paragraph.text.substr(span.begin, span.end - span.begin);
    if (span.page_field) {
      std::string text = text_of(span.field, span.locale);
      if (!text.empty()) words = std::move(text);
    }
    span.begin = static_cast<std::uint32_t>(filled.text.size());
    filled.text += words;
    span.end = static_cast<std::uint32_t>(filled.text.size());
  }
  return filled;
}

Length cap_height(const text::Line& line, const text::FontSet& fonts) {
  return height_of(line, fonts, &text::FontMetrics::cap_height, usual_cap_thousandths);
}

Length x_height(const text::Line& line, const text::FontSet& fonts) {
  return height_of(line, fonts, &text::FontMetrics::x_height, usual_x_thousandths);
}

}  // namespace handout::pages
