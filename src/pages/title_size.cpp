#include "pages/title_size.h"

#include <variant>

namespace handout::pages {

namespace {

constexpr std::size_t most_lines = 2;

/// The title of the handout, where it has a measure of its own.
const design::StyledParagraph* title_of(const design::Manuscript& manuscript) {
  for (const design::Thread& thread : manuscript.threads) {
    for (const design::FlowBlock& block : thread.blocks) {
      if (block.role == design::BlockRole::title && thread.what.starts_with("title"))
        return std::get_if<design::StyledParagraph>(&block.content);
    }
  }
  return nullptr;
}

std::size_t lines_of(const design::StyledParagraph& title, const design::StyleTable& styles, ShapedText& shaped) {
  const design::Style& style = styles.at(title.style.value);
  if (!style.width || style.width->unit != design::Measure::Unit::absolute) return 0;
  Typesetter text(styles, shaped);
  return text.lines(title, {Length{style.width->units}, std::nullopt, text::Rag::balanced}).size();
}

}  // namespace

design::StyleTable styles_with_title(const design::Manuscript& manuscript, design::FitSetting setting,
                                     ShapedText& shaped) {
  design::StyleTable styles = design::settle_styles(manuscript, setting);
  const design::StyledParagraph* const title = title_of(manuscript);
  if (!title) return styles;
  if (lines_of(*title, styles, shaped) <= most_lines) return styles;
  for (int step = setting.step + 1; step <= design::FitSetting::last_step; ++step) {
    const design::StyleTable tighter = design::settle_styles(manuscript, design::FitSetting{step});
    styles.at(title->style.value) = tighter.at(title->style.value);
    if (lines_of(*title, tighter, shaped) <= most_lines) break;
  }
  return styles;
}

}  // namespace handout::pages
