#pragma once

#include <algorithm>
#include <functional>
#include <memory>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/units.h"
#include "design/manuscript.h"
#include "pages/fit.h"
#include "pages/paged_document.h"
#include "text/fonts.h"

namespace handout {

/// For doctest's messages.
inline std::ostream& operator<<(std::ostream& out, Length length) {
  return out << static_cast<double>(length.units) / static_cast<double>(Length::per_point) << "pt";
}
inline std::ostream& operator<<(std::ostream& out, const Rect& rect) {
  return out << rect.x << " " << rect.y << " " << rect.width << " x " << rect.height;
}

}  // namespace handout

namespace handout::tests {

using namespace handout::literals;
using design::FlowBlock;
using design::FlowBlocks;
using design::Measure;
using design::StructureId;
using design::StructureType;
using design::StyledFurniture;
using design::StyleId;
using design::StyleProperties;

/// Noto Sans and Noto Sans Arabic, from the system's fonts.
inline const text::FontSet& fonts() {
  static const text::FontSet set = [] {
    auto list = std::make_shared<design::FontsList>();
    design::FontFamily family;
    family.name = "sans";
    design::FontRow latin;
    latin.scripts = {"Latn"};
    latin.regular = "NotoSans-Regular.ttf";
    latin.bold = "NotoSans-Bold.ttf";
    design::FontRow arabic;
    arabic.scripts = {"Arab"};
    arabic.regular = "NotoSansArabic-Regular.ttf";
    arabic.bold = "NotoSansArabic-Bold.ttf";
    family.rows = {latin, arabic};
    list->families = {family};
    return text::FontSet(std::move(list), {});
  }();
  return set;
}

inline Measure points(std::int64_t n) {
  return {Measure::Unit::absolute, n * Length::per_point};
}
inline Measure exactly(Length length) {
  return {Measure::Unit::absolute, length.units};
}
inline Measure share(std::int64_t percent) {
  return {Measure::Unit::share, scaled(percent, Factor::one, 100)};
}
inline design::MeasureRange range(std::int64_t n) {
  return {points(n), points(n), false};
}

inline Locale english() {
  return {};
}
inline Locale arabic() {
  return {"ar", "ar", "Arab", "", Direction::right_to_left};
}

/// A small page (300 x 200 pt, margins of 20 pt) with one region for the rest; lines of 8 pt, 14 pt apart.
class ManuscriptBuilder {
 public:
  design::Manuscript manuscript;

  explicit ManuscriptBuilder(Locale locale = english()) {
    manuscript.locale = std::move(locale);
    manuscript.fit.size_lower = manuscript.fit.size_upper = 8_pt;
    manuscript.fit.leading = {Factor::thousandths(1750), Factor::thousandths(1750)};
    manuscript.families = {{"body", "sans"}, {"heading", "sans"}};
    manuscript.swatches = {{"text", {0, 0, 0}},       {"primary", {10, 20, 200}}, {"tint", {230, 240, 250}},
                           {"line", {120, 120, 120}}, {"paper", {255, 255, 255}}, {"accent", {240, 160, 60}},
                           {"caution", {122, 74, 0}}};
    manuscript.page_size = {300_pt, 200_pt};
    manuscript.structure.add({}, StructureType::document);
    manuscript.styles.push_back({});
    manuscript.styles.front().properties.family = "body";
    manuscript.styles.front().properties.ink = "text";
    manuscript.threads.push_back({"rest", true, {}});
    design::StyledPage page;
    page.margins = {20_pt, 20_pt, 20_pt, 20_pt, std::nullopt, std::nullopt};
    page.style = style([](StyleProperties&) {});
    design::StyledBox region;
    region.style = page.style;
    region.furniture.push_back(slot(0));
    page.boxes.push_back(region);
    manuscript.pages["all"] = page;
  }

  StyleId style(const std::function<void(StyleProperties&)>& change) {
    design::StyleSource source;
    change(source.properties);
    source.parent = StyleId{0};
    manuscript.styles.push_back(source);
    return StyleId{static_cast<std::uint32_t>(manuscript.styles.size() - 1)};
  }
  StyleId plain() {
    return style([](StyleProperties&) {});
  }

  StructureId element(StructureType type, StructureId parent = {}) { return manuscript.structure.add(parent, type); }

  design::StyledParagraph words(const std::string& text, StyleId style_id, design::Tag tag) const {
    design::StyledParagraph paragraph;
    paragraph.text = text;
    paragraph.style = style_id;
    paragraph.tag = tag;
    paragraph.locale = manuscript.locale;
    design::StyledSpan span;
    span.end = static_cast<std::uint32_t>(text.size());
    span.style = style_id;
    span.tag = tag;
    span.locale = manuscript.locale;
    paragraph.spans.push_back(span);
    return paragraph;
  }

  FlowBlock paragraph(const std::string& text, StyleId style_id) {
    FlowBlock block;
    block.style = style_id;
    block.element = element(StructureType::paragraph);
    block.has_element = true;
    block.content = words(text, style_id, block.element);
    return block;
  }
  FlowBlock paragraph(const std::string& text) { return paragraph(text, plain()); }
  FlowBlock title(const std::string& text, StyleId style_id) {
    FlowBlock block = paragraph(text, style_id);
    block.role = design::BlockRole::title;
    return block;
  }
  FlowBlock stack(FlowBlocks children, StyleId style_id) {
    FlowBlock block;
    block.style = style_id;
    block.content = design::Stack{std::move(children)};
    return block;
  }
  template <typename Content>
  FlowBlock block(Content content, StyleId style_id) {
    FlowBlock made;
    made.style = style_id;
    made.content = std::move(content);
    return made;
  }

