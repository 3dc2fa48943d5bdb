#include "localization/load_xliff.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/xml.h"
#include "localization/xliff_words.h"

namespace handout::localization {
namespace {

const char* const bad_file = "localization.bad-file";

/// The first child of that name; null where there is none.
const XmlElement* child(const XmlElement& parent, std::string_view name) {
  for (const XmlElement* element : parent.elements()) {
    if (local_name(element->name) == name) return element;
  }
  return nullptr;
}

/// Calls `visit` for each element of that name, in file order, however deep; not inside one of them.
void each(const XmlElement& root, std::string_view name, const std::function<void(const XmlElement&)>& visit) {
  for (const XmlElement* element : root.elements()) {
    if (local_name(element->name) == name) {
      visit(*element);
    } else {
      each(*element, name, visit);
    }
  }
}

enum class Version { none, one, two };

Version version_of(const XmlElement& root) {
  constexpr std::string_view one = "urn:oasis:names:tc:xliff:document:1.";
  constexpr std::string_view two = "urn:oasis:names:tc:xliff:document:2.";
  if (local_name(root.name) != "xliff") return Version::none;
  for (const XmlAttribute& attribute : root.attributes) {
    if (attribute.name != "xmlns" && !attribute.name.starts_with("xmlns:")) continue;
    if (attribute.value.starts_with(one)) return Version::one;
    if (attribute.value.starts_with(two)) return Version::two;
  }
  // Files that say no namespace are older than it, or have lost it.
  if (attribute_value(root, "version").starts_with("1.")) return Version::one;
  return attribute_value(root, "version").starts_with("2.") ? Version::two : Version::none;
}

/// XLIFF 1.2's states (3.1.1 of its specification), in the order of 2.x's.
UnitState state_of_one(std::string_view name) {
  if (name == "final") return UnitState::final;
  if (name == "signed-off") return UnitState::reviewed;
  if (name == "new" || name.starts_with("needs-")) return UnitState::initial;
  return UnitState::translated;
}

UnitState state_of_two(std::string_view name) {
  if (name == "final") return UnitState::final;
  if (name == "reviewed") return UnitState::reviewed;
  return name == "initial" ? UnitState::initial : UnitState::translated;
}

/// `key=` among the words of extradata: "src=3bc4a51eaf5b tgt=63c0786a0a82".
std::string from_extradata(std::string_view extradata, std::string_view key) {
  while (!extradata.empty()) {
    const std::size_t end = std::min(extradata.find(' '), extradata.size());
    const std::string_view word = extradata.substr(0, end);
    if (word.starts_with(key)) return std::string(word.substr(key.size()));
    extradata.remove_prefix(std::min(end + 1, extradata.size()));
  }
  return {};
}

class XliffReader {
 public:
  XliffReader(Translations& translations, Diagnostics& diagnostics)
      : translations_(translations), diagnostics_(diagnostics) {}

  void read_one(const XmlElement& root) {
    each(root, "file", [this](const XmlElement& file) {
      check_language(file, "target-language");
      each(file, "trans-unit", [this](const XmlElement& unit) { read_unit_of_one(unit); });
    });
  }
  void read_two(const XmlElement& root) {
    check_language(root, "trgLang");
    each(root, "unit", [this](const XmlElement& unit) { read_unit_of_two(unit); });
  }

 private:
  /// The language that a file says must be the one that its name says: es.xlf with Polish words would be printed.
  void check_language(const XmlElement& element, std::string_view attribute) {
    const std::string tag = attribute_value(element, attribute);
    const std::optional<Locale> said = parse_locale(with_capitals(tag));
    if (said && reads_as(*said, translations_.locale)) return;
    const std::string name(attribute);
    diagnostics_.error(
        bad_file,
        tag.empty() ? fmt::format("<{}> does not say its language in {}", element.name, name)
                    : fmt::format("{}=\"{}\", but the file is named for \"{}\"", name, tag, translations_.locale.tag),
        element.where, fmt::format("write {}=\"{}\", or rename the file", name, translations_.locale.tag));
  }

  /// BCP 47 tags mean the same in any case: "zh-hans" is zh-Hans.
  static std::string with_capitals(std::string tag) {
    std::replace(tag.begin(), tag.end(), '_', '-');
    std::size_t begin = 0;
    while (begin < tag.size()) {
      const std::size_t end = std::min(tag.find('-', begin), tag.size());
      for (std::size_t i = begin; i < end; ++i) {
        const bool capital = begin > 0 && (end - begin == 2 || (end - begin == 4 && i == begin));
        const char c = tag[i];
        if (capital && c >= 'a' && c <= 'z') tag[i] = static_cast<char>(c - 'a' + 'A');
        if (!capital && c >= 'A' && c <= 'Z') tag[i] = static_cast<char>(c - 'A' + 'a');
      }
      begin = end + 1;
    }
    return tag;
  }

