#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "base/diagnostic.h"
#include "design/apply_design.h"
#include "design/design.h"
#include "design/intern_styles.h"
#include "design/manuscript.h"
#include "design/structure_tree.h"

namespace handout::design {

/// What stands around the words and blocks at hand: what a style's `in` sees, what text inherits, where it is read, and
/// the language there.
struct Surroundings {
  ElementName name;
  StyleId style;
  StructureId element;
  Locale locale;
  SourceRange where;  ///< of the block or furniture at hand, for messages about what has no place of its own
};

/// Everything the parts of apply_design share while one manuscript is made.
struct Applying {
  const Copy& copy;
  const Design& design;
  Diagnostics& diagnostics;

  StyleInterner styles;
  StructureTree structure;
  std::map<std::string, Color, std::less<>> swatches;  ///< the brand's, and colours that figures name themselves

  std::set<std::string, std::less<>> printed;               ///< what a link may lead to (link_targets.h)
  std::map<std::string, StructureId, std::less<>> targets;  ///< where each of these stands, as far as known
  std::map<std::string, int, std::less<>> source_numbers;   ///< empty where sources are left out

  std::map<std::pair<std::int64_t, std::string>, std::string> numbers = {};  ///< as formatted, by locale

  /// The style of `element` inside `around`.
  StyleId style_of(const ElementName& element, const Surroundings& around) {
    return styles.intern(styles.properties(element, around.name), around.style);
  }
  /// Only what is passed inward: for what stands in a box whose own style is drawn already.
  StyleId plain_inside(StyleId style) { return styles.intern({}, style); }

  /// In the locale's digits. ICU takes as long for a number as for a line of text, and handouts say the same few over
  /// and over: the numbers of lists, "of 100", the source that each claim has.
  const std::string& number(std::int64_t value, const Locale& locale) {
    const auto [place, is_new] = numbers.try_emplace({value, locale.tag});
    if (is_new) place->second = localization::format_number(value, locale, copy.fields.number_form);
    return place->second;
  }
};

/// `element` as the new surroundings: read where `around` is read.
inline Surroundings inside(Applying& applying, const Surroundings& around, ElementName element) {
  Surroundings result = around;
  result.style = applying.style_of(element, around);
  result.name = std::move(element);
  return result;
}
inline Surroundings read_in(Surroundings around, StructureId element) {
  around.element = element;
  return around;
}

/// A new element, last in what is around.
inline StructureId add_element(Applying& applying, const Surroundings& around, StructureType type) {
  return applying.structure.add(around.element, type);
}
/// The same for words: their own language is set where it differs from what is around.
inline StructureId add_element(Applying& applying, const Surroundings& around, StructureType type,
                               const content::Words& words) {
  const StructureId element = applying.structure.add(around.element, type);
  if (words.lang && *words.lang != around.locale) applying.structure[element].lang = *words.lang;
  return element;
}

}  // namespace handout::design
