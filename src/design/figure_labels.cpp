#include "design/figure_labels.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>
#include <variant>

#include "design/apply_blocks.h"
#include "design/markers.h"
#include "design/styled_words.h"

namespace handout::design {
namespace {

using figures::Label;

/// A colour that a figure names itself stands among the swatches under this name.
std::string swatch_for(Applying& applying, const figures::Ink& ink) {
  if (const auto* swatch = std::get_if<figures::SwatchName>(&ink)) return swatch->name;
  const Color color = std::get<Color>(ink);
  constexpr std::string_view hex = "0123456789abcdef";
  std::string name = "#";
  for (const std::uint8_t channel : {color.red, color.green, color.blue}) {
    name += hex[channel >> 4U];
    name += hex[channel & 15U];
  }
  applying.swatches.emplace(name, color);
  return name;
}

int step_number(const Label& label) {
  int number = 0;
  const auto read = std::from_chars(label.text.data(), label.text.data() + label.text.size(), number);
  return read.ec == std::errc{} ? number : 0;
}

class LabelSetter {
 public:
  LabelSetter(Applying& applying, const content::Figure& figure, const FigurePlace& place)
      : applying_(applying), figure_(figure), place_(place) {}

  FigureLabels set() {
    const StyleProperties& style = applying_.styles[place_.figure.style].properties;
    marks_ = applying_.styles.properties({"key", ""}, place_.figure.name);
    const auto& items = figure_.drawing->items;
    // Numbers of the key go on after the steps that the drawing numbers already.
    for (const figures::DrawingItem& item : items) {
      if (const auto* label = std::get_if<Label>(&item)) last_number_ = std::max(last_number_, step_number(*label));
    }
    FigureLabels result;
    const bool numbered = style.labels.value_or(Labels::words) == Labels::numbers;
    if (!numbered) result.labels = each([this](const Label& label) { return words(label); });
    // A decoration says nothing, so there is nothing to explain.
    if (numbered || (has_words() && !figure_.alt.empty())) {
      (numbered ? result.labels : result.numbers) = each([this](const Label& label) { return number(label); });
    }
    result.key = std::move(key_);
    result.list = key_list_;
    return result;
  }

 private:
  static bool is_step(const Label& label) { return label.step_number || label.id.empty(); }

  bool has_words() const {
    const auto& items = figure_.drawing->items;
    return std::any_of(items.begin(), items.end(), [](const figures::DrawingItem& item) {
      const auto* label = std::get_if<Label>(&item);
      return label != nullptr && !is_step(*label);
    });
  }

  template <typename Set>
  std::vector<PictureLabel> each(Set set) const {
    std::vector<PictureLabel> labels;
    const auto& items = figure_.drawing->items;
    for (std::size_t index = 0; index < items.size(); ++index) {
      if (const auto* label = std::get_if<Label>(&items[index])) labels.push_back({index, set(*label)});
    }
    return labels;
  }

  content::Words said_in(const Label& label) const {
    const auto words = figure_.labels.find(label.id);
    if (words != figure_.labels.end()) return words->second;
    content::Words found;
    found.inlines.push_back({content::Text{label.text}, label.where});
    found.where = label.where;
    return found;
  }

  StyledParagraph words(const Label& label) {
    if (is_step(label)) return step(label);
    return styled_paragraph(applying_, said_in(label), holder(label), place_.tag);
  }

  StyledParagraph number(const Label& label) {
    if (is_step(label)) return step(label);
    ++last_number_;
    add_key_entry(said_in(label), label);
    Surroundings on_disc = place_.figure;
    on_disc.style = applying_.styles.intern(disc_look(), place_.figure.style);
    return plain_paragraph(applying_.number(last_number_, on_disc.locale), on_disc, place_.tag);
  }

  StyledParagraph step(const Label& label) {
    const int number = step_number(label);
    const std::string digits = number > 0 ? applying_.number(number, place_.figure.locale) : label.text;
    return plain_paragraph(digits, holder(label), place_.tag);
  }

  /// The style `label`, in the file's weight and ink.
  Surroundings holder(const Label& label) {
    Surroundings result = place_.figure;
    StyleProperties properties = applying_.styles.properties({"label", ""}, place_.figure.name);
    properties.bold = label.bold;
    properties.ink = swatch_for(applying_, label.ink);
    result.style = applying_.styles.intern(std::move(properties), place_.figure.style);
    result.name = {"label", ""};
    return result;
  }

  /// As the key's markers look, disc included: the picture draws it under the number.
  StyleProperties disc_look() const {
    StyleProperties look = number_look(marks_);
    look.marker = marks_.marker.value_or(MarkerKind::number);
    look.marker_size = marks_.marker_size;
    look.marker_ink = marks_.marker_ink;
    look.marker_fill = marks_.marker_fill;
    return look;
  }

  void add_key_entry(const content::Words& words, const Label& label) {
    Surroundings list = place_.figure;
    if (key_.empty()) {
      key_list_ = applying_.structure.add(place_.figure.element, StructureType::list);
      applying_.structure[key_list_].numbering = ListNumbering::decimal;
    }
    list.element = key_list_;
    Surroundings entry = inside(applying_, list, {"key", ""});
    const Marking marking{marks_.marker.value_or(MarkerKind::number), marks_, 0};
    entry.style = marked_style(applying_, entry.style, marking);
    if (label.bold) entry.style = applying_.styles.changed(entry.style, [](StyleProperties& p) { p.bold = true; });
    entry.element = applying_.structure.add(key_list_, StructureType::list_item);
    FlowBlock block = block_of(entry.style, entry.element);
    block.marker = item_marker(applying_, marking, last_number_, entry);
    const StructureId body = add_element(applying_, entry, StructureType::list_body, words);
    block.content = styled_paragraph(applying_, words, entry, body);
    key_.push_back(std::move(block));
  }

  Applying& applying_;
  const content::Figure& figure_;
  const FigurePlace& place_;
  StyleProperties marks_;
  FlowBlocks key_;
  StructureId key_list_;
  int last_number_ = 0;
};

}  // namespace

FigureLabels apply_labels(Applying& applying, const content::Figure& figure, const FigurePlace& place) {
  return LabelSetter(applying, figure, place).set();
}

}  // namespace handout::design
