#pragma once

#include <deque>
#include <map>
#include <tuple>
#include <vector>

#include "design/design.h"
#include "design/manuscript.h"

namespace handout::design {

/// Builds the manuscript's table of styles: equal properties inside the same parent share one entry.
class StyleInterner {
 public:
  /// Entry 0 is `handout`.
  explicit StyleInterner(const Design&);

  /// What the sheet says of `element` in `parent`, looked up once.
  const StyleProperties& properties(const ElementName& element, const ElementName& parent);
  StyleId intern(StyleProperties, StyleId parent);
  /// The same style but for what `change(StyleProperties&)` does to it.
  template <typename Change>
  StyleId changed(StyleId style, Change change) {
    StyleProperties properties = (*this)[style].properties;
    change(properties);
    return intern(std::move(properties), (*this)[style].parent);
  }

  /// The size of its text where nothing has given to fit.
  Length largest_size(StyleId) const;
  /// Whether its text is seen: not so with ink="none", its own or passed inward.
  bool prints_text(StyleId) const;

  const StyleSource& operator[](StyleId style) const { return styles_.at(style.value); }
  std::vector<StyleSource> styles() const { return {styles_.begin(), styles_.end()}; }

 private:
  using Key = std::tuple<std::string, std::string, std::string, std::string>;

  const Design& design_;
  std::deque<StyleSource> styles_;          ///< what was looked at stays where it is as more come
  std::multimap<StyleId, StyleId> inside_;  ///< the styles inside each style
  std::map<Key, StyleProperties> looked_up_;
};

}  // namespace handout::design
