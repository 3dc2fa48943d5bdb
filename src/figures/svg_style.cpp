#include "figures/svg_style.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace handout::figures {
namespace {

bool is_swatch_name(std::string_view name) {
  if (name.empty() || name.front() < 'a' || name.front() > 'z') return false;
  return std::all_of(name.begin(), name.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    if (end > begin) words.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

template <typename Value, std::size_t count>
using Keywords = std::array<std::pair<std::string_view, Value>, count>;

constexpr Keywords<LineCap, 3> line_caps = {
    {{"butt", LineCap::butt}, {"round", LineCap::round}, {"square", LineCap::square}}};
constexpr Keywords<LineJoin, 3> line_joins = {
    {{"miter", LineJoin::miter}, {"round", LineJoin::round}, {"bevel", LineJoin::bevel}}};
constexpr Keywords<Anchor, 3> anchors = {{{"start", Anchor::start}, {"middle", Anchor::middle}, {"end", Anchor::end}}};
/// true: bold.
constexpr Keywords<bool, 4> weights = {{{"normal", false}, {"400", false}, {"bold", true}, {"700", true}}};

class StyleReader {
 public:
  StyleReader(const SvgStyle& around, const XmlElement& element, Diagnostics& diagnostics)
      : style_(around), element_(element), diagnostics_(diagnostics) {}

  SvgStyle read() {
    for (const XmlAttribute& attribute : element_.attributes)
      read_attribute(attribute);
    if (const XmlAttribute* names = element_.attribute("class")) read_swatches(*names);
    return std::move(style_);
  }

 private:
  void read_attribute(const XmlAttribute& attribute) {
    const std::string& name = attribute.name;
    if (name == "fill") read_ink(attribute, style_.fill);
    if (name == "stroke") read_ink(attribute, style_.stroke);
    if (name == "stroke-width") read_length(attribute, style_.stroke_width);
    if (name == "stroke-linecap") read_keyword(attribute, line_caps, style_.cap);
    if (name == "stroke-linejoin") read_keyword(attribute, line_joins, style_.join);
    if (name == "stroke-dasharray") read_dashes(attribute);
    if (name == "fill-opacity") read_opacity(attribute, style_.fill_opacity);
    if (name == "stroke-opacity") read_opacity(attribute, style_.stroke_opacity);
    if (name == "font-size") read_font_size(attribute);
    if (name == "font-weight") read_keyword(attribute, weights, style_.bold);
    if (name == "text-anchor") read_keyword(attribute, anchors, style_.anchor);
  }

  void read_ink(const XmlAttribute& attribute, std::optional<Ink>& ink) {
    if (attribute.value == "none") {
      ink.reset();
    } else if (const auto color = parse_color(attribute.value)) {
      ink = *color;
    } else {
      bad(attribute, "a colour such as #0B4A5B, or none");
    }
  }

  void read_length(const XmlAttribute& attribute, Length& length) {
    const auto number = parse_number(attribute.value);
    if (!number || *number < 0) return bad(attribute, "a plain number from 0 to 30000, without a unit");
    length = Length{*number};
  }

  void read_font_size(const XmlAttribute& attribute) {
    const auto number = parse_number(attribute.value);
    if (!number || *number <= 0) return bad(attribute, "a plain number above 0, without a unit");
    style_.font_size = Length{*number};
  }

  void read_dashes(const XmlAttribute& attribute) {
    std::vector<Length> dashes;
    bool any_above_zero = false;
    if (attribute.value != "none") {
      const auto numbers = parse_numbers(attribute.value);
      if (!numbers || numbers->empty()) return bad(attribute, "numbers such as \"6 4\", or none");
      for (const std::int64_t number : *numbers) {
        if (number < 0) return bad(attribute, "numbers of 0 or more such as \"6 4\", or none");
        any_above_zero = any_above_zero || number > 0;
        dashes.push_back(Length{number});
      }
    }
    // Dashes of nothing but zeros are a solid line in SVG (1.1, 11.4) and an error in PDF.
    if (!any_above_zero) dashes.clear();
    style_.dashes = std::move(dashes);
  }

  void read_opacity(const XmlAttribute& attribute, Factor& opacity) {
    const auto number = parse_number(attribute.value);
    if (!number || *number < 0 || *number > Factor::one) return bad(attribute, "a number from 0 to 1, such as 0.5");
    opacity = Factor{*number};
  }

  template <typename Value, std::size_t count>
  void read_keyword(const XmlAttribute& attribute, const Keywords<Value, count>& keywords, Value& value) {
    std::string expected;
    for (const auto& [word, meaning] : keywords) {
      if (attribute.value == word) {
        value = meaning;
        return;
      }
      expected += (expected.empty() ? "" : ", ") + std::string(word);
    }
    bad(attribute, "one of " + expected);
  }

  void read_swatches(const XmlAttribute& names) {
    for (const std::string_view name : words_of(names.value)) {
      const bool fill = name.starts_with("fill-");
      const std::string_view swatch = name.substr(std::min(name.size(), fill ? std::size_t{5} : std::size_t{7}));
      if ((!fill && !name.starts_with("stroke-")) || !is_swatch_name(swatch)) {
        return bad(names, "fill- or stroke- and the name of a swatch, such as fill-primary");
      }
      (fill ? style_.fill : style_.stroke) = SwatchName{std::string(swatch)};
    }
  }

  void bad(const XmlAttribute& attribute, const std::string& expected) {
    report_bad_value(element_, attribute, expected, diagnostics_);
  }

  SvgStyle style_;
  const XmlElement& element_;
  Diagnostics& diagnostics_;
};

}  // namespace

SvgStyle styled(const SvgStyle& around, const XmlElement& element, Diagnostics& diagnostics) {
  return StyleReader(around, element, diagnostics).read();
}

void report_bad_value(const XmlElement& element, const XmlAttribute& attribute, const std::string& expected,
                      Diagnostics& diagnostics) {
  diagnostics.error("figures.bad-value",
                    attribute.name + "=\"" + attribute.value + "\" of <" + element.name + "> is not understood",
                    attribute.where, "write " + expected);
}

}  // namespace handout::figures