  void read_unit_of_one(const XmlElement& unit) {
    Translation translation;
    translation.where = unit.where;
    if (const XmlElement* source = child(unit, "source")) {
      translation.source = normalized(read_xliff_words({source}, diagnostics_));
    }
    const XmlElement* const target = child(unit, "target");
    const std::string state = target == nullptr ? std::string{} : attribute_value(*target, "state");
    if (target != nullptr) take_target(normalized(read_xliff_words({target}, diagnostics_)), translation);
    translation.state = state_of_one(state);
    const bool approved = attribute_value(unit, "approved") == "yes";
    if (approved && translation.state == UnitState::translated) translation.state = UnitState::reviewed;
    translation.source_digest = from_extradata(attribute_value(unit, "extradata"), "src=");
    translation.target_digest = from_extradata(attribute_value(unit, "extradata"), "tgt=");
    add(unit, std::move(translation));
  }

  /// A unit's segments are one text; it is as far as the least of them.
  void read_unit_of_two(const XmlElement& unit) {
    Translation translation;
    translation.where = unit.where;
    translation.state = UnitState::final;
    std::vector<const XmlElement*> sources;
    std::vector<OrderedTarget> targets;
    bool whole = true, any = false, without_state = false;
    for (const XmlElement* part : unit.elements()) {
      const std::string_view name = local_name(part->name);
      if (name != "segment" && name != "ignorable") continue;
      const XmlElement* const source = child(*part, "source");
      const XmlElement* const words = child(*part, "target");
      if (source != nullptr) sources.push_back(source);
      // What is ignorable, white space as a rule, may have no target of its own.
      const XmlElement* const said = words == nullptr && name == "ignorable" ? source : words;
      if (said != nullptr) targets.push_back(ordered(*said, targets.size() + 1));
      if (name != "segment") continue;
      any = true;
      whole = whole && words != nullptr;
      without_state = without_state || part->attribute("state") == nullptr;
      translation.state = std::min(translation.state, state_of_two(attribute_value(*part, "state")));
    }
    if (!any) return;
    translation.source = normalized(read_xliff_words(sources, diagnostics_));
    if (whole) take_target(normalized(read_xliff_words(in_order(targets), diagnostics_)), translation);
    // Without a state a segment is not begun (XLIFF 2.0, 4.3.1), but tools leave it out of finished ones too: only what
    // is still the source's own words is taken at that word.
    if (without_state && translation.target == translation.source) translation.state = UnitState::initial;
    add(unit, std::move(translation));
  }

  /// A target and its place among the others of the unit: languages put sentences in another order (`order`).
  struct OrderedTarget {
    std::size_t place = 0;
    const XmlElement* words = nullptr;
  };
  static OrderedTarget ordered(const XmlElement& target, std::size_t position) {
    const std::string order = attribute_value(target, "order");
    std::size_t place = position;
    std::from_chars(order.data(), order.data() + order.size(), place);
    return {place, &target};
  }
  static std::vector<const XmlElement*> in_order(std::vector<OrderedTarget> targets) {
    std::stable_sort(targets.begin(), targets.end(),
                     [](const OrderedTarget& one, const OrderedTarget& other) { return one.place < other.place; });
    std::vector<const XmlElement*> words;
    words.reserve(targets.size());
    for (const OrderedTarget& target : targets)
      words.push_back(target.words);
    return words;
  }

  static void take_target(CodedText words, Translation& translation) {
    if (!words.empty()) translation.target = std::move(words);
  }

  void add(const XmlElement& unit, Translation translation) {
    const std::string id = attribute_value(unit, "id");
    if (id.empty()) {
      diagnostics_.error(bad_file, fmt::format("<{}> has no id", unit.name), unit.where,
                         "give it the id of the unit that it translates");
      return;
    }
    if (translations_.units.emplace(id, std::move(translation)).second) return;
    diagnostics_.error(bad_file, fmt::format("a second unit has the id \"{}\"", id), unit.where,
                       "keep the one that is right");
  }

  Translations& translations_;
  Diagnostics& diagnostics_;
};

}  // namespace

std::optional<Translations> load_xliff(const SourceFilePtr& file, const Locale& locale, Diagnostics& diagnostics) {
  const std::unique_ptr<XmlElement> root = parse_xml(file, "localization", diagnostics);
  if (root == nullptr) return std::nullopt;
  Translations translations{locale, file, {}};
  Diagnostics found;
  XliffReader reader(translations, found);
  switch (version_of(*root)) {
    case Version::one:
      reader.read_one(*root);
      break;
    case Version::two:
      reader.read_two(*root);
      break;
    case Version::none:
      found.error(bad_file, fmt::format("<{}> does not begin an XLIFF file of version 1.2 or 2", root->name),
                  root->where, "export it from the translation tool as XLIFF 1.2");
      break;
  }
  diagnostics.append(first_hundred(found, "is it the right file?"));
  if (found.has_errors()) return std::nullopt;
  return translations;
}

}  // namespace handout::localization
