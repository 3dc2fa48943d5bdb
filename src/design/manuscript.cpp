#include "design/manuscript.h"

#include <algorithm>

#include "base/diagnostic.h"

namespace handout::design {
namespace {

/// How far each stage has given, in thirds: spacing first, sizes last.
constexpr int thirds_a_stage = FitSetting::steps_a_stage;
struct Given {
  int spacing = 0, max_height = 0, leading = 0, tracking = 0, sizes = 0;
};
Given given_at(FitSetting setting) {
  const auto stage = [&](int number) { return std::clamp(setting.step - number * thirds_a_stage, 0, thirds_a_stage); };
  Given given;
  given.spacing = stage(0);
  given.max_height = stage(1);
  given.leading = stage(2);
  given.tracking = stage(3);
  given.sizes = stage(4);
  return given;
}

/// From the upper end towards the lower.
std::int64_t between(std::int64_t upper, std::int64_t lower, int thirds) {
  return upper + scaled(lower - upper, thirds, thirds_a_stage);
}
Length between(Length upper, Length lower, int thirds) {
  return Length{between(upper.units, lower.units, thirds)};
}
Factor at(const FactorRange& range, int thirds) {
  return Factor{between(range.upper.units, range.lower.units, thirds)};
}

/// A share stands only in `width`; elsewhere the loader has refused it.
Length absolute(const Measure& measure, Length em) {
  if (measure.unit == Measure::Unit::em) return em * Factor{measure.units};
  return Length{measure.units};
}
Length absolute(const std::optional<Measure>& measure, Length em) {
  return measure ? absolute(*measure, em) : Length{};
}
Length absolute(const MeasureRange& range, Length em, int thirds) {
  return between(absolute(range.upper, em), absolute(range.lower, em), thirds);
}

/// What passes inward as a proportion of the text's own size; a Style only has the results.
struct Proportions {
  Factor leading = Factor::thousandths(1400);
  Measure tracking{Measure::Unit::em, 0};
};

class Settler {
 public:
  Settler(const Manuscript& manuscript, FitSetting setting)
      : manuscript_(manuscript),
        given_(given_at(setting)),
        taken_back_(setting.taken_back),
        spacing_(Factor{spaced(manuscript.fit.spacing.upper.units, manuscript.fit.spacing.lower.units)}) {}

  StyleTable settle() {
    const std::size_t count = manuscript_.styles.size();
    table_.reserve(count);
    proportions_.reserve(count);
    for (std::size_t index = 0; index < count; ++index) {
      const StyleSource& source = manuscript_.styles[index];
      ENSURE(index == 0 || source.parent.value < index);
      if (index == 0) {
        settle_handout(source.properties);
      } else {
        settle_inside(source);
      }
      settle_block(source.properties, table_.back());
      settle_box(source.properties, table_.back());
      settle_marks(source.properties, table_.back());
      settle_tables(source.properties, table_.back());
    }
    return std::move(table_);
  }

 private:
  void settle_handout(const StyleProperties& properties) {
    Style style;
    Proportions proportions;
    style.size = between(manuscript_.fit.size_upper, manuscript_.fit.size_lower, given_.sizes);
    proportions.leading = at(manuscript_.fit.leading, given_.leading);
    proportions.tracking.units = at(manuscript_.fit.tracking, given_.tracking).units;
    style.ink = ink("text");
    style.family = family("body");
    finish_text(properties, style, proportions);
  }

  void settle_inside(const StyleSource& source) {
    const Style& parent = table_[source.parent.value];
    Proportions proportions = proportions_[source.parent.value];
    const StyleProperties& properties = source.properties;
    Style style;
    style.family = parent.family;
    style.ink = parent.ink;
    style.size = parent.size;
    style.bold = parent.bold;
    style.italic = parent.italic;
    style.underline = parent.underline;
    style.align = parent.align;
    style.hyphenate = parent.hyphenate;
    style.widows = parent.widows;
    style.orphans = parent.orphans;
    if (properties.size) style.size = absolute(*properties.size, parent.size, given_.sizes);
    if (properties.leading) proportions.leading = *properties.leading;
    if (properties.tracking) proportions.tracking = *properties.tracking;
    finish_text(properties, style, proportions);
  }

  /// What `handout` and the styles inside it share; `style` holds what passes inward.
  void finish_text(const StyleProperties& properties, Style& style, const Proportions& proportions) {
    style.leading = style.size * proportions.leading;
    style.tracking = absolute(proportions.tracking, style.size);
    if (properties.family) style.family = family(*properties.family);
    if (properties.ink) style.ink = ink(*properties.ink);
    style.bold = properties.bold.value_or(style.bold);
    style.italic = properties.italic.value_or(style.italic);
    style.underline = properties.underline.value_or(style.underline);
    style.align = properties.align.value_or(style.align);
    style.hyphenate = properties.hyphenate.value_or(style.hyphenate);
    style.widows = properties.widows.value_or(style.widows);
    style.orphans = properties.orphans.value_or(style.orphans);
    table_.push_back(std::move(style));
    proportions_.push_back(proportions);
  }

