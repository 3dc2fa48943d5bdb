#include "design/read_style.h"

#include <fmt/format.h>

#include <algorithm>
#include <type_traits>
#include <utility>

#include "base/names.h"
#include "design/read_elements.h"
#include "design/read_values.h"
#include "design/style_vocabulary.h"

namespace handout::design {
namespace {

constexpr Choice<Align> align_choices[] = {
    {"start", Align::start}, {"center", Align::center}, {"end", Align::end}, {"justify", Align::justify}};
/// How the two languages of a bilingual print stand to each other.
enum class Facing : std::uint8_t { beside, below, once };
constexpr Choice<Facing> facing_choices[] = {
    {"beside", Facing::beside}, {"below", Facing::below}, {"once", Facing::once}};
constexpr Choice<BreakBefore> break_choices[] = {
    {"no", BreakBefore::no}, {"column", BreakBefore::column}, {"page", BreakBefore::page}};
constexpr Choice<Span> span_choices[] = {{"column", Span::column}, {"all", Span::all}};
constexpr Choice<Beside> beside_choices[] = {{"none", Beside::none}, {"next", Beside::next}};
constexpr Choice<Arrange> arrange_choices[] = {{"down", Arrange::down}, {"across", Arrange::across}};
constexpr Choice<RulePattern> pattern_choices[] = {{"solid", RulePattern::solid}, {"hatch", RulePattern::hatch}};
constexpr Choice<Bleed> bleed_choices[] = {{"no", Bleed::no}, {"box", Bleed::box}, {"page", Bleed::page}};
constexpr Choice<BoxShape> shape_choices[] = {{"box", BoxShape::box}, {"chevron", BoxShape::chevron}};
constexpr Choice<MarkerKind> marker_choices[] = {{"none", MarkerKind::none},
                                                 {"disc", MarkerKind::disc},
                                                 {"box", MarkerKind::box},
                                                 {"1", MarkerKind::number},
                                                 {"1.", MarkerKind::number_with_point}};
constexpr Choice<Labels> labels_choices[] = {{"words", Labels::words}, {"numbers", Labels::numbers}};
constexpr Choice<CaptionSide> caption_choices[] = {{"top", CaptionSide::top}, {"bottom", CaptionSide::bottom}};
constexpr Choice<bool> weight_choices[] = {{"regular", false}, {"bold", true}};
constexpr Choice<bool> slant_choices[] = {{"upright", false}, {"italic", true}};

void read_into(std::optional<Align>& out, const Value& v, Diagnostics& d) {
  out = read_choice(v, align_choices, d);
}
void read_into(std::optional<BreakBefore>& out, const Value& v, Diagnostics& d) {
  out = read_choice(v, break_choices, d);
}
void read_into(std::optional<Span>& out, const Value& v, Diagnostics& d) {
  out = read_choice(v, span_choices, d);
}
void read_into(std::optional<Beside>& out, const Value& v, Diagnostics& d) {
  out = read_choice(v, beside_choices, d);
}
void read_into(std::optional<Arrange>& out, const Value& v, Diagnostics& d) {
  out = read_choice(v, arrange_choices, d);
}
void read_into(std::optional<RulePattern>& out, const Value& v, Diagnostics& d) {
  out = read_choice(v, pattern_choices, d);
}
void read_into(std::optional<Bleed>& out, const Value& v, Diagnostics& d) {
  out = read_choice(v, bleed_choices, d);
}
void read_into(std::optional<BoxShape>& out, const Value& v, Diagnostics& d) {
  out = read_choice(v, shape_choices, d);
}
void read_into(std::optional<MarkerKind>& out, const Value& v, Diagnostics& d) {
  out = read_choice(v, marker_choices, d);
}
void read_into(std::optional<Labels>& out, const Value& v, Diagnostics& d) {
  out = read_choice(v, labels_choices, d);
}
void read_into(std::optional<CaptionSide>& out, const Value& v, Diagnostics& d) {
  out = read_choice(v, caption_choices, d);
}

/// A colour value where a swatch is asked for: only brand.xml holds those.
bool is_raw_colour(std::string_view text) {
  return text.starts_with('#') || text.starts_with("rgb") || text.starts_with("cmyk") || text.starts_with("hsl");
}

std::optional<std::string> read_swatch_name(const Value& value, Diagnostics& diagnostics) {
  if (is_raw_colour(value.text())) {
    diagnostics.error(
        "design.raw-colour",
        fmt::format("{}=\"{}\" in <{}> is a colour value", value.attribute.name, value.text(), value.element.name),
        value_range(value), "name a swatch of the brand, such as primary; colour values stand in brand.xml");
    return std::nullopt;
  }
  return read_name(value, diagnostics);
}

/// Reads a value of the member's type, in the property's form.
class PropertyReader {
 public:
  PropertyReader(const Value& value, Form form, Diagnostics& diagnostics)
      : value_(value), form_(form), diagnostics_(diagnostics) {}

