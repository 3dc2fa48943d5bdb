#include "pdf/coded_text.h"

#include <map>

namespace handout::pdf {
namespace {

/// A run while its codes are not known yet.
struct NotedRun {
  std::size_t font = 0;
  EmbeddedFont::Origin origin = EmbeddedFont::Origin::fixed_text;
  std::vector<ShownGlyph> glyphs;
  std::vector<std::uint32_t> noted;  ///< each glyph's number in its font
  bool space_added = false;
};

EmbeddedFont::Origin origin_of(const text::GlyphRun& run) {
  return run.field.empty() ? EmbeddedFont::Origin::fixed_text : EmbeddedFont::Origin::field;
}

/// Fonts are numbered as fixed text needs them, then those that only fields need.
std::map<text::FontId, std::size_t> number_fonts(const pages::PagedDocument& document) {
  std::map<text::FontId, std::size_t> numbers;
  for (const auto wanted : {EmbeddedFont::Origin::fixed_text, EmbeddedFont::Origin::field}) {
    for (const pages::Page& page : document.pages) {
      for_each_run(page.items, [&](const pages::PlacedRun& placed) {
        if (origin_of(placed.run) == wanted) numbers.try_emplace(placed.run.font, numbers.size());
      });
    }
  }
  return numbers;
}

std::vector<EmbeddedFont> open_fonts(const std::map<text::FontId, std::size_t>& numbers, const text::FontSet& set) {
  std::vector<text::FontId> ids(numbers.size());
  for (const auto& [id, number] : numbers)
    ids[number] = id;
  std::vector<EmbeddedFont> fonts;
  fonts.reserve(ids.size());
  for (const text::FontId id : ids)
    fonts.emplace_back(set.program(id));
  return fonts;
}

/// Whether more of the same element follows a run whose text ends (a line after a <br/>, a figure's next label). Runs
/// of the run's own line that stand before it in reading order are not more.
bool more_follows(const std::vector<const pages::PlacedRun*>& runs, std::size_t index) {
  const pages::PlacedRun& ending = *runs[index];
  if (!ending.run.ends_text || !std::holds_alternative<design::StructureId>(ending.run.tag)) return false;
  std::size_t next = index + 1;
  while (next < runs.size() && runs[next]->origin.y == ending.origin.y &&
         runs[next]->run.logical_order < ending.run.logical_order)
    ++next;
  return next < runs.size() && runs[next]->run.tag == ending.run.tag;
}

/// A space, so that readers do not join the words before and after.
void add_space(NotedRun& run, const text::GlyphRun& glyphs, const EmbeddedFont& font) {
  const std::uint16_t space = font.nominal_glyph(U' ');
  if (space == 0) return;
  const Length x = glyphs.right_to_left ? Length() : glyphs.width;
  run.glyphs.push_back({space, " ", x, Length(), static_cast<std::uint32_t>(glyphs.text.size())});
  run.space_added = true;
}

/// Each face's codes begin at the next multiple of 256, so that they do not depend on how many a field's value needs in
/// the face before.
void subset_all(std::vector<EmbeddedFont>& fonts) {
  // The parts of composite glyphs take numbers after the codes.
  constexpr std::size_t step = 256, last = 0xEFFF;
  std::size_t first = 1;
  for (EmbeddedFont& font : fonts) {
    if (first + font.code_count() > last) first = 1;  // codes may repeat: the face then has its own ToUnicode
    font.subset(static_cast<std::uint16_t>(first));
    if (font.code_count() > 0) first = (first + font.code_count() + step - 1) / step * step;
  }
}

CodedRun coded(const NotedRun& noted, const EmbeddedFont& font) {
  CodedRun run;
  run.font = noted.font;
  run.space_added = noted.space_added;
  run.glyphs.reserve(noted.glyphs.size());
  for (std::size_t i = 0; i < noted.glyphs.size(); ++i)
    run.glyphs.push_back({font.code(noted.noted.at(i)), noted.glyphs[i].x, noted.glyphs[i].y});
  return run;
}

}  // namespace

void for_each_run(const std::vector<pages::PageItem>& items,
                  const std::function<void(const pages::PlacedRun&)>& visit) {
  for (const pages::PageItem& item : items) {
    if (const auto* run = std::get_if<pages::PlacedRun>(&item)) {
      visit(*run);
    } else if (const auto* group = std::get_if<std::shared_ptr<const pages::ClipGroup>>(&item)) {
      for_each_run((*group)->items, visit);
    }
  }
}

CodedText code_text(const pages::PagedDocument& document, const text::FontSet& set) {
  const std::map<text::FontId, std::size_t> numbers = number_fonts(document);
  CodedText text;
  text.fonts = open_fonts(numbers, set);

  std::vector<std::vector<NotedRun>> pages;
  for (const pages::Page& page : document.pages) {
    std::vector<const pages::PlacedRun*> runs;
    for_each_run(page.items, [&](const pages::PlacedRun& placed) { runs.push_back(&placed); });
    std::vector<NotedRun>& noted = pages.emplace_back();
    for (std::size_t i = 0; i < runs.size(); ++i) {
      const text::GlyphRun& glyphs = runs[i]->run;
      NotedRun& run = noted.emplace_back();
      run.font = numbers.at(glyphs.font);
      run.origin = origin_of(glyphs);
      run.glyphs = shown_glyphs(glyphs);
      EmbeddedFont& font = text.fonts[run.font];
      if (needs_actual_text(glyphs.text)) order_as_text(run.glyphs, font);
      if (more_follows(runs, i)) add_space(run, glyphs, font);
      for (const ShownGlyph& glyph : run.glyphs)
        run.noted.push_back(font.note(glyph.glyph, glyph.text, run.origin));
    }
  }

  subset_all(text.fonts);
  for (const std::vector<NotedRun>& page : pages) {
    std::vector<CodedRun>& runs = text.pages.emplace_back();
    runs.reserve(page.size());
    for (const NotedRun& run : page)
      runs.push_back(coded(run, text.fonts[run.font]));
  }
  return text;
}

}  // namespace handout::pdf
