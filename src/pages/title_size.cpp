#include "pages/title_size.h"

#include <algorithm>
#include <variant>
#include <vector>

namespace handout::pages {

namespace {

using design::FitSetting;

constexpr std::size_t most_lines = 2;

const design::StyledParagraph* title_of(const design::Manuscript& manuscript) {
  for (const design::Thread& thread : manuscript.threads) {
    for (const design::FlowBlock& block : thread.blocks) {
      if (block.role == design::BlockRole::handout_title) return std::get_if<design::StyledParagraph>(&block.content);
    }
  }
  return nullptr;
}

/// The title where it has a measure of its own.
const design::StyledParagraph* measured_title(const design::Manuscript& manuscript) {
  const design::StyledParagraph* const title = title_of(manuscript);
  if (!title) return nullptr;
  const std::optional<design::Measure>& width = manuscript.styles.at(title->style.value).properties.width;
  return width && width->unit != design::Measure::Unit::share ? title : nullptr;
}

bool takes_a_third_line(const design::StyledParagraph& title, const design::StyleTable& styles, ShapedText& shaped) {
  const Length width{styles.at(title.style.value).width->units};
  Typesetter text(styles, shaped);
  return text.lines(title, {width, std::nullopt, text::Rag::balanced}).size() > most_lines;
}

/// Is it the style of the title, or of words in it?
std::vector<bool> styles_inside(const design::Manuscript& manuscript, design::StyleId title) {
  std::vector<bool> inside(manuscript.styles.size());
  inside.at(title.value) = true;
  // A style stands after the one around it.
  for (std::size_t i = title.value + 1; i < inside.size(); ++i)
    inside[i] = inside.at(manuscript.styles[i].parent.value);
  return inside;
}

}  // namespace

int title_step(const design::Manuscript& manuscript, int step, ShapedText& shaped) {
  const design::StyledParagraph* const title = measured_title(manuscript);
  if (!title) return step;
  if (!takes_a_third_line(*title, design::settle_styles(manuscript, FitSetting{step}), shaped)) return step;
  for (int smaller = std::max(step + 1, FitSetting::first_step_of_sizes); smaller < FitSetting::last_step; ++smaller) {
    if (!takes_a_third_line(*title, design::settle_styles(manuscript, FitSetting{smaller}), shaped)) return smaller;
  }
  return FitSetting::last_step;
}

design::StyleTable styles_with_title(const design::Manuscript& manuscript, FitSetting setting, int title_step) {
  design::StyleTable styles = design::settle_styles(manuscript, setting);
  const design::StyledParagraph* const title = title_of(manuscript);
  if (!title || title_step == setting.step) return styles;
  // What gives before sizes do is as elsewhere.
  const design::StyleTable smaller = design::settle_styles(manuscript, FitSetting{title_step});
  const std::vector<bool> inside = styles_inside(manuscript, title->style);
  for (std::size_t i = title->style.value; i < styles.size(); ++i) {
    if (!inside[i]) continue;
    styles[i].size = smaller[i].size;
    styles[i].leading = smaller[i].leading;
    styles[i].tracking = smaller[i].tracking;
  }
  return styles;
}

}  // namespace handout::pages