  void read(std::optional<std::string>& out) const {
    if (form_ == Form::swatch) {
      out = read_swatch_name(value_, diagnostics_);
    } else if (value_.attribute.name == "family") {
      out = value_.text();  // the brand's families are known later: "Arial" is told those, not how names are written
    } else {
      out = read_name(value_, diagnostics_);
    }
  }
  void read(std::optional<bool>& out) const {
    switch (form_) {
      case Form::weight:
        out = read_choice(value_, weight_choices, diagnostics_);
        break;
      case Form::slant:
        out = read_choice(value_, slant_choices, diagnostics_);
        break;
      default:
        out = read_yes_no(value_, diagnostics_);
        break;
    }
  }
  void read(std::optional<int>& out) const { out = read_count(value_, diagnostics_); }
  void read(std::optional<Length>& out) const { out = read_points(value_, diagnostics_); }
  void read(std::optional<Factor>& out) const {
    out = read_factor(value_, Factor::thousandths(200), Factor::thousandths(5000), diagnostics_);
  }
  void read(std::optional<Measure>& out) const {
    LengthForm form = LengthForm::with_em;
    if (form_ == Form::signed_em) form = LengthForm::signed_em;
    if (form_ == Form::length_or_share) form = LengthForm::with_em_or_share;
    out = read_measure(value_, form, diagnostics_);
  }
  void read(std::optional<MeasureRange>& out) const { out = read_measure_range(value_, diagnostics_); }
  template <typename E>
  void read(std::optional<E>& out) const {
    read_into(out, value_, diagnostics_);
  }

