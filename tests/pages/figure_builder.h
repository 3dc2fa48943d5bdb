#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "pages/manuscript_builder.h"

namespace handout::tests {

inline constexpr Color tint{230, 240, 250};
inline constexpr Color black{0, 0, 0};
inline constexpr Color red{200, 0, 0};
inline constexpr Color primary{10, 20, 200};
inline constexpr Color line_ink{120, 120, 120};

/// 100 by 50 units: a red bar in its left half, a label to the right of it, a step number in the bar's middle.
inline figures::Drawing drawing() {
  figures::Drawing made;
  made.view_box = {0_pt, 0_pt, 100_pt, 50_pt};
  figures::Shape bar;
  bar.path = figures::rectangle({0_pt, 0_pt, 50_pt, 50_pt});
  bar.fill = red;
  made.items.emplace_back(bar);
  figures::Shape line;
  line.path = figures::rectangle({10_pt, 10_pt, 10_pt, 10_pt});
  line.stroke = figures::Stroke{figures::SwatchName{"primary"}, 2_pt, {}, {}, {}};
  made.items.emplace_back(line);
  figures::Label label;
  label.id = "nerve";
  label.at = {60_pt, 30_pt};
  label.size = 10_pt;
  label.width = 40_pt;
  label.ink = black;
  made.items.emplace_back(label);
  return made;
}

struct Figure {
  ManuscriptBuilder builder;
  StructureId element;

  explicit Figure(const Locale& locale, bool mirror = false) : builder(locale) {
    const StyleId style = builder.style([](StyleProperties& p) {
      p.fill = "tint";
      p.corner = points(5);
      p.max_height = range(100);
    });
    element = builder.element(StructureType::figure);
    design::Picture picture;
    picture.drawing = std::make_shared<const figures::Drawing>(drawing());
    picture.tag = element;
    picture.mirror = mirror;
    design::StyledParagraph words = builder.words("A", builder.plain(), element);
    picture.labels.push_back({2, words});
    builder.rest().push_back(builder.block(std::move(picture), style));
  }
  pages::Page page() const {
    Diagnostics diagnostics;
    return builder.paginate(diagnostics).pages.at(0);
  }
};

/// The figure above with a label of these words, which numbers and a key may stand in for.
struct LabelledFigure : Figure {
  explicit LabelledFigure(const std::string& words, const Locale& locale = english()) : Figure(locale) {
    auto& picture = std::get<design::Picture>(builder.rest().front().content);
    picture.labels.front().words = builder.words(words, builder.plain(), element);
    const StyleId disc = builder.style([](StyleProperties& p) {
      p.marker = design::MarkerKind::number;
      p.marker_size = points(16);
      p.marker_ink = "paper";
      p.marker_fill = "accent";
      p.ink = "paper";
    });
    picture.numbers.push_back({2, builder.words("1", disc, element)});
    const StructureId list = builder.element(StructureType::list);
    picture.key = list;
    FlowBlock key = builder.stack({builder.paragraph("Key")}, builder.plain());
    key.key = list;
    FlowBlocks together;
    together.push_back(std::move(builder.rest().front()));
    together.push_back(builder.paragraph("Caption"));
    together.push_back(std::move(key));
    builder.rest().clear();
    builder.rest().push_back(builder.stack(std::move(together), builder.plain()));
    builder.rest().push_back(builder.paragraph("After"));
  }
};

}  // namespace handout::tests
