#include "design/read_entries.h"

#include <fmt/format.h>

#include <optional>
#include <set>
#include <utility>

#include "design/read_page.h"
#include "design/read_picture.h"
#include "design/read_style.h"
#include "design/read_values.h"
#include "design/read_words.h"

namespace handout::design {
namespace {

/// Of folded sheets and of sheets to be trimmed only the plain ones are printed yet.
void check_sheet_work(const XmlElement& paper, Diagnostics& diagnostics) {
  enum class Fold : std::uint8_t { none, half, three };
  static constexpr Choice<Fold> folds[] = {{"none", Fold::none}, {"half", Fold::half}, {"three", Fold::three}};
  if (const auto value = value_of(paper, "fold")) {
    if (read_choice(*value, folds, diagnostics).value_or(Fold::none) != Fold::none)
      report_unsupported(*value, "remove fold: every page is a sheet's side", diagnostics);
  }
  if (const auto value = value_of(paper, "bleed")) {
    if (read_length(*value, diagnostics).value_or(Length{}) != Length{})
      report_unsupported(*value, "remove bleed: pages end where the paper does", diagnostics);
  }
}

PaperEntry read_paper_entry(const XmlElement& element, Diagnostics& diagnostics) {
  static constexpr Choice<Orientation> orientations[] = {{"portrait", Orientation::portrait},
                                                         {"landscape", Orientation::landscape}};
  static constexpr Choice<Duplex> duplexes[] = {
      {"no", Duplex::no}, {"long-edge", Duplex::long_edge}, {"short-edge", Duplex::short_edge}};
  check_attributes(element, {"sizes", "orientation", "fold", "duplex", "bleed"}, diagnostics);
  check_empty(element, diagnostics);
  PaperEntry paper;
  if (const auto sizes = value_of(element, "sizes")) {
    paper.sizes = read_papers(*sizes, diagnostics);
    if (list_words(*sizes).empty()) bad_value(*sizes, "names no paper", "write a4 letter", diagnostics);
  }
  if (const auto value = value_of(element, "orientation")) {
    paper.orientation = read_choice(*value, orientations, diagnostics);
  }
  if (const auto value = value_of(element, "duplex")) paper.duplex = read_choice(*value, duplexes, diagnostics);
  check_sheet_work(element, diagnostics);
  return paper;
}

std::optional<SizeRange> read_size_range(const Value& value, Diagnostics& diagnostics) {
  const std::optional<MeasureRange> range = read_measure_range(value, diagnostics);
  if (!range) return std::nullopt;
  if (range->upper.unit != Measure::Unit::absolute || value.text().find("pt") == std::string::npos ||
      value.text().find_first_of("mci") != std::string::npos) {
    bad_value(value, "is not in points", "write a size such as 12pt, or a range: 11.5pt to 12pt", diagnostics);
    return std::nullopt;
  }
  return SizeRange{Length{range->lower.units}, Length{range->upper.units}};
}

FitEntry read_fit(const XmlElement& element, Diagnostics& diagnostics) {
  check_attributes(element, {"pages", "spacing", "leading", "tracking", "size"}, diagnostics);
  check_empty(element, diagnostics);
  FitEntry fit;
  if (const auto pages = value_of(element, "pages")) {
    fit.pages = pages->text() == "any" ? std::optional<int>(0) : read_count(*pages, diagnostics);
  }
  if (const auto value = value_of(element, "spacing")) fit.spacing = read_factor_range(*value, diagnostics);
  if (const auto value = value_of(element, "leading")) fit.leading = read_factor_range(*value, diagnostics);
  if (const auto value = value_of(element, "tracking")) fit.tracking = read_em_range(*value, diagnostics);
  if (const auto value = value_of(element, "size")) {
    fit.size = read_size_range(*value, diagnostics);
    fit.size_where = value_range(*value);
  }
  return fit;
}

std::optional<IconEntry> read_icon(const XmlElement& element, const EntriesPlace& place, const DesignContext& context,
                                   Diagnostics& diagnostics) {
  check_attributes(element, {"name", "src"}, diagnostics);
  check_empty(element, diagnostics);
  const std::optional<std::string> name = need_id(element, "name", diagnostics);
  const std::optional<Value> src = need_attribute(element, "src", diagnostics);
  if (!name || !src) return std::nullopt;
  return IconEntry{*name, read_picture(*src, folder_of(place.path), context, diagnostics), element.where};
}

std::optional<TextEntry> read_text_entry(const XmlElement& element, const EntriesPlace& place,
                                         Diagnostics& diagnostics) {
  check_attributes(element, {"name", "lang", "translate", "translator-note"}, diagnostics);
  const std::optional<std::string> name = need_id(element, "name", diagnostics);
  TextEntry text;
  text.words = read_words(element, {FieldPlace::Kind::layout_text, name.value_or("")}, diagnostics);
  if (!name) return std::nullopt;
  text.name = *name;
  text.locale = place.locale;
  text.words.unit = place.layout + "." + *name + (place.condition.empty() ? "" : "." + place.condition);
  return text;
}

/// One setting of one attribute, as a file may make it once.
class Settings {
 public:
  explicit Settings(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}
  /// `name()` names the setting in the message; `where` is this one's place.
  template <typename Name>
  void set(std::string key, const Name& name, const SourceRange& where, std::string_view hint) {
    if (keys_.insert(std::move(key)).second) return;
    diagnostics_.error("design.set-twice", name() + " is set twice in this file", where, std::string(hint));
  }