 private:
  const Value& value_;
  Form form_;
  Diagnostics& diagnostics_;
};

/// What one who knows HTML, or a word processor, may call an element.
constexpr std::pair<std::string_view, std::string_view> other_words[] = {
    {"heading", "title"},  {"headline", "title"}, {"h1", "title"},
    {"h2", "title"},       {"h3", "title"},       {"paragraph", "p"},
    {"text", "p"},         {"body", "handout"},   {"document", "handout"},
    {"picture", "figure"}, {"img", "figure"},     {"ul", "list"},
    {"ol", "list"},        {"li", "item"},        {"bullet", "list.bullet"},
    {"tr", "row"},         {"td", "cell"},        {"th", "cell.header"},
    {"bold", "strong"},    {"b", "strong"},       {"a", "link"},
    {"column", "region"},  {"sidebar", "region"}};

std::string meant_by(std::string_view name) {
  for (const auto& [word, ours] : other_words) {
    if (name == word) return std::string(ours);
  }
  std::vector<std::string_view> names;
  for (const StyledElement& known : styled_elements())
    names.push_back(known.name);
  return nearest_name(name, names);
}

/// "list.bullet" of for= or in=.
std::optional<ElementName> read_target(const Value& value, const ListWord& word, Diagnostics& diagnostics) {
  const std::size_t dot = word.text.find('.');
  ElementName target{word.text.substr(0, dot), dot == std::string::npos ? std::string() : word.text.substr(dot + 1)};
  const StyledElement* element = find_styled_element(target.name);
  if (element == nullptr && (target.name == "proof" || target.name == "second-language")) {
    diagnostics.error("design.unsupported",
                      fmt::format("\"{}\" in {} of <style> is not supported yet", word.text, value.attribute.name),
                      word.where, "remove it: nothing of the kind is printed");
    return std::nullopt;
  }
  if (element == nullptr) {
    const std::string nearest = meant_by(target.name);
    bad_word(
        value, word, "is no element that styles know",
        nearest.empty() ? "name an element, such as title, p or zone.call" : fmt::format("did you mean {}?", nearest),
        diagnostics);
    return std::nullopt;
  }
  // A page's kind may be a number.
  if (dot != std::string::npos && !is_name(target.kind) && !(target.name == "page" && is_id("page." + target.kind))) {
    bad_word(value, word, "is not an element with its kind", "write the kind in small letters: list.check",
             diagnostics);
    return std::nullopt;
  }
  if (!target.kind.empty() && !has_kind(*element, target.kind)) {
    std::string hint = fmt::format("<{}> has no kinds", target.name);
    if (!element->kinds.empty()) hint = choice_hint(element->kinds);
    diagnostics.warning("design.unknown-kind",
                        fmt::format("\"{}\" in {} of <style> is never met: <{}> has no kind {}", word.text,
                                    value.attribute.name, target.name, target.kind),
                        word.where, hint);
  }
  return target;
}

std::vector<ElementName> read_targets(const Value& value, Diagnostics& diagnostics) {
  std::vector<ElementName> targets;
  const std::vector<ListWord> words = list_words(value);
  if (words.empty()) bad_value(value, "names no element", "name one, such as title", diagnostics);
  for (const ListWord& word : words) {
    if (std::optional<ElementName> target = read_target(value, word, diagnostics))
      targets.push_back(std::move(*target));
  }
  return targets;
}

void refuse_facing(const XmlElement& style, Diagnostics& diagnostics) {
  const std::optional<Value> facing = value_of(style, "facing");
  if (facing && read_choice(*facing, facing_choices, diagnostics))
    report_unsupported(*facing, "remove facing: a print is in one language", diagnostics);
}

void check_property_here(const XmlElement& style, const PropertyInfo& property, const StyleEntry& entry,
                         Diagnostics& diagnostics) {
  const XmlAttribute* attribute = style.attribute(property.name);
  for (const ElementName& target : entry.elements) {
    const StyledElement* element = find_styled_element(target.name);
    if ((element->about & property.about) != 0) continue;
    std::string takers;
    for (const StyledElement& other : styled_elements()) {
      if ((other.about & property.about) == 0) continue;
      if (std::count(takers.begin(), takers.end(), ' ') == 6) {
        takers += " ...";
        break;
      }
      if (!takers.empty()) takers += ' ';
      takers += other.name;
    }
    diagnostics.error("design.property-not-here",
                      fmt::format("{} in <style for=\"{}\"> does nothing: <{}> takes no {}", property.name,
                                  style.attribute("for")->value, target.name, property.name),
                      attribute->where, fmt::format("it is for: {}", takers));
  }
}

/// Fitting sets these three for the whole text, so a style for `handout` would never be heard.
void check_fit_properties(const XmlElement& style, const StyleEntry& entry, Diagnostics& diagnostics) {
  const bool whole_text = std::any_of(entry.elements.begin(), entry.elements.end(),
                                      [](const ElementName& target) { return target.name == "handout"; });
  if (!whole_text) return;
  for (const std::string_view name : {"size", "leading", "tracking"}) {
    const XmlAttribute* attribute = style.attribute(name);
    if (attribute == nullptr) continue;
    diagnostics.warning(
        "design.size-outside-fit",
        fmt::format("{}=\"{}\" in <style for=\"handout\"> has no effect: <fit> sets it", name, attribute->value),
        attribute->where, fmt::format("write {} in <fit>", name));
  }
}

/// Dots are there to be counted: none of them may be left out.
void check_dots(const XmlElement& style, const StyleEntry& entry, Diagnostics& diagnostics) {
  const bool for_dots = std::any_of(entry.elements.begin(), entry.elements.end(),
                                    [](const ElementName& target) { return target.name == "dots"; });
  if (!for_dots || entry.properties.marker_ink != "none") return;
  bad_value(*value_of(style, "marker-ink"), "leaves the dots that count unseen", "name a swatch, such as primary",
            diagnostics);
}

/// A number on a disc too small to be seen is a number lost; dots that are 0pt wide are left out, beside their number.
void check_marker_size(const XmlElement& style, const StyleEntry& entry, Diagnostics& diagnostics) {
  using namespace literals;
  const std::optional<Measure>& size = entry.properties.marker_size;
  const bool for_dots = std::any_of(entry.elements.begin(), entry.elements.end(),
                                    [](const ElementName& target) { return target.name == "dots"; });
  if (!size || for_dots) return;
  const bool is_absolute = size->unit == Measure::Unit::absolute;
  const bool is_seen = is_absolute ? Length{size->units} >= 1_pt : Factor{size->units} >= Factor::thousandths(100);
  if (is_seen) return;
  bad_value(*value_of(style, "marker-size"), "is too small to be seen", "write marker=\"none\" where no mark is wanted",
            diagnostics);
}

}  // namespace

std::optional<StyleEntry> read_style(const XmlElement& element, Diagnostics& diagnostics) {
  StyleEntry entry;
  entry.where = element.where;
  const std::optional<Value> targets = need_attribute(element, "for", diagnostics);
  if (targets) entry.elements = read_targets(*targets, diagnostics);
  bool in_is_known = true;
  if (const std::optional<Value> in = value_of(element, "in")) {
    entry.in = read_targets(*in, diagnostics);
    in_is_known = !entry.in.empty();
  }
  std::vector<std::string_view> known{"for", "in", "facing"};
  each_property([&](const PropertyInfo& property, auto member) {
    known.push_back(property.name);
    const std::optional<Value> value = value_of(element, property.name);
    if (!value) return;
    PropertyReader(*value, property.form, diagnostics).read(entry.properties.*member);
    entry.places.emplace(std::string(property.name), value_range(*value));
    check_property_here(element, property, entry, diagnostics);
  });
  check_attributes(element, known, diagnostics);
  refuse_facing(element, diagnostics);
  check_fit_properties(element, entry, diagnostics);
  check_dots(element, entry, diagnostics);
  check_marker_size(element, entry, diagnostics);
  check_empty(element, diagnostics);
  if (entry.elements.empty() || !in_is_known) return std::nullopt;
  return entry;
}

}  // namespace handout::design