  void settle_block(const StyleProperties& properties, Style& style) const {
    style.space_before = space(properties.space_before, style.size);
    style.space_after = space(properties.space_after, style.size);
    style.indent = absolute(properties.indent, style.size);
    style.first_indent = absolute(properties.first_indent, style.size);
    style.keep_with_next = properties.keep_with_next.value_or(false);
    style.keep_together = properties.keep_together.value_or(false);
    style.break_before = properties.break_before.value_or(BreakBefore::no);
    style.span = properties.span.value_or(Span::column);
    style.beside = properties.beside.value_or(Beside::none);
    style.arrange = properties.arrange.value_or(Arrange::down);
  }

  /// What is left of a range, less what has been given and more what is taken back.
  std::int64_t left_of(std::int64_t upper, std::int64_t lower, int thirds) const {
    const std::int64_t given = between(upper, lower, thirds);
    return given + scaled(upper - given, taken_back_, FitSetting::all_taken_back);
  }
  std::int64_t spaced(std::int64_t upper, std::int64_t lower) const { return left_of(upper, lower, given_.spacing); }
  /// A range gives by itself; what has none follows the sheet's spacing.
  Length space(const std::optional<MeasureRange>& range, Length em) const {
    if (!range) return {};
    if (range->is_range) return Length{spaced(absolute(range->upper, em).units, absolute(range->lower, em).units)};
    return absolute(range->upper, em) * spacing_;
  }

  void settle_box(const StyleProperties& p, Style& style) const {
    const Length em = style.size;
    const auto side = [&](const std::optional<Measure>& own, const std::optional<Measure>& all) {
      return absolute(own ? own : all, em);
    };
    style.fill = fill(p.fill);
    style.padding.top = side(p.padding_top, p.padding);
    style.padding.bottom = side(p.padding_bottom, p.padding);
    style.padding.start = side(p.padding_start, p.padding);
    style.padding.end = side(p.padding_end, p.padding);
    const std::string rule_ink = p.rule_ink.value_or("line");
    if (rule_ink != "none") {
      style.rule.top = side(p.rule_top, p.rule);
      style.rule.bottom = side(p.rule_bottom, p.rule);
      style.rule.start = side(p.rule_start, p.rule);
      style.rule.end = side(p.rule_end, p.rule);
      style.rule_ink = swatch(rule_ink);
    }
    style.rule_pattern = p.rule_pattern.value_or(RulePattern::solid);
    style.corner = absolute(p.corner, em);
    style.min_height = absolute(p.min_height, em);
    if (p.width) {
      style.width = p.width->unit == Measure::Unit::em ? Measure{Measure::Unit::absolute, absolute(*p.width, em).units}
                                                       : *p.width;
    }
    if (p.max_height) {
      style.max_height = Length{
          left_of(absolute(p.max_height->upper, em).units, absolute(p.max_height->lower, em).units, given_.max_height)};
    }
    style.bleed = p.bleed.value_or(Bleed::no);
    style.shape = p.shape.value_or(BoxShape::box);
    if (p.backdrop && *p.backdrop != "none") style.backdrop = *p.backdrop;
  }

  void settle_marks(const StyleProperties& p, Style& style) const {
    if (p.icon && *p.icon != "none") style.icon = *p.icon;
    style.marker = p.marker.value_or(MarkerKind::none);
    style.marker_size = p.marker_size ? absolute(*p.marker_size, style.size) : style.size;
    // Where it is none there is no marker to draw (markers.h).
    const std::optional<Color> marker_ink = p.marker_ink ? ink(*p.marker_ink) : style.ink;
    style.marker_ink = marker_ink.value_or(Color{});
    style.marker_fill = fill(p.marker_fill);
    style.dots_across = p.dots_across.value_or(style.dots_across);
  }

  void settle_tables(const StyleProperties& p, Style& style) const {
    style.labels = p.labels.value_or(Labels::words);
    style.caption_side = p.caption_side.value_or(CaptionSide::top);
    if (p.rule_ink != "none") style.row_rule = absolute(p.row_rule, style.size);
    style.row_height = absolute(p.row_height, style.size);
    using namespace literals;
    style.line_gap = p.line_gap ? absolute(*p.line_gap, style.size) : 8_mm;  // a pen needs 8 mm
    style.stripe = fill(p.stripe);
    style.repeat_head = p.repeat_head.value_or(true);
  }

  /// In black only, every swatch prints black and no fill prints.
  Color swatch(const std::string& name) const {
    if (manuscript_.black_only) return {};
    const auto found = manuscript_.swatches.find(name);
    ENSURE(found != manuscript_.swatches.end());  // load_design and apply_design refuse what the brand has not
    return found->second;
  }
  std::optional<Color> ink(const std::string& name) const {
    return name == "none" ? std::nullopt : std::optional(swatch(name));
  }
  std::optional<Color> fill(const std::optional<std::string>& name) const {
    if (!name || *name == "none" || manuscript_.black_only) return std::nullopt;
    return swatch(*name);
  }
  std::string family(const std::string& name) const {
    const auto found = manuscript_.families.find(name);
    ENSURE(found != manuscript_.families.end());
    return found->second;
  }

  const Manuscript& manuscript_;
  Given given_;
  int taken_back_ = 0;
  Factor spacing_;
  StyleTable table_;
  std::vector<Proportions> proportions_;
};

}  // namespace

StyleTable settle_styles(const Manuscript& manuscript, FitSetting setting) {
  return Settler(manuscript, setting).settle();
}

}  // namespace handout::design