 private:
  std::set<std::string> keys_;
  Diagnostics& diagnostics_;
};

void set_style(const XmlElement& style, Settings& settings) {
  const std::optional<Value> targets = value_of(style, "for");
  if (!targets) return;
  std::vector<std::string> parents;
  if (const std::optional<Value> in = value_of(style, "in")) {
    for (const ListWord& word : list_words(*in))
      parents.push_back(word.text);
  } else {
    parents.emplace_back();
  }
  const std::vector<ListWord> elements = list_words(*targets);
  for (const XmlAttribute& attribute : style.attributes) {
    if (attribute.name == "for" || attribute.name == "in") continue;
    for (const ListWord& target : elements) {
      for (const std::string& parent : parents) {
        const auto name = [&] {
          const std::string in = parent.empty() ? "" : fmt::format(" in \"{}\"", parent);
          return fmt::format("{} of \"{}\"{}", attribute.name, target.text, in);
        };
        settings.set("style " + target.text + ' ' + parent + ' ' + attribute.name, name, attribute.where,
                     "keep one: nothing tells which is meant");
      }
    }
  }
}

std::vector<ChildRule> make_rules() {
  return {{"paper", 0, Occurs::optional},
          {"proof", 1, Occurs::optional},
          {"fit", 2, Occurs::optional},
          {"page", 3},
          {"icon", 4},
          {"text", 4},
          {"style", 4}};
}

}  // namespace

const std::vector<ChildRule>& layout_rules() {
  static const std::vector<ChildRule> rules = [] {
    std::vector<ChildRule> all = make_rules();
    all.push_back({"when", 5});
    return all;
  }();
  return rules;
}

const std::vector<ChildRule>& when_rules() {
  static const std::vector<ChildRule> rules = make_rules();
  return rules;
}

Entries read_entries(const std::vector<const XmlElement*>& elements, const EntriesPlace& place,
                     const DesignContext& context, Diagnostics& diagnostics) {
  Entries entries;
  for (const XmlElement* element : elements) {
    if (element->name == "paper") {
      entries.paper = read_paper_entry(*element, diagnostics);
    } else if (element->name == "proof") {
      check_attributes(*element, {"width"}, diagnostics);
      check_empty(*element, diagnostics);
      const std::optional<Value> width = need_attribute(*element, "width", diagnostics);
      if (width && read_length(*width, diagnostics))
        report_unsupported(*width, "remove <proof>: pages have no strip beside them", diagnostics);
    } else if (element->name == "fit") {
      entries.fit = read_fit(*element, diagnostics);
    } else if (element->name == "page") {
      for (PageTemplate& page : read_page(*element, diagnostics))
        entries.pages.push_back(std::move(page));
    } else if (element->name == "icon") {
      if (auto icon = read_icon(*element, place, context, diagnostics)) entries.icons.push_back(std::move(*icon));
    } else if (element->name == "text") {
      if (auto text = read_text_entry(*element, place, diagnostics)) entries.texts.push_back(std::move(*text));
    } else if (element->name == "style") {
      if (auto style = read_style(*element, diagnostics)) entries.styles.push_back(std::move(*style));
    }
  }
  return entries;
}

void check_set_twice(const std::vector<const XmlElement*>& elements, Diagnostics& diagnostics) {
  Settings settings(diagnostics);
  for (const XmlElement* element : elements) {
    if (element->name == "style") {
      set_style(*element, settings);
    } else if (element->name == "page") {
      const std::optional<Value> on = value_of(*element, "on");
      if (!on) continue;
      std::set<std::string> own;  // a name twice in one list is reported with the list
      for (const ListWord& word : list_words(*on)) {
        if (!own.insert(word.text).second) continue;
        settings.set(
            "page " + word.text, [&word] { return "page " + word.text; }, word.where, "keep one <page> for it");
      }
    } else if (element->name == "icon" || element->name == "text") {
      const std::optional<Value> name = value_of(*element, "name");
      if (!name) continue;
      const auto said = [&] { return fmt::format("{} \"{}\"", element->name, name->text()); };
      settings.set(element->name + " " + name->text(), said, value_range(*name), "keep one, or name them apart");
    }
  }
}

}  // namespace handout::design