  StyledFurniture furniture(decltype(StyledFurniture::item) item) {
    StyledFurniture made;
    made.item = std::move(item);
    made.style = plain();
    return made;
  }
  StyledFurniture slot(std::size_t thread) { return furniture(design::ThreadSlot{thread}); }
  StyledFurniture furniture_words(const std::string& text) {
    return furniture(design::FurnitureWords{words(text, plain(), element(StructureType::paragraph)), true});
  }

  FlowBlocks& rest() { return manuscript.threads.front().blocks; }
  design::StyledPage& page(const std::string& on = "all") { return manuscript.pages[on]; }
  design::StyledBox& region() { return page().boxes.back(); }

  pages::PagedDocument paginate(Diagnostics& diagnostics) const {
    return pages::paginate(manuscript, fonts(), diagnostics);
  }
};

/// A line of text as it stands on a page: runs on one baseline whose paragraph goes on.
struct SeenText {
  std::string text;
  Length left, right, baseline;
  design::Tag tag;
  Color color;
};

inline void collect_text(const std::vector<pages::PageItem>& items, std::vector<SeenText>& lines) {
  for (const pages::PageItem& item : items) {
    if (const auto* group = std::get_if<std::shared_ptr<const pages::ClipGroup>>(&item)) {
      collect_text((*group)->items, lines);
    }
    const auto* placed = std::get_if<pages::PlacedRun>(&item);
    if (!placed) continue;
    const Length right = placed->origin.x + placed->run.width;
    if (!lines.empty() && lines.back().baseline == placed->origin.y && lines.back().tag == placed->run.tag) {
      SeenText& line = lines.back();
      line.text += placed->run.text;
      line.left = std::min(line.left, placed->origin.x);
      line.right = std::max(line.right, right);
      continue;
    }
    lines.push_back({placed->run.text, placed->origin.x, right, placed->origin.y, placed->run.tag, placed->run.color});
  }
}
inline std::vector<SeenText> lines_of(const pages::Page& page) {
  std::vector<SeenText> lines;
  collect_text(page.items, lines);
  for (SeenText& line : lines) {
    while (!line.text.empty() && line.text.back() == ' ')
      line.text.pop_back();
  }
  return lines;
}
inline std::vector<std::string> texts_of(const pages::Page& page) {
  std::vector<std::string> texts;
  for (const SeenText& line : lines_of(page))
    texts.push_back(line.text);
  return texts;
}
inline const SeenText* find_text(const std::vector<SeenText>& lines, const std::string& text) {
  const auto found = std::find_if(lines.begin(), lines.end(), [&](const SeenText& line) { return line.text == text; });
  return found == lines.end() ? nullptr : &*found;
}

/// A filled or stroked path on a page, as the box around its points.
struct SeenPath {
  Rect box;
  std::optional<Color> fill, stroke;
  std::size_t segments = 0;
  bool clipped = false;
};
inline Rect bounds_of(const figures::Path& path) {
  Rect box;
  bool first = true;
  for (const figures::Segment& segment : path.segments) {
    if (segment.verb == figures::Verb::close) continue;
    const Point p = segment.end;
    if (first) box = {p.x, p.y, {}, {}};
    first = false;
    const Length right = std::max(box.right(), p.x), bottom = std::max(box.bottom(), p.y);
    box.x = std::min(box.x, p.x);
    box.y = std::min(box.y, p.y);
    box.width = right - box.x;
    box.height = bottom - box.y;
  }
  return box;
}
inline void collect_paths(const std::vector<pages::PageItem>& items, bool clipped, std::vector<SeenPath>& paths) {
  for (const pages::PageItem& item : items) {
    if (const auto* group = std::get_if<std::shared_ptr<const pages::ClipGroup>>(&item)) {
      collect_paths((*group)->items, true, paths);
    }
    if (const auto* path = std::get_if<pages::PlacedPath>(&item)) {
      SeenPath seen{bounds_of(path->path), path->fill, std::nullopt, path->path.segments.size(), clipped};
      if (path->stroke) seen.stroke = path->stroke->color;
      paths.push_back(seen);
    }
  }
}
inline std::vector<SeenPath> paths_of(const pages::Page& page) {
  std::vector<SeenPath> paths;
  collect_paths(page.items, false, paths);
  return paths;
}
inline std::vector<SeenPath> filled_with(const pages::Page& page, Color color) {
  std::vector<SeenPath> found;
  for (const SeenPath& path : paths_of(page)) {
    if (path.fill == color) found.push_back(path);
  }
  return found;
}

inline design::StyledBox box_of(design::BoxKind kind, StyleId style, std::vector<StyledFurniture> furniture) {
  design::StyledBox box;
  box.kind = kind;
  box.style = style;
  box.furniture = std::move(furniture);
  return box;
}

/// "Line 1" U+2028 "Line 2" ...: exactly `count` lines.
inline std::string lines_text(int count, const std::string& name = "Line") {
  std::string text;
  for (int i = 1; i <= count; ++i) {
    if (i > 1) text += "\xE2\x80\xA8";
    text += name + " " + std::to_string(i);
  }
  return text;
}

}  // namespace handout::tests
