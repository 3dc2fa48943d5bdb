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

/// Leading and tracking go with the size. The room around a title is as elsewhere.
void take_sizes(design::StyleTable& styles, const design::StyleTable& from, const std::vector<bool>& which) {
  for (std::size_t i = 0; i < styles.size(); ++i) {
    if (!which[i]) continue;
    styles[i].size = from[i].size;
    styles[i].leading = from[i].leading;
    styles[i].tracking = from[i].tracking;
  }
}

}  // namespace

TitledStyles find_title_size(const design::Manuscript& manuscript, int step, ShapedText& shaped) {
  TitledStyles titled{design::settle_styles(manuscript, FitSetting{step}), step};
  const design::StyledParagraph* const title = measured_title(manuscript);
  if (!title || !takes_a_third_line(*title, titled.styles, shaped)) return titled;
  design::StyleTable smaller;
  for (int next = std::max(step + 1, FitSetting::first_step_of_sizes); next <= FitSetting::last_step; ++next) {
    titled.title_step = next;
    smaller = design::settle_styles(manuscript, FitSetting{next});
    if (!takes_a_third_line(*title, smaller, shaped)) break;
  }
  if (titled.title_step > step) take_sizes(titled.styles, smaller, styles_inside(manuscript, title->style));
  return titled;
}

design::StyleTable styles_with_title(const design::Manuscript& manuscript, FitSetting setting, int title_step) {
  design::StyleTable styles = design::settle_styles(manuscript, setting);
  const design::StyledParagraph* const title = title_of(manuscript);
  if (!title || title_step == setting.step) return styles;
  take_sizes(styles, design::settle_styles(manuscript, FitSetting{title_step}),
             styles_inside(manuscript, title->style));
  return styles;
}

}  // namespace handout::pages
