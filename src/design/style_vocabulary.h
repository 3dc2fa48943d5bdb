#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "design/design.h"

namespace handout::design {

/// What a property is about, one bit each; an element takes the properties whose bits it has: those that layout reads.
namespace about {
inline constexpr std::uint32_t text = 1U << 0;
inline constexpr std::uint32_t paragraph = 1U << 1;
inline constexpr std::uint32_t space_before = 1U << 2;
inline constexpr std::uint32_t space_after = 1U << 3;
inline constexpr std::uint32_t flow = 1U << 4;
inline constexpr std::uint32_t fill = 1U << 5;
inline constexpr std::uint32_t padding = 1U << 6;
inline constexpr std::uint32_t rules = 1U << 7;  ///< a rule of its own at each side
inline constexpr std::uint32_t rule = 1U << 8;   ///< one width for all it draws
inline constexpr std::uint32_t rule_bottom = 1U << 9;
inline constexpr std::uint32_t rule_ink = 1U << 10;  ///< a line whose width is not its own
inline constexpr std::uint32_t corner = 1U << 11;
inline constexpr std::uint32_t min_height = 1U << 12;
inline constexpr std::uint32_t shape = 1U << 13;
inline constexpr std::uint32_t width = 1U << 14;
inline constexpr std::uint32_t max_height = 1U << 15;
inline constexpr std::uint32_t backdrop = 1U << 16;
inline constexpr std::uint32_t icon = 1U << 17;
inline constexpr std::uint32_t marker = 1U << 18;
inline constexpr std::uint32_t mark_look = 1U << 19;
inline constexpr std::uint32_t dots = 1U << 20;
inline constexpr std::uint32_t arrange = 1U << 21;
inline constexpr std::uint32_t run_in = 1U << 22;
inline constexpr std::uint32_t labels = 1U << 23;
inline constexpr std::uint32_t rows = 1U << 24;
inline constexpr std::uint32_t table = 1U << 25;
inline constexpr std::uint32_t line_gap = 1U << 26;
inline constexpr std::uint32_t row_rule = 1U << 27;
}  // namespace about

/// How a property's value is written.
enum class Form : std::uint8_t {
  name,
  swatch,
  yes_no,
  weight,
  slant,
  count,
  factor,
  points,
  length,
  length_or_share,
  signed_em,
  range,
  choice
};

struct PropertyInfo {
  std::string_view name;  ///< the attribute's
  Form form;
  std::uint32_t about;  ///< elements with any of these bits take it
};

/// Calls `visit(PropertyInfo, member pointer)` for every property of docs/formats.md, Styles.
template <typename Visit>
void each_property(Visit&& visit) {
  using S = StyleProperties;
  const auto say = [&visit](std::string_view name, auto member, Form form, std::uint32_t bits) {
    visit(PropertyInfo{name, form, bits}, member);
  };
  say("family", &S::family, Form::name, about::text);
  say("size", &S::size, Form::range, about::text);
  say("min-size", &S::min_size, Form::points, about::text);
  say("leading", &S::leading, Form::factor, about::text);
  say("weight", &S::bold, Form::weight, about::text);
  say("slant", &S::italic, Form::slant, about::text);
  say("underline", &S::underline, Form::yes_no, about::text);
  say("ink", &S::ink, Form::swatch, about::text);
  say("tracking", &S::tracking, Form::signed_em, about::text);
  say("align", &S::align, Form::choice, about::paragraph);
  say("hyphenate", &S::hyphenate, Form::yes_no, about::paragraph);
  say("widows", &S::widows, Form::count, about::paragraph);
  say("orphans", &S::orphans, Form::count, about::paragraph);
  say("space-before", &S::space_before, Form::range, about::space_before);
  say("space-after", &S::space_after, Form::range, about::space_after);
  say("indent", &S::indent, Form::length, about::flow);
  say("first-indent", &S::first_indent, Form::length, about::paragraph);
  say("keep-with-next", &S::keep_with_next, Form::yes_no, about::flow);
  say("keep-together", &S::keep_together, Form::yes_no, about::flow);
  say("break-before", &S::break_before, Form::choice, about::flow);
  say("span", &S::span, Form::choice, about::flow);
  say("beside", &S::beside, Form::choice, about::flow);
  say("arrange", &S::arrange, Form::choice, about::arrange);
  say("run-in", &S::run_in, Form::yes_no, about::run_in);
  say("fill", &S::fill, Form::swatch, about::fill);
  say("padding", &S::padding, Form::length, about::padding);
  say("padding-top", &S::padding_top, Form::length, about::padding);
  say("padding-bottom", &S::padding_bottom, Form::length, about::padding);
  say("padding-start", &S::padding_start, Form::length, about::padding);
  say("padding-end", &S::padding_end, Form::length, about::padding);
  say("rule", &S::rule, Form::length, about::rules | about::rule);
  say("rule-top", &S::rule_top, Form::length, about::rules);
  say("rule-bottom", &S::rule_bottom, Form::length, about::rules | about::rule_bottom);
  say("rule-start", &S::rule_start, Form::length, about::rules);
  say("rule-end", &S::rule_end, Form::length, about::rules);
  say("rule-ink", &S::rule_ink, Form::swatch, about::rules | about::rule | about::rule_ink);
  say("rule-pattern", &S::rule_pattern, Form::choice, about::rules);
  say("corner", &S::corner, Form::length, about::corner);
  say("width", &S::width, Form::length_or_share, about::width);
  say("min-height", &S::min_height, Form::length, about::min_height);
  say("max-height", &S::max_height, Form::range, about::max_height);
  say("bleed", &S::bleed, Form::choice, about::shape);
  say("shape", &S::shape, Form::choice, about::shape);
  say("backdrop", &S::backdrop, Form::name, about::backdrop);
  say("icon", &S::icon, Form::name, about::icon);
  say("marker", &S::marker, Form::choice, about::marker);
  say("marker-size", &S::marker_size, Form::length, about::mark_look);
  say("marker-ink", &S::marker_ink, Form::swatch, about::mark_look);
  say("marker-fill", &S::marker_fill, Form::swatch, about::mark_look);
  say("dots-across", &S::dots_across, Form::count, about::dots);
  say("labels", &S::labels, Form::choice, about::labels);
  say("caption-side", &S::caption_side, Form::choice, about::table);
  say("row-rule", &S::row_rule, Form::length, about::rows | about::row_rule);
  say("row-height", &S::row_height, Form::length, about::rows);
  say("stripe", &S::stripe, Form::swatch, about::table);
  say("repeat-head", &S::repeat_head, Form::yes_no, about::table);
  say("line-gap", &S::line_gap, Form::length, about::line_gap);
}

/// An element that a style may be for.
struct StyledElement {
  std::string_view name;
  std::uint32_t about;
  /// The kinds it may be written with: `list.bullet`. "*": any name (a layout gives it), or for `page` also a number.
  std::vector<std::string_view> kinds;
};

/// Every element of docs/formats.md that styles name.
const std::vector<StyledElement>& styled_elements();
/// nullptr where styles know no such element.
const StyledElement* find_styled_element(std::string_view name);
/// Whether a kind is one of the element's; open kinds ("*") take any name.
bool has_kind(const StyledElement&, std::string_view kind);

}  // namespace handout::design
